import placeCues from '../../../data/place-cues.json' with { type: 'json' };
import { lexicon } from '../names/lexicon.ts';
import { lowerAt, opensSentence, printAt, type WordRange, type Words } from '../names/words.ts';
import type { Gazetteer, GazetteerName, GazetteerPlace } from './gazetteer.ts';

/** Names of the gazetteer found in the text, before any is chosen. */
export interface PlaceCandidate extends WordRange {
  /** The folded name. */
  readonly key: string;
  /** Last token of the name alone; `last` may reach over ", N.C.". */
  readonly nameLast: number;
  readonly places: readonly GazetteerPlace[];
  readonly word: boolean;
  readonly given: boolean;
  readonly demonym: boolean;
  readonly abbreviation: boolean;
  /** The words beside it are said of places only: "in", "near", "… residents". */
  readonly strong: boolean;
  /** Rule that says what role the name has where it stands; the first part of `PlaceMention.rule`. */
  readonly rule: PlaceRule;
  readonly near: boolean;
}

export type PlaceRule =
  | 'dateline'
  | 'city-state'
  | 'police'
  | 'preposition'
  | 'followed'
  | 'possessive'
  | 'bare'
  | 'venue-place'
  | 'organisation-place'
  | 'based'
  | 'partial'
  | 'speaker'
  | 'capital-of'
  | 'demonym';

const inCues: ReadonlySet<string> = new Set(placeCues.in);
const nearCues: ReadonlySet<string> = new Set(placeCues.near);
const followCues: ReadonlySet<string> = new Set(placeCues.follow);
const basedCues: ReadonlySet<string> = new Set(placeCues.based);
const denials: ReadonlySet<string> = new Set(placeCues.denials);
const strongBefore: ReadonlySet<string> = new Set(placeCues.strong.before);
const strongAfter: ReadonlySet<string> = new Set(placeCues.strong.after);
const forces: ReadonlySet<string> = new Set(placeCues.force);
const joints: ReadonlySet<string> = new Set(placeCues.joints);
const never: ReadonlySet<string> = new Set(placeCues.never);
const longest = 6;

/** A name matched at a token. */
interface Match extends WordRange {
  readonly key: string;
  readonly name: GazetteerName;
}

function isHyphen(form: string | undefined): boolean {
  return form === '-' || form === '‑' || form === '‐';
}

/** Match the longest gazetteer name that begins at a token; hyphens inside it are passed over. */
function matchName(words: Words, gazetteer: Gazetteer, first: number, end: number): Match | undefined {
  let key = words.folded[first] ?? '';
  if (key === '' || !gazetteer.opens(key)) return undefined;
  let best: Match | undefined;
  let count = 1;
  let at = first;
  while (count <= longest) {
    const name = words.capital[at] === 1 ? gazetteer.find(key) : undefined;
    if (name !== undefined) best = { first, last: at + 1, key, name };
    at += 1;
    if (isHyphen(words.tokens[at]?.form)) at += 1;
    const word = words.folded[at] ?? '';
    if (at >= end || word === '' || (words.capital[at] !== 1 && !joints.has(word))) break;
    key += ` ${word}`;
    count += 1;
  }
  return best;
}

/** Tell whether the abbreviation stands as one: with its dots, or in capitals after a comma. */
function isAbbreviationHere(words: Words, match: Match): boolean {
  const form = words.tokens[match.first]?.form ?? '';
  const afterComma = lowerAt(words, match.first - 1) === ',';
  if (form.includes('.')) return afterComma || form.length > 3;
  return afterComma && form === form.toUpperCase();
}

/** Tell whether the word before looses the place: "near", "outskirts of", "north of". */
function isNear(words: Words, first: number): boolean {
  const before = lowerAt(words, first - 1);
  return nearCues.has(before) || (before === 'of' && nearCues.has(lowerAt(words, first - 2)));
}

/** Say what role the words around give a name. */
function readRole(words: Words, first: number, last: number): PlaceRule {
  const before = lowerAt(words, first - 1);
  const after = lowerAt(words, last);
  if (isHyphen(words.tokens[last]?.form) && basedCues.has(lowerAt(words, last + 1))) return 'based';
  if (forces.has(after)) return 'police';
  if (inCues.has(before) || isNear(words, first)) return 'preposition';
  if (lexicon.directions.has(before) && words.capital[first - 1] !== 1) return 'preposition';
  if (denials.has(after)) return 'speaker';
  if (/^['’]s?$/u.test(words.tokens[last]?.form ?? '')) return 'possessive';
  if (followCues.has(after)) return 'followed';
  return 'bare';
}

/** Tell whether capital neighbours make the name a part of a longer one: "Paris Calloway", "Tower of Lisbon Street". */
function isPartial(words: Words, first: number, last: number): boolean {
  const next = words.tokens[last];
  const nextJoins =
    next !== undefined &&
    words.capital[last] === 1 &&
    words.sentenceOf[last] === words.sentenceOf[first] &&
    printAt(words, first) === 'plain' &&
    !lexicon.calendar.has(next.lower) &&
    !lexicon.titles.has(next.lower) &&
    !lexicon.units.has(next.lower) &&
    !lexicon.police.has(next.lower);
  if (nextJoins) return true;
  const before = words.tokens[first - 1];
  if (before === undefined || words.capital[first - 1] !== 1 || printAt(words, first) !== 'plain') return false;
  if (words.sentenceOf[first - 1] !== words.sentenceOf[first] || words.folded[first - 1] === '') return false;
  const loose =
    lexicon.directions.has(before.lower) || lexicon.calendar.has(before.lower) || lexicon.titles.has(before.lower);
  return !loose && !opensSentence(words, first - 1);
}

/** Tell whether a match may stand for a place at all, its surroundings aside. */
function isPlausible(words: Words, match: Match, role: PlaceRule): boolean {
  const { name } = match;
  if (name.abbreviation) {
    if (isAbbreviationHere(words, match)) return true;
    if (name.places.every((place) => place.level === 'state')) return false;
  }
  if (match.last - match.first > 1) {
    const known = (name.places[0]?.population ?? 0) > 5_000_000;
    return printAt(words, match.first) !== 'lower' || !name.word || known;
  }
  const token = words.tokens[match.first];
  if (token === undefined || never.has(words.folded[match.first] ?? ''))
    return token?.form === 'U.S.' || token?.form === 'US';
  if (lexicon.calendar.has(token.lower)) return false;
  const print = printAt(words, match.first);
  const top = name.places[0]?.population ?? 0;
  if (print === 'lower') return !name.word && !name.given && (top > 20_000 || role === 'preposition');
  if (!name.word || top > 500_000) return print !== 'upper' || token.pos === 'PROPN' || top > 100_000;
  if (role === 'police') return true;
  const listed = lowerAt(words, match.last) === ',' && words.capital[match.last + 1] === 1;
  if (listed) return true;
  return print === 'plain' && !opensSentence(words, match.first) && (role !== 'bare' || top > 100_000);
}

/** Units the words after a name say it is: "Arden Province", "Arden county", "Arden Co."; else all its bearers. */
function readPlacesOf(words: Words, gazetteer: Gazetteer, match: Match): readonly GazetteerPlace[] {
  const after = lowerAt(words, match.last);
  if (match.name.abbreviation) {
    const states = match.name.places.filter((place) => place.level === 'state' && place.country === 'US');
    return isAbbreviationHere(words, match) ? states : match.name.places.filter((place) => !states.includes(place));
  }
  if (after === 'co.') return gazetteer.find(`${match.key} county`)?.places ?? match.name.places;
  if (!lexicon.units.has(after)) return match.name.places;
  const units = match.name.places.filter((place) => place.level !== 'city');
  const county =
    after === 'county' || after === 'parish' ? (gazetteer.find(`${match.key} ${after}`)?.places ?? []) : [];
  if (county.length > 0) return county;
  return units.length > 0 ? units : match.name.places;
}

function isStrong(words: Words, match: Match): boolean {
  const before = lowerAt(words, match.first - 1);
  return strongBefore.has(before) || isNear(words, match.first) || strongAfter.has(lowerAt(words, match.last));
}

function makeCandidate(words: Words, gazetteer: Gazetteer, match: Match, role: PlaceRule): PlaceCandidate {
  const { word, given, demonym, abbreviation } = match.name;
  const partial = isPartial(words, match.first, match.last);
  return {
    first: match.first,
    last: match.last,
    key: match.key,
    nameLast: match.last,
    places: readPlacesOf(words, gazetteer, match),
    word,
    given,
    demonym,
    abbreviation,
    strong: isStrong(words, match),
    rule: demonym ? 'demonym' : partial ? 'partial' : role,
    near: isNear(words, match.first),
  };
}

/** Find every gazetteer name in capitals, longest first, outside the tokens marked in `taken`. */
export function findCandidates(words: Words, gazetteer: Gazetteer, taken: Uint8Array): readonly PlaceCandidate[] {
  const found: PlaceCandidate[] = [];
  for (const sentence of words.sentences) {
    for (let index = sentence.first; index < sentence.last; index++) {
      if (words.capital[index] !== 1 || taken[index] === 1) continue;
      const match = matchName(words, gazetteer, index, sentence.last);
      if (match === undefined) continue;
      const role = readRole(words, match.first, match.last);
      if (!isPlausible(words, match, role)) continue;
      found.push(makeCandidate(words, gazetteer, match, role));
      index = match.last - 1;
    }
  }
  return found;
}

/**
 * Let a bare name stand for the county the article names in full or whose people it tells of ("Arden police", "in Arden"
 * beside "Arden County"): the county joins the bearers of the name.
 */
export function addCounties(candidates: readonly PlaceCandidate[], gazetteer: Gazetteer): readonly PlaceCandidate[] {
  const told = new Set(candidates.map((candidate) => candidate.key));
  return candidates.map((candidate) => {
    if (candidate.demonym || candidate.nameLast !== candidate.last) return candidate;
    const key = ['county', 'parish'].map((unit) => `${candidate.key} ${unit}`).find((name) => told.has(name));
    const counties = key === undefined ? [] : (gazetteer.find(key)?.places ?? []);
    if (counties.length === 0) return candidate;
    return { ...candidate, places: [...candidate.places, ...counties] };
  });
}
