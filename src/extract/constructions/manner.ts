import type { FindingDraft, RuleInput } from '../finding.ts';
import { manners } from '../predicates/words.ts';
import { wordAt } from '../view.ts';
import { makeRule } from './scan.ts';

/** "one fatally", "two critically" after a verb told before: no verb of its own follows. */
function readManner({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  const fate = manners.get(wordAt(view, at));
  if (fate === undefined) return undefined;
  const next = view.tokens[at + 1];
  if (next !== undefined && next.pos !== 'PUNCT' && next.pos !== 'CCONJ' && next.pos !== 'ADP') return undefined;
  const group = groups.find((candidate) => candidate.last === at && candidate.counted);
  return group === undefined
    ? undefined
    : { fate, groups: [{ ...group, partOf: true }], first: at, last: at + 1, rule: 'manner/adverb' };
}

/**
 * Read fates told by an adverb alone: "one fatally", "two critically".
 *
 * No: "fatally flawed", "one critically acclaimed actor".
 */
export const manner = makeRule('manner', [readManner]);
