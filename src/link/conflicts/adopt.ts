import type { ArticleReading, Claim } from '../../model/index.ts';
import { isCountAttribute } from '../../model/index.ts';
import type { TollGroup } from './group.ts';
import { countriesOf, makeToll, type ReportDays, type Toll } from './tolls.ts';

/** A figure from which on two tolls that agree cannot be of two things by chance. */
const tellingFigure = 1000;
/** Days within which a series stands nearly still. */
const nearDays = 15;
const nearRatio = 1.1;

/** Tell whether a figure is one a conflict's series states at that time, though its words do not say that it counts a longer time. */
function isOfSeries(toll: Toll, series: readonly Toll[]): boolean {
  return series.some(({ attribute, figure, asOf }) => {
    if (attribute !== toll.attribute || asOf === undefined || toll.asOf === undefined) return false;
    const ratio = Math.max(figure, toll.figure) / Math.max(1, Math.min(figure, toll.figure));
    return Math.abs(asOf - toll.asOf) <= nearDays && ratio <= nearRatio;
  });
}

function isAdoptable({ accumulation, elsewhere, attribute, value, person, parts }: Claim): boolean {
  if (!isCountAttribute(attribute) || value.kind !== 'count' || accumulation === 'period' || elsewhere === true)
    return false;
  return person === undefined && parts === undefined && (value.anchor ?? value.min) >= tellingFigure;
}

/** Tell whether a report is about the very day on which a conflict began: its figures may be that day's. */
function isOfFirstDay({ mentions }: ArticleReading, claim: Claim, series: readonly Toll[]): boolean {
  const own = mentions.find(({ id }) => id === claim.incident);
  const days = new Set(own?.when.flatMap(({ value }) => value?.edtf ?? []));
  return series.some(({ claim: { period } }) => period?.since !== undefined && days.has(period.since.edtf));
}

/**
 * Find figures that are a conflict's toll though their words do not say so: "33,000 have been killed", told of Gaza in a week in which other
 * reports state 33,100 since the war began.
 *
 * Only large figures of the conflict's own countries, close to what its series has in those days, and none of the day it began.
 */
export function adoptTolls(
  groups: readonly TollGroup[],
  readings: readonly ArticleReading[],
  days: ReportDays,
): readonly TollGroup[] {
  const countries = groups.map(({ tolls }) => new Set(tolls.flatMap((toll) => [...toll.countries])));
  const found = groups.map((): Toll[] => []);
  for (const reading of readings) {
    const told = reading.claims.filter(isAdoptable);
    if (told.length === 0) continue;
    const own = countriesOf(reading);
    for (const claim of told) {
      const toll = makeToll(claim, reading, days);
      if (toll === undefined) continue;
      const home = groups.findIndex(
        ({ tolls }, at) =>
          own.some((country) => countries[at]?.has(country)) &&
          isOfSeries(toll, tolls) &&
          !isOfFirstDay(reading, claim, tolls),
      );
      found[home]?.push(toll);
    }
  }
  return groups.map(({ tolls }, at) => ({ tolls: [...tolls, ...(found[at] ?? [])] }));
}
