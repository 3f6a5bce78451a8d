import { type SentenceView, wordAt } from '../view.ts';
import type { Anchor } from './anchors.ts';
import { completing, inside } from './relations.ts';

/** Steps from a word to what is said of it. */
const longestClimb = 4;
/** Tokens from an anchor beyond which no word of its evidence stands. */
const longestReach = 18;

/**
 * Find the words that say what became of the people an anchor stands for, as tokens [`first`, `last`): the verb or noun its phrase hangs on,
 * with what completes it; the anchor's own word where the tree says no more.
 *
 * "Rescuers pulled 12 people alive from the mud" -> "pulled … alive" spans tokens 1 to 5.
 */
export function findPredicate(view: SentenceView, anchor: Anchor): { readonly first: number; readonly last: number } {
  const { arcs } = view.parse ?? { arcs: [] };
  let at = anchor.group?.head ?? anchor.at;
  for (let step = 0; step < longestClimb; step++) {
    const arc = arcs[at];
    if (arc === undefined || arc.head < 0) break;
    const belongs = inside.has(arc.relation) && view.tokens[at]?.pos !== 'VERB';
    at = arc.head;
    if (!belongs && (view.tokens[at]?.pos === 'VERB' || view.tokens[at]?.pos === 'ADJ')) break;
  }
  if (Math.abs(at - anchor.at) > longestReach) at = anchor.at;
  const near = (other: number): boolean => Math.abs(other - at) <= 4;
  const completed = arcs.flatMap((arc, other) =>
    arc?.head === at && completing.has(arc.relation) && near(other) && other !== anchor.at ? [other] : [],
  );
  const inPhrase = (other: number): boolean =>
    anchor.group !== undefined && anchor.group.first <= other && other < anchor.group.last;
  const all = [at, ...completed.filter((other) => !inPhrase(other) && wordAt(view, other) !== '')];
  return { first: Math.min(...all), last: Math.max(...all) + 1 };
}
