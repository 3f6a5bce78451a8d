/**
 * Decode arc scores to the heads of `count` words, exactly one of them the root.
 *
 * `scores` holds the row of word w from `offset + w * stride`: candidate 0 is the root, candidate h the word h - 1. Heads are counted the
 * same way. The best head of every word stands where that makes a tree; else the best tree is found by Chu-Liu/Edmonds.
 */
export function decodeTree(scores: Float32Array, offset: number, stride: number, count: number): Int32Array {
  const heads = new Int32Array(count);
  let roots = 0;
  for (let word = 0; word < count; word++) {
    const row = offset + word * stride;
    let best = Number.NEGATIVE_INFINITY;
    for (let head = 0; head <= count; head++) {
      const score = scores[row + head] ?? best;
      if (score > best && head !== word + 1) {
        best = score;
        heads[word] = head;
      }
    }
    if (heads[word] === 0) roots += 1;
  }
  if (roots === 1 && findCycle([0, ...heads]).length === 0) return heads;
  return Int32Array.from(findArborescence(rootedScores(scores, offset, stride, count)).slice(1));
}

type Matrix = readonly Float64Array[];

/** Make a matrix [dependent][head] with the root as node 0, at such a price that only one word can stand under it. */
function rootedScores(scores: Float32Array, offset: number, stride: number, count: number): Matrix {
  const rows = [new Float64Array(count + 1).fill(Number.NEGATIVE_INFINITY)];
  for (let word = 0; word < count; word++) {
    const row = Float64Array.from(scores.subarray(offset + word * stride, offset + word * stride + count + 1));
    const best = row.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    rows.push(row.map((score, head) => score - best - (head === 0 ? 1e6 : 0)));
  }
  return rows;
}

/** Find one cycle among the nodes after 0, or nothing. */
function findCycle(heads: ArrayLike<number>): readonly number[] {
  const state = new Int8Array(heads.length);
  for (let first = 1; first < heads.length; first++) {
    const path: number[] = [];
    let at = first;
    while (at !== 0 && state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = heads[at] ?? 0;
    }
    if (at !== 0 && state[at] === 1) return path.slice(path.indexOf(at));
    for (const node of path) state[node] = 2;
  }
  return [];
}

/** Chu-Liu/Edmonds: the best head of every node, where the best heads together have no cycle. */
function findArborescence(scores: Matrix): number[] {
  const size = scores.length;
  const heads = scores.map((row, node) =>
    node === 0 ? 0 : bestOf(size, (head) => (head === node ? undefined : row[head])),
  );
  const cycle = findCycle(heads);
  if (cycle.length === 0) return heads;
  const outside = heads.map((_, node) => node).filter((node) => !cycle.includes(node));
  const scoreOf = (dependent: number, head: number): number => scores[dependent]?.[head] ?? Number.NEGATIVE_INFINITY;
  // What it costs to leave the cycle: a member takes a head outside it and gives up the one inside.
  const entering = (member: number, head: number): number =>
    scoreOf(member, head) - scoreOf(member, heads[member] ?? 0);
  const memberInto = (head: number): number => cycle[bestOf(cycle.length, (k) => entering(cycle[k] ?? 0, head))] ?? 0;
  const memberOver = (node: number): number => cycle[bestOf(cycle.length, (k) => scoreOf(node, cycle[k] ?? 0))] ?? 0;
  const merged = outside.length;
  const found = findArborescence([
    ...outside.map((node) =>
      Float64Array.of(...outside.map((head) => scoreOf(node, head)), scoreOf(node, memberOver(node))),
    ),
    Float64Array.of(...outside.map((head) => entering(memberInto(head), head)), Number.NEGATIVE_INFINITY),
  ]);
  for (const [k, node] of outside.entries()) {
    const head = found[k] ?? 0;
    if (k > 0) heads[node] = head === merged ? memberOver(node) : (outside[head] ?? 0);
  }
  const entry = outside[found[merged] ?? 0] ?? 0;
  heads[memberInto(entry)] = entry;
  return heads;
}

/** The first of the best; candidates without a score are passed over. */
function bestOf(count: number, scoreOf: (candidate: number) => number | undefined): number {
  let chosen = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let candidate = 0; candidate < count; candidate++) {
    const score = scoreOf(candidate) ?? Number.NEGATIVE_INFINITY;
    if (score > best) {
      best = score;
      chosen = candidate;
    }
  }
  return chosen;
}
