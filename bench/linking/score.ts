/** How well a grouping matches the true one; shares 0..1. */
export interface PartitionScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function countBy(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function f1Of(precision: number, recall: number): PartitionScore {
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}

/**
 * Score a grouping by B-cubed (Bagga and Baldwin 1998).
 *
 * The precision of an item is the share of its found group that truly belongs with it, its recall the share of its true group
 * that was found; both are averaged over items. `truth` and `found` list the label of each item, in the same order.
 */
export function scoreBCubed(truth: readonly string[], found: readonly string[]): PartitionScore {
  const [sizes, groups] = [countBy(truth), countBy(found)];
  const both = countBy(truth.map((label, at) => `${label}\u001f${found[at]}`));
  let [precision, recall] = [0, 0];
  truth.forEach((label, at) => {
    const other = found[at] ?? '';
    const shared = both.get(`${label}\u001f${other}`) ?? 0;
    precision += shared / (groups.get(other) ?? 1);
    recall += shared / (sizes.get(label) ?? 1);
  });
  return f1Of(precision / truth.length, recall / truth.length);
}

/** Count found groups with items of more than one true group, for each thousand found groups. */
export function falseMergesPerThousand(truth: readonly string[], found: readonly string[]): number {
  const held = new Map<string, Set<string>>();
  truth.forEach((label, at) => {
    const group = found[at] ?? '';
    held.set(group, (held.get(group) ?? new Set()).add(label));
  });
  const mixed = [...held.values()].filter(({ size }) => size > 1).length;
  return held.size === 0 ? 0 : (1000 * mixed) / held.size;
}
