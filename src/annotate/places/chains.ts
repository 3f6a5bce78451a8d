import { lowerAt, type Words } from '../names/words.ts';
import type { Candidate } from './candidates.ts';
import type { GazetteerPlace } from './gazetteer.ts';

/** Tell whether `outer` is a unit that holds `inner`. */
export function holds(outer: GazetteerPlace, inner: GazetteerPlace): boolean {
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
function joinNext(words: Words, inner: Candidate, outer: Candidate | undefined): Candidate | undefined {
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
export function joinChains(words: Words, candidates: readonly Candidate[]): readonly Candidate[] {
  const joined: Candidate[] = [];
  for (let index = 0; index < candidates.length; index++) {
    let current = candidates[index];
    if (current === undefined) break;
    for (;;) {
      const longer: Candidate | undefined = joinNext(words, current, candidates[index + 1]);
      if (longer === undefined) break;
      current = longer;
      index += 1;
    }
    joined.push(current);
  }
  return joined;
}
