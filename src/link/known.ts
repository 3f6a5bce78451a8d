import { compareText, makeId, type Regrouping } from '../model/index.ts';

/** Groups of an earlier edition: the ids they had and what they held. */
export interface Known {
  readonly stories: readonly KnownGroup[];
  readonly incidents: readonly KnownGroup[];
}

export interface KnownGroup {
  readonly id: string;
  /** Ids of articles (stories) or mentions (incidents). */
  readonly members: readonly string[];
}

/** A group as it stands now, with the id it would have if nothing were known. */
export interface NamedGroup {
  readonly id: string;
  readonly members: readonly string[];
}

/** Ids by the ids the groups would have, and what became of known groups. */
export interface KeptIds {
  readonly ids: ReadonlyMap<string, string>;
  readonly regrouped: readonly Regrouping[];
}

interface Overlap {
  readonly known: KnownGroup;
  readonly group: NamedGroup;
  readonly shared: number;
}

/** Most members in common first; of equals the group that would have the id anyway, then by id. */
function compareOverlaps(x: Overlap, y: Overlap): number {
  const [ownX, ownY] = [x.known.id === x.group.id, y.known.id === y.group.id];
  if (x.shared !== y.shared) return y.shared - x.shared;
  if (ownX !== ownY) return ownX ? -1 : 1;
  if (x.known.id !== y.known.id) return compareText(x.known.id, y.known.id);
  return compareText(x.group.id, y.group.id);
}

function findOverlaps(groups: readonly NamedGroup[], known: readonly KnownGroup[]): readonly Overlap[] {
  const homes = new Map(groups.flatMap((group) => group.members.map((member) => [member, group] as const)));
  return known
    .flatMap((old) => {
      const shared = new Map<NamedGroup, number>();
      for (const member of new Set(old.members)) {
        const group = homes.get(member);
        if (group !== undefined) shared.set(group, (shared.get(group) ?? 0) + 1);
      }
      return [...shared].map(([group, count]) => ({ known: old, group, shared: count }));
    })
    .sort(compareOverlaps);
}

function tellRegrouped(
  what: Regrouping['what'],
  known: readonly KnownGroup[],
  overlaps: readonly Overlap[],
  idOf: (group: NamedGroup) => string,
): readonly Regrouping[] {
  const collect = (keyOf: (overlap: Overlap) => string, memberOf: (overlap: Overlap) => string) => {
    const found = new Map<string, Set<string>>();
    for (const each of overlaps) found.set(keyOf(each), (found.get(keyOf(each)) ?? new Set()).add(memberOf(each)));
    return found;
  };
  const [oldOf, newOf] = [(each: Overlap) => each.known.id, (each: Overlap) => idOf(each.group)];
  const after = collect(oldOf, newOf);
  const merged = [...collect(newOf, oldOf)]
    .filter(([, before]) => before.size > 1)
    .map(([id, before]) => ({ what, change: 'merged' as const, before: [...before].sort(), after: [id] }));
  const split = [...after]
    .filter(([, ids]) => ids.size > 1)
    .map(([id, ids]) => ({ what, change: 'split' as const, before: [id], after: [...ids].sort() }));
  const gone = known
    .filter(({ id }) => !after.has(id))
    .map(({ id }) => ({ what, change: 'gone' as const, before: [id], after: [] }));
  const keyOf = ({ change, before, after: now }: Regrouping): string => [change, ...before, ...now].join(' ');
  return [...merged, ...split, ...gone].sort((x, y) => compareText(keyOf(x), keyOf(y)));
}

/**
 * Give groups the ids that an earlier edition had for what they hold.
 *
 * An id goes to the group that holds most of what it stood for, each id to one group and each group one id; a group that is new,
 * or the smaller part of one that came apart, gets an id no earlier group had. The outcome depends on the two partitions only.
 */
export function keepIds(
  what: Regrouping['what'],
  groups: readonly NamedGroup[],
  known: readonly KnownGroup[],
): KeptIds {
  const overlaps = findOverlaps(groups, known);
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { known: old, group } of overlaps) {
    if (ids.has(group.id) || taken.has(old.id)) continue;
    ids.set(group.id, old.id);
    taken.add(old.id);
  }
  const used = new Set(known.map(({ id }) => id));
  for (const { id } of groups) {
    if (!ids.has(id)) ids.set(id, used.has(id) ? makeId(what, id, 'parted') : id);
  }
  return { ids, regrouped: tellRegrouped(what, known, overlaps, (group) => ids.get(group.id) ?? group.id) };
}
