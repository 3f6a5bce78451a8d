import {
  type AttributeReading,
  type Claim,
  type CountRecord,
  type CountValue,
  countTable,
  type Difference,
  type Edition,
  isCountAttribute,
} from '../../model/index.ts';
import { formatValue } from '../../pipeline/index.ts';
import type { Question } from './question.ts';
import { type Abstained, type AnswerFigure, abstain, quoteClaims } from './shapes.ts';

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

/** Tell whether a reading counts what its record counts. */
export function isOfTotal({ difference }: AttributeReading): boolean {
  return difference === undefined || !otherThings.has(difference);
}

/** Where reports dispute it, or the ends lie far apart, both stand before the figure that the policy takes: which is right nobody can look up. */
const roles = {
  asked: ['best', 'low', 'high'],
  open: ['low', 'high', 'best'],
} as const satisfies Readonly<Record<string, readonly AnswerFigure['role'][]>>;

/** Give the ends of a record with the words of each: that which is accepted first. */
export function quoteRecord(edition: Edition, record: CountRecord, end?: Question['end']): readonly AnswerFigure[] {
  const { low, best, high } = record;
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
  return best === null && end === undefined ? [...quoteAccepted(edition, record), ...figures] : figures;
}

/** Look up the figure of a record: what is accepted, or both ends where that is open. */
export function findRecorded(
  edition: Edition,
  record: CountRecord,
  { attribute, end, asOf }: Pick<Question, 'attribute' | 'end' | 'asOf'>,
): Found | Abstained {
  if (end === undefined) {
    const inferred = findInferred(record);
    if (inferred !== undefined)
      return abstain(
        'not-stated',
        `The record comes to ${record.best}, inferred from ${inferred}: no report states it.`,
      );
    const both = findAtOdds(edition, record, attribute);
    if (both !== undefined) return both;
  }
  const figures = quoteRecord(edition, record, end);
  const [first] = figures;
  if (first !== undefined) return { figures, says: sayRange(record, first.words, end) };
  return abstain(
    'not-stated',
    `The reports${asOf === undefined ? '' : ` by ${asOf}`} allow no figure (${record.status}).`,
  );
}

/** Find the accepted words where they print another number than the record takes: 17, of which 3 are reckoned to be attackers. */
function findInferred({ best, readings }: CountRecord): string | undefined {
  const accepted = readings.find(({ used, difference }) => used && difference === undefined);
  const printed = numberOf(accepted?.value);
  if (accepted === undefined || best === null || printed === undefined || printed === best) return undefined;
  return formatValue(accepted.value);
}

/**
 * Find the figures of the report that the accepted one stands in, where it counts those of one moment twice over: "one is still missing" beside "the
 * eight missing on Wednesday were found". Which of them is of its own day nobody can look up.
 */
function findAtOdds(edition: Edition, { readings }: CountRecord, attribute: Question['attribute']): Found | undefined {
  if (attribute === undefined || !isCountAttribute(attribute) || countTable[attribute].momentary !== true)
    return undefined;
  const accepted = readings.find(({ used, difference }) => used && difference === undefined);
  const own = new Set(readings.flatMap(({ claims }) => claims));
  const told = edition.claims.filter(({ id }) => own.has(id));
  const newest = newestFirst(told.filter(({ id }) => accepted?.claims.includes(id) === true))[0];
  const beside = told.filter((claim) => claim.article === newest?.article && isWhole(claim));
  const claims = beside.filter(({ value }) => numberOf(value) !== undefined);
  return new Set(claims.map(({ value }) => numberOf(value))).size < 2 ? undefined : giveEnds(edition, claims);
}

function isWhole({ scope, modality, accumulation, elsewhere }: Claim): boolean {
  const isOne = scope === 'total' || scope === 'unstated';
  return isOne && modality === 'asserted' && accumulation !== 'period' && elsewhere !== true;
}

/** Sort claims by the day they are true of, the newest first. */
export function newestFirst(claims: readonly Claim[]): readonly Claim[] {
  return [...claims].sort((a, b) => (dayOf(a) > dayOf(b) ? -1 : dayOf(a) < dayOf(b) ? 1 : a.id < b.id ? -1 : 1));
}

export const dayOf = ({ asOf }: Claim): string => (asOf?.value ?? '').slice(0, 10);

/** Give the lowest and the highest of figures that do not agree, and neither as the answer. */
export function giveEnds(edition: Edition, claims: readonly Claim[]): Found {
  const printed = claims.flatMap(({ value }) => numberOf(value) ?? []);
  const ends = [Math.min(...printed), Math.max(...printed)] as const;
  const figures = (['low', 'high'] as const).map((role, at): AnswerFigure => {
    const own = claims.filter(({ value }) => numberOf(value) === ends[at]);
    const words = formatValue(own[0]?.value ?? { kind: 'statement', text: '' });
    return { role, words, number: ends[at] ?? 0, quotes: quoteClaims(edition, own) };
  });
  return { figures, says: `both ${figures.map(({ words }) => words).join(' and ')} are given` };
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
