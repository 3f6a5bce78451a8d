import { compareText } from './order.ts';

/** Disjoint sets of strings, joined pair by pair; the least member names its set, so the order of joining is no matter. */
export interface DisjointSets {
  readonly join: (a: string, b: string) => void;
  readonly find: (member: string) => string;
}

/** Make disjoint sets in which every member is alone. */
export function makeDisjointSets(): DisjointSets {
  const parents = new Map<string, string>();
  const find = (member: string): string => {
    let root = member;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    let step = member;
    while (step !== root) {
      const next = parents.get(step) ?? root;
      parents.set(step, root);
      step = next;
    }
    return root;
  };
  const join = (a: string, b: string): void => {
    const left = find(a);
    const right = find(b);
    const order = compareText(left, right);
    if (order < 0) parents.set(right, left);
    else if (order > 0) parents.set(left, right);
  };
  return { join, find };
}

/** Join members that share any key and return how many sets are left. */
export function countGroups(members: ReadonlyMap<string, readonly string[]>): number {
  const sets = makeDisjointSets();
  for (const [member, keys] of members) for (const key of keys) sets.join(`m\u001f${member}`, `k\u001f${key}`);
  return new Set([...members.keys()].map((member) => sets.find(`m\u001f${member}`))).size;
}
