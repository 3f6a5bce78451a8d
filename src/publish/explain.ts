import {
  type Attribute,
  type AttributeReading,
  attributes,
  type CountRecord,
  type Edition,
  type Incident,
  isCountRecord,
  type PrecisionCodes,
  type SetAside,
  type TermRecord,
} from '../model/index.ts';
import { type OpenEdition, openEdition } from './witnesses.ts';
import { formatDay, formatWhen } from './wording/dates.ts';
import { countOf, formatRange, formatValue, formatWhere, spellCountry } from './wording/figures.ts';
import { listRemarks } from './wording/incident.ts';
import { asideNames, attributeNames, differenceNames, statusNames, statusOf } from './wording/labels.ts';
import { formatBest, formatTerm, sayWhy } from './wording/standing.ts';
import { quoteClaim } from './wording/words.ts';

/** Which incident and attribute to explain, and the rules' texts to quote. */
export interface ExplainOptions {
  readonly incident: string;
  readonly attribute?: Attribute;
  /** Text of each policy rule, by policy and rule id: the key "ucdp U2". */
  readonly rules: ReadonlyMap<string, string>;
}

/** Explain in sentences why the values of an incident are what they are: for each the rule, the claims, and their words. */
export function publishExplanation(edition: Edition, { incident, attribute, rules }: ExplainOptions): string {
  const open = openEdition(edition);
  const found = edition.incidents.find(({ id }) => id === incident);
  if (found === undefined) return '';
  const wanted = attribute === undefined ? attributes : [attribute];
  const records = wanted.flatMap((name) => {
    const record = found.attributes[name];
    return record === undefined ? [] : [explainRecord(open, name, record, rules)];
  });
  const facts = [
    ...(attribute === undefined || attribute === 'date' ? [explainDate(open, found)] : []),
    ...(attribute === undefined || attribute === 'place' ? [explainPlace(open, found)] : []),
  ];
  const head = `${found.title} (${found.id}), policy ${edition.config.policy}.`;
  const joined = attribute === undefined ? explainJoins(found) : [];
  return `${[head, ...facts, ...records, ...joined, ...explainDecisions(open, found)].join('\n\n')}\n`;
}

function explainRecord(
  open: OpenEdition,
  name: Attribute,
  record: CountRecord | TermRecord,
  rules: ReadonlyMap<string, string>,
): string {
  const count = isCountRecord(record) ? record : undefined;
  const value = isCountRecord(record) ? formatBest(record) : (formatTerm(record) ?? 'none accepted');
  const range = count === undefined ? '' : formatRange(count);
  const rule = rules.get(`${record.policy} ${record.rule}`);
  return [
    `${attributeNames[name]}: ${value}${range === '' ? '' : ` (${range})`}, ${statusNames[statusOf(record)].word}${count === undefined ? '' : `, ${count.grade}`}.`,
    `  ${sayWhy(record)}`,
    `  Decided by rule ${record.rule} of ${record.policy}${rule === undefined ? '' : `: ${rule}`}`,
    ...record.readings.flatMap((reading) => explainReading(open, reading)),
    ...(count?.history ?? []).map(
      ({ at, low, best, high, articles }) =>
        `  As of ${formatDay(at)}: ${best ?? 'no figure'} (${low ?? '?'}–${high ?? '?'}), from ${siglaOf(open, articles)}.`,
    ),
    ...(count?.notes ?? []).map((note) => `  Noted beside it: ${note}.`),
  ].join('\n');
}

function explainReading(open: OpenEdition, reading: AttributeReading): readonly string[] {
  const standing = reading.used ? 'used' : 'set aside';
  const reason =
    reading.difference === undefined
      ? 'accepted'
      : `${standing}, ${differenceNames[reading.difference]} (${reading.difference})`;
  const note = reading.note === undefined ? '' : ` ${reading.note}`;
  return [
    `  - ${formatValue(reading.value)}: ${reason}; at most ${countOf(reading.independentSources, 'independent source')}.${note}`,
    ...(reading.collapsed ?? []).map(
      ({ article, into, because, shared }) =>
        `      ${siglaOf(open, [article])} counts as one with ${siglaOf(open, [into])}: the same ${because}${shared === undefined ? '' : ` (${shared})`}.`,
    ),
    ...reading.claims.map((id) => explainClaim(open, id)),
  ];
}

function explainClaim(open: OpenEdition, id: string): string {
  const claim = open.claims.get(id);
  if (claim === undefined) return `      ${id}`;
  const witness = open.witnessOf.get(claim.article);
  const words = `“${quoteClaim(claim).replace(/\s+/g, ' ')}”`;
  const speaker = claim.attribution === undefined ? 'in its own voice' : claim.attribution.speaker;
  const time =
    claim.asOf === undefined
      ? ''
      : `, ${claim.asOf.how === 'stated' ? 'as of' : 'reported'} ${formatDay(claim.asOf.value)}`;
  const rule = claim.producer.rule === undefined ? '' : `, read by ${claim.producer.rule}`;
  return `      ${witness?.siglum ?? '?'} ${witness?.outlet ?? ''} ${claim.evidence[0]?.start}–${claim.evidence.at(-1)?.end} ${words} (${speaker}${time}${rule}) [${id}]`;
}

const siglaOf = (open: OpenEdition, articles: readonly string[]): string =>
  articles.map((id) => open.witnessOf.get(id)?.siglum ?? '?').join(' ') || 'no dated report';

function explainDate(open: OpenEdition, incident: Incident): string {
  const { codes, claims, setAside, status } = incident.date;
  return [
    `Date: ${formatWhen(incident)}, ${statusNames[status].word}. The narrowest days the joined reports allow.${sayCodes(codes, 'date_prec', 'time precision')}`,
    ...claims.map((id) => explainClaim(open, id)),
    ...explainAsides(open, setAside),
  ].join('\n');
}

function explainPlace(open: OpenEdition, incident: Incident): string {
  const { precision, radiusKm, area, codes, claims, setAside } = incident.place;
  const within = radiusKm === undefined ? '' : `, within ${radiusKm} km of the point given`;
  const struck =
    area === undefined
      ? ''
      : ` It struck ${area.places.join(', ')}${area.within === undefined ? '' : `, all in ${spellCountry(area.within)}`}.`;
  return [
    `Place: ${formatWhere(incident)}, known to the ${precision}${within}.${struck}${sayCodes(codes, 'where_prec', 'geo precision')}`,
    ...claims.map((id) => explainClaim(open, id)),
    ...explainAsides(open, setAside),
  ].join('\n');
}

function sayCodes(codes: PrecisionCodes | undefined, ucdp: string, acled: string): string {
  const told = [
    codes?.ucdp === undefined ? [] : `UCDP ${ucdp} ${codes.ucdp}`,
    codes?.acled === undefined ? [] : `ACLED ${acled} ${codes.acled}`,
  ].flat();
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
}

function explainAsides(open: OpenEdition, words: readonly SetAside[] = []): readonly string[] {
  return words.map(
    ({ article, start, end, quote, why, value }) =>
      `  - set aside: ${siglaOf(open, [article])} ${start}–${end} “${quote.replace(/\s+/g, ' ')}” (${value}): ${asideNames[why]}.`,
  );
}

function explainJoins(incident: Incident): readonly string[] {
  const { because, units = [] } = incident;
  const joins = because.map(({ rule, score }) => `  - ${rule} (${score.toFixed(2)})`);
  return [
    ...(joins.length === 0 ? [] : [['Reports joined because of', ...joins].join('\n')]),
    ...(units.length === 0
      ? []
      : [`Coded as ${countOf(units.length, 'event')} by rule ${units[0]?.rule}: ${units[0]?.note}`]),
    ...listRemarks(incident),
  ];
}

function explainDecisions({ edition }: OpenEdition, { id }: Incident): readonly string[] {
  const own = (edition.decisions ?? []).filter(({ incident }) => incident === id);
  if (own.length === 0) return [];
  const lines = own.map(
    ({ action, by, at, reason, status, conflicts = [] }) =>
      `  - ${action} by ${by}, ${formatDay(at)}: ${reason} (${status}${conflicts.length === 0 ? '' : `; conflicts with ${conflicts.join(', ')}`})`,
  );
  return [['Decisions', ...lines].join('\n')];
}
