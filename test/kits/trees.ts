import type {
  Annotations,
  EntityType,
  Layer,
  Mention,
  ProperName,
  Range,
  Token,
  Upos,
  Word,
} from '../../src/model/index.ts';
import { type DependencyTree, growTrees } from '../../src/text/trees/index.ts';

/**
 * Make layers from hand-written trees.
 *
 * Each word is a line: its number, form, lemma (`_` for the lower-cased form), tag (with its Penn tag where a rule needs it:
 * `VERB/VBG`), the number of its head (0 for the root) and its relation; then, where the word heads a mention, the mention's
 * type, and `named` for a proper name: `5 farmers farmer NOUN 3 obj person`. An empty line ends a sentence.
 *
 * A mention covers the word and all words below it; a name covers the word and its dependents `flat` and `compound`.
 */
export function plantLayers(lines: string): Annotations {
  const sentences = lines.trim().split(/\n\s*\n/);
  const made = { tokens: [] as Token[], words: [] as Word[], mentions: [] as Mention[], names: [] as ProperName[] };
  const cuts = sentences.map((sentence, block) => {
    const first = made.tokens.length;
    const start = (made.tokens.at(-1)?.end ?? -1) + 1;
    plantSentence(sentence.trim().split('\n'), first, start, made);
    return { start, end: made.tokens.at(-1)?.end ?? start, first, last: made.tokens.length, block };
  });
  return {
    tokens: layer('tokens', made.tokens),
    sentences: layer('sentences', cuts),
    quantities: layer('quantities', []),
    times: layer('times', []),
    places: layer('places', []),
    names: layer('names', []),
    deep: {
      syntax: layer('syntax', made.words),
      mentions: layer('mentions', made.mentions),
      properNames: layer('properNames', made.names),
      coreference: layer('coreference', []),
      spots: layer('spots', []),
    },
  };
}

/** Make the tree of one hand-written sentence. */
export function plantTree(lines: string): DependencyTree {
  const [tree, ...others] = growTrees(plantLayers(lines));
  if (tree === undefined || others.length > 0) throw new Error(`not one sentence: ${lines}`);
  return tree;
}

interface Row {
  readonly form: string;
  readonly lemma: string;
  readonly tag: string;
  readonly head: number;
  readonly relation: string;
  readonly entity: string | undefined;
  readonly named: boolean;
}

interface Made {
  readonly tokens: Token[];
  readonly words: Word[];
  readonly mentions: Mention[];
  readonly names: ProperName[];
}

function plantSentence(lines: readonly string[], first: number, start: number, made: Made): void {
  const rows = lines.map(readRow);
  let at = start;
  for (const [index, { form, lemma, tag, head, relation }] of rows.entries()) {
    const range = { start: at, end: at + form.length };
    at = range.end + 1;
    const token = first + index;
    made.tokens.push({ ...range, form, lower: form.toLowerCase(), lemma, pos: (tag.split('/')[0] ?? 'X') as Upos });
    const [upos = 'X', xpos = upos] = tag.split('/');
    const tree = { upos: upos as Upos, xpos, lemma, deprel: relation };
    made.words.push({ ...range, token, ...tree, ...(head === 0 ? {} : { head: first + head - 1 }) });
  }
  for (const [index, { entity, named }] of rows.entries()) {
    if (entity === undefined) continue;
    const under = rows.flatMap((_, other) => (isUnder(rows, other, index) ? [first + other] : []));
    const [from = first, to = first] = [under[0], under.at(-1)];
    const range = {
      start: made.tokens[from]?.start ?? start,
      end: made.tokens[to]?.end ?? start,
      first: from,
      last: to + 1,
    };
    const form = named ? 'named' : 'nominal';
    made.mentions.push({ ...range, head: first + index, type: entity as EntityType, form });
    if (named) plantName(rows, index, first, entity as ProperName['type'], made);
  }
  made.mentions.sort((one, other) => one.start - other.start || other.end - one.end);
}

function plantName(rows: readonly Row[], index: number, first: number, type: ProperName['type'], made: Made): void {
  const parts = rows.flatMap(({ head, relation }, other) =>
    other === index || (head === index + 1 && ['flat', 'compound'].includes(relation)) ? [first + other] : [],
  );
  const [from = first, to = first] = [parts[0], parts.at(-1)];
  const range = { start: made.tokens[from]?.start ?? 0, end: made.tokens[to]?.end ?? 0 };
  made.names.push({ ...range, first: from, last: to + 1, type });
}

function readRow(line: string): Row {
  const [, form = '', lemma = '_', tag = 'X', head = '0', relation = 'root', entity, named] = line.trim().split(/\s+/);
  return {
    form,
    lemma: lemma === '_' ? form.toLowerCase() : lemma,
    tag,
    head: Number(head),
    relation,
    entity,
    named: named === 'named',
  };
}

function isUnder(rows: readonly Row[], word: number, above: number): boolean {
  for (let at = word, steps = 0; at >= 0 && steps <= rows.length; at = (rows[at]?.head ?? 0) - 1, steps++) {
    if (at === above) return true;
  }
  return false;
}

function layer<T extends Range>(name: string, items: readonly T[]): Layer<T> {
  return { name, text: 'test', producer: { name: 'test', version: '1' }, items };
}
