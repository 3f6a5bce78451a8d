import {
  type ArticleReading,
  type Claim,
  type ConflictKind,
  type CountAttribute,
  type CountValue,
  type DateValue,
  type Days,
  daysOf,
  isCountAttribute,
  type PlaceValue,
  toDayNumber,
} from '../../model/index.ts';

/** A figure of a longer time in the form in which two can be compared. */
export interface Toll {
  readonly claim: Claim;
  readonly attribute: CountAttribute;
  readonly count: CountValue;
  /** The number it prints, or the least it allows. */
  readonly figure: number;
  readonly since?: Days;
  /** True where it counts back from its report: "in the past two weeks". */
  readonly isRolling: boolean;
  readonly kind?: ConflictKind;
  readonly noun?: string;
  /** Day of its report, days since 1970-01-01. */
  readonly asOf?: number;
  readonly places: readonly PlaceValue[];
  /** ISO 3166-1 codes of where it counts: of the places in its words, else of what its article is about. */
  readonly countries: ReadonlySet<string>;
}

/** Days by article id on which reports were made. */
export type ReportDays = Readonly<Record<string, { readonly day: string }>>;

const spoken: ReadonlySet<Claim['modality']> = new Set(['asserted', 'alleged', 'claimed']);

/** List the countries a report's incidents are placed in, the main one's first. */
export function countriesOf({ mentions }: ArticleReading): readonly string[] {
  const sorted = [...mentions].sort((a, b) => Number(b.main) - Number(a.main));
  return [...new Set(sorted.flatMap(({ where }) => where.flatMap(({ country }) => country ?? [])))];
}

function placesOf(claim: Claim, reading: ArticleReading): readonly PlaceValue[] {
  const own = claim.period?.places.filter(({ country }) => country !== undefined) ?? [];
  if (own.length > 0) return own;
  const main = reading.mentions.find((mention) => mention.main);
  return main?.where.filter(({ country }) => country !== undefined).slice(0, 1) ?? [];
}

function sinceOf(date: DateValue | undefined): { readonly since?: Days } {
  return date === undefined ? {} : { since: daysOf(date) };
}

/** Make a claim's figure comparable; undefined where it counts nobody or only what was feared. */
export function makeToll(claim: Claim, reading: ArticleReading, days: ReportDays): Toll | undefined {
  const { attribute, value, modality, period } = claim;
  if (value.kind !== 'count' || !isCountAttribute(attribute) || !spoken.has(modality)) return undefined;
  const places = placesOf(claim, reading);
  const day = days[claim.article]?.day;
  return {
    claim,
    attribute,
    count: value,
    figure: value.anchor ?? value.min,
    ...sinceOf(period?.since),
    isRolling: period?.rolling === true,
    ...(period?.kind === undefined ? {} : { kind: period.kind }),
    ...(period?.noun === undefined ? {} : { noun: period.noun }),
    ...(day === undefined ? {} : { asOf: toDayNumber(day) }),
    places,
    countries: new Set(places.flatMap(({ country }) => country ?? [])),
  };
}

/** Gather what reports count over longer times; persons told of late and feared deaths are none of it. */
export function gatherTolls(readings: readonly ArticleReading[], days: ReportDays): readonly Toll[] {
  return readings.flatMap((reading) =>
    reading.claims
      .filter(({ accumulation, elsewhere }) => accumulation === 'period' && elsewhere !== true)
      .flatMap((claim) => makeToll(claim, reading, days) ?? []),
  );
}
