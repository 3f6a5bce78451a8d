import actors from '../../../data/actors.json' with { type: 'json' };
import words from '../../../data/title-words.json' with { type: 'json' };
import type { DateValue, IncidentType, PlaceValue } from '../../model/index.ts';
import { monthNames } from '../../text/months.ts';

const nouns: Readonly<Record<IncidentType, string>> = {
  shooting: 'Shooting',
  bombing: 'Bombing',
  'armed-attack': 'Attack',
  stabbing: 'Stabbing',
  'vehicle-attack': 'Vehicle attack',
  siege: 'Siege',
  kidnapping: 'Kidnapping',
  airstrike: 'Airstrike',
  clash: 'Clash',
  killing: 'Killing',
  'police-operation': 'Police operation',
  accident: 'Accident',
  fire: 'Fire',
  disaster: 'Disaster',
  unrest: 'Unrest',
  other: 'Incident',
};

function spellDay(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${monthNames[(month ?? 1) - 1]} ${year}`;
}

/** Spell a date for a title, never more sharply than it is known: "22 March 2024", "March 2024", "2024". */
export function spellDate(date: DateValue): string {
  const [year, month] = date.earliest.split('-').map(Number);
  if (date.earliest === date.latest) return spellDay(date.earliest);
  if (date.precision === 'month') return `${monthNames[(month ?? 1) - 1]} ${year}`;
  if (date.precision === 'year') return String(year);
  if (date.precision === 'days' || date.precision === 'week') {
    return `${spellDay(date.earliest)} to ${spellDay(date.latest)}`;
  }
  const lastYear = Number(date.latest.slice(0, 4));
  return lastYear === year ? String(year) : `${year} to ${lastYear}`;
}

const calendar: ReadonlySet<string> = new Set(words.calendar);
const labels: ReadonlySet<string> = new Set(words.labels);
const wordNouns: Readonly<Record<string, string>> = words.nouns;

/** Names of armed groups, with and without the article: "al-Qaeda", "Qaeda". */
const groups: readonly string[] = actors
  .flatMap(({ key, aliases }) => [key, ...aliases])
  .flatMap((name) => [name.toLowerCase(), name.toLowerCase().replace(/^al-/u, '')])
  .map((name) => `${name} `);

/** "Fridays" and "Friday's" as "friday". */
function plainWord(word: string): string {
  const lower = word.toLowerCase().replace(/['’]?s$/u, '');
  return calendar.has(lower) || labels.has(lower) ? lower : word.toLowerCase();
}

/**
 * Make of the name that reports give a happening one for a title: without the day it begins with and without what its doers are called.
 *
 * "Saturday morning ferry crash" has none left, "Harbour Hall terrorist attack" is "Harbour Hall attack". Undefined where too little is left.
 */
export function nameTitle(name: string): string | undefined {
  const told = name.split(/\s+/u);
  const first = told.findIndex((word) => !calendar.has(plainWord(word)));
  const left = first < 0 ? [] : told.slice(first).filter((word) => !labels.has(plainWord(word)));
  const isNamed = left.length > 1 && left.slice(0, -1).some((word) => /^\p{Lu}/u.test(word));
  const title = left.join(' ');
  // A group named before the deed is its doer or its target, and a title says neither.
  const isOfGroup = groups.some((group) => title.toLowerCase().startsWith(group));
  return isNamed && !isOfGroup ? title : undefined;
}

/** What a title is made of. */
export interface TitleParts {
  readonly type: IncidentType;
  /** Lemma of the word told of it most: "quake". */
  readonly word?: string;
  /** Name the reports give it. */
  readonly name?: string;
  readonly venue?: string;
  readonly place?: PlaceValue;
  readonly date?: DateValue;
}

/** Title an incident: its own name or kind, where, when; "Attack at Harbour Hall, Velmora, 22 March 2024". */
export function titleIncident({ type, word, name, venue, place, date }: TitleParts): string {
  const town = place === undefined ? undefined : (place.city ?? place.name);
  const noun = wordNouns[word ?? ''] ?? nouns[type];
  const head = name === undefined ? noun : name.charAt(0).toUpperCase() + name.slice(1);
  const named = name !== undefined && venue !== undefined && name.toLowerCase().includes(venue.toLowerCase());
  const where = venue === undefined || named ? undefined : ` at ${venue}`;
  const repeats = town === undefined || `${head}${where ?? ''}`.toLowerCase().includes(town.toLowerCase());
  const joint = where === undefined && name === undefined ? ' in ' : ', ';
  const parts = `${head}${where ?? ''}${repeats ? '' : `${joint}${town}`}`;
  return date === undefined ? parts : `${parts}, ${spellDate(date)}`;
}
