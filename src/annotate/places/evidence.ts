import outlets from '../../../data/outlets.json' with { type: 'json' };
import placeCues from '../../../data/place-cues.json' with { type: 'json' };
import type { Article } from '../../model/index.ts';
import type { Words } from '../names/words.ts';
import type { Candidate } from './candidates.ts';
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts';

/** What an article says of where it is set: weight of each first-order unit (by row) and country (by code). */
export interface Evidence {
  readonly states: ReadonlyMap<number, number>;
  readonly countries: ReadonlyMap<string, number>;
  /** Cities that need no choice, to measure distance to. */
  readonly anchors: readonly GazetteerPlace[];
}

const american: ReadonlySet<string> = new Set(placeCues.american);
const outletStates = outlets.states as Readonly<Record<string, string>>;
const outletCities: readonly (readonly [string, string])[] = Object.entries(outlets.cities);
const outletCountries = outlets.countries as Readonly<Record<string, string>>;

/** Domain of the page, archived pages by the one they keep; undefined without an address. */
export function domainOf(url: string | undefined): string | undefined {
  const parts = url?.split(/https?:\/\//);
  const host = parts?.at(-1)?.split(/[/:?#]/)[0];
  return host === undefined || host === '' ? undefined : host.toLowerCase().replace(/^www\d?\./, '');
}

function add<Key>(weights: Map<Key, number>, key: Key | undefined, weight: number): void {
  if (key !== undefined) weights.set(key, (weights.get(key) ?? 0) + weight);
}

/** The place all namesakes but much smaller ones lie in, or undefined. */
export function dominant(places: readonly GazetteerPlace[]): GazetteerPlace | undefined {
  const [top, second] = places;
  if (top === undefined || second === undefined) return top;
  const rival = places.find((place) => place.stateRow !== top.stateRow);
  return top.population >= 100_000 && top.population > 8 * (rival?.population ?? 0) ? top : undefined;
}

function weigh(
  candidate: Candidate,
  place: GazetteerPlace,
  states: Map<number, number>,
  countries: Map<string, number>,
): void {
  const told = candidate.rule === 'city-state' || candidate.rule === 'dateline';
  if (place.level === 'country')
    add(countries, place.country, candidate.demonym ? 0.4 : place.country === 'US' ? 0.5 : 1);
  else {
    add(states, place.stateRow, place.level === 'state' || told ? 2 : place.level === 'district' ? 1.5 : 0.5);
    add(countries, place.country, told || place.level === 'state' ? 1 : 0.5);
  }
}

/** Weigh the outlet: the state of a local station or paper, the country of a national domain. */
function weighOutlet(
  domain: string | undefined,
  gazetteer: Gazetteer,
  states: Map<number, number>,
  countries: Map<string, number>,
): void {
  if (domain === undefined) return;
  const name = domain.split('.').slice(0, -1).at(-1) ?? '';
  const city = outletCities.find(([part]) => domain.includes(part));
  const postal = outletStates[domain] ?? outletStates[name] ?? city?.[1];
  if (postal !== undefined) {
    add(states, gazetteer.find(postal.toLowerCase())?.places.find((place) => place.level === 'state')?.row, 2);
    add(countries, 'US', 1);
  }
  const ending = domain.split('.').at(-1) ?? '';
  add(countries, outletCountries[domain] ?? outletCountries[ending], 0.7);
}

/**
 * Weigh what an article says of where it is set.
 *
 * In: the candidates after chains are joined. Names with one bearer, or one that dwarfs the rest, count; so do named units,
 * demonyms (little), the outlet's own place, and words of American reports ("county", "sheriff").
 */
export function readEvidence(
  article: Pick<Article, 'url' | 'source'>,
  words: Words,
  candidates: readonly Candidate[],
  gazetteer: Gazetteer,
): Evidence {
  const states = new Map<number, number>();
  const countries = new Map<string, number>();
  const anchors: GazetteerPlace[] = [];
  for (const candidate of candidates) {
    if (candidate.rule === 'partial') continue;
    const place = dominant(candidate.places);
    if (place === undefined || (candidate.word && candidate.rule === 'bare')) continue;
    weigh(candidate, place, states, countries);
    if (place.level === 'city' && anchors.length < 12) anchors.push(place);
  }
  weighOutlet(domainOf(article.url ?? article.source.url), gazetteer, states, countries);
  const local = new Set(words.folded.filter((word) => american.has(word)));
  add(countries, 'US', Math.min(2, 0.4 * local.size));
  return { states, countries, anchors };
}
