/** Gather items under a key; keys in order of their first item, items in their own order. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Disjoint sets, joined pair by pair; the least member names its set, so the order of joining is no matter. */
export interface DisjointSets<T> {
  /** Join the sets of two members; returns false where they were one already. */
  readonly join: (a: T, b: T) => boolean;
  /** Name the set a member is in. */
  readonly find: (member: T) => T;
}

/** Make disjoint sets of strings or of numbers in which every member is alone. */
export function makeDisjointSets<T extends string | number = string>(): DisjointSets<T> {
  const parents = new Map<T, T>();
  const find = (member: T): T => {
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
  const join = (a: T, b: T): boolean => {
    const left = find(a);
    const right = find(b);
    if (left === right) return false;
    if (left < right) parents.set(right, left);
    else parents.set(left, right);
    return true;
  };
  return { join, find };
}

/** Join members that share any key and return how many sets are left. */
export function countGroups(members: ReadonlyMap<string, Iterable<string>>): number {
  if (members.size < 2) return members.size;
  const sets = makeDisjointSets<number>();
  const owners = new Map<string, number>();
  let groups = members.size;
  for (const [index, keys] of [...members.values()].entries()) {
    for (const key of keys) {
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, index);
      else if (sets.join(owner, index)) groups -= 1;
    }
  }
  return groups;
}

/** Count the members two sets share. */
export function countShared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let shared = 0;
  for (const member of a) if (b.has(member)) shared += 1;
  return shared;
}
