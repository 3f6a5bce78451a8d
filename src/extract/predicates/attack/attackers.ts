import words from '../../../../data/predicates/attack.json' with { type: 'json' };
import { isTold, type PartReader } from '../../constructions/parts.ts';
import type { Finding, FindingDraft } from '../../finding.ts';
import { judgeModality } from '../../modality.ts';
import type { PeoplePhrase } from '../../people/index.ts';
import { type SentenceView, wordAt } from '../../view.ts';
import { isArmed, isSeveral } from './acting.ts';

const nouns: ReadonlySet<string> = new Set(words.attackers);

/** "two masked men jumped from a van": a verb of their own follows. */
function acts(view: SentenceView, group: PeoplePhrase): boolean {
  return isArmed(view, group) && view.tokens[group.last]?.pos === 'VERB' && !/ing$/.test(wordAt(view, group.last));
}

/**
 * Read attackers told with their number of whom nothing else is said: "three gunmen held", "one of two suspects".
 *
 * No: "two gunmen were killed" (their own fate), "a gunman" (no number), "200 militants" (the strength of a band).
 */
export const readAttackers: PartReader = (view, groups, findings) =>
  groups.flatMap((group) => {
    const named = nouns.has(group.noun) && group.role === 'suspect';
    // "Several suspects" are sought before anybody knows how many attacked.
    if (!isSeveral(group) || group.count?.anchor === undefined || group.partOf || isTold(findings, group)) return [];
    if (!(named || acts(view, group))) return [];
    const found: FindingDraft = {
      fate: 'perpetrators',
      groups: [group],
      first: group.first,
      last: group.last,
      rule: 'attackers/counted',
    };
    const modality = judgeModality(view, found);
    const told: Finding = { ...found, view, from: group.first, to: group.last, modality };
    return [told];
  });
