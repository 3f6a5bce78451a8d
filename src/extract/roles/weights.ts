import model from '../../../models/roles-en/weights.json' with { type: 'json' };
import { contextBuckets } from './contexts.ts';
import { buckets, storyBuckets } from './features.ts';

/** A regression tree as arrays by inner node; a child below zero is the leaf `~child`. */
export interface DecisionTree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly leaf: readonly number[];
}

/** Rows of small numbers by bucket: `row[bucket]` is the row's index or −1, `values` holds `width` numbers a row. */
export interface HashedTable {
  readonly width: number;
  readonly row: Int32Array;
  readonly values: Int8Array;
  /** What one unit of each column is worth. */
  readonly scale: readonly number[];
  readonly bias: readonly number[];
}

/** Everything the classifiers know; made by `training/roles_en`, described in `models/roles-en/README.md`. */
export interface RoleWeights {
  readonly tagger: HashedTable;
  /** Per role, moves between outside, first and later token, 3 × 3. */
  readonly moves: Float32Array;
  readonly story: HashedTable;
  /** One column a role: what surrounds a candidate all over the article. */
  readonly context: HashedTable;
  /** Trees per kind of violence; undefined where the words alone decide. */
  readonly kinds: readonly (readonly DecisionTree[] | null)[];
  /** Trees per role. */
  readonly roles: readonly (readonly DecisionTree[])[];
  readonly kindThresholds: readonly number[];
  readonly roleThresholds: readonly number[];
}

interface PackedTable {
  readonly rows: string;
  readonly values: string;
  readonly scale: readonly number[];
  readonly bias: readonly number[];
}

function decodeBytes(packed: string): Uint8Array {
  return Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
}

/** Rows are stored as the gaps between their buckets, seven bits a byte, low bits first. */
function unpack({ rows, values, scale, bias }: PackedTable, size: number): HashedTable {
  const row = new Int32Array(size).fill(-1);
  let [bucket, gap, shift, count] = [-1, 0, 0, 0];
  for (const byte of decodeBytes(rows)) {
    gap |= (byte & 127) << shift;
    shift += 7;
    if (byte >= 128) continue;
    bucket += gap;
    row[bucket] = count++;
    [gap, shift] = [0, 0];
  }
  return { width: bias.length, row, values: new Int8Array(decodeBytes(values).buffer), scale, bias };
}

let opened: RoleWeights | undefined;

/** Unpack the weights, once. */
export function openWeights(): RoleWeights {
  opened ??= {
    tagger: unpack(model.tagger, buckets),
    moves: Float32Array.from(model.moves),
    story: unpack(model.story, storyBuckets),
    context: unpack(model.context, contextBuckets),
    kinds: model.kinds,
    roles: model.roles,
    kindThresholds: model.kindThresholds,
    roleThresholds: model.roleThresholds,
  };
  return opened;
}

/** Add up the rows of some buckets, each `weight` times, on top of the bias. */
export function sumRows(table: HashedTable, features: Uint32Array, weight = 1): Float32Array {
  const { width, row, values, scale, bias } = table;
  const sums = new Float32Array(width);
  for (let index = 0; index < features.length; index++) {
    const at = (row[features[index] as number] as number) * width;
    if (at < 0) continue;
    for (let column = 0; column < width; column++)
      sums[column] = (sums[column] as number) + (values[at + column] as number);
  }
  for (let column = 0; column < width; column++)
    sums[column] = (sums[column] as number) * weight * (scale[column] ?? 1) + (bias[column] ?? 0);
  return sums;
}

/** Turn log odds into a probability. */
export function squash(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function descend(tree: DecisionTree, values: readonly number[]): number {
  let node = tree.feature.length === 0 ? -1 : 0;
  while (node >= 0) {
    const goesLeft = (values[tree.feature[node] ?? 0] ?? 0) <= (tree.threshold[node] ?? 0);
    node = (goesLeft ? tree.left[node] : tree.right[node]) ?? -1;
  }
  return tree.leaf[~node] ?? 0;
}

/** Give the probability boosted trees assign to a row of numbers. */
export function weigh(trees: readonly DecisionTree[], values: readonly number[]): number {
  return squash(trees.reduce((sum, tree) => sum + descend(tree, values), 0));
}
