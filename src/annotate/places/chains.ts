import { lexicon } from '../names/lexicon.ts';
import { lowerAt, spell, type Words } from '../names/words.ts';
import type { PlaceCandidate } from './candidates.ts';
import type { GazetteerPlace } from './gazetteer.ts';

/** Tell whether `outer` is a unit that holds `inner`. */
function holds(outer: GazetteerPlace, inner: GazetteerPlace): boolean {
  if (outer.row === inner.row || outer.country !== inner.country) return false;
  if (outer.level === 'country') return true;
  if (outer.level === 'state') return inner.stateRow === outer.row && inner.level !== 'state';
  return (
    outer.level === 'district' &&
    inner.level === 'city' &&
    inner.stateRow === outer.stateRow &&
    inner.district === outer.district
  );
}

/** Join "City, State", "City, State, Country" into one candidate whose places are those the units hold. */
function joinNext(words: Words, inner: PlaceCandidate, outer: PlaceCandidate | undefined): PlaceCandidate | undefined {
  if (outer === undefined || outer.demonym || inner.demonym) return undefined;
  const gap = outer.first - inner.last;
  const comma = gap === 1 && lowerAt(words, inner.last) === ',';
  const bare = gap === 0 && outer.places.some((place) => place.level === 'state');
  if (!comma && !bare) return undefined;
  const places = inner.places.filter((place) => outer.places.some((unit) => holds(unit, place)));
  if (places.length === 0) return undefined;
  return { ...inner, places, last: outer.last, rule: inner.rule === 'dateline' ? 'dateline' : 'city-state' };
}

/**
 * Join each place with the units that follow it after a comma ("Larkfield, Ohio", "Vesk, Arden Province, Ruritania").
 *
 * A place and its unit become one candidate that covers both; the unit is not told again.
 */
export function joinChains(words: Words, candidates: readonly PlaceCandidate[]): readonly PlaceCandidate[] {
  const joined: PlaceCandidate[] = [];
  for (let index = 0; index < candidates.length; index++) {
    let current = candidates[index];
    if (current === undefined) break;
    for (;;) {
      const longer: PlaceCandidate | undefined = joinNext(words, current, candidates[index + 1]);
      if (longer === undefined) break;
      current = longer;
      index += 1;
    }
    joined.push(current);
  }
  return joined;
}

/** First token of a run of at most three capitals that ends before `last`, or `last`. */
function townBefore(words: Words, last: number, taken: Uint8Array): number {
  let first = last;
  while (first > 0 && last - first < 3 && words.capital[first - 1] === 1 && taken[first - 1] !== 1) {
    if (words.sentenceOf[first - 1] !== words.sentenceOf[last] || (words.folded[first - 1]?.length ?? 0) < 3) break;
    if (lexicon.calendar.has(lowerAt(words, first - 1)) || lexicon.titles.has(lowerAt(words, first - 1))) break;
    first -= 1;
  }
  return first;
}

/** Make the town that the text alone knows: a capitalised name before ", State". */
function makeTown(words: Words, unit: PlaceCandidate, first: number): PlaceCandidate {
  const [state] = unit.places;
  const place: GazetteerPlace = {
    row: -1 - first,
    name: spell(words, { first, last: unit.first - 1 }),
    level: 'city',
    population: 0,
    ...(state?.country !== undefined && { country: state.country }),
    ...(state?.state !== undefined && { state: state.state }),
    ...(state?.stateRow !== undefined && { stateRow: state.stateRow }),
  };
  const key = words.folded.slice(first, unit.first - 1).join(' ');
  return {
    ...unit,
    first,
    nameLast: unit.first - 1,
    key,
    places: [place],
    word: false,
    given: false,
    rule: 'city-state',
  };
}

const knownCity = 50_000;
const greatCity = 400_000;

/** Tell whether what stands before the comma may be a town of this state that the gazetteer lacks. */
function mayBeTown(before: PlaceCandidate | undefined, first: number, comma: number, unit: PlaceCandidate): boolean {
  if (before === undefined || before.last <= first) return true;
  if (before.first !== first || before.last !== comma || before.demonym) return false;
  return unit.abbreviation && before.places.every((place) => place.level === 'city' && place.population < knownCity);
}

/**
 * Read towns the gazetteer lacks, or has in other states only, from the state beside them ("Old Larkfield, Ohio"), and drop
 * bare abbreviations of states that stand beside no place.
 */
export function addTowns(
  words: Words,
  candidates: readonly PlaceCandidate[],
  taken: Uint8Array,
): readonly PlaceCandidate[] {
  const kept: PlaceCandidate[] = [];
  for (const candidate of candidates) {
    const [unit] = candidate.places;
    const rival = candidate.places.find((place) => place.level !== 'state')?.population ?? 0;
    const alone = candidate.nameLast === candidate.last && (candidate.abbreviation || rival < greatCity);
    if (!alone || unit?.level !== 'state' || unit.country !== 'US') {
      kept.push(candidate);
      continue;
    }
    const comma = lowerAt(words, candidate.first - 1) === ',' ? candidate.first - 1 : candidate.first;
    const first = comma < candidate.first ? townBefore(words, comma, taken) : comma;
    const before = kept.at(-1);
    if (first < comma && mayBeTown(before, first, comma, candidate)) {
      const town = makeTown(words, candidate, first);
      if (before !== undefined && before.first === first) kept.pop();
      kept.push(before?.first === first && before.rule === 'dateline' ? { ...town, rule: 'dateline' } : town);
    } else if (!candidate.abbreviation || (words.tokens[candidate.first]?.form ?? '').includes('.'))
      kept.push(candidate);
  }
  return kept;
}
