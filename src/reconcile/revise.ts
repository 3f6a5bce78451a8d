import {
  type Context,
  type Decision,
  defined,
  type Edition,
  hashContent,
  type Issue,
  type Outcome,
  type SettledDecision,
  sortBy,
} from '../model/index.ts';
import { addDecided } from './decisions/add.ts';
import { applyStructure, collectRulings } from './decisions/apply.ts';
import { type AnchoredDecision, settleDecisions } from './decisions/settle.ts';
import { cutEdition } from './evidence/as-of.ts';
import { reopenEvidence } from './evidence/evidence.ts';
import { defaults, reconcileEvidence } from './records.ts';

/** What to look at again, and how; what is absent stays as the edition has it. */
export interface Revision {
  readonly policy?: string;
  readonly freshDays?: number;
  /** Days after an accident within which deaths are of it. */
  readonly maxDeathDelayDays?: number;
  /** Day or instant, ISO 8601 UTC: what was surely known then. */
  readonly asOf?: string;
  /** Decisions to apply beside those the edition carries. */
  readonly decisions?: readonly Decision[];
}

/**
 * Reconcile an edition again: under another policy, as of an earlier time, with people's decisions.
 *
 * Claims are kept as they are, so that the edition's own policy without decisions gives the edition back. Decisions whose
 * words are lost or ambiguous are kept and not applied.
 * Issues: those of `reconcile` and `cutEdition`, and `reconcile/decision-lost`, `reconcile/decision-ambiguous`,
 * `reconcile/decision-conflict` (warning).
 */
export function revise(edition: Edition, revision: Revision, _context: Context): Outcome<Edition> {
  const policy = revision.policy ?? edition.config.policy;
  const given = [...(edition.decisions ?? []).map(strip), ...(revision.decisions ?? [])];
  const whole = addDecided(edition, given);
  const cut = revision.asOf === undefined ? { value: whole, issues: [] } : cutEdition(whole, revision.asOf);
  const placed = settleDecisions(given, cut.value);
  const evidence = applyStructure(reopenEvidence(cut.value), placed);
  const { freshDays = defaults.freshDays, maxDeathDelayDays = defaults.maxDeathDelayDays } = revision;
  const options = { policy, freshDays, maxDeathDelayDays };
  const reconciled = reconcileEvidence(evidence, options, collectRulings(placed));
  const issues = [...cut.issues, ...reconciled.issues, ...placed.flatMap(reportDecision)];
  const homes = new Map(evidence.claims.map((claim) => [claim.id, claim.incident]));
  const value: Edition = {
    ...cut.value,
    config: { ...cut.value.config, policy, ...hashRevision(edition, revision, policy, given) },
    incidents: reconciled.value.incidents,
    claims: cut.value.claims.map((claim) => ({ ...claim, incident: homes.get(claim.id) ?? claim.incident })),
    actors: reconciled.value.actors,
    issues: [...cut.value.issues, ...issues.filter((issue) => !cut.value.issues.some((old) => isSame(old, issue)))],
    ...(placed.length === 0 ? {} : { decisions: placed.map(writeSettled) }),
  };
  return { value, issues };
}

const isSame = (a: Issue, b: Issue): boolean => a.code === b.code && a.message === b.message && a.article === b.article;

/** Hash what a revision asks for, so that two revisions have two hashes; the edition's own settings keep theirs. */
function hashRevision(
  edition: Edition,
  { asOf, freshDays, maxDeathDelayDays }: Revision,
  policy: string,
  decisions: readonly Decision[],
): { readonly hash: string; readonly asOf?: string } {
  const { config, decisions: had = [] } = edition;
  const known = new Set(had.map(({ id }) => id));
  const same = policy === config.policy && asOf === undefined && decisions.every(({ id }) => known.has(id));
  if (same && freshDays === undefined && maxDeathDelayDays === undefined) return { hash: config.hash };
  const late = maxDeathDelayDays === undefined ? [] : [maxDeathDelayDays];
  const ids = sortBy(decisions, ({ at }) => [at]).map(({ id }) => id);
  const hash = hashContent(JSON.stringify([config.hash, policy, asOf ?? null, freshDays ?? null, ids, ...late])).slice(
    0,
    16,
  );
  return { hash, ...defined({ asOf }) };
}

function strip({
  status: _status,
  incident: _incident,
  conflicts: _conflicts,
  note: _note,
  ...rest
}: SettledDecision): Decision {
  return rest;
}

function writeSettled({ decision, status, incident, conflicts, note }: AnchoredDecision): SettledDecision {
  return {
    ...decision,
    status,
    ...defined({ incident }),
    ...(conflicts.length === 0 ? {} : { conflicts }),
    ...defined({ note }),
  };
}

function reportDecision({ decision, status, note, conflicts }: AnchoredDecision): readonly Issue[] {
  const who = `The decision of ${decision.by} to ${decision.action} (${decision.at.slice(0, 10)})`;
  if (status === 'lost' || status === 'ambiguous') {
    const code = status === 'lost' ? 'reconcile/decision-lost' : 'reconcile/decision-ambiguous';
    return [{ code, severity: 'warning', message: `${who} is not applied. ${note ?? ''}`.trim() }];
  }
  if (status !== 'overruled') return [];
  const message = `${who} is overruled by a later one (${conflicts.join(', ')}).`;
  return [{ code: 'reconcile/decision-conflict', severity: 'warning', message }];
}
