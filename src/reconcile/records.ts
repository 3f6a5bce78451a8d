import {
  type Actor,
  type Claim,
  groupBy,
  type Incident,
  type Issue,
  type LinkedIncident,
  type Outcome,
  sortBy,
  toDayNumber,
} from '../model/index.ts';
import type { CountContext } from './counts/counts.ts';
import { makeJudgementCache } from './counts/judgement-cache.ts';
import { noRulings, type Rulings } from './decisions/rulings.ts';
import { isAboutActor, writeActors } from './dossiers.ts';
import { groupByIncident, type ReconcileInput } from './evidence/evidence.ts';
import { reconcileIncident } from './incident.ts';
import { findPolicy, policies } from './policies/index.ts';
import { recorder } from './policies/recorder.ts';

/** How to reconcile. */
export interface Options {
  /** Name of a policy of `policies`. */
  readonly policy: string;
  /** How many days a better-placed speaker's figure holds against newer ones. */
  readonly freshDays: number;
  /**
   * Days after an accident within which deaths are of it: 30 is the rule of ICAO's Annex 13. A century, the default, is no rule.
   */
  readonly maxDeathDelayDays: number;
}

/** A century: every death is of its accident, however late. */
const anyDelayDays = 36_525;

export const defaults: Options = { policy: 'recorder', freshDays: 1, maxDeathDelayDays: anyDelayDays };

/** What reconciling makes of linked readings. */
export interface Reconciled {
  /** Main incidents first, then by date and id. */
  readonly incidents: readonly Incident[];
  readonly actors: readonly Actor[];
}

/** Reconcile gathered evidence; `rulings` are what people decided, by id of the incident. */
export function reconcileEvidence(
  evidence: ReconcileInput,
  options: Options,
  rulings: ReadonlyMap<string, Rulings>,
): Outcome<Reconciled> {
  const { archive, index, claims } = evidence;
  const issues: Issue[] = [];
  const policy = findPolicy(options.policy) ?? recorder;
  if (policy.name !== options.policy) issues.push(reportUnknownPolicy(options.policy));
  const actorOf = new Map(
    claims.filter(isAboutActor).flatMap((claim) => {
      const actor = index.findNear(claim);
      return actor === undefined ? [] : [[claim.id, actor.id] as const];
    }),
  );
  const byIncident = groupByIncident(
    evidence,
    claims.filter((claim) => !actorOf.has(claim.id) && claim.conflict === undefined),
  );
  issues.push(...(byIncident.get('') ?? []).map(reportStray));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const records = evidence.incidents.map((incident) => {
    const ruled = rulings.get(incident.id) ?? noRulings;
    const own = findPolicy(ruled.policy?.name ?? '') ?? policy;
    const counting: CountContext = {
      archive,
      policy: own,
      freshDays: options.freshDays,
      lastDeathDay: findLastDeathDay(incident, ruled, options),
      claims: byId,
      type: incident.type,
      rulings: ruled,
      cache: makeJudgementCache(),
    };
    return reconcileIncident(incident, byIncident.get(incident.id) ?? [], counting, index);
  });
  const incidents = sortBy(records, ({ main, date, id }) => [main ? 0 : 1, date.earliest ?? '9999', id]);
  const byActor = groupBy(
    claims.filter((claim) => actorOf.has(claim.id)),
    (claim) => actorOf.get(claim.id) ?? '',
  );
  const actors = writeActors(index, byActor, incidents, archive, policy.name);
  return { value: { incidents, actors }, issues };
}

/** Find the last day, counted from 1970-01-01, on which a death is of an accident; undefined where it has no end or is not known. */
function findLastDeathDay(
  { type, date }: LinkedIncident,
  ruled: Rulings,
  { maxDeathDelayDays }: Options,
): number | undefined {
  const latest = (ruled.date?.value ?? date)?.latest;
  if (type !== 'accident' || latest === undefined || maxDeathDelayDays >= anyDelayDays) return undefined;
  return toDayNumber(latest) + maxDeathDelayDays;
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
