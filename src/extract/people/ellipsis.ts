import type { SentenceView } from '../view.ts';
import type { PeoplePhrase } from './group.ts';

/** Give the ordinal that is a group's only word ("A third was shot"); undefined for any other group. */
function ordinalOf(view: SentenceView, group: PeoplePhrase): number | undefined {
  if (!group.additional || group.noun !== '' || group.name !== undefined) return undefined;
  const quantity = view.quantityOver[group.head];
  return quantity?.quantity === 'ordinal' ? quantity.value.anchor : undefined;
}

/**
 * Give "a third" the role of the two told before it: after "Two attackers", the third is an attacker too.
 *
 * `before` are the groups of the sentence before. The numbers must fit: "A third" follows two, "a fifth" four.
 */
export function inheritRoles(
  view: SentenceView,
  groups: readonly PeoplePhrase[],
  before: readonly PeoplePhrase[],
): readonly PeoplePhrase[] {
  return groups.map((group, index) => {
    const ordinal = ordinalOf(view, group);
    if (ordinal === undefined) return group;
    const told = [...before, ...groups.slice(0, index)].findLast((other) => other.count?.anchor === ordinal - 1);
    if (told?.role === undefined) return group;
    return { ...group, noun: told.noun, classes: told.classes, role: told.role };
  });
}
