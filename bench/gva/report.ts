import { type Edition, type Incident, isCountRecord } from '../../src/model/index.ts';
import type { RecordComparison } from './compare.ts';
import { dayOf } from './record.ts';

/** Give the share of comparisons for which `holds` is true, 0..1. */
export function share(all: readonly RecordComparison[], holds: (one: RecordComparison) => boolean): number {
  return all.length === 0 ? 0 : all.filter(holds).length / all.length;
}

/** Print a confusion matrix: a row for each count of the record, a column for each of ours; the last ones mean "n or more". */
export function drawConfusion(pairs: readonly (readonly [theirs: number, ours: number])[], most = 4): string {
  const cells = Array.from({ length: most + 1 }, () => Array.from({ length: most + 1 }, () => 0));
  for (const [theirs, ours] of pairs) {
    const row = cells[Math.min(theirs, most)];
    const column = Math.min(ours, most);
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  const name = (n: number): string => (n === most ? `${n}+` : `${n}`);
  const head = `record\\ours ${cells.map((_, n) => name(n).padStart(5)).join('')}`;
  return [
    head,
    ...cells.map((row, n) => `${name(n).padStart(11)} ${row.map((c) => `${c}`.padStart(5)).join('')}`),
  ].join('\n');
}

/** Describe a wrong answer as plain data, with all that is needed to see its cause. */
export function describeMiss(one: RecordComparison, edition: Edition): object {
  const { record, incident, right } = one;
  return {
    incident: record.incident,
    wrong: Object.entries(right).flatMap(([name, fine]) => (fine ? [] : [name])),
    record: {
      killed: record.killed,
      injured: record.injured,
      date: dayOf(record),
      city: record.city_or_county,
      state: record.state,
    },
    ours: {
      killed: one.killed,
      injured: one.injured,
      date: one.date,
      city: one.city ?? null,
      place: incident?.place.name ?? null,
      title: incident?.title ?? null,
      incidents: edition.incidents.length,
    },
    readings: incident === undefined ? [] : quoteReadings(incident, edition),
    articles: record.articles.map(({ title, published }) => ({ title, published: published ?? null })),
  };
}

const counted = ['killed', 'injured', 'casualties', 'perpetratorsKilled', 'perpetratorsInjured'] as const;

function quoteReadings(incident: Incident, edition: Edition): readonly object[] {
  const claims = new Map(edition.claims.map((claim) => [claim.id, claim]));
  return counted.flatMap((attribute) => {
    const record = incident.attributes[attribute];
    if (record === undefined || !isCountRecord(record)) return [];
    return record.readings.map((reading) => ({
      attribute,
      value:
        reading.value.kind === 'count' ? (reading.value.anchor ?? `${reading.value.min}..${reading.value.max}`) : null,
      used: reading.used,
      difference: reading.difference ?? null,
      rule: record.rule,
      claims: reading.claims.flatMap((id) => {
        const claim = claims.get(id);
        if (claim === undefined) return [];
        const quote = claim.evidence.map((evidence) => evidence.quote).join(' … ');
        return [`[${claim.producer.rule ?? claim.producer.name}, ${claim.scope}] ${quote}`];
      }),
    }));
  });
}
