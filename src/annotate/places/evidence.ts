import outlets from '../../../data/outlets.json' with { type: 'json' };
import placeCues from '../../../data/place-cues.json' with { type: 'json' };
import type { Article } from '../../model/index.ts';
import type { Words } from '../names/words.ts';
import type { PlaceCandidate } from './candidates.ts';
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts';

/** What one name, or the outlet, adds to the evidence. */
export interface Clue {
  readonly stateRow?: number;
  readonly state: number;
  readonly countryCode?: string;
  readonly country: number;
}

/** What an article says of where it is set. A name is never evidence for itself, so clues are kept by name. */
export interface PlaceEvidence {
  readonly clues: ReadonlyMap<string, Clue>;
  /** Sums of the clues: first-order units by row, countries by code. */
  readonly states: ReadonlyMap<number, number>;
  readonly countries: ReadonlyMap<string, number>;
  /** Cities to measure distance to, by the name that told them. */
  readonly anchors: readonly { readonly key: string; readonly place: GazetteerPlace }[];
}

const american: ReadonlySet<string> = new Set(placeCues.american);
const outletStates: Readonly<Record<string, string>> = outlets.states;
const outletCities: readonly (readonly [string, string])[] = Object.entries(outlets.cities);
const outletCountries: Readonly<Record<string, string>> = outlets.countries;

/** Domain of the page, archived pages by the one they keep; undefined without an address. */
function domainOf(url: string | undefined): string | undefined {
  const parts = url?.split(/https?:\/\//);
  const host = parts?.at(-1)?.split(/[/:?#]/)[0];
  return host === undefined || host === '' ? undefined : host.toLowerCase().replace(/^www\d?\./, '');
}

/** The place that dwarfs all namesakes in other units, or undefined. */
export function dominant(places: readonly GazetteerPlace[]): GazetteerPlace | undefined {
  const [top] = places;
  if (top === undefined || places.length === 1) return top;
  let rival = 0;
  for (const place of places) {
    if (place.stateRow === top.stateRow && place.country === top.country) continue;
    // A state is only as well known as a great city of its name.
    if (top.level === 'state' && place.population > 500_000) return undefined;
    rival = Math.max(rival, place.population);
  }
  if (top.population < 100_000 || top.population <= 8 * rival) return undefined;
  // A unit abroad that is little more than its city (Moscow, Kabul) is told as the city.
  const city =
    top.level === 'state' && top.country !== 'US' ? places.find((place) => place.level === 'city') : undefined;
  return city !== undefined && city.population > 0.3 * top.population ? city : top;
}

/** Turn a chosen place into what its name adds; `trust` scales it, 0..1. */
export function clueOf(candidate: PlaceCandidate, place: GazetteerPlace, trust: number): Clue {
  const told = candidate.rule === 'city-state' || candidate.rule === 'dateline';
  const home = place.country === 'US' ? 0.5 : 1;
  const state =
    place.level === 'country' ? 0 : place.level === 'state' || told ? 2 : place.level === 'district' ? 1.5 : 1;
  const country =
    place.level === 'country' ? (candidate.demonym ? 0.4 : home) : told || place.level === 'state' ? 1 : 0.5;
  return {
    ...(place.stateRow !== undefined && { stateRow: place.stateRow }),
    state: state * trust,
    ...(place.country !== undefined && { countryCode: place.country }),
    country: country * trust,
  };
}

/** Sum clues up; insertion order does not matter to sums of so few parts beyond rounding, so it follows the text. */
export function sumClues(clues: ReadonlyMap<string, Clue>, anchors: PlaceEvidence['anchors']): PlaceEvidence {
  const states = new Map<number, number>();
  const countries = new Map<string, number>();
  for (const { stateRow, state, countryCode, country } of clues.values()) {
    if (stateRow !== undefined) states.set(stateRow, (states.get(stateRow) ?? 0) + state);
    if (countryCode !== undefined) countries.set(countryCode, (countries.get(countryCode) ?? 0) + country);
  }
  return { clues, states, countries, anchors };
}

/** Keep the stronger clue of one name: repetition adds nothing. */
export function keepStronger(clues: Map<string, Clue>, key: string, clue: Clue): void {
  const old = clues.get(key);
  if (old === undefined || clue.state + clue.country > old.state + old.country) clues.set(key, clue);
}

/** Weigh the outlet: the state of a local station or paper, the country of a national domain. */
function weighOutlet(article: Pick<Article, 'url' | 'source'>, gazetteer: Gazetteer, clues: Map<string, Clue>): void {
  const domain = domainOf(article.url ?? article.source.url);
  if (domain === undefined) return;
  const name = domain.split('.').slice(0, -1).at(-1) ?? '';
  const postal =
    outletStates[domain] ?? outletStates[name] ?? outletCities.find(([part]) => domain.includes(part))?.[1];
  if (postal !== undefined) {
    const unit = gazetteer.find(postal.toLowerCase())?.places.find((place) => place.level === 'state');
    if (unit !== undefined) clues.set('=outlet', { stateRow: unit.row, state: 1.4, countryCode: 'US', country: 1 });
    return;
  }
  const countryCode = outletCountries[domain.split('.').at(-1) ?? ''];
  if (countryCode !== undefined) clues.set('=outlet', { state: 0, countryCode, country: 0.7 });
}

/** Bearers of a name that has no dominant one but are of its larger: a neighbour close to one of them gains by it. */
function largerBearers(places: readonly GazetteerPlace[]): readonly GazetteerPlace[] {
  const top = places[0]?.population ?? 0;
  return places
    .filter((place) => place.level === 'city' && place.population >= 10_000 && place.population >= 0.1 * top)
    .slice(0, 4);
}

/** Tell whether a name may be evidence: not part of a longer one, and no mere word or given name of a small place. */
export function isTrusted(candidate: PlaceCandidate, place: GazetteerPlace): boolean {
  if (candidate.rule === 'partial') return false;
  const told = candidate.rule === 'city-state' || candidate.rule === 'dateline' || candidate.rule === 'police';
  return told || !(candidate.word || candidate.given) || place.population > 100_000;
}

/**
 * Weigh what an article says of where it is set.
 *
 * In: the candidates after chains are joined. Names with one bearer, or one that dwarfs the rest, count once each; so do
 * named units, demonyms (little), the outlet's own place, and words of American reports ("county", "sheriff").
 */
export function readEvidence(
  article: Pick<Article, 'url' | 'source'>,
  words: Words,
  candidates: readonly PlaceCandidate[],
  gazetteer: Gazetteer,
): PlaceEvidence {
  const clues = new Map<string, Clue>();
  const anchors: { key: string; place: GazetteerPlace }[] = [];
  const seen = new Set<string>();
  for (const candidate of candidates) {
    const place = dominant(candidate.places);
    if (place !== undefined && isTrusted(candidate, place))
      keepStronger(clues, candidate.key, clueOf(candidate, place, 1));
    if (seen.has(candidate.key) || candidate.rule === 'partial' || seen.size > 30) continue;
    seen.add(candidate.key);
    const near = place === undefined ? largerBearers(candidate.places) : place.level === 'city' ? [place] : [];
    for (const bearer of near) anchors.push({ key: candidate.key, place: bearer });
  }
  weighOutlet(article, gazetteer, clues);
  const local = new Set(words.folded.filter((word) => american.has(word)));
  if (local.size > 0) clues.set('=words', { state: 0, countryCode: 'US', country: Math.min(2, 0.4 * local.size) });
  return sumClues(clues, anchors);
}
