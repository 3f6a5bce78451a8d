import { type Shingled, shingleWords } from '../documents/shingles.ts';

/** A passage two articles share: word indices, half-open, in both. */
export interface Passage {
  readonly a: { readonly first: number; readonly last: number };
  readonly b: { readonly first: number; readonly last: number };
}

interface AlignedRun {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Places one shingle may stand in an article before it stops being a guide. */
const maxPlaces = 8;

function indexPlaces(shingles: Uint32Array): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  shingles.forEach((hash, at) => {
    if (hash === 0) return;
    const known = places.get(hash);
    if (known === undefined) places.set(hash, [at]);
    else if (known.length < maxPlaces) known.push(at);
  });
  return places;
}

function extendRun(a: Shingled, b: Shingled, startA: number, startB: number): number {
  const [blockA, blockB] = [a.document.words[startA]?.block, b.document.words[startB]?.block];
  let length = 0;
  for (;;) {
    const [x, y] = [a.words[startA + length], b.words[startB + length]];
    if (x === undefined || x !== y) return length;
    const left = a.document.words[startA + length]?.block !== blockA;
    if (left || b.document.words[startB + length]?.block !== blockB) return length;
    length += 1;
  }
}

/** Find every longest run of at least five equal words that begins with a shingle still allowed. */
function findRuns(a: Shingled, b: Shingled): readonly AlignedRun[] {
  const places = indexPlaces(a.shingles);
  const runs: AlignedRun[] = [];
  const reached = new Map<number, number>();
  b.shingles.forEach((hash, startB) => {
    if (hash === 0) return;
    for (const startA of places.get(hash) ?? []) {
      const diagonal = startA - startB;
      if ((reached.get(diagonal) ?? -1) > startB) continue;
      const length = extendRun(a, b, startA, startB);
      reached.set(diagonal, startB + length);
      if (length >= shingleWords) runs.push({ a: startA, b: startB, length });
    }
  });
  return runs.sort((x, y) => y.length - x.length || x.a - y.a || x.b - y.b);
}

function isFree(taken: Uint8Array, from: number, length: number): boolean {
  for (let at = from; at < from + length; at += 1) if (taken[at] === 1) return false;
  return true;
}

/**
 * Align what two articles share, longest runs first, none overlapping; runs a few words apart in both become one passage.
 *
 * Returns passages in the order of `b`.
 */
export function alignPassages(a: Shingled, b: Shingled, maxGapWords: number): readonly Passage[] {
  const [takenA, takenB] = [new Uint8Array(a.words.length), new Uint8Array(b.words.length)];
  const accepted: AlignedRun[] = [];
  for (const run of findRuns(a, b)) {
    if (!isFree(takenA, run.a, run.length) || !isFree(takenB, run.b, run.length)) continue;
    takenA.fill(1, run.a, run.a + run.length);
    takenB.fill(1, run.b, run.b + run.length);
    accepted.push(run);
  }
  accepted.sort((x, y) => x.b - y.b);
  const passages: Passage[] = [];
  for (const run of accepted) {
    const next = { a: { first: run.a, last: run.a + run.length }, b: { first: run.b, last: run.b + run.length } };
    const before = passages.at(-1);
    if (before !== undefined && continues(a, b, before, next, maxGapWords)) {
      passages[passages.length - 1] = {
        a: { first: before.a.first, last: next.a.last },
        b: { first: before.b.first, last: next.b.last },
      };
    } else passages.push(next);
  }
  return passages;
}

function continues(a: Shingled, b: Shingled, before: Passage, next: Passage, maxGapWords: number): boolean {
  const [gapA, gapB] = [next.a.first - before.a.last, next.b.first - before.b.last];
  if (gapA < 0 || gapB < 0 || gapA > maxGapWords || gapB > maxGapWords) return false;
  const sameBlockA = a.document.words[before.a.first]?.block === a.document.words[next.a.first]?.block;
  return sameBlockA && b.document.words[before.b.first]?.block === b.document.words[next.b.first]?.block;
}

/** Count the words of passages on one side. */
export function countCovered(passages: readonly Passage[], side: 'a' | 'b'): number {
  return passages.reduce((sum, passage) => sum + passage[side].last - passage[side].first, 0);
}
