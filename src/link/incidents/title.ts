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

/** What a title is made of. */
export interface TitleParts {
  readonly type: IncidentType;
  /** Name the reports give it. */
  readonly name?: string;
  readonly venue?: string;
  readonly place?: PlaceValue;
  readonly date?: DateValue;
}

/** Title an incident: its own name or kind, where, when; "Attack at Harbour Hall, Velmora, 22 March 2024". */
export function titleIncident({ type, name, venue, place, date }: TitleParts): string {
  const town = place === undefined ? undefined : (place.city ?? place.name);
  const head = name === undefined ? nouns[type] : name.charAt(0).toUpperCase() + name.slice(1);
  const named = name !== undefined && venue !== undefined && name.toLowerCase().includes(venue.toLowerCase());
  const where = venue === undefined || named ? undefined : ` at ${venue}`;
  const repeats = town === undefined || `${head}${where ?? ''}`.toLowerCase().includes(town.toLowerCase());
  const joint = where === undefined && name === undefined ? ' in ' : ', ';
  const parts = `${head}${where ?? ''}${repeats ? '' : `${joint}${town}`}`;
  return date === undefined ? parts : `${parts}, ${spellDate(date)}`;
}
