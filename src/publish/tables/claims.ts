import { parquetWriteBuffer } from 'hyparquet-writer';
import {
  type AttributeReading,
  type Claim,
  type CountRecord,
  type Edition,
  type Incident,
  isCountRecord,
  type TermRecord,
} from '../../model/index.ts';
import { nameSource, openEdition } from '../witnesses.ts';
import { formatValue } from '../wording/figures.ts';
import { nameColumns, orderCells, type Table } from './table.ts';

const columns = nameColumns(
  'claim incident title incident_type date_earliest date_latest place country attribute value min max anchor qualifier vague scope accumulation modality victims as_of speaker speaker_kind outlet article start end quote confidence rule used difference policy low best high',
  {
    min: 'integer',
    max: 'integer',
    anchor: 'integer',
    start: 'integer',
    end: 'integer',
    confidence: 'decimal',
    used: 'boolean',
    low: 'integer',
    best: 'integer',
    high: 'integer',
  },
);

type Home = {
  readonly incident: Incident;
  readonly record: CountRecord | TermRecord | undefined;
  readonly reading: AttributeReading | undefined;
};

/** Tabulate every claim of an edition with the record it contributes to, for analysis. Positions are UTF-16 code units. */
export function tabulateClaims(edition: Edition): Table {
  const open = openEdition(edition);
  const homes = new Map<string, Home>();
  for (const incident of edition.incidents) {
    for (const record of Object.values(incident.attributes)) {
      for (const reading of record?.readings ?? [])
        for (const id of reading.claims) homes.set(id, { incident, record, reading });
    }
  }
  const byId = new Map(edition.incidents.map((incident) => [incident.id, incident]));
  const rows = edition.claims.map((claim) => {
    const outlet = nameSource(open.witnessOf.get(claim.article));
    const incident = byId.get(claim.incident);
    const home = homes.get(claim.id) ?? (incident && { incident, record: undefined, reading: undefined });
    return orderCells(columns, { ...writeClaim(claim), outlet, ...writeHome(home) });
  });
  return { columns, rows, title: 'Claims of a Variorum edition' };
}

function writeHome(home: Home | undefined) {
  const { incident, record, reading } = home ?? {};
  const count = record !== undefined && isCountRecord(record) ? record : undefined;
  return {
    title: incident?.title,
    incident_type: incident?.type,
    date_earliest: incident?.date.earliest,
    date_latest: incident?.date.latest,
    place: incident?.place.name,
    country: incident?.place.country,
    used: reading?.used ?? false,
    difference: reading?.difference,
    policy: record?.policy,
    low: count?.low,
    best: count?.best,
    high: count?.high,
  };
}

function writeClaim(claim: Claim) {
  const value = claim.value.kind === 'count' ? claim.value : undefined;
  return {
    claim: claim.id,
    incident: claim.incident,
    attribute: claim.attribute,
    value: formatValue(claim.value),
    min: value?.min,
    max: value?.max,
    anchor: value?.anchor,
    qualifier: value?.qualifier,
    vague: value?.vague,
    scope: claim.scope,
    accumulation: claim.accumulation,
    modality: claim.modality,
    victims: claim.victims?.join(' '),
    as_of: claim.asOf?.value,
    speaker: claim.attribution?.speaker,
    speaker_kind: claim.attribution?.kind,
    article: claim.article,
    start: claim.evidence[0]?.start,
    end: claim.evidence[0]?.end,
    quote: claim.evidence.map(({ quote }) => quote).join(' … '),
    confidence: claim.confidence,
    rule: claim.producer.rule,
  };
}

/** Print claims as JSON Lines: one object each with every column; null where a value is not known. */
export function publishJsonl(edition: Edition): string {
  const { rows } = tabulateClaims(edition);
  return rows
    .map((row) => `${JSON.stringify(Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])))}\n`)
    .join('');
}

const parquetTypes = {
  string: 'STRING',
  integer: 'INT32',
  decimal: 'DOUBLE',
  date: 'STRING',
  boolean: 'BOOLEAN',
} as const;

/** Write claims as one Parquet file with the same columns as the JSON Lines. */
export function publishParquet(edition: Edition): Uint8Array {
  const { rows } = tabulateClaims(edition);
  const columnData = columns.map(({ name, datatype }, at) => ({
    name,
    data: rows.map((row) => row[at] ?? null),
    type: parquetTypes[datatype],
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
