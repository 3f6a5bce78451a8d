import {
  type AttributeReading,
  attributeTable,
  type Claim,
  type CountRecord,
  type CountValue,
  type Difference,
  defined,
  type Edition,
  isCountRecord,
} from '../../model/index.ts';
import { formatValue } from '../../pipeline/index.ts';
import { findGroup } from './groups.ts';
import type { Question } from './question.ts';
import { type Abstained, type AnswerFigure, abstain, quoteClaims } from './shapes.ts';
import { matchSource } from './sources.ts';

/** What an answer says: the values, and what is to be said of them. */
export interface Found {
  readonly figures: readonly AnswerFigure[];
  /** "12 to 14, updated". */
  readonly says: string;
}

/** Readings that count something else than what is asked for. */
const otherThings: ReadonlySet<Difference> = new Set([
  'subset',
  'scope',
  'wrong-incident',
  'rejected',
  'perpetrators-included',
]);

/** Find the record of what is counted. */
export function findRecord({ incidents }: Edition, { attribute }: Question): CountRecord | undefined {
  const record = attribute === undefined ? undefined : incidents[0]?.attributes[attribute];
  return record !== undefined && isCountRecord(record) ? record : undefined;
}

/** Look up a figure: that of the record, of a source, or of a group of those counted. */
export function findFigure(edition: Edition, question: Question): Found | Abstained {
  const { attribute, source, group, asOf } = question;
  const record = findRecord(edition, question);
  const label = attribute === undefined ? 'this' : attributeTable[attribute].label.toLowerCase();
  if (record === undefined)
    return abstain('not-stated', `No report${asOf === undefined ? '' : ` by ${asOf}`} states how many were ${label}.`);
  if (group.length > 0) {
    const claims = findGroup(edition, record, question);
    const who = group.map(({ text }) => text).join(' ');
    if (claims.length === 0) return abstain('not-stated', `No report states how many ${who} were ${label}.`);
    return source.length === 0 ? stateNewest(edition, claims) : ofSource(edition, claims, question);
  }
  if (source.length > 0) return ofSource(edition, claimsOf(edition, record), question);
  return ofRecord(edition, record, question);
}

/** The claims of a record that count what it counts. */
function claimsOf({ claims }: Edition, { readings }: CountRecord): readonly Claim[] {
  const ids = readings.filter(isOfTotal).flatMap((reading) => reading.claims);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function isOfTotal({ difference }: AttributeReading): boolean {
  return difference === undefined || !otherThings.has(difference);
}

function ofSource(edition: Edition, claims: readonly Claim[], question: Question): Found | Abstained {
  const fitOf = matchSource(question.source, edition);
  const said = claims.filter((claim) => fitOf(claim) === 'speaker');
  const printed = claims.filter((claim) => fitOf(claim) === 'outlet');
  const own = printed.filter(({ attribution }) => attribution === undefined);
  const meant = [said, own, printed].find((some) => some.length > 0);
  if (meant !== undefined) return stateNewest(edition, meant);
  const who = question.source.map(({ text }) => text).join(' ');
  const others = [...new Set(claims.flatMap(({ attribution }) => attribution?.speaker ?? []))].slice(0, 5);
  const told = others.length === 0 ? '' : ` Figures are given by ${others.join('; ')}.`;
  return abstain('source-silent', `No report gives this figure from ${who}.${told}`);
}

const dayOf = ({ asOf }: Claim): string => (asOf?.value ?? '').slice(0, 10);

/** Take the newest of some claims; other values of the same day stand beside it. */
function stateNewest(edition: Edition, claims: readonly Claim[]): Found {
  const newest = claims.map(dayOf).sort().at(-1);
  const own = claims.filter((claim) => dayOf(claim) === newest);
  const values = new Map<string, Claim[]>();
  for (const claim of own) {
    const words = formatValue(claim.value);
    values.set(words, [...(values.get(words) ?? []), claim]);
  }
  const figures = [...values].map(
    ([words, some], at): AnswerFigure => ({
      ...{ role: at === 0 ? 'stated' : 'other', words, quotes: quoteClaims(edition, some) },
      ...defined({ number: numberOf(some[0]?.value) }),
    }),
  );
  const [first, ...others] = figures.map(({ words }) => words);
  return { figures, says: `${first}${others.length === 0 ? '' : `; also ${others.join(', ')}`}` };
}

/** Where reports dispute it, or the ends lie far apart, both stand before the figure that the policy takes: which is right nobody can look up. */
const roles = {
  asked: ['best', 'low', 'high'],
  open: ['low', 'high', 'best'],
} as const satisfies Readonly<Record<string, readonly AnswerFigure['role'][]>>;

/** Give the ends of a record with the words of each: that which is accepted first. */
export function quoteRecord(edition: Edition, record: CountRecord): readonly AnswerFigure[] {
  const found = ofRecord(edition, record, {});
  return 'figures' in found ? found.figures : [];
}

function ofRecord(
  edition: Edition,
  record: CountRecord,
  { end, asOf }: Pick<Question, 'end' | 'asOf'>,
): Found | Abstained {
  const { low, best, high, status } = record;
  const ends = { low, best, high };
  const wanted = end === undefined ? roles[isOpen(record) ? 'open' : 'asked'] : [end];
  const seen = new Set<number>();
  const figures = wanted.flatMap((role): readonly AnswerFigure[] => {
    const number = ends[role];
    if (number === null || seen.has(number)) return [];
    seen.add(number);
    return quoteEnd(edition, record, role, number);
  });
  // "Dozens" has ends that no report prints.
  const all = best === null && end === undefined ? [...quoteAccepted(edition, record), ...figures] : figures;
  const [first] = all;
  if (first === undefined)
    return abstain('not-stated', `The reports${asOf === undefined ? '' : ` by ${asOf}`} allow no figure (${status}).`);
  return { figures: all, says: sayRange(record, first.words, end) };
}

/** A high of so many times the low settles no figure. */
const wideTimes = 2;

function isOpen({ low, high, status }: Pick<CountRecord, 'low' | 'high' | 'status'>): boolean {
  if (low === high) return false;
  return status === 'disputed' || (low !== null && high !== null && low > 0 && high >= wideTimes * low);
}

function sayRange({ low, best, high, status, policy }: CountRecord, first: string, end: Question['end']): string {
  if (end !== undefined) return `${first} at ${end === 'low' ? 'least' : 'most'} by the record, ${status}`;
  if (isOpen({ low, high, status }))
    return `${status}, ${low ?? '?'} to ${high ?? '?'}${best === null ? '' : `; ${policy} takes ${best}`}`;
  const isRange = best !== null && (low !== best || high !== best);
  return `${first}${isRange ? ` (${low ?? '?'} to ${high ?? '?'})` : ''}, ${status}`;
}

/** Quote the readings whose words give one end of the range; used ones before those set aside. */
function quoteEnd(
  edition: Edition,
  { readings }: CountRecord,
  role: 'best' | 'low' | 'high',
  number: number,
): readonly AnswerFigure[] {
  const fits = readings.filter(({ value }) => value.kind === 'count' && isEnd(value, role, number));
  const [reading] = [...fits.filter(({ used }) => used), ...fits.filter(isOfTotal), ...fits];
  if (reading === undefined) return [];
  const quotes = quoteReading(edition, reading);
  return quotes.length === 0 ? [] : [{ role, words: formatValue(reading.value), number, quotes }];
}

function isEnd({ min, max, anchor }: CountValue, role: 'best' | 'low' | 'high', number: number): boolean {
  return anchor === number || (role !== 'high' && min === number) || (role === 'high' && max === number);
}

/** Quote what is accepted where it is no number: "dozens". */
function quoteAccepted(edition: Edition, { readings }: CountRecord): readonly AnswerFigure[] {
  const accepted = readings.find(({ used, difference }) => used && difference === undefined);
  const quotes = accepted === undefined ? [] : quoteReading(edition, accepted);
  return accepted === undefined || quotes.length === 0
    ? []
    : [{ role: 'best', words: formatValue(accepted.value), quotes }];
}

/** Quote a reading by its claims. */
export function quoteReading(edition: Edition, { claims }: AttributeReading): AnswerFigure['quotes'] {
  const ids = new Set(claims);
  return quoteClaims(
    edition,
    edition.claims.filter(({ id }) => ids.has(id)),
  );
}

/** The number a value prints; undefined for "dozens". */
export function numberOf(value: Claim['value'] | undefined): number | undefined {
  if (value?.kind !== 'count') return undefined;
  return value.anchor ?? (value.min === value.max ? value.min : undefined);
}
