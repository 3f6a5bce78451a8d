import type { GoldSentence, NameSpan, ReaderSentence } from './gold.ts';

/** Number of items that are right, found, and in the gold. */
export interface ReaderTally {
  right: number;
  found: number;
  gold: number;
}

/** F1 by measure, in percent; accuracy for measures of words. */
export type ReaderScores = Readonly<Record<string, number>>;

/** The genres of GUM that the reader is meant for; they are also scored together. */
const five: ReadonlySet<string> = new Set(['news', 'interview', 'bio', 'court', 'speech']);
/** GUM's type for each of the reader's types. */
const coarse: Readonly<Record<string, string>> = {
  organisation: 'organization',
  facility: 'place',
  weapon: 'object',
  vehicle: 'object',
  quantity: 'abstract',
  money: 'abstract',
};
const named: Readonly<Record<string, string>> = { person: 'PER', organization: 'ORG', place: 'LOC' };

/** Score the readings of one corpus: all, the five genres it is meant for together (`five`), and each genre. */
export function scoreByGenre(
  sentences: readonly GoldSentence[],
  readings: readonly ReaderSentence[],
): Readonly<Record<string, ReaderScores>> {
  const tallies = new Map<string, Map<string, ReaderTally>>();
  for (const [at, sentence] of sentences.entries()) {
    const reading = readings[at];
    if (reading === undefined) throw new Error(`sentence ${at} was not read`);
    const genres = ['all', sentence.genre, ...(five.has(sentence.genre) ? ['five'] : [])];
    for (const genre of genres) {
      const tally = tallies.get(genre) ?? new Map<string, ReaderTally>();
      tallies.set(genre, tally);
      tallySentence(sentence, reading, tally);
    }
  }
  return Object.fromEntries([...tallies].map(([genre, tally]) => [genre, toScores(tally)]));
}

function toScores(tally: ReadonlyMap<string, ReaderTally>): ReaderScores {
  const percent = ({ right, found, gold }: ReaderTally): number => (200 * right) / Math.max(1, found + gold);
  return Object.fromEntries([...tally].map(([name, counts]) => [name, percent(counts)]));
}

function tallySentence(sentence: GoldSentence, reading: ReaderSentence, tally: Map<string, ReaderTally>): void {
  const add = (name: string, right: number, found: number, gold: number): void => {
    const known = tally.get(name) ?? { right: 0, found: 0, gold: 0 };
    tally.set(name, { right: known.right + right, found: known.found + found, gold: known.gold + gold });
  };
  const addSets = (name: string, found: readonly string[], gold: readonly string[]): void => {
    const [one, other] = [new Set(found), new Set(gold)];
    add(name, [...one].filter((item) => other.has(item)).length, one.size, other.size);
  };
  tallyTree(sentence, reading, add);
  tallyMentions(sentence, reading, addSets);
  if (sentence.names === undefined) return;
  addSets('names', reading.names.map(spell), sentence.names.map(spell));
  for (const kind of ['PER', 'ORG', 'LOC']) {
    const only = (names: readonly NameSpan[]): string[] => names.filter(({ type }) => type === kind).map(spell);
    addSets(`names ${kind}`, only(reading.names), only(sentence.names));
  }
}

function tallyTree(
  { tree, words }: GoldSentence,
  { upos, lemmas, heads, relations }: ReaderSentence,
  add: (name: string, right: number, found: number, gold: number) => void,
): void {
  if (tree === undefined) return;
  const count = (name: string, right: (at: number) => boolean): void => {
    add(name, words.filter((_, at) => right(at)).length, words.length, words.length);
  };
  const plain = (relation: string | undefined): string => relation?.split(':')[0] ?? '';
  count('upos', (at) => upos[at] === tree.upos[at]);
  count('uas', (at) => heads[at] === tree.heads[at]);
  const spoken = words.flatMap((_, at) => (tree.upos[at] === 'PUNCT' ? [] : [at]));
  const attached = spoken.filter((at) => heads[at] === tree.heads[at]).length;
  add('uas without punctuation', attached, spoken.length, spoken.length);
  if (lemmas !== undefined) count('lemma', (at) => lemmas[at] === tree.lemmas[at]);
  if (relations === undefined) return;
  count('las', (at) => heads[at] === tree.heads[at] && relations[at] === tree.relations[at]);
  count(
    'las (no subtypes)',
    (at) => heads[at] === tree.heads[at] && plain(relations[at]) === plain(tree.relations[at]),
  );
}

function tallyMentions(
  { mentions, tree }: GoldSentence,
  reading: ReaderSentence,
  addSets: (name: string, found: readonly string[], gold: readonly string[]) => void,
): void {
  if (mentions === undefined || tree === undefined) return;
  const goldNamed = mentions.flatMap(({ start, end, type, head }) => {
    const kind = named[type];
    return kind !== undefined && tree.upos[head] === 'PROPN' ? [spell({ start, end, type: kind })] : [];
  });
  if (reading.mentions === undefined) {
    addSets('named mentions', (reading.phrases ?? reading.names).map(spell), goldNamed);
    return;
  }
  const found = reading.mentions.map((mention) => ({ ...mention, type: coarse[mention.type] ?? mention.type }));
  addSets('mentions', found.map(spell), mentions.map(spell));
  const bare = (items: readonly { start: number; end: number }[]): string[] =>
    items.map(({ start, end }) => `${start} ${end}`);
  addSets('mention spans', bare(found), bare(mentions));
  const foundNamed = found.flatMap(({ start, end, type, head }) => {
    const kind = named[type];
    return kind !== undefined && reading.upos[head] === 'PROPN' ? [spell({ start, end, type: kind })] : [];
  });
  addSets('named mentions', foundNamed, goldNamed);
}

function spell({ start, end, type }: NameSpan): string {
  return `${start} ${end} ${type}`;
}
