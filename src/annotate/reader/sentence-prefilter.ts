import triggers from '../../../data/incident-triggers.json' with { type: 'json' };
import nouns from '../../../data/people-nouns.json' with { type: 'json' };
import words from '../../../data/prefilter-words.json' with { type: 'json' };
import speech from '../../../data/speech-cues.json' with { type: 'json' };
import weapons from '../../../data/weapons.json' with { type: 'json' };
import { fatefulSenses, verbForms, verbs } from '../../lang/en/index.ts';
import type { Annotations, Article, Token } from '../../model/index.ts';

/** Words that alone say little: they count beside words of harm. */
const weak: ReadonlySet<string> = new Set(words.weak);

/** Words, as forms or lemmas, of harm, of what brings it about and of what follows it. */
const strong: ReadonlySet<string> = new Set(
  [
    ...Object.values(words.strong).flat(),
    ...[verbs.killed, verbs.died, verbs.injured, verbs.struck, verbs.hit, verbs.hostages].flat(),
    ...[verbs.arrested, verbs.rescued, verbs.displaced, Object.keys(verbForms)].flat(),
    ...Object.values(triggers).flatMap((kind) => [...kind.nouns, ...kind.verbs]),
    ...Object.values(weapons).flat(),
    ...nouns.suspect,
  ].filter((word) => !weak.has(word)),
);

const people: ReadonlySet<string> = new Set([
  ...[nouns.generic, nouns.female, nouns.male, nouns.child, nouns.either, nouns.police].flat(),
  ...[nouns.military, nouns.rescuer, nouns.civilian, Object.keys(nouns.irregular)].flat(),
]);

/** Words of what may become of people, beside a number or a noun for people. */
const fateful: ReadonlySet<string> = new Set(
  Object.values(fatefulSenses).flatMap(({ verb, noun, adjective }) => [...verb, ...noun, ...adjective]),
);

const speaking: ReadonlySet<string> = new Set([
  ...Object.values(speech.stances).flat(),
  ...Object.keys(speech.forms),
  'according',
]);

const counting: ReadonlySet<string> = new Set(['cardinal', 'vague', 'age', 'article']);

/** Words for people told of before: "all were released", "none lived", "both are back at home". */
const collective: ReadonlySet<string> = new Set(words.collective);

/** What a sentence is worth: nothing, the network's trees and names, or its judgement of people's fates as well. */
export type SentenceUse = 'spare' | 'read' | 'judge';

/**
 * Choose the sentences worth the network: those that can hold a claim, or a name that a claim needs; by sentence number.
 *
 * Kept are headlines and the first sentence; words of harm, of what brings it about and of its aftermath; numbers beside nouns for people,
 * and either beside words of what may become of people; in an article with words of harm every count, and "all" or "none" beside words of
 * what may become of people; and next to words of harm names, speech, nouns for people and pronouns. Dates, places and targets are read
 * without the network, so sentences that only tell these are spared. What is kept for its names and speech alone is read and not judged.
 */
export function chooseSentences(article: Article, annotations: Annotations): readonly SentenceUse[] {
  const { tokens, sentences, quantities, names } = annotations;
  const tell = (sought: ReadonlySet<string>): readonly boolean[] =>
    sentences.items.map(({ first, last }) => hasAny(tokens.items, first, last, sought));
  const [harmful, spoken, peopled] = [tell(strong), tell(speaking), tell(people)];
  const [told, gathered] = [tell(fateful), tell(collective)];
  const counted = markCovered(
    annotations,
    quantities.items.filter(({ quantity }) => counting.has(quantity)),
  );
  const named = markCovered(
    annotations,
    names.items.filter(({ type }) => type === 'person'),
  );
  const grave = harmful.some(Boolean);
  return sentences.items.map(({ first, last, block }, index) => {
    if (harmful[index] || index === 0 || article.blocks[block]?.kind === 'headline') return 'judge';
    if ((counted[index] || peopled[index] || gathered[index]) && told[index]) return 'judge';
    if (counted[index] && (peopled[index] || grave)) return 'judge';
    if (!harmful[index - 1] && !harmful[index + 1]) return 'spare';
    const speaks = named[index] || spoken[index] || peopled[index] || hasPronoun(tokens.items, first, last);
    return !speaks ? 'spare' : told[index] ? 'judge' : 'read';
  });
}

function hasAny(tokens: readonly Token[], first: number, last: number, sought: ReadonlySet<string>): boolean {
  for (let index = first; index < last; index++) {
    const token = tokens[index];
    if (token !== undefined && (sought.has(token.lower) || sought.has(token.lemma))) return true;
  }
  return false;
}

function hasPronoun(tokens: readonly Token[], first: number, last: number): boolean {
  return tokens.slice(first, last).some(({ pos }) => pos === 'PRON');
}

/** Tell which sentences have one of some ranges in them; both are sorted by start. */
function markCovered({ sentences }: Annotations, ranges: readonly { readonly start: number }[]): readonly boolean[] {
  let next = 0;
  return sentences.items.map(({ start, end }) => {
    while ((ranges[next]?.start ?? Number.POSITIVE_INFINITY) < start) next += 1;
    return (ranges[next]?.start ?? Number.POSITIVE_INFINITY) < end;
  });
}
