/** A stretch of a sentence that the tagger takes for a role's filler, with how likely it is; tokens [`first`, `last`). */
export interface RoleSpan {
  readonly role: number;
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly probability: number;
}

/** Tags of one role: outside, first token, later token. */
const tags = 3;
const outside = 0;
const begin = 1;
const inside = 2;

/** Spans less likely than this are not worth weighing. */
const least = 0.01;
const longest = 12;
const impossible = -1e4;

function logSum(a: number, b: number, c = Number.NEGATIVE_INFINITY): number {
  const most = Math.max(a, b, c);
  return most + Math.log(Math.exp(a - most) + Math.exp(b - most) + Math.exp(c - most));
}

/** Scores of one role over one sentence: `emit(at, tag)`, and `move(from, to)` between tags. */
interface Lattice {
  readonly length: number;
  readonly emit: (at: number, tag: number) => number;
  readonly move: (from: number, to: number) => number;
}

function sumForward({ length, emit, move }: Lattice): Float64Array {
  const sums = new Float64Array(length * tags);
  for (let tag = 0; tag < tags; tag++) sums[tag] = emit(0, tag) + (tag === inside ? impossible : 0);
  for (let at = 1; at < length; at++) {
    for (let tag = 0; tag < tags; tag++) {
      const from = (one: number) => (sums[(at - 1) * tags + one] ?? 0) + move(one, tag);
      sums[at * tags + tag] = logSum(from(outside), from(begin), from(inside)) + emit(at, tag);
    }
  }
  return sums;
}

function sumBackward({ length, emit, move }: Lattice): Float64Array {
  const sums = new Float64Array(length * tags);
  for (let at = length - 2; at >= 0; at--) {
    for (let tag = 0; tag < tags; tag++) {
      const to = (one: number) => move(tag, one) + emit(at + 1, one) + (sums[(at + 1) * tags + one] ?? 0);
      sums[at * tags + tag] = logSum(to(outside), to(begin), to(inside));
    }
  }
  return sums;
}

/** Find the spans of one role in one sentence whose probability under the chain is not negligible. */
function readLattice(lattice: Lattice): readonly Omit<RoleSpan, 'role' | 'sentence'>[] {
  const { length, emit, move } = lattice;
  const forward = sumForward(lattice);
  const backward = sumBackward(lattice);
  const end = (length - 1) * tags;
  const total = logSum(forward[end] ?? 0, forward[end + 1] ?? 0, forward[end + 2] ?? 0);
  const spans: Omit<RoleSpan, 'role' | 'sentence'>[] = [];
  for (let first = 0; first < length; first++) {
    let score = forward[first * tags + begin] ?? 0;
    if (Math.exp(score + (backward[first * tags + begin] ?? 0) - total) < least) continue;
    for (let at = first, tag = begin; at < Math.min(length, first + longest); at++) {
      if (at > first) {
        score += move(tag, inside) + emit(at, inside);
        tag = inside;
      }
      const next = (one: number) => move(tag, one) + emit(at + 1, one) + (backward[(at + 1) * tags + one] ?? 0);
      const rest = at + 1 < length ? logSum(next(outside), next(begin)) : 0;
      const probability = Math.exp(score + rest - total);
      if (probability >= least) spans.push({ first, last: at + 1, probability });
      if (Math.exp(score + (backward[at * tags + tag] ?? 0) - total) < least) break;
    }
  }
  return spans;
}

/** What the tagger scores: per token `roles` × 3 numbers, and per role a 3 × 3 table of moves. */
export interface Scores {
  readonly emissions: readonly Float32Array[];
  readonly moves: Float32Array;
}

/** Find the likely fillers of every role in one sentence. */
export function readSpans(scores: Scores, sentence: number, roles: number): readonly RoleSpan[] {
  const { emissions, moves } = scores;
  if (emissions.length === 0) return [];
  return Array.from({ length: roles }, (_, role) => {
    const emit = (at: number, tag: number) => emissions[at]?.[role * tags + tag] ?? 0;
    const hopeless = emissions.every((_, at) => emit(at, begin) < emit(at, outside) - 6);
    if (hopeless) return [];
    const move = (from: number, to: number) =>
      from === outside && to === inside ? impossible : (moves[(role * tags + from) * tags + to] ?? 0);
    return readLattice({ length: emissions.length, emit, move }).map((span) => ({ ...span, role, sentence }));
  }).flat();
}
