/** Added to the score of an edge that the tree suggests; chosen on development data when the network was trained. */
const edgeBonus = 1;

/** First and last word under each word of a tree. */
export interface Yields {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Find what stands under each word; heads count from 1, 0 is the root. */
export function findYields(heads: Int32Array): Yields {
  const left = Int32Array.from(heads, (_, word) => word);
  const right = left.slice();
  for (let word = 0; word < heads.length; word++) {
    let at = (heads[word] ?? 0) - 1;
    while (at >= 0 && ((left[at] ?? 0) > word || (right[at] ?? 0) < word)) {
      if ((left[at] ?? 0) > word) left[at] = word;
      if ((right[at] ?? 0) < word) right[at] = word;
      at = (heads[at] ?? 0) - 1;
    }
  }
  return { left, right };
}

/** Scores of one mention's edges: row `at` of `first` and of `last`, by word. */
export interface EdgeScores {
  readonly first: Float32Array;
  readonly last: Float32Array;
}

/** Choose the first and the last word of the mention headed by `at`, with a bonus for the head itself and the edges of its dependents' yields. */
export function chooseBounds(
  scores: EdgeScores,
  heads: Int32Array,
  { left, right }: Yields,
  at: number,
): [number, number] {
  const first = scores.first.slice(0, heads.length);
  const last = scores.last.slice(0, heads.length);
  const favour = (edges: Float32Array, word: number): void => {
    edges[word] = (edges[word] ?? 0) + edgeBonus;
  };
  favour(first, at);
  favour(last, at);
  for (let child = 0; child < heads.length; child++) {
    if (heads[child] !== at + 1) continue;
    const from = left[child] ?? child;
    const to = right[child] ?? child;
    if (from <= at) favour(first, from);
    if (child < at && to < at) favour(first, to + 1);
    if (to >= at) favour(last, to);
    if (child > at && from > at) favour(last, from - 1);
  }
  return [highest(first, 0, at + 1), highest(last, at, heads.length)];
}

/** Index of the first of the highest values of [`from`, `to`). */
export function highest(values: Float32Array, from: number, to: number): number {
  let best = from;
  for (let index = from + 1; index < to; index++) if ((values[index] ?? 0) > (values[best] ?? 0)) best = index;
  return best;
}
