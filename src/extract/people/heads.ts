import { isParticiple, isThingAfterPeople, personLemma } from '../lexicon.ts';
import type { SentenceView } from '../view.ts';
import { isModifier } from './edges.ts';
import { bodies, contestants, endings } from './words.ts';

/** Tokens after a number within which its noun is sought. */
const headReach = 7;

/** Token of a people noun; `known` where the lexicon lists it or the tree marks it, otherwise its ending only looks like one. */
export interface Head {
  readonly head: number;
  readonly known: boolean;
}

/** Tell whether the trained reader takes a plain noun for a person ("an angler") or persons; "the crew" is a body of them. */
export function isMarkedPerson(view: SentenceView, at: number): boolean {
  const token = view.tokens[at];
  if (token?.pos !== 'NOUN' || view.parse?.people.has(at) !== true) return false;
  if (view.nameOver[at] !== undefined || view.quantityOver[at] !== undefined) return false;
  return !contestants.has(token.lower) && !bodies.has(token.lemma) && !isThingAfterPeople(token);
}

/** Tell whether a token is the noun of "two 21-year-olds". */
function isAgeNoun(view: SentenceView, at: number): boolean {
  return view.tokens[at]?.lower === 'olds' && view.tokens[at - 1]?.form === '-';
}

/** Find the people noun that heads the noun run beginning at `from`; undefined where the run names no people. */
export function findHead(view: SentenceView, from: number): Head | undefined {
  let head = -1;
  let at = from;
  for (; at < Math.min(view.tokens.length, from + headReach); at++) {
    const token = view.tokens[at];
    if (token === undefined) break;
    if (head < 0 && view.quantityOver[at]?.quantity === 'age') continue;
    if (personLemma(token) !== undefined || isAgeNoun(view, at)) head = at;
    else if (head >= 0 && token.pos === 'NOUN' && isThingAfterPeople(token)) return undefined;
    else if (head >= 0 || isParticiple(token) || !isModifier(token)) break;
  }
  if (head >= 0) return { head, known: true };
  const last = at > from ? view.tokens[at - 1] : undefined;
  if (
    last !== undefined &&
    view.parse?.people.has(at - 1) &&
    view.nameOver[at - 1] === undefined &&
    !contestants.has(last.lower)
  )
    return { head: at - 1, known: isMarkedPerson(view, at - 1) };
  return last?.pos === 'NOUN' && endings.some((ending) => last.lower.endsWith(ending))
    ? { head: at - 1, known: false }
    : undefined;
}
