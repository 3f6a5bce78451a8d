import type { Edition, Outcome } from '../../model/index.ts';
import {
  type PolicyDescription,
  type Revision,
  revise as reconcileAgain,
  policies as reconcilePolicies,
} from '../../reconcile/index.ts';
import { RequestError } from '../errors.ts';
import { isMoment } from './moments.ts';

/** The coding policies by name; the first is the default. How they code is not part of it. */
export const policies: readonly PolicyDescription[] = reconcilePolicies;

/**
 * Look at an edition again without its reports: under another policy, as of an earlier time, with people's decisions.
 *
 * A revision that asks for nothing gives the edition back. Throws RequestError for a policy or a time there is not. Issues: those of
 * reconciling, and `reconcile/decision-lost`, `reconcile/decision-ambiguous`, `reconcile/decision-conflict`; they stand in the edition too.
 */
export function revise(edition: Edition, revision: Revision = {}): Outcome<Edition> {
  const { policy, asOf, decisions = [], freshDays, maxDeathDelayDays } = revision;
  if (policy !== undefined) checkPolicy(policy);
  if (asOf !== undefined && !isMoment(asOf))
    throw new RequestError(`as of ${asOf}: give a day or instant, such as 2024-03-23 or 2024-03-23T12:00Z`);
  const asksNothing = [policy, asOf, freshDays, maxDeathDelayDays, decisions[0]].every((one) => one === undefined);
  // Reconciling reads no clock; the stages' common shape alone asks for one.
  return asksNothing
    ? { value: edition, issues: [] }
    : reconcileAgain(edition, revision, { now: '1970-01-01T00:00:00Z', seed: 0 });
}

/** Check the name of a policy. Throws RequestError naming those there are. */
export function checkPolicy(name: string): void {
  if (!policies.some((policy) => policy.name === name))
    throw new RequestError(`policy ${name}: there is ${policies.map((policy) => policy.name).join(', ')}`);
}
