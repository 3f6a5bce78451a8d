import { z } from 'zod';
import { daysOf } from './time.ts';
import type { DateValue, PlaceValue } from './value.ts';

/**
 * How exactly day and place are known, in the steps of two data sets on violence.
 *
 * Sources: UCDP Georeferenced Event Dataset Codebook, version 23.1, `where_prec` and `date_prec`; ACLED Codebook, Geo-Precision and Time
 * Precision. What a codebook leaves open (a distance of over 25 km, a road) is put on the looser step.
 */
export const precisionCodesSchema = z.object({ ucdp: z.int().optional(), acled: z.int().optional() }).readonly();
export type PrecisionCodes = z.infer<typeof precisionCodesSchema>;

/** What the codes of a place are read from. */
export interface CodedPlace extends Partial<Pick<PlaceValue, 'city' | 'relation'>> {
  readonly precision: PlaceValue['level'] | 'unknown';
}

/** Kilometres around a town that are still "near" it: where_prec 2. */
const nearKm = 25;
/** Kilometres off a coast from which waters are international: where_prec 7. */
const territorialKm = 22.2;
const lines: ReadonlySet<string> = new Set(['between', 'along', 'border']);

/** where_prec by level: 1 exact, 3 second-order unit, 4 first-order unit, 5 line or vague area, 6 country, 7 sea or air. */
const ucdpLevels = {
  venue: 1,
  city: 1,
  district: 3,
  state: 4,
  region: 5,
  country: 6,
  water: 7,
  unknown: undefined,
} as const;

function isFar({ kind, km = 0 }: NonNullable<PlaceValue['relation']>): boolean {
  return (kind === 'distance' || kind === 'off') && km > nearKm;
}

function codeUcdpPlace({ precision, relation }: CodedPlace, isNear: boolean): number | undefined {
  const plain = ucdpLevels[precision];
  const isTown = plain === 1;
  if (relation !== undefined) {
    if (relation.kind === 'at-sea' || (relation.kind === 'off' && (relation.km ?? 0) > territorialKm)) return 7;
    if (lines.has(relation.kind) || isFar(relation)) return 5;
    if (relation.kind === 'off') return isTown ? 2 : 5;
  }
  return isTown && (isNear || relation !== undefined) ? 2 : plain;
}

/** Geo-Precision: 1 a town, 2 near a town or in a part of a region, 3 a larger region. */
function codeAcledPlace({ precision, city, relation }: CodedPlace, isNear: boolean): number | undefined {
  if (precision === 'unknown') return undefined;
  if (city === undefined && precision !== 'city') return precision === 'district' ? 2 : 3;
  if (relation === undefined) return isNear ? 2 : 1;
  return isFar(relation) ? 3 : 2;
}

/** Code how exactly a place is known; `isNear` where all reports only say "near" it. */
export function codePlace(place: CodedPlace, isNear: boolean): PrecisionCodes {
  const [ucdp, acled] = [codeUcdpPlace(place, isNear), codeAcledPlace(place, isNear)];
  return { ...(ucdp !== undefined && { ucdp }), ...(acled !== undefined && { acled }) };
}

/**
 * Code how exactly a day is known by the number of days it may be.
 *
 * date_prec: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 up to a year. Time Precision: 1 the day, 2 within a week, 3 within a month.
 */
export function codeDays(days: number): Required<PrecisionCodes> {
  const ucdp = days <= 1 ? 1 : days <= 6 ? 2 : days === 7 ? 3 : days <= 31 ? 4 : 5;
  return { ucdp, acled: days <= 1 ? 1 : days <= 7 ? 2 : 3 };
}

/** Code how exactly a date is known. */
export function codeDate(date: DateValue): Required<PrecisionCodes> {
  const { first, last } = daysOf(date);
  return codeDays(last - first + 1);
}
