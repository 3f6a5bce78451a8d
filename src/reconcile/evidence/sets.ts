import { compareText } from '../order.ts';

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
export function countGroups(members: ReadonlyMap<string, Iterable<string>>): number {
  if (members.size < 2) return members.size;
  const parents = Array.from({ length: members.size }, (_, index) => index);
  const owners = new Map<string, number>();
  let groups = members.size;
  for (const [index, keys] of [...members.values()].entries()) {
    for (const key of keys) {
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, index);
      else if (findRoot(parents, owner) !== findRoot(parents, index)) {
        parents[findRoot(parents, index)] = findRoot(parents, owner);
        groups -= 1;
      }
    }
  }
  return groups;
}

function findRoot(parents: number[], member: number): number {
  let root = member;
  while (parents[root] !== root) root = parents[root] ?? root;
  parents[member] = root;
  return root;
}
