import {
  type AttributeReading,
  type Claim,
  type CountRecord,
  type Edition,
  type Incident,
  isCountRecord,
  type TermRecord,
} from '../../model/index.ts';
import { nameSource, type OpenEdition, openEdition } from '../witnesses.ts';
import { formatValue } from '../wording/figures.ts';
import { type Cell, nameColumns, orderCells, type Table } from './table.ts';

/**
 * The columns: the incident, the report, what the report does for it (`tells` or `recalls` it), then the claim with its words and what
 * became of it in the record of its attribute.
 */
const columns = nameColumns(
  'incident incident_title incident_type incident_date incident_place incident_country report siglum outlet report_date headline url role copy_of claim attribute value min max victims scope modality standing speaker speaker_kind as_of quote start end used difference why_different policy low best high accepted status proof confidence rule',
  {
    min: 'integer',
    max: 'integer',
    start: 'integer',
    end: 'integer',
    used: 'boolean',
    low: 'integer',
    best: 'integer',
    high: 'integer',
    confidence: 'decimal',
  },
);

/** Where a claim stands in the record of its incident. */
interface Place {
  readonly record?: CountRecord | TermRecord;
  readonly reading?: AttributeReading;
}

/**
 * Tabulate which report says what of which incident: one row an incident, report and claim; a report without a claim of the incident
 * has one row with the claim left blank. Positions are UTF-16 code units of the report's text.
 */
export function tabulateCrosswalk(edition: Edition): Table {
  const open = openEdition(edition);
  const own = new Map<string, Claim[]>();
  for (const claim of edition.claims) {
    if (claim.conflict !== undefined) continue;
    const key = `${claim.incident} ${claim.article}`;
    own.set(key, [...(own.get(key) ?? []), claim]);
  }
  const rows = open.timeline.flatMap((incident) => {
    const places = placeClaims(incident);
    const shared = writeIncident(incident);
    return listReports(open, incident).flatMap((report) => {
      const told = { ...shared, ...writeReport(open, incident, report) };
      const claims = own.get(`${incident.id} ${report}`) ?? [];
      if (claims.length === 0) return [orderCells(columns, told)];
      return claims.map((claim) => orderCells(columns, { ...told, ...writeClaim(claim, places.get(claim.id)) }));
    });
  });
  return { columns, rows, title: 'Which report says what of which incident' };
}

function placeClaims({ attributes }: Incident): ReadonlyMap<string, Place> {
  return new Map(
    Object.values(attributes).flatMap((record) =>
      record.readings.flatMap((reading) => reading.claims.map((id): [string, Place] => [id, { record, reading }])),
    ),
  );
}

/** List the reports of an incident in the order of their sigla. */
function listReports({ witnesses }: OpenEdition, { articles, recalledBy = [] }: Incident): readonly string[] {
  const wanted = new Set([...articles, ...recalledBy]);
  return witnesses.map(({ article }) => article.id).filter((id) => wanted.has(id));
}

function writeIncident({ id, title, type, date, place, proof = [] }: Incident): Readonly<Record<string, Cell>> {
  return {
    incident: id,
    incident_title: title,
    incident_type: type,
    incident_date: date.value,
    incident_place: place.name,
    incident_country: place.country,
    proof: proof.find(({ attribute }) => attribute === undefined)?.standard,
  };
}

function writeReport({ witnessOf }: OpenEdition, { recalledBy = [] }: Incident, report: string) {
  const witness = witnessOf.get(report);
  return {
    report,
    siglum: witness?.siglum,
    outlet: nameSource(witness),
    report_date: witness?.day,
    headline: witness?.article.headline,
    url: witness?.article.url,
    role: recalledBy.includes(report) ? 'recalls' : 'tells',
    copy_of: witness?.copies.map((id) => witnessOf.get(id)?.siglum ?? '?').join(' ') || null,
  };
}

function writeClaim(claim: Claim, { record, reading }: Place = {}): Readonly<Record<string, Cell>> {
  const value = claim.value.kind === 'count' ? claim.value : undefined;
  const count = record !== undefined && isCountRecord(record) ? record : undefined;
  const [first] = claim.evidence;
  return {
    claim: claim.id,
    attribute: claim.attribute,
    value: formatValue(claim.resolution?.value ?? claim.value),
    min: value?.min,
    max: value?.max,
    victims: claim.victims?.join(' '),
    scope: claim.scope,
    modality: claim.modality,
    standing: claim.standing,
    speaker: claim.attribution?.speaker,
    speaker_kind: claim.attribution?.kind,
    as_of: claim.asOf?.value,
    quote: claim.evidence.map(({ quote }) => quote).join(' … '),
    start: first?.start,
    end: first?.end,
    used: reading?.used,
    difference: reading?.difference,
    why_different: reading?.note,
    policy: record?.policy,
    low: count?.low,
    best: count?.best,
    high: count?.high,
    accepted: record === undefined || isCountRecord(record) ? null : record.value,
    status: record?.status,
    confidence: claim.confidence,
    rule: claim.producer.rule,
  };
}
