import { type Claim, defined, groupBy, type LinkedIncident, makeId } from '../../model/index.ts';
import type { ReconcileInput } from '../evidence/evidence.ts';
import { keepNeighbours } from '../neighbours.ts';
import { noRulings, type Rulings } from './rulings.ts';
import type { AnchoredDecision } from './settle.ts';

/** Join and part incidents as decided; claims are never changed, only where they belong. */
export function applyStructure(evidence: ReconcileInput, placed: readonly AnchoredDecision[]): ReconcileInput {
  let { incidents, claims } = evidence;
  const homes = new Map(evidence.homes);
  const homeOf = new Map(claims.map((claim) => [claim.id, homes.get(claim.incident) ?? '']));
  for (const { decision, incident, other, claims: meant, status } of placed) {
    if (status !== 'applied' || incident === undefined) continue;
    if (decision.action === 'merge' && other !== undefined && other !== incident) {
      for (const [id, home] of homeOf) if (home === other) homeOf.set(id, incident);
      incidents = mergeIncidents(incidents, incident, other);
    }
    if (decision.action === 'move' && other !== undefined && other !== incident) {
      for (const claim of meant) homeOf.set(claim, other);
      incidents = moveReports(incidents, incident, other, claims, homeOf, meant);
    }
    if (decision.action === 'split' && meant.length > 0) {
      const id = makeId('incident', decision.id);
      incidents = splitIncident(incidents, incident, id, claims, meant);
      for (const claim of meant) homeOf.set(claim, id);
    }
  }
  claims = claims.map((claim) => {
    const home = homeOf.get(claim.id) ?? '';
    return home === '' || home === claim.incident ? claim : { ...claim, incident: home };
  });
  for (const { id } of incidents) homes.set(id, id);
  return { ...evidence, incidents, claims, homes };
}

function mergeIncidents(incidents: readonly LinkedIncident[], keep: string, join: string): readonly LinkedIncident[] {
  const joined = incidents.find(({ id }) => id === join);
  if (joined === undefined) return incidents;
  // An edition that is revised again says already that they are one.
  const isJoined = ({ rule, pair }: LinkedIncident['because'][number]): boolean =>
    rule === 'decision' && pair[0] === keep && pair[1] === join;
  return incidents
    .filter(({ id }) => id !== join)
    .map((incident) => {
      const neighbours = keepNeighbours(incident, (id) => id !== join && id !== incident.id);
      if (incident.id !== keep) return { ...incident, ...neighbours };
      return {
        ...incident,
        main: incident.main || joined.main,
        mentions: [...incident.mentions, ...joined.mentions],
        articles: [...new Set([...incident.articles, ...joined.articles])].sort(),
        ...defined({ recalledBy: joinRecalling(incident, joined) }),
        ...neighbours,
        because: [
          ...incident.because.filter((one) => !isJoined(one)),
          { rule: 'decision', score: 1, pair: [keep, join] },
        ],
      };
    });
}

/** The incident that claims are moved to is told by their reports; the one they leave, only by reports of which it keeps a claim. */
function moveReports(
  incidents: readonly LinkedIncident[],
  from: string,
  to: string,
  claims: readonly Claim[],
  homeOf: ReadonlyMap<string, string>,
  meant: readonly string[],
): readonly LinkedIncident[] {
  const moved = new Set(meant);
  const reports = new Set(claims.filter(({ id }) => moved.has(id)).map(({ article }) => article));
  const kept = new Set(claims.filter(({ id }) => homeOf.get(id) === from).map(({ article }) => article));
  return incidents.map((incident) => {
    if (incident.id === to) return { ...incident, articles: [...new Set([...incident.articles, ...reports])].sort() };
    if (incident.id !== from) return incident;
    const stays = (id: string): boolean => !reports.has(id) || kept.has(id);
    const recalledBy = incident.recalledBy?.filter(stays);
    return { ...incident, articles: incident.articles.filter(stays), ...defined({ recalledBy }) };
  });
}

/** List the articles that only recall two incidents now one; one that tells either tells both. */
function joinRecalling(a: LinkedIncident, b: LinkedIncident): readonly string[] | undefined {
  const telling = new Set(
    [a, b].flatMap(({ articles, recalledBy = [] }) => articles.filter((id) => !recalledBy.includes(id))),
  );
  const recalling = [a, b].flatMap(({ recalledBy = [] }) => recalledBy).filter((id) => !telling.has(id));
  return recalling.length === 0 ? undefined : [...new Set(recalling)].sort();
}

function splitIncident(
  incidents: readonly LinkedIncident[],
  from: string,
  id: string,
  claims: readonly Claim[],
  meant: readonly string[],
): readonly LinkedIncident[] {
  const origin = incidents.find((incident) => incident.id === from);
  if (origin === undefined || incidents.some((incident) => incident.id === id)) return incidents;
  const moved = new Set(meant);
  const articles = [...new Set(claims.filter((claim) => moved.has(claim.id)).map(({ article }) => article))].sort();
  const {
    date: _date,
    venue: _venue,
    nearlySame: _nearly,
    toldTogether: _together,
    recalledBy: _recalling,
    ...rest
  } = origin;
  return [...incidents, { ...rest, id, main: false, mentions: [], articles, possiblySame: [from], because: [] }];
}

/** Turn decisions on figures, dates, policies and notes into rulings, by id of the incident. */
export function collectRulings(placed: readonly AnchoredDecision[]): ReadonlyMap<string, Rulings> {
  const own = placed.filter(({ status, incident }) => status === 'applied' && incident !== undefined);
  const byIncident = groupBy(own, ({ incident }) => incident ?? '');
  return new Map([...byIncident].map(([incident, members]) => [incident, members.reduce(addRuling, noRulings)]));
}

function addRuling(rulings: Rulings, { decision, claims }: AnchoredDecision): Rulings {
  const { id, action, attribute, by, at, reason, value, date, place, policy, proof } = decision;
  const ruling = { decision: id, by, reason };
  const all: Rulings = { ...rulings, decisions: [...rulings.decisions, id].sort() };
  switch (action) {
    case 'accept':
      return attribute === undefined
        ? all
        : { ...all, figures: new Map([...all.figures, [attribute, { ...ruling, claims }]]) };
    case 'override':
      if (attribute === undefined || value === undefined) return all;
      return { ...all, figures: new Map([...all.figures, [attribute, { ...ruling, value }]]) };
    case 'cannot-tell':
      return attribute === undefined
        ? all
        : { ...all, figures: new Map([...all.figures, [attribute, { ...ruling, unknown: true }]]) };
    case 're-place':
      return place === undefined ? all : { ...all, place: { ...ruling, value: place } };
    case 'reject':
      return { ...all, rejected: new Map([...all.rejected, ...claims.map((claim) => [claim, ruling] as const)]) };
    case 're-date':
      return date === undefined ? all : { ...all, date: { ...ruling, value: date } };
    case 'set-policy':
      return policy === undefined ? all : { ...all, policy: { ...ruling, name: policy } };
    case 'set-proof': {
      if (proof === undefined) return all;
      const said = { standard: proof, ...defined({ attribute }), by, at, reason, decision: id };
      return { ...all, proof: new Map([...all.proof, [attribute ?? '', said]]) };
    }
    case 'note':
      return { ...all, notes: [...all.notes, { by, at, text: reason }] };
    default:
      return all;
  }
}
