import type { ArticleReading, Context, Linked, Outcome } from '../model/index.ts';
import { gatherEvidence } from './evidence/evidence.ts';
import { type Options, type Reconciled, reconcileEvidence } from './records.ts';

export { type DecisionDraft, writeDecision } from './decisions/write.ts';
export { type Policy, type PolicyDescription, type PolicyRule, policies } from './policies/index.ts';
export { defaults, type Options, type Reconciled } from './records.ts';
export { type Revision, revise } from './revise.ts';

/**
 * Reconcile linked claims into one record an incident, under a named policy.
 *
 * Every claim of an incident is in exactly one reading of its attribute or in its date, place or reasons; claims about
 * an organisation go to that actor where it is known. A copy adds a witness to a reading, and no independent source. The answer does not depend
 * on the order of anything.
 * Issues: `reconcile/unknown-policy` (error; the default is used), `reconcile/stray-claim` (info; its incident is not linked).
 */
export function reconcile(
  input: { readonly readings: readonly ArticleReading[]; readonly linked: Linked },
  options: Options,
  _context: Context,
): Outcome<Reconciled> {
  return reconcileEvidence(gatherEvidence(input.readings, input.linked), options, new Map());
}
