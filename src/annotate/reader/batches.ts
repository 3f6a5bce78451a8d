import type { NetworkBatch } from '../../model/index.ts';
import type { PieceCutter } from './pieces.ts';

/** The vocabulary's marks of where a sentence begins and ends: `[CLS]` and `[SEP]`. */
const opening = 101;
const closing = 102;

/** A sentence as the network takes it. `starts` is the first piece of each word, and shorter than the sentence past the piece limit. */
export interface Encoded {
  readonly ids: readonly number[];
  readonly shapes: readonly number[];
  readonly starts: readonly number[];
}

/** Turn the words of a sentence into numbers; words that would pass `pieceLimit` pieces, marks counted, are left out. */
export function encodeSentence(words: readonly string[], cut: PieceCutter, pieceLimit: number): Encoded {
  const ids = [opening];
  const shapes = [0];
  const starts: number[] = [];
  for (const word of words) {
    const piecework = cut(word);
    if (ids.length + piecework.ids.length + 1 > pieceLimit) break;
    starts.push(ids.length);
    for (const id of piecework.ids) {
      ids.push(id);
      shapes.push(piecework.shape);
    }
  }
  ids.push(closing);
  shapes.push(0);
  return { ids, shapes, starts };
}

/** Group some sentences of similar length, as indices, with at most `pieces` padded pieces in a group of more than one. */
export function groupByLength(
  sentences: readonly Encoded[],
  pieces: number,
  indexes: readonly number[] = sentences.map((_, index) => index),
): readonly (readonly number[])[] {
  const lengthOf = (index: number): number => sentences[index]?.ids.length ?? 0;
  const order = indexes.toSorted((a, b) => lengthOf(a) - lengthOf(b) || a - b);
  const groups: number[][] = [];
  for (const index of order) {
    const group = groups.at(-1);
    const length = lengthOf(index);
    // Padding is read like words: a group is closed before its longest is half as long again as its shortest.
    if (group?.[0] !== undefined && (group.length + 1) * length <= pieces && length <= 8 + 1.3 * lengthOf(group[0])) {
      group.push(index);
    } else groups.push([index]);
  }
  return groups;
}

/** Pad sentences to one batch; `judged` asks for people's fates as well. */
export function padBatch(sentences: readonly Encoded[], judged: boolean): NetworkBatch {
  const pieces = Math.max(...sentences.map(({ ids }) => ids.length));
  const words = Math.max(...sentences.map(({ starts }) => starts.length));
  const batch = {
    sentences: sentences.length,
    judged,
    pieces,
    words,
    ids: new Int32Array(sentences.length * pieces),
    shapes: new Int32Array(sentences.length * pieces),
    mask: new Int32Array(sentences.length * pieces),
    starts: new Int32Array(sentences.length * words),
  };
  sentences.forEach(({ ids, shapes, starts }, row) => {
    batch.ids.set(ids, row * pieces);
    batch.shapes.set(shapes, row * pieces);
    batch.mask.fill(1, row * pieces, row * pieces + ids.length);
    batch.starts.set(starts, row * words);
  });
  return batch;
}
