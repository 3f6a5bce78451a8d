import type { FindingDraft, RuleInput } from '../finding.ts';
import { adjectives } from '../predicates/words.ts';
import { wordAt } from '../view.ts';

/**
 * Read fates told by an adjective within a counted phrase: "40 dead soldiers and policemen", "eleven missing miners".
 *
 * No: "the dead man" (nobody counted), "two dead ends" (no people), "12 injured birds".
 */
export function readInside({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  const fate = adjectives.get(wordAt(view, at));
  if (fate === undefined) return undefined;
  const group = groups.find(({ first, head, counted, noun }) => counted && noun !== '' && first < at && at < head);
  return group === undefined
    ? undefined
    : { fate, groups: [group], first: at, last: at + 1, rule: 'adjectival/inside' };
}
