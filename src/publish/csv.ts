import {
  type AttributeReading,
  type Claim,
  type CountRecord,
  type Edition,
  type Incident,
  isCountRecord,
  type TermRecord,
} from '../model/index.ts';
import { listHxlTags } from './tables/hxl.ts';
import { quoteCell } from './tables/table.ts';
import { nameSource, type OpenEdition, openEdition } from './witnesses.ts';
import { formatValue } from './wording/figures.ts';

const columns = [
  'incident',
  'title',
  'type',
  'main',
  'date',
  'place',
  'country',
  'place_relation',
  'latitude',
  'longitude',
  'radius_km',
  'attribute',
  'low',
  'best',
  'high',
  'accepted',
  'status',
  'grade',
  'policy',
  'reading',
  'min',
  'max',
  'used',
  'difference',
  'independent_sources',
  'outlets',
  'speakers',
  'as_of',
  'quotes',
  'claims',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number | boolean | null | undefined>>;

/**
 * Print one row per reading as CSV (RFC 4180: CRLF line ends, quotes doubled, UTF-8 without a byte order mark).
 *
 * Lists within a cell are joined by " | ". A cell that a spreadsheet would run as a formula gets an apostrophe in front, as
 * OWASP advises: `=1+1` is written `'=1+1`. With `hxl` a row of HXL hashtags follows the head.
 */
export function publishCsv(edition: Edition, { hxl = false }: { readonly hxl?: boolean } = {}): string {
  const open = openEdition(edition);
  const rows = open.timeline.flatMap((incident) =>
    Object.entries(incident.attributes).flatMap(([attribute, record]) =>
      record.readings.map((reading) => makeRow(open, incident, attribute, record, reading)),
    ),
  );
  const tags = hxl ? [listHxlTags('csv', columns).join(',')] : [];
  return [columns.join(','), ...tags, ...rows.map((row) => columns.map((name) => quoteCell(row[name])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
}

function makeRow(
  open: OpenEdition,
  incident: Incident,
  attribute: string,
  record: CountRecord | TermRecord,
  reading: AttributeReading,
): Row {
  const claims = reading.claims.flatMap((id) => open.claims.get(id) ?? []);
  const list = (pick: (claim: Claim) => string | undefined) =>
    [...new Set(claims.flatMap((claim) => pick(claim) ?? []))].join(' | ');
  const count = isCountRecord(record) ? record : undefined;
  const value = reading.value.kind === 'count' ? reading.value : undefined;
  return {
    incident: incident.id,
    title: incident.title,
    type: incident.type,
    main: incident.main,
    date: incident.date.value,
    place: incident.place.name,
    country: incident.place.country,
    place_relation: incident.place.relation?.words,
    latitude: incident.place.lat,
    longitude: incident.place.lon,
    radius_km: incident.place.radiusKm,
    attribute,
    low: count?.low,
    best: count?.best,
    high: count?.high,
    accepted: isCountRecord(record) ? record.best : record.value,
    status: record.status,
    grade: count?.grade,
    policy: record.policy,
    reading: formatValue(reading.value),
    min: value?.min,
    max: value?.max,
    used: reading.used,
    difference: reading.difference,
    independent_sources: reading.independentSources,
    outlets: list(({ article }) => nameSource(open.witnessOf.get(article))),
    speakers: list(({ attribution }) => attribution?.speaker),
    as_of: list(({ asOf }) => asOf?.value),
    quotes: claims.map(({ evidence }) => evidence.map(({ quote }) => quote).join(' … ')).join(' | '),
    claims: claims.map(({ id }) => id).join(' | '),
  };
}
