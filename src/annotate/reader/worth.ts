import verbs from '../../../data/casualty-verbs.json' with { type: 'json' };
import triggers from '../../../data/incident-triggers.json' with { type: 'json' };
import nouns from '../../../data/people-nouns.json' with { type: 'json' };
import speech from '../../../data/speech-cues.json' with { type: 'json' };
import weapons from '../../../data/weapons.json' with { type: 'json' };
import words from '../../../data/worth-words.json' with { type: 'json' };
import type { Annotations, Article, Token } from '../../model/index.ts';

/** Words, as forms or lemmas, of harm, of what brings it about and of what follows it. */
const harm: ReadonlySet<string> = new Set([
  ...Object.values(words).flat(),
  ...[verbs.killed, verbs.died, verbs.injured, verbs.struck, verbs.hit, verbs.hostages].flat(),
  ...[verbs.arrested, verbs.rescued, verbs.displaced, Object.keys(verbs.irregular)].flat(),
  ...Object.values(triggers).flatMap((kind) => [...kind.nouns, ...kind.verbs]),
  ...Object.values(weapons).flat(),
  ...nouns.suspect,
]);

const people: ReadonlySet<string> = new Set([
  ...[nouns.generic, nouns.female, nouns.male, nouns.child, nouns.either, nouns.police].flat(),
  ...[nouns.military, nouns.rescuer, nouns.civilian, Object.keys(nouns.irregular)].flat(),
]);

const speaking: ReadonlySet<string> = new Set([
  ...Object.values(speech.stances).flat(),
  ...Object.keys(speech.forms),
  'according',
]);

const counting: ReadonlySet<string> = new Set(['cardinal', 'vague', 'age', 'article']);
const openingSentences = 3;

/**
 * Choose the sentences worth the network: those that can hold a claim or a name that a claim needs; by sentence number.
 *
 * Kept are the headline and the opening; words of harm, of what brings it about and of its aftermath; speech; numbers beside people; times and
 * places of an incident; and next to words of harm whatever speaks of people at all.
 */
export function chooseSentences(article: Article, annotations: Annotations): readonly boolean[] {
  const { tokens, sentences, quantities, names } = annotations;
  const harmful = sentences.items.map(({ first, last }) => hasAny(tokens.items, first, last, harm));
  const counted = markCovered(
    annotations,
    quantities.items.filter(({ quantity }) => counting.has(quantity)),
  );
  const named = markCovered(
    annotations,
    names.items.filter(({ type }) => type === 'person'),
  );
  let body = 0;
  return sentences.items.map(({ first, last, block }, index) => {
    if (article.blocks[block]?.kind === 'body') body += 1;
    if (harmful[index] === true || body <= openingSentences) return true;
    if (hasAny(tokens.items, first, last, speaking)) return true;
    const hasPeople =
      named[index] === true || hasAny(tokens.items, first, last, people) || hasPronoun(tokens.items, first, last);
    if (counted[index] === true && hasPeople) return true;
    return hasPeople && (harmful[index - 1] === true || harmful[index + 1] === true);
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
