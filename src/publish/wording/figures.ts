import type { ClaimValue, CountRecord, CountValue, Incident, PlaceValue } from '../../model/index.ts';
import { formatDate } from './dates.ts';
import { spellTerm } from './labels.ts';

/** Print a whole number with thousands commas, the same in every locale. */
export function formatNumber(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Print a counted value as its words state it: "at least 137", "dozens (24–99)", "7–9". */
export function formatCount(value: CountValue): string {
  if (value.vague !== undefined) return `${value.vague} (${formatInterval(value.min, value.max)})`;
  if (value.anchor === undefined) return formatInterval(value.min, value.max);
  const figure = formatNumber(value.anchor);
  switch (value.qualifier) {
    case 'at-least':
      return `at least ${figure}`;
    case 'more-than':
      return `more than ${figure}`;
    case 'up-to':
      return `up to ${figure}`;
    case 'nearly':
      return `nearly ${figure}`;
    case 'about':
      return `about ${figure}`;
    case 'fewer-than':
      return `fewer than ${figure}`;
    default:
      return figure;
  }
}

/** Split a figure from the words that bound it: "at least 137" is "at least " and "137". */
export function splitBound(words: string): readonly [bound: string, figure: string] {
  const at = words.search(/\d/);
  return at > 0 ? [words.slice(0, at), words.slice(at)] : ['', words];
}

/** Print an interval of counts; without an upper end, "13 or more". */
function formatInterval(low: number | null, high: number | null): string {
  if (low === null && high === null) return 'unknown';
  if (high === null) return `${formatNumber(low ?? 0)} or more`;
  if (low === null) return `up to ${formatNumber(high)}`;
  return low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;
}

/** Print a record's accepted figure without its bound; where there is no best, the interval, or words that say there is none. */
export function formatFigure({ low, best, high, status }: CountRecord): string {
  if (best !== null) return formatNumber(best);
  if (low !== null || high !== null) return formatInterval(low, high);
  return status === 'disputed' ? 'disputed' : 'no figure';
}

/** Print a record's range ("12–14"); empty where low and high both equal the best figure. */
export function formatRange(record: CountRecord): string {
  const { low, best, high } = record;
  if (best === null || (low === null && high === null)) return '';
  return low === best && high === best ? '' : formatInterval(low, high);
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** Spell a country's ISO 3166-1 code out in English ("NO" is "Norway"); any other text is returned unchanged. */
export function spellCountry(code: string | undefined): string | undefined {
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? countryNames.of(code) : code;
}

/** Print a relation as told, with the units around the place it is told by: "60 km off Zuara, Libya". */
function tellRelation(words: string, [name, ...units]: readonly (string | undefined)[]): string {
  const told = words.replace(/\s+/g, ' ');
  return [told, ...units.filter((unit) => unit !== name)].join(', ');
}

/** Print a place from narrow to wide: "near Oskara, Velm, Norway". */
function formatPlace(place: PlaceValue): string {
  const parts = [place.name, place.city, place.district, place.state, spellCountry(place.country)];
  const named = parts.filter((part, at) => part !== undefined && parts.indexOf(part) === at);
  if (place.relation !== undefined) return tellRelation(place.relation.words, named);
  return `${place.near === true ? 'near ' : ''}${named.join(', ')}`;
}

/** Print any claimed value. */
export function formatValue(value: ClaimValue): string {
  switch (value.kind) {
    case 'count':
      return formatCount(value);
    case 'date':
      return formatDate(value);
    case 'place':
      return formatPlace(value);
    case 'category':
      return spellTerm(value.term);
    case 'actor':
      return value.name;
    case 'statement':
      return value.text;
  }
}

/** Print a count with its noun: "1 report", "5 reports". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** Print where an incident was in short: its town, else the narrowest place known, and the country. */
export function formatTown({ place }: Pick<Incident, 'place'>): string {
  const town = place.city ?? place.name ?? place.district ?? place.state ?? place.venue;
  const country = spellCountry(place.country);
  return [...new Set([town, country])].filter((part) => part !== undefined).join(', ') || 'not stated';
}

/** Print where an incident was, from narrow to wide. */
export function formatWhere({ place }: Pick<Incident, 'place'>): string {
  const parts = [
    place.venue,
    place.name ?? undefined,
    place.city,
    place.district,
    place.state,
    spellCountry(place.country),
  ];
  const named = parts.filter((part, at) => part !== undefined && parts.indexOf(part) === at);
  const { relation, venue } = place;
  if (relation !== undefined && venue === undefined) return tellRelation(relation.words, named);
  return named.length === 0 ? 'place not stated' : named.join(', ');
}
