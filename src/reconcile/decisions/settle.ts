import {
  type Claim,
  type Decision,
  type Edition,
  groupBy,
  makeId,
  type QuoteSelector,
  type SettledDecision,
  sortBy,
} from '../../model/index.ts';
import { anchorQuote } from './anchor.ts';

/** A decision with what its words point at now. */
export interface AnchoredDecision {
  readonly decision: Decision;
  readonly status: SettledDecision['status'];
  readonly incident?: string;
  /** `merge`: the incident that is joined to it. `move`: the incident the claims are of. */
  readonly other?: string;
  /** Ids of the claims meant. */
  readonly claims: readonly string[];
  readonly conflicts: readonly string[];
  readonly note?: string;
}

/**
 * Find what each decision is about in an edition, and which decisions a later one overrules. In order of time; of one time, in the order
 * given, which is that of the log: decisions dated by their day alone are many of one time.
 */
export function settleDecisions(decisions: readonly Decision[], edition: Edition): readonly AnchoredDecision[] {
  const once = [...new Map(decisions.map((decision) => [decision.id, decision])).values()];
  const times = new Map(once.map(({ id, at }) => [id, at]));
  let standing: Standing = edition;
  const placed = sortBy(once, ({ at }) => [at]).map((decision) => {
    const one = placeDecision(decision, standing, times);
    standing = followStructure(standing, one);
    return one;
  });
  return markConflicts(placed);
}

/** What decisions are found in: the edition as the decisions before them left its incidents. */
type Standing = Pick<Edition, 'articles' | 'claims'> & { readonly incidents: readonly { readonly id: string }[] };

/** Part and join incidents as a decision does, so that what is decided afterwards is of the incidents it was decided on. */
function followStructure(
  standing: Standing,
  { decision, status, incident, other, claims: meant }: AnchoredDecision,
): Standing {
  const { incidents, claims } = standing;
  if (status !== 'applied' || incident === undefined) return standing;
  if (decision.action === 'merge' && other !== undefined && other !== incident)
    return {
      ...standing,
      incidents: incidents.filter(({ id }) => id !== other),
      claims: claims.map((claim) => (claim.incident === other ? { ...claim, incident } : claim)),
    };
  if (decision.action !== 'split' || meant.length === 0) return standing;
  const id = makeId('incident', decision.id);
  return {
    ...standing,
    incidents: [...incidents.filter((one) => one.id !== id), { id }],
    claims: claims.map((claim) => (meant.includes(claim.id) ? { ...claim, incident: id } : claim)),
  };
}

type Target = { readonly incident: string } | 'lost' | 'ambiguous';

function placeDecision(decision: Decision, edition: Standing, times: ReadonlyMap<string, string>): AnchoredDecision {
  const empty = { decision, claims: [], conflicts: [] };
  const target = findIncident(decision.on, edition);
  if (typeof target === 'string') return { ...empty, status: target, note: sayMissing(target, 'The incident') };
  const found = { ...empty, incident: target.incident };
  if (decision.action === 'merge') {
    const other = findIncident(decision.claims ?? [], edition);
    if (typeof other === 'string') return { ...found, status: other, note: sayMissing(other, 'The other incident') };
    return { ...found, other: other.incident, status: 'applied' };
  }
  // What these add is in the edition already, put there before anything was settled.
  if (decision.action === 'add-claim' || decision.action === 'copy-of') return placeAddition(found, edition);
  if (decision.claims === undefined) return { ...found, status: 'applied' };
  const to = decision.action === 'move' ? findIncident(decision.to ?? [], edition) : undefined;
  if (typeof to === 'string') return { ...found, status: to, note: sayMissing(to, 'The other incident') };
  const groups = decision.claims.map((selector) => findClaims(selector, edition, decision, times));
  const failed = groups.find((group) => typeof group === 'string');
  if (failed !== undefined) return { ...found, status: failed, note: sayMissing(failed, 'The words') };
  const claims = [...new Set(groups.flatMap((group) => (typeof group === 'string' ? [] : group)))].sort();
  return { ...found, claims, ...(to === undefined ? {} : { other: to.incident }), status: 'applied' };
}

function placeAddition(found: Omit<AnchoredDecision, 'status'>, { articles }: Standing): AnchoredDecision {
  const { claims = [], to = [] } = found.decision;
  const seen = [...claims, ...to].map((selector) => anchorQuote(selector, articles));
  const failed = seen.find((anchored) => typeof anchored === 'string');
  return failed === undefined
    ? { ...found, status: 'applied' }
    : { ...found, status: failed, note: sayMissing(failed, 'The words') };
}

function sayMissing(status: 'lost' | 'ambiguous', what: string): string {
  return status === 'lost'
    ? `${what} it is about can no longer be found.`
    : `${what} it is about can be found in more than one place; it is not applied.`;
}

/** Find the incident all selectors point at; words that stand for several incidents are settled by the other selectors. */
export function findIncident(selectors: readonly QuoteSelector[], edition: Standing): Target {
  const seen = selectors.map((selector) => anchorQuote(selector, edition.articles));
  const found = seen.flatMap((anchored) => (typeof anchored === 'string' ? [] : [anchored]));
  if (found.length === 0) return seen.includes('ambiguous') ? 'ambiguous' : 'lost';
  const told = found.map(({ article, range }) => {
    const over = edition.claims.filter(
      (claim) =>
        claim.article === article && claim.evidence.some((one) => one.start < range.end && range.start < one.end),
    );
    const same = over.filter(({ evidence }) =>
      evidence.some(({ start, end }) => start === range.start && end === range.end),
    );
    return new Set((same.length > 0 ? same : over).map(({ incident }) => incident));
  });
  const known = new Set(edition.incidents.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const ids of told) for (const id of ids) if (known.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [best, next] = sortBy([...counts], ([id, count]) => [-count, id]);
  if (best === undefined) return 'lost';
  return next !== undefined && next[1] === best[1] ? 'ambiguous' : { incident: best[0] };
}

function findClaims(
  selector: QuoteSelector,
  { articles, claims }: Standing,
  { attribute, at }: Decision,
  times: ReadonlyMap<string, string>,
): readonly string[] | 'lost' | 'ambiguous' {
  const anchored = anchorQuote(selector, articles);
  if (typeof anchored === 'string') return anchored;
  const { article, range } = anchored;
  const meant = claims.filter(
    (claim) =>
      claim.article === article &&
      (attribute === undefined || claim.attribute === attribute) &&
      // What was added later was not there to be meant.
      (claim.producer.name !== 'decision' || (times.get(claim.producer.rule ?? '') ?? '') <= at),
  );
  const overlapping = (claim: Claim): boolean =>
    claim.evidence.some(({ start, end }) => start < range.end && range.start < end);
  const exact = meant.filter(({ evidence }) =>
    evidence.some(({ start, end }) => start === range.start && end === range.end),
  );
  const named = exact.filter(({ id }) => id === selector.claim);
  const found = named.length > 0 ? named : exact.length > 0 ? exact : meant.filter(overlapping);
  return found.length === 0 ? 'lost' : found.map(({ id }) => id);
}

/** Name what a decision settles ("i-1 killed"), so that two on one thing are seen; a note settles nothing. */
function slotsOf({ decision, incident, claims }: AnchoredDecision): readonly string[] {
  switch (decision.action) {
    case 'accept':
      return [`${incident}|figure|${decision.attribute}`, ...claims.map((id) => `claim|${id}`)];
    case 'override':
    case 'cannot-tell':
      return [`${incident}|figure|${decision.attribute}`];
    case 'move':
      return claims.map((id) => `home|${id}`);
    case 're-date':
    case 're-place':
    case 'set-policy':
      return [`${incident}|${decision.action}`];
    case 'set-proof':
      return [`${incident}|proof|${decision.attribute ?? ''}`];
    case 'reject':
      return claims.map((id) => `claim|${id}`);
    default:
      return [];
  }
}

/** Spell out what a decision decides; two that spell the same do not conflict. */
function sayingOf({ decision, claims }: AnchoredDecision): string {
  const { action, value, date, policy, place, proof, to } = decision;
  return JSON.stringify([
    action,
    value ?? date ?? policy ?? place ?? proof ?? to ?? (action === 'accept' ? claims : ''),
  ]);
}

/** Mark earlier decisions that a later one on the same thing contradicts as overruled; both name the other. */
function markConflicts(placed: readonly AnchoredDecision[]): readonly AnchoredDecision[] {
  const applied = placed.filter(({ status }) => status === 'applied');
  const bySlot = groupBy(
    applied.flatMap((one) => slotsOf(one).map((slot) => ({ slot, one }))),
    ({ slot }) => slot,
  );
  const rivals = new Map<string, Set<string>>();
  const overruled = new Set<string>();
  for (const members of bySlot.values()) {
    const last = members.at(-1)?.one;
    for (const { one } of members) {
      if (last === undefined || sayingOf(one) === sayingOf(last)) continue;
      overruled.add(one.decision.id);
      for (const [a, b] of [
        [one, last],
        [last, one],
      ] as const) {
        rivals.set(a.decision.id, (rivals.get(a.decision.id) ?? new Set()).add(b.decision.id));
      }
    }
  }
  return placed.map((one) => {
    const conflicts = [...(rivals.get(one.decision.id) ?? [])].sort();
    if (conflicts.length === 0) return one;
    if (!overruled.has(one.decision.id)) return { ...one, conflicts };
    return { ...one, conflicts, status: 'overruled', note: 'A later decision says otherwise.' };
  });
}
