import words from '../../../data/spread-words.json' with { type: 'json' };
import {
  type Claim,
  defined,
  groupBy,
  type IncidentType,
  type LinkedIncident,
  sortBy,
  toDayNumber,
  toIsoDay,
} from '../../model/index.ts';
import type { Archive } from '../evidence/witnesses.ts';

/** Over what days, places or attacks the reports themselves spread one incident; absent where they do not. */
export interface Spread {
  /** ISO days of an incident that went on for more than one. */
  readonly days?: readonly string[];
  /** Towns listed side by side: "in Alda, Berrin and Cove". */
  readonly places?: readonly string[];
  /** Smallest place that holds them all, as far as known. */
  readonly enclosing?: string;
  /** Number of attacks at once in several spots: 4 of "four bombs across the city". */
  readonly attacks?: number;
}

/** Kinds of incident that go on: a stretch of days is their length, not doubt about the day. */
const lasting: ReadonlySet<IncidentType> = new Set(['clash', 'unrest', 'siege']);
const maxDays = 31;

/**
 * Find what the reports spread an incident over.
 *
 * Days: a lasting kind of incident dated by a stretch of days. Places: towns joined by commas and "and" in one sentence of
 * every report that names any place. Attacks: a number before the attacks and a word of several spots in one sentence.
 */
export function findSpread(incident: LinkedIncident, claims: readonly Claim[], archive: Archive): Spread {
  const days = findDays(incident);
  const places = findPlaces(claims, archive);
  const attacks = findAttacks(claims, archive);
  const enclosing = places.length === 0 ? undefined : findEnclosing(claims, places);
  return {
    ...(days.length > 1 ? { days } : {}),
    ...(places.length > 1 ? { places } : {}),
    ...defined({ enclosing }),
    ...(attacks > 1 ? { attacks } : {}),
  };
}

function findDays({ type, date }: LinkedIncident): readonly string[] {
  if (date === undefined || date.precision !== 'days' || !lasting.has(type)) return [];
  const first = toDayNumber(date.earliest);
  const count = toDayNumber(date.latest) - first + 1;
  return count > maxDays ? [] : Array.from({ length: count }, (_, at) => toIsoDay(first + at));
}

const joined = /^(?:,|,? and|,? as well as)\s*$/i;
const closed = /\band|\bas well as/i;

function findPlaces(claims: readonly Claim[], archive: Archive): readonly string[] {
  const towns = claims.filter(
    ({ attribute, value, modality }) =>
      attribute === 'place' && modality === 'asserted' && value.kind === 'place' && value.level === 'city',
  );
  const lists = [...groupBy(towns, ({ article }) => article)].map(([article, told]) =>
    findList(told, archive.articles.get(article)?.words ?? ''),
  );
  // One report that names a single town leaves it open whether the toll is spread at all.
  if (lists.length === 0 || lists.some((list) => list.length < 2)) return [];
  return sortBy(lists, (list) => [-list.length, list.join('|')])[0] ?? [];
}

/** The longest run of towns with nothing but list marks between them, closed by "and". */
function findList(told: readonly Claim[], text: string): readonly string[] {
  const spans = sortBy(
    told.map(({ value, evidence }) => ({
      name: value.kind === 'place' ? value.name : '',
      start: evidence[0]?.start ?? 0,
      end: evidence[0]?.end ?? 0,
    })),
    ({ start }) => [start],
  );
  let [run, best]: [string[], readonly string[]] = [[], []];
  for (const [at, { name, start }] of spans.entries()) {
    const gap = text.slice(spans[at - 1]?.end ?? 0, start);
    run = run.length > 0 && joined.test(gap) ? [...run, name] : [name];
    if (closed.test(gap) && new Set(run).size === run.length && run.length > best.length) best = run;
  }
  return best;
}

function findEnclosing(claims: readonly Claim[], places: readonly string[]): string | undefined {
  const towns = claims.flatMap(({ value }) => (value.kind === 'place' && places.includes(value.name) ? [value] : []));
  for (const level of ['district', 'state', 'country'] as const) {
    const names = new Set(towns.map((town) => town[level]));
    const [name] = names;
    if (names.size === 1 && name !== undefined) return name;
  }
  return undefined;
}

const numbers: Readonly<Record<string, number>> = words.numbers;
const sentence = /[^.!?\n]*[.!?\n]?/g;
const attacks = new RegExp(
  `\\b(${Object.keys(numbers).join('|')}|[2-9]|1[0-9])\\s+(?:(?:${words.manner.join('|')})[ ,]+){0,2}(?:${words.attacks.join('|')})\\b`,
  'i',
);
const spots = new RegExp(`\\b(?:${words.spots.join('|')})\\b`, 'i');

function findAttacks(claims: readonly Claim[], archive: Archive): number {
  const told = claims.filter(
    ({ attribute, evidence }) => (attribute === 'type' || attribute === 'weapon') && evidence.length > 0,
  );
  const counts = told.flatMap(({ article, evidence }) => {
    const text = archive.articles.get(article)?.words ?? '';
    const at = evidence[0]?.start ?? 0;
    const own = [...text.matchAll(sentence)].find(({ index, 0: all }) => index <= at && at < index + all.length);
    const found = own === undefined || !spots.test(own[0]) ? null : attacks.exec(own[0]);
    const word = found?.[1]?.toLowerCase() ?? '';
    const count = numbers[word] ?? Number(word);
    return count > 1 ? [count] : [];
  });
  // Reports that count differently leave it open.
  return new Set(counts).size === 1 ? (counts[0] ?? 0) : 0;
}
