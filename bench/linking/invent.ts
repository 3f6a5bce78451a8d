import {
  type Article,
  type ArticleReading,
  dayValue,
  type IncidentMention,
  type IncidentType,
  makeText,
  type PlaceValue,
  toIsoDay,
} from '../../src/model/index.ts';
import { makeDice } from '../run/generate.ts';

/** A reading of an invented report, with the incident that it is about. */
export interface InventedReading {
  readonly reading: ArticleReading;
  readonly incident: string;
}

/** Number of articles for each day of the invented archive: a larger archive covers more days, as a real one does. */
const articlesPerDay = 25;
const articlesPerIncident = 4;
const firstDay = 10_957;
const sites = 200;
const towns = 600;
const types: readonly IncidentType[] = ['shooting', 'stabbing', 'fire', 'bombing', 'accident'];
const openings = [
  'ba',
  'ke',
  'lo',
  'mi',
  'nu',
  'pra',
  'ste',
  'vol',
  'wi',
  'dra',
  'fe',
  'gol',
  'ha',
  'jor',
  'ris',
  'tam',
];
const closings = [
  'den',
  'lick',
  'mar',
  'nov',
  'rath',
  'sker',
  'tol',
  'wen',
  'bury',
  'dale',
  'fen',
  'holm',
  'ley',
  'quist',
];
const venues = ['market', 'mill', 'tavern', 'ferry pier', 'depot', 'chapel', 'arcade', 'garage', 'orchard', 'quarry'];

/** Spell a number as an invented word; numbers below ten million all give different words. */
function spell(number: number): string {
  const [base, tails] = [openings.length, closings.length];
  const first = openings[number % base] ?? '';
  const second = openings[Math.floor(number / base) % base] ?? '';
  const third = openings[Math.floor(number / base / base / tails) % base] ?? '';
  const last = closings[Math.floor(number / base / base) % tails] ?? '';
  return `${first}${number >= base * base * tails ? third : ''}${second}${last}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The facts of one invented incident. */
interface Happening {
  readonly place: PlaceValue;
  readonly type: IncidentType;
  readonly venue: string;
  readonly persons: readonly string[];
  readonly details: readonly string[];
  readonly day: number;
}

function inventHappening(incident: number, seed: number): Happening {
  const dice = makeDice(seed * 31 + incident * 101 + 7);
  for (let turn = 0; turn < 5; turn += 1) dice(2);
  const town = capital(spell(dice(towns)));
  const state = `State of ${capital(spell(dice(towns) % 12))}`;
  const name = (): string => `${capital(spell(dice(900)))} ${capital(spell(3000 + dice(40_000)))}`;
  return {
    place: { kind: 'place', name: town, level: 'city', city: town, state, country: 'XV' },
    type: types[dice(types.length)] ?? 'shooting',
    venue: `${capital(spell(dice(3000)))} ${venues[dice(venues.length)]}`,
    persons: [name(), name(), name()],
    details: Array.from({ length: 14 }, () => spell(dice(20_000))),
    day: firstDay + Math.floor((incident * articlesPerIncident) / articlesPerDay),
  };
}

function writeText(happening: Happening, site: number, dice: (limit: number) => number): readonly string[] {
  const { place, type, venue, persons, details } = happening;
  const detail = (): string => details[dice(details.length)] ?? '';
  const stray = (): string => spell(dice(20_000));
  return [
    `${persons[0]} died in a ${type} at the ${venue} in ${place.name}, police said.`,
    `Officers found ${detail()} and ${detail()} beside the ${venue}, where ${persons[dice(3)]} had waited.`,
    `A neighbour spoke of ${detail()}, of ${stray()} and of ${stray()}; ${persons[1 + dice(2)]} declined to comment.`,
    `The ${detail()} inquiry will look at ${detail()}, ${stray()} and the ${detail()} of the building.`,
    `Traffic near the ${stray()} road was led past ${place.name} until the ${detail()} had been cleared.`,
    `Readers of paper ${spell(site)} can subscribe to the morning letter of the ${spell(site)} press today.`,
  ];
}

/** Make article number `at` of an invented press; the same number and seed give the same article. */
export function inventReading(at: number, seed = 1): InventedReading {
  // Reports of one incident follow each other, as in a stream of news.
  const incident = Math.floor(at / articlesPerIncident);
  const happening = inventHappening(incident, seed);
  const dice = makeDice(seed * 7919 + at * 13 + 5);
  for (let turn = 0; turn < 5; turn += 1) dice(2);
  const site = dice(sites);
  const paragraphs = writeText(happening, site, dice);
  const id = `article-${String(at).padStart(8, '0')}`;
  const published = { value: toIsoDay(happening.day + dice(3)), how: 'metadata' } as const;
  const article: Article = {
    id,
    source: { id, mediaType: 'text/plain' },
    text: { ...makeText(''), value: paragraphs.join('\n\n') },
    published,
    dates: [published],
    authors: [],
    url: `https://paper-${site}.example/${at}`,
    language: 'en',
    blocks: layBlocks(paragraphs),
  };
  const mention = inventMention(id, happening, paragraphs[0]?.length ?? 0);
  return { reading: { article, mentions: [mention], claims: [], voices: [], actors: [] }, incident: `i${incident}` };
}

function layBlocks(paragraphs: readonly string[]): Article['blocks'] {
  let start = 0;
  return paragraphs.map((paragraph) => {
    const block = { kind: 'body', start, end: start + paragraph.length } as const;
    start = block.end + 2;
    return block;
  });
}

function inventMention(article: string, happening: Happening, evidenceEnd: number): IncidentMention {
  const value = dayValue(toIsoDay(happening.day));
  const time = { start: 0, end: 1, role: 'point', fixed: true, value, rule: 'invented' } as const;
  return {
    id: `mention-${article}`,
    article,
    main: true,
    type: happening.type,
    when: [{ ...time, reference: { kind: 'absolute', value } }],
    where: [happening.place],
    venues: [happening.venue],
    participants: [],
    weapons: [],
    targets: [],
    evidence: [{ start: 0, end: evidenceEnd }],
  };
}
