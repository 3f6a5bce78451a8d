import { type SentenceView, wordAt } from '../view.ts';
import type { PeoplePhrase } from './group.ts';

/** Join what two descriptions say of one person; the name and the first position win. */
function joinPerson(left: PeoplePhrase, right: PeoplePhrase): PeoplePhrase {
  return {
    ...left,
    last: right.last,
    noun: left.noun === '' ? right.noun : left.noun,
    classes: [...new Set([...left.classes, ...right.classes])],
    additional: left.additional || right.additional,
    name: left.name ?? right.name,
    age: left.age ?? right.age,
    sex: left.sex ?? right.sex,
    role: left.role ?? right.role,
  };
}

/** Tell whether a noun or age stands right before a name, as a title does. */
function isTitle(left: PeoplePhrase, right: PeoplePhrase): boolean {
  const bare = left.name === undefined && right.name !== undefined;
  return bare && right.first === left.last && left.determiner !== 'pronoun' && left.singular;
}

/** Tell whether a comma and a name or noun after it only say who the one before is. */
function isApposition(view: SentenceView, left: PeoplePhrase, right: PeoplePhrase): boolean {
  if (!left.singular || !right.singular || left.none || right.none) return false;
  if (right.first - left.last !== 1 || wordAt(view, left.last) !== ',') return false;
  if (left.name !== undefined && right.name === undefined) {
    return right.determiner !== 'pronoun' && !right.counted && wordAt(view, right.last) !== 'and';
  }
  return (
    left.name === undefined && right.name !== undefined && left.determiner !== 'pronoun' && left.determiner !== 'bare'
  );
}

function mergeWhere(
  groups: readonly PeoplePhrase[],
  belong: (left: PeoplePhrase, right: PeoplePhrase) => boolean,
): readonly PeoplePhrase[] {
  const merged: PeoplePhrase[] = [];
  for (const group of groups) {
    const last = merged.at(-1);
    if (last !== undefined && belong(last, group)) merged[merged.length - 1] = joinPerson(last, group);
    else merged.push(group);
  }
  return merged;
}

/** Merge neighbouring groups that describe one person: "Deputy Hal Orme", "the driver, Ilo Renn, 40", "Mara Voss, a nurse". */
export function mergeAppositions(view: SentenceView, groups: readonly PeoplePhrase[]): readonly PeoplePhrase[] {
  return mergeWhere(mergeWhere(groups, isTitle), (left, right) => isApposition(view, left, right));
}
