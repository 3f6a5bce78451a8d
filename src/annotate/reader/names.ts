/** A name as [`first`, `last`) words of its sentence and its class: PER, ORG, LOC, MISC or NAT. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly kind: string;
}

/** For each tag the tags that may stand before it: `I-x` only follows `B-x` or `I-x`. */
export type TagOrder = readonly (readonly number[])[];

export function orderTags(tags: readonly string[]): TagOrder {
  return tags.map((tag) =>
    tags.flatMap((before, index) => {
      const fits = !tag.startsWith('I-') || (before !== 'O' && before.slice(2) === tag.slice(2));
      return fits ? [index] : [];
    }),
  );
}

/** Choose the best tags that make whole names (Viterbi), and join them to names; row w of `scores` begins at `offset + w * tags`. */
export function decodeNames(
  scores: Float32Array,
  offset: number,
  count: number,
  tags: readonly string[],
  order: TagOrder,
): readonly NameSpan[] {
  const width = tags.length;
  if (isAllOutside(scores, offset, count, width)) return [];
  const back = new Int16Array(count * width);
  let best = tags.map((tag, index) =>
    tag.startsWith('I-') ? Number.NEGATIVE_INFINITY : (scores[offset + index] ?? 0),
  );
  for (let word = 1; word < count; word++) {
    const row = offset + word * width;
    const next = new Array<number>(width);
    for (let tag = 0; tag < width; tag++) {
      let from = 0;
      let score = Number.NEGATIVE_INFINITY;
      for (const before of order[tag] ?? []) {
        const way = best[before] ?? 0;
        if (way > score) {
          score = way;
          from = before;
        }
      }
      back[word * width + tag] = from;
      next[tag] = score + (scores[row + tag] ?? 0);
    }
    best = next;
  }
  let at = best.indexOf(Math.max(...best));
  const path = new Array<string>(count);
  for (let word = count - 1; word >= 0; word--) {
    path[word] = tags[at] ?? 'O';
    at = back[word * width + at] ?? 0;
  }
  return joinTags(path);
}

/** Where no tag beats "no name" at any word, no path through names can beat it either. */
function isAllOutside(scores: Float32Array, offset: number, count: number, width: number): boolean {
  for (let row = offset; row < offset + count * width; row += width) {
    const outside = scores[row] ?? 0;
    for (let tag = 1; tag < width; tag++) if ((scores[row + tag] ?? 0) > outside) return false;
  }
  return true;
}

function joinTags(path: readonly string[]): readonly NameSpan[] {
  const spans: NameSpan[] = [];
  for (const [first, tag] of path.entries()) {
    if (!tag.startsWith('B-')) continue;
    const kind = tag.slice(2);
    let last = first + 1;
    while (path[last] === `I-${kind}`) last += 1;
    spans.push({ first, last, kind });
  }
  return spans;
}
