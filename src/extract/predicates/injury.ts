import words from '../../../data/predicates/injury.json' with { type: 'json' };
import { findObject, findSubjectOf, frameVerb, groupBefore } from '../arguments.ts';
import { compilePhrases } from '../constructions/phrases.ts';
import { readPredicate, wordsAfter } from '../constructions/scan.ts';
import type { Fate, FindingDraft, RuleInput } from '../finding.ts';
import { verbClass } from '../lexicon.ts';
import { chainFrom } from '../people/index.ts';
import { wordAt } from '../view.ts';

const wounds: ReadonlySet<string> = new Set(words.wounds);
/** Words of wounds that people are reported to have before it is known whether they live. */
const weaponWounds: ReadonlySet<string> = new Set(words.weaponWounds);

/** A fatal wound kills, one that threatens no life or that no weapon made leaves its bearer hurt; of others the outcome is open. */
function woundFate(words: readonly string[]): Fate {
  if (words.includes('fatal')) return 'killed';
  const mild = words.some((word) => word === 'minor' || word === 'threatening' || /^non-?life/.test(word));
  const weapon = words.some((word) => weaponWounds.has(word));
  return mild || !weapon ? 'hospitalised' : 'struck';
}

/** "suffered a gunshot wound", "sustained serious injuries". */
function readSuffered(input: RuleInput, at: number): FindingDraft | undefined {
  const token = input.view.tokens[at];
  if (token === undefined || verbClass(token)?.class !== 'suffered') return undefined;
  const ahead = wordsAfter(input, at + 1, 8);
  if (!ahead.some((word) => wounds.has(word))) return undefined;
  const frame = frameVerb(input.view, at);
  return {
    fate: woundFate(ahead),
    groups: findSubjectOf(input, at, frame.start),
    first: frame.start,
    last: at + 1,
    rule: 'condition/suffered',
  };
}

/** "with non-life-threatening injuries", "with a gunshot wound": said of the people just before. */
function readWithWounds(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  if (wordAt(view, at) !== 'with') return undefined;
  const ahead = wordsAfter(input, at + 1, 7);
  const wound = ahead.findIndex((word) => wounds.has(word));
  if (wound < 0 || ahead.slice(0, wound).some((word) => [',', '.', 'and'].includes(word))) return undefined;
  // "Another 50 were left with injuries".
  const left = /^(?:left|hospitalized|hospitalised)$/.test(wordAt(view, at - 1)) ? frameVerb(view, at - 1) : undefined;
  const close = groupBefore(input, left?.passive === true ? left.start : at);
  if (close === undefined || close.group.governor === 'by') return undefined;
  return {
    fate: woundFate(ahead),
    groups: [close.group],
    first: at,
    last: at + wound + 2,
    rule: 'condition/with-wounds',
  };
}

/** "injuries to a policeman and two drivers", "fatal injuries to 30 passengers". */
function readInjuriesTo({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  if (!/^(?:injuries|injury|wounds|burns)$/.test(wordAt(view, at)) || wordAt(view, at + 1) !== 'to') return undefined;
  const index = groups.findIndex(
    (group) => group.first === at + 2 && !group.possessor && group.determiner !== 'pronoun',
  );
  if (index < 0) return undefined;
  const fate = wordAt(view, at - 1) === 'fatal' ? 'killed' : 'injured';
  return { fate, groups: chainFrom(view, groups, index), first: at, last: at + 2, rule: 'nominal/injuries-to' };
}

/** "leaving 12 people homeless", "left two others in critical condition" belong to condition; here "left N wounded". */
function readLeft(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  if (!['left', 'leaving', 'leaves', 'leave'].includes(wordAt(view, at))) return undefined;
  const objects = findObject(input, at + 1);
  const last = objects.at(-1);
  if (last === undefined) return undefined;
  const after = [wordAt(view, last.last), wordAt(view, last.last + 1)];
  if (!after.some((word) => ['wounded', 'injured', 'hurt', 'hospitalized', 'paralyzed'].includes(word)))
    return undefined;
  return { fate: 'injured', groups: [last], first: at, last: last.last + 1, rule: 'nominal/left' };
}

const readSickened = readPredicate('injured', compilePhrases(words.sickened), 'outcomes/sickened');

/**
 * Read people hurt: "suffered a gunshot wound", "with minor injuries", "injuries to a policeman", "left two wounded", "were taken ill".
 *
 * No: "suffered losses", "sick of waiting", "brought burns to the hills" (no people).
 */
export const injury = {
  suffered: readSuffered,
  withWounds: readWithWounds,
  injuriesTo: readInjuriesTo,
  left: readLeft,
  sickened: readSickened,
} as const;
