import type { Actor, Claim, Context, Incident, Issue, Linked, Outcome, Reading } from '../model/index.ts';
import { indexActors } from './actors.ts';
import type { Counting } from './counts.ts';
import { isAboutActor, writeActors } from './dossiers.ts';
import { reconcileIncident } from './incident.ts';
import { groupBy, sortBy } from './order.ts';
import { findPolicy, policies } from './policies/index.ts';
import { recorder } from './policies/recorder.ts';
import { openArchive } from './witnesses.ts';

export { policies } from './policies/index.ts';

/** How to reconcile. */
export interface Options {
  /** Name of a policy of `policies`. */
  readonly policy: string;
  /** How many days a better-placed speaker's figure holds against newer ones. */
  readonly freshDays: number;
}

export const defaults: Options = { policy: 'recorder', freshDays: 1 };

/** What reconciling makes of linked readings. */
export interface Reconciled {
  /** Main incidents first, then by date and id. */
  readonly incidents: readonly Incident[];
  readonly actors: readonly Actor[];
}

/**
 * Reconcile linked claims into one record an incident, under a named policy.
 *
 * Every claim of an incident is in exactly one reading of its attribute or in its date, place or reasons; claims about
 * an organisation go to that actor where it is known. Copies add witnesses and nothing else. The answer does not depend
 * on the order of anything.
 * Issues: `reconcile/unknown-policy` (error; the default is used), `reconcile/stray-claim` (info; its incident is not linked).
 */
export function reconcile(
  input: { readonly readings: readonly Reading[]; readonly linked: Linked },
  options: Options,
  _context: Context,
): Outcome<Reconciled> {
  const { readings, linked } = input;
  const issues: Issue[] = [];
  const policy = findPolicy(options.policy) ?? recorder;
  if (policy.name !== options.policy) issues.push(reportUnknownPolicy(options.policy));
  const archive = openArchive(readings, linked);
  const index = indexActors(readings);
  const homes = new Map(linked.incidents.flatMap(({ id, mentions }) => [...mentions, id].map((name) => [name, id])));
  const byId = new Map(linked.claims.map((claim) => [claim.id, claim]));
  const sorted = sortBy([...byId.values()], (claim) => [claim.id]);
  const actorOf = new Map(
    sorted.filter(isAboutActor).flatMap((claim) => {
      const actor = index.findNear(claim);
      return actor === undefined ? [] : [[claim.id, actor.id] as const];
    }),
  );
  const byIncident = groupBy(
    sorted.filter((claim) => !actorOf.has(claim.id)),
    (claim) => homes.get(claim.incident) ?? '',
  );
  issues.push(...(byIncident.get('') ?? []).map(reportStray));
  const counting: Omit<Counting, 'type'> = { archive, policy, freshDays: options.freshDays, claims: byId };
  const records = linked.incidents.map((incident) =>
    reconcileIncident(incident, byIncident.get(incident.id) ?? [], { ...counting, type: incident.type }, index),
  );
  const incidents = sortBy(records, ({ main, date, id }) => [main ? 0 : 1, date.earliest ?? '9999', id]);
  const byActor = groupBy(
    sorted.filter((claim) => actorOf.has(claim.id)),
    (claim) => actorOf.get(claim.id) ?? '',
  );
  const actors = writeActors(index, byActor, incidents, archive, policy.name);
  return { value: { incidents, actors }, issues };
}

function reportUnknownPolicy(name: string): Issue {
  return {
    code: 'reconcile/unknown-policy',
    severity: 'error',
    message: `There is no policy "${name}"; ${recorder.name} is used.`,
    hint: `Known policies: ${policies.map((policy) => policy.name).join(', ')}.`,
  };
}

function reportStray(claim: Claim): Issue {
  const at = claim.evidence[0];
  return {
    code: 'reconcile/stray-claim',
    severity: 'info',
    message: `A claim of ${claim.attribute} belongs to no linked incident and is in no record.`,
    article: claim.article,
    ...(at === undefined ? {} : { at: { start: at.start, end: at.end } }),
  };
}
