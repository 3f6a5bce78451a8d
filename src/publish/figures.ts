import type { ClaimValue, CountRecord, CountValue, DateValue, Incident, PlaceValue } from '../model/index.ts';
import { spellTerm } from './labels.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Print a whole number with thousands commas, the same in every locale. */
export function formatNumber(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Print a counted value as its words give it: "at least 137", "dozens (24–99)", "7–9". */
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

/** Print an interval of counts; an open end is "or more". */
function formatInterval(low: number | null, high: number | null): string {
  if (low === null && high === null) return 'unknown';
  if (high === null) return `${formatNumber(low ?? 0)} or more`;
  if (low === null) return `up to ${formatNumber(high)}`;
  return low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;
}

/** Print a record's accepted figure; where none is best, the interval that stands, or that there is none. */
export function formatBest({ low, best, high, status }: CountRecord): string {
  if (best !== null) return formatNumber(best);
  if (low !== null || high !== null) return formatInterval(low, high);
  return status === 'disputed' ? 'disputed' : 'no figure';
}

/** Print a record's range, or nothing where it adds nothing to the best figure. */
export function formatRange(record: CountRecord): string {
  const { low, best, high } = record;
  if (best === null || (low === null && high === null)) return '';
  return low === best && high === best ? '' : formatInterval(low, high);
}

/** Print an ISO day, month or instant in words: "22 March 2024", "March 2024", "22 March 2024, 19:10". */
export function formatDay(iso: string, style: 'long' | 'short' = 'long'): string {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2}))?/.exec(iso);
  if (found === null) return iso;
  const [, year = '', month, day, time] = found;
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (name === undefined) return year;
  const monthName = style === 'short' ? name.slice(0, 3) : name;
  const words = day === undefined ? `${monthName} ${year}` : `${Number(day)} ${monthName} ${year}`;
  return time === undefined || style === 'short' ? words : `${words}, ${time}`;
}

/** Print the days a date may be, never sharper than stated. */
export function formatDate(value: Pick<DateValue, 'edtf' | 'earliest' | 'latest' | 'precision'>): string {
  if (value.earliest === value.latest) return formatDay(value.earliest);
  if (value.precision === 'month') return formatDay(value.earliest.slice(0, 7));
  if (value.precision === 'year') return value.earliest.slice(0, 4);
  return formatDays(value.earliest, value.latest);
}

/** Print a stretch of days: "22–24 March 2024", "30 March to 2 April 2024". */
export function formatDays(earliest: string, latest: string): string {
  if (earliest === latest) return formatDay(earliest);
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return `${Number(earliest.slice(8, 10))}–${formatDay(latest)}`;
  const from = formatDay(earliest);
  return `${earliest.slice(0, 4) === latest.slice(0, 4) ? from.replace(/ \d{4}$/, '') : from} to ${formatDay(latest)}`;
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** Spell a country's ISO 3166-1 code out in English; what is no code is left as it is. */
export function spellCountry(code: string | undefined): string | undefined {
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? countryNames.of(code) : code;
}

/** Print a place from narrow to wide: "near Oskara, Velm, Norway". */
function formatPlace(place: PlaceValue): string {
  const parts = [place.name, place.city, place.district, place.state, spellCountry(place.country)];
  const named = parts.filter((part, at) => part !== undefined && parts.indexOf(part) === at);
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

/** Say "1 report", "5 reports". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** Say when an incident was, as precisely as it is known. */
export function formatWhen({ date }: Pick<Incident, 'date'>): string {
  if (date.value === null) return 'date not stated';
  const earliest = date.earliest ?? date.value;
  const latest = date.latest ?? earliest;
  if (earliest !== latest && date.precision === 'month') return formatDay(earliest.slice(0, 7));
  if (earliest !== latest && date.precision === 'year') return earliest.slice(0, 4);
  return formatDays(earliest, latest);
}

/** Say where an incident was, narrow to wide. */
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
  return named.length === 0 ? 'place not stated' : named.join(', ');
}
