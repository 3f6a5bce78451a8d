import type { Arc } from '../dependencies.ts';
import { type SentenceView, wordAt } from '../view.ts';
import type { Anchor } from './anchors.ts';
import { completing, inside, oblique, subjects } from './relations.ts';
import { nameTelling, signsOf } from './signs.ts';

type Arcs = readonly (Arc | undefined)[];

/** Steps from a word to what is said of it. */
const longestClimb = 4;

function headOf(arcs: Arcs, at: number): number {
  return arcs[at]?.head ?? -1;
}

/** Go from a word up to what is said of its phrase; -1 where the tree ends. */
function climb(arcs: Arcs, from: number): number {
  let at = from;
  for (let step = 0; step < longestClimb; step++) {
    const head = headOf(arcs, at);
    if (head < 0) return -1;
    const belongs = inside.has(arcs[at]?.relation ?? '');
    at = head;
    if (!belongs) return at;
  }
  return at;
}

function childOf(arcs: Arcs, head: number, wanted: ReadonlySet<string>, besides: readonly number[]): number {
  return arcs.findIndex((arc, at) => arc?.head === head && wanted.has(arc.relation) && !besides.includes(at));
}

/** Token of the noun an anchor counts or is. */
function nounOf({ at, group }: Anchor, arcs: Arcs): number {
  if (group !== undefined) return group.head;
  const arc = arcs[at];
  const counts = arc !== undefined && (arc.relation === 'nummod' || arc.relation === 'det') && arc.head >= 0;
  return counts ? arc.head : at;
}

/**
 * Find the words that the fate of an anchor is read from: itself, its noun, what is said of it, what that hangs on, what completes it, its
 * subject and what else is said with it; tokens, -1 where there is none.
 *
 * "Rescuers pulled 12 miners from the shaft", for 12 -> [2, 3, 1, -1, -1, 0, 6]. The trainer does the same (`training/fates_en/spots.py`).
 */
export function findSpots(anchor: Anchor, arcs: Arcs): readonly number[] {
  const noun = nounOf(anchor, arcs);
  const above = climb(arcs, noun);
  const predicate = above < 0 ? noun : above;
  const own = [anchor.at, noun];
  return [
    anchor.at,
    noun,
    predicate,
    headOf(arcs, predicate),
    childOf(arcs, predicate, completing, own),
    childOf(arcs, predicate, subjects, own),
    childOf(arcs, predicate, oblique, own),
  ];
}

const ways = [1, 2, 4, 8, 16] as const;

function nameWay(distance: number): string {
  const limit = ways.find((one) => Math.abs(distance) <= one);
  return limit === undefined ? 'far' : `${distance < 0 ? '-' : '+'}${limit}`;
}

/** Names of the spots in order. */
const spotNames = ['anchor', 'noun', 'predicate', 'above', 'complement', 'subject', 'oblique'] as const;
/** Tokens on either side of an anchor within which words of a sense stand near it. */
const nearReach = 6;

/**
 * Name the plain signs of an anchor: the block, how its noun and what is said of it hang in the tree, the way between them, the senses
 * of the words at its spots and near it, and what its sentence and its place in the article say (`signsOf`, `nameTelling`).
 */
export function nameSigns(view: SentenceView, anchor: Anchor, spots: readonly number[], arcs: Arcs): readonly string[] {
  const [, noun = -1, predicate = -1] = spots;
  const { senses, signs } = signsOf(view);
  const near = senses.slice(Math.max(0, anchor.at - nearReach), anchor.at + nearReach + 1).flat();
  return [
    ...signs,
    ...nameTelling(view, anchor),
    ...(wordAt(view, predicate - 1) === 'had' || wordAt(view, predicate - 2) === 'had' ? ['perfect'] : []),
    `noun ${arcs[noun]?.relation ?? ''}`,
    `predicate ${arcs[predicate]?.relation ?? ''}`,
    `way ${nameWay(predicate - anchor.at)}`,
    ...spots.flatMap((token, spot) => (senses[token] ?? []).map((sense) => `${spotNames[spot]} ${sense}`)),
    ...[...new Set(near)].map((sense) => `near ${sense}`),
  ];
}
