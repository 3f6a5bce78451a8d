import type { FindingDraft, RuleInput } from '../../finding.ts';
import { everyone, type PeoplePhrase } from '../../people/index.ts';
import { wordAt } from '../../view.ts';

/** Stand for all the people told of before, whom these words do not name. */
function allTold(first: number, last: number): PeoplePhrase {
  return {
    first,
    last,
    head: first,
    noun: everyone,
    determiner: 'pronoun',
    counted: false,
    singular: false,
    classes: [],
    additional: false,
    partOf: false,
    none: false,
    possessor: false,
    governor: '',
  };
}

/** "Nobody survived", "none of the 12 passengers survived". */
function readNoneSurvived({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  if (!/^(?:survived|survive|survives)$/.test(wordAt(view, at))) return undefined;
  const none = groups.findLast((group) => group.last <= at && group.none);
  const counted = groups.findLast((group) => group.last <= at && group.counted && !group.none);
  const opener = none?.first ?? -1;
  if (none === undefined || at - opener > 8) return undefined;
  const between = counted !== undefined && counted.first > opener && wordAt(view, opener + 1) === 'of';
  const people = between ? counted : allTold(opener, none.last);
  return {
    fate: 'killed',
    groups: [people],
    first: opener,
    last: at + 1,
    modality: 'asserted',
    rule: 'survivors/none',
  };
}

/** "There were no survivors". */
function readNoSurvivors({ view }: RuleInput, at: number): FindingDraft | undefined {
  if (wordAt(view, at) !== 'survivors' || wordAt(view, at - 1) !== 'no') return undefined;
  const before = [wordAt(view, at - 2), wordAt(view, at - 3)];
  if (before.some((word) => /^(?:if|found|find|see|may|could)$/.test(word))) return undefined;
  return {
    fate: 'killed',
    groups: [allTold(at - 1, at + 1)],
    first: at - 1,
    last: at + 1,
    modality: 'asserted',
    rule: 'survivors/none',
  };
}

/**
 * Read that nobody lived: those told to be aboard before are dead; where none were counted nothing is said.
 *
 * No: "nobody survived the cut" (no people told aboard), "rescuers found no survivors" (none found yet), "three survived".
 */
export const survivors = [readNoneSurvived, readNoSurvivors] as const;
