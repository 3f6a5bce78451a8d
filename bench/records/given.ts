import type { Claim, Linked, LinkedIncident } from '../../src/model/index.ts';
import type { RecordGroup } from './gold.ts';
import { type AnsweredReading, pairIncidents } from './match.ts';
import type { GroupOutcome } from './read.ts';

/** Count each claim's owner by its words, and each mention's by its claims. */
function findOwners(answered: readonly AnsweredReading[]) {
  const owners = new Map<string, string>();
  for (const { incident, figures } of answered)
    for (const { claim } of figures) if (!owners.has(claim.id)) owners.set(claim.id, incident);
  return owners;
}

function choose(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/**
 * Give the gold's incidents to what was linked: its figures go to their incident by their words, others of the same report and incident
 * with the most of those. What is then wrong in a record was lost in reconciling, not in linking.
 */
export function giveIncidents(
  group: RecordGroup,
  { linked }: GroupOutcome,
  answered: readonly AnsweredReading[],
): Linked {
  const owners = findOwners(answered);
  const votes = new Map<string, Map<string, number>>();
  const homeOf = ({ article, incident }: Claim): string => `${article} ${incident}`;
  for (const claim of linked.claims) {
    const owner = owners.get(claim.id);
    if (owner === undefined) continue;
    const counts = votes.get(homeOf(claim)) ?? new Map<string, number>();
    votes.set(homeOf(claim), counts.set(owner, (counts.get(owner) ?? 0) + 1));
  }
  const claims = linked.claims.map((claim) => {
    const own = owners.get(claim.id);
    const { conflict, ...rest } = claim;
    if (own !== undefined) return { ...rest, incident: own };
    const owner = choose(votes.get(homeOf(claim)) ?? new Map());
    return owner === undefined || conflict !== undefined ? claim : { ...claim, incident: owner };
  });
  const known = new Map(linked.incidents.map((incident) => [incident.id, incident]));
  const pairs = pairIncidents(answered);
  const incidents = Object.keys(group.incidents).map((key): LinkedIncident => {
    const ours = known.get(pairs.get(key) ?? '');
    const articles = [...new Set(claims.filter(({ incident }) => incident === key).map(({ article }) => article))];
    const base: LinkedIncident = ours ?? {
      id: key,
      title: key,
      type: 'other',
      main: false,
      mentions: [],
      articles: [],
      possiblySame: [],
      because: [],
    };
    return { ...base, id: key, mentions: [], articles: articles.sort(), possiblySame: [] };
  });
  return { ...linked, claims, incidents: [...incidents, ...linked.incidents] };
}
