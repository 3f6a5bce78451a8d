import {
  type Attribute,
  attributes,
  type Claim,
  type CountAttribute,
  type CountRecord,
  countAttributes,
  countTable,
  defined,
  groupBy,
  type Incident,
  isCountAttribute,
  type LinkedIncident,
  type TermRecord,
  termTable,
} from '../model/index.ts';
import { findAttackers } from './counts/attackers.ts';
import type { Attackers } from './counts/attribute-evidence.ts';
import { type CountContext, countAttackersAlone, reconcileCount } from './counts/counts.ts';
import { countMissing } from './counts/missing.ts';
import { judgeEachReport } from './counts/per-report.ts';
import { findSpread } from './counts/spread.ts';
import { divideIncident } from './counts/units.ts';
import type { ReportCount } from './counts/votes.ts';
import { listProof } from './decisions/rulings.ts';
import { collapseCopies, type DuplicateClaims } from './evidence/duplicate-claims.ts';
import { type ActorIndex, joinActor } from './fields/actors.ts';
import { blameSaying } from './fields/blame.ts';
import { writeDate } from './fields/dates.ts';
import { writePlace } from './fields/places.ts';
import { gatherReasons } from './fields/reasons.ts';
import { reconcileTerms } from './fields/terms.ts';

/** Write the record of one incident from its claims; every claim is in one reading, or in the date, place or reasons. */
export function reconcileIncident(
  incident: LinkedIncident,
  claims: readonly Claim[],
  counting: CountContext,
  index: ActorIndex,
): Incident {
  const { archive, policy, rulings } = counting;
  const joined = claims.map((claim) => {
    const known = markParty({ ...claim, value: joinActor(claim.value, index) }, index);
    // A rejected claim is kept and supports nothing; records of counts list it as a rejected reading.
    return rulings.rejected.has(claim.id) && claim.value.kind !== 'count'
      ? { ...known, modality: 'hypothetical' as const }
      : known;
  });
  const duplicates = new Map<Attribute, DuplicateClaims>();
  for (const [attribute, group] of groupBy(joined, (claim) => claim.attribute)) {
    duplicates.set(attribute as Attribute, collapseCopies(group, archive));
  }
  const of = (attribute: Attribute): DuplicateClaims => duplicates.get(attribute) ?? { own: [], repeats: new Map() };
  const counts = reconcileCounts(duplicates, judgeEachReport(joined, counting), counting);
  const redated = rulings.date === undefined ? incident : { ...incident, date: rulings.date.value };
  const placed = placeAnew(incident, rulings);
  const spread = policy.divide === undefined ? {} : findSpread(redated, joined, archive);
  const division = policy.divide?.(spread);
  const place = writePlace(placed, of('place'), archive);
  return {
    id: incident.id,
    title: incident.title,
    type: incident.type,
    main: incident.main,
    ...defined({ story: incident.story }),
    articles: [...incident.articles].sort(),
    ...defined({ recalledBy: incident.recalledBy }),
    date: writeDate(redated, of('date'), archive),
    place,
    attributes: { ...counts, ...reconcileOthers(duplicates, counting) },
    reasons: gatherReasons(of('reason'), archive, place, incident.type),
    possiblySame: [...incident.possiblySame].sort(),
    ...defined({ nearlySame: incident.nearlySame, toldTogether: incident.toldTogether }),
    ...(incident.mentions.length === 0 ? {} : { mentions: incident.mentions }),
    because: incident.because,
    ...defined({ entry: policy.judgeEntry?.(incident.type, counts) }),
    ...(division === undefined ? {} : { units: divideIncident(division, counts) }),
    ...(rulings.proof.size === 0 ? {} : { proof: listProof(rulings) }),
    ...(rulings.notes.length === 0 ? {} : { notes: rulings.notes }),
    ...(rulings.decisions.length === 0 ? {} : { decisions: rulings.decisions }),
  };
}

/** Put a person's place over the linked one; the venue that was linked is of that. */
function placeAnew(incident: LinkedIncident, { place }: CountContext['rulings']): LinkedIncident {
  if (place === undefined) return incident;
  const { venue: _venue, ...rest } = incident;
  return { ...rest, place: place.value };
}

/** Mark what an actor tied to the violence says as partisan, however its reports call the speaker. */
function markParty(claim: Claim, index: ActorIndex): Claim {
  const { attribution } = claim;
  const party = attribution !== undefined && index.find(attribution.speaker) !== undefined;
  return party && claim.partisan !== true ? { ...claim, partisan: true } : claim;
}

function reconcileCounts(
  duplicates: ReadonlyMap<Attribute, DuplicateClaims>,
  votes: readonly ReportCount[],
  counting: CountContext,
): Partial<Record<CountAttribute, CountRecord>> {
  const records: Partial<Record<CountAttribute, CountRecord>> = {};
  const reconcile = (attribute: CountAttribute, attackers: Attackers): void => {
    const told = duplicates.get(attribute);
    const dead = attribute === 'injured' ? (duplicates.get('killed')?.own ?? []) : [];
    if (told === undefined) return;
    records[attribute] = reconcileCount({ attribute, own: told.own, attackers, dead, votes }, told, counting);
  };
  const alone: Attackers = { record: undefined, partOf: new Map() };
  // Attackers first, since the victims' figures may hold them.
  for (const attribute of countAttributes)
    if (countTable[attribute].attackers === undefined) reconcile(attribute, alone);
  for (const attribute of countAttributes) {
    const other = countTable[attribute].attackers;
    if (other === undefined) continue;
    const record = records[other];
    reconcile(attribute, findAttackers(record, duplicates.get(other), duplicates.get(attribute)));
    if (record !== undefined && !duplicates.has(attribute) && counting.policy.countsAttackers(counting.type)) {
      records[attribute] = countAttackersAlone(record);
    }
  }
  const { killed } = records;
  const ruled = counting.rulings.figures.get('killed');
  const adds = counting.policy.countsMissing === true && ruled?.value === undefined && ruled?.unknown === undefined;
  const withMissing = adds ? countMissing(killed, records.missing, counting) : killed;
  if (withMissing !== undefined) records.killed = withMissing;
  const silent = records.killed === undefined ? counting.policy.codeSilence?.(records) : undefined;
  if (silent !== undefined) records.killed = silent;
  return sortRecords(records);
}

function reconcileOthers(
  duplicates: ReadonlyMap<Attribute, DuplicateClaims>,
  counting: CountContext,
): Incident['attributes'] {
  const records: Partial<Record<Attribute, TermRecord>> = {};
  for (const [attribute, own] of duplicates) {
    if (isCountAttribute(attribute)) continue;
    const { apart, several = false, blames } = termTable[attribute];
    if (apart === true) continue;
    const saying = { archive: counting.archive, policy: counting.policy.name, several };
    records[attribute] = reconcileTerms(own, blames === true ? { ...saying, ...blameSaying } : saying);
  }
  return sortRecords(records);
}

/** Put records in the model's order of attributes. */
function sortRecords<T>(records: Partial<Record<Attribute, T>>): Partial<Record<Attribute, T>> {
  const sorted: Partial<Record<Attribute, T>> = {};
  for (const attribute of attributes) {
    const record = records[attribute];
    if (record !== undefined) sorted[attribute] = record;
  }
  return sorted;
}
