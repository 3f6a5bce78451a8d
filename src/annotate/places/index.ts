import type { Article, NameMention, PlaceMention, PlaceValue, Sentence, Token } from '../../model/index.ts';
import { relatePlace } from '../../text/place-values.ts';
import { lexicon } from '../names/lexicon.ts';
import { lowerAt, rangeOf, spell, viewWords, type WordRange, type Words } from '../names/words.ts';
import { addCounties, findCandidates, type PlaceCandidate, type PlaceRule } from './candidates.ts';
import { addTowns, joinChains } from './chains.ts';
import { addChoices, choosePlace } from './choose.ts';
import { markDatelines } from './dateline.ts';
import { type Clue, dominant, type PlaceEvidence, readEvidence } from './evidence.ts';
import { type Gazetteer, type GazetteerPlace, placeValue } from './gazetteer.ts';
import { findSites, type Venue } from './venues.ts';

export { type Gazetteer, openGazetteer } from './gazetteer.ts';

/** How much a mention's role lets its name stand for a place of the report. */
const roleWeight: Readonly<Record<PlaceRule, number>> = {
  dateline: 1,
  'city-state': 1,
  police: 0.9,
  preposition: 1,
  followed: 0.9,
  possessive: 0.8,
  bare: 0.7,
  'venue-place': 0.7,
  'organisation-place': 0.4,
  based: 0.3,
  partial: 0.15,
  speaker: 0.4,
  'capital-of': 0.9,
  demonym: 0.1,
};

const leastScore = 0.2;

/** A mention with the token it begins at, so that all can be put in order. */
interface ResolvedPlace extends WordRange {
  readonly mention: PlaceMention;
}

function within(inner: WordRange, outers: readonly WordRange[]): WordRange | undefined {
  return outers.find((outer) => outer.first <= inner.first && inner.first < outer.last);
}

/** Read the role of a name inside an organisation's: a police force's own city, or any other. */
function roleInside(words: Words, candidate: PlaceCandidate, organisation: WordRange): PlaceRule {
  if (candidate.first !== organisation.first) return 'organisation-place';
  let rest = '';
  for (let at = candidate.last; at < organisation.last; at++) {
    const word = lowerAt(words, at);
    rest += rest === '' || /^['’]/u.test(word) ? word : ` ${word}`;
  }
  return lexicon.police.has(rest) || lexicon.police.has(rest.split(' ')[0] ?? '') ? 'police' : 'organisation-place';
}

function settleRoles(
  words: Words,
  candidates: readonly PlaceCandidate[],
  organisations: readonly WordRange[],
): readonly PlaceCandidate[] {
  return candidates.flatMap((candidate) => {
    const organisation = within(candidate, organisations);
    if (organisation !== undefined) {
      if (organisation.first === candidate.first && organisation.last <= candidate.last) return [];
      return { ...candidate, rule: roleInside(words, candidate, organisation) };
    }
    if (candidate.rule === 'partial' && lexicon.police.has(lowerAt(words, candidate.last)))
      return { ...candidate, rule: 'police' };
    return candidate;
  });
}

/** A town of fewer people needs the report to be about its part of the world. */
const smallTown = 60_000;
/** Evidence from which a report is set in a state or country. */
const firmly = { state: 1, country: 0.5 };

/**
 * Tell whether a report is set elsewhere than a small town it seems to name: a quarter of a city named after another town,
 * or one that merely has its name ("the Washington Park neighborhood", of a report on Milwaukee).
 */
function isElsewhere(
  { level, population, country, stateRow }: GazetteerPlace,
  own: Clue | undefined,
  told: PlaceEvidence,
): boolean {
  if (level !== 'city' || population > smallTown) return false;
  const others = [...told.countries].filter(([code, sum]) => code !== country && sum >= firmly.country);
  const here = (told.countries.get(country ?? '') ?? 0) - (own?.countryCode === country ? (own?.country ?? 0) : 0);
  if (others.length > 0 && here <= 0) return true;
  if (country !== 'US') return false;
  const inState = (told.states.get(stateRow ?? -1) ?? 0) - (own?.stateRow === stateRow ? (own?.state ?? 0) : 0);
  return inState <= 0 && [...told.states].some(([row, sum]) => row !== stateRow && sum >= firmly.state);
}

/** Tell whether the town chosen for a name only has it in common with what is told here; a dateline or a unit beside it says which town. */
function isNamesake({ key, rule }: PlaceCandidate, place: GazetteerPlace, evidence: PlaceEvidence): boolean {
  if (rule === 'dateline' || rule === 'city-state' || rule === 'police') return false;
  return isElsewhere(place, evidence.clues.get(key), evidence);
}

/** Tell whether a name this weak may be told as a place: a small town that no word and no neighbour vouches for is not. */
function isVouched(candidate: PlaceCandidate, place: GazetteerPlace, evidence: PlaceEvidence): boolean {
  if (candidate.rule === 'partial' || candidate.rule === 'demonym') return false;
  if (candidate.rule === 'dateline' || candidate.rule === 'city-state' || candidate.rule === 'police') return true;
  if (place.level === 'country' || place.level === 'state' || place.level === 'region') return true;
  if (isNamesake(candidate, place, evidence)) return false;
  const own = evidence.clues.get(candidate.key);
  const ownState = own?.stateRow === place.stateRow ? (own?.state ?? 0) : 0;
  const ownCountry = own?.countryCode === place.country ? (own?.country ?? 0) : 0;
  const set = (evidence.states.get(place.stateRow ?? -1) ?? 0) - ownState >= 0.6;
  const abroad = place.country !== 'US' && (evidence.countries.get(place.country ?? '') ?? 0) - ownCountry >= 1;
  const cued = candidate.rule === 'preposition' || candidate.rule === 'followed';
  const weak = candidate.word || candidate.given;
  const { population } = place;
  if (candidate.strong) return set || abroad || population > (candidate.word ? 3000 : candidate.given ? 1000 : 300);
  if (cued) return weak ? population > (set || abroad ? 1000 : 100_000) : set || abroad || population > 1500;
  if (weak) return population > (set || abroad ? 50_000 : 600_000);
  return set || abroad || population > 30_000;
}

function tellPlace(words: Words, candidate: PlaceCandidate, evidence: PlaceEvidence): ResolvedPlace | undefined {
  const choice = choosePlace(candidate, evidence);
  if (choice === undefined || !isVouched(candidate, choice.place, evidence)) return undefined;
  const score = Math.round(choice.score * roleWeight[candidate.rule] * 1000) / 1000;
  if (score < leastScore * roleWeight[candidate.rule]) return undefined;
  return {
    first: candidate.first,
    last: candidate.last,
    mention: {
      ...rangeOf(words, candidate),
      name: spell(words, { first: candidate.first, last: candidate.nameLast }),
      value: placeValue(choice.place, candidate.near),
      ...(candidate.near && { near: true }),
      score,
      rule: candidate.rule,
    },
  };
}

/** Tell whether the name a site begins with is its city's: "Vesk airport", "Vesk University", not "Marion Calder Hall". */
function mayHold(candidate: PlaceCandidate, venue: Venue): boolean {
  if (venue.rule === 'street' || candidate.word) return false;
  if (venue.rule === 'site-word') return candidate.last + 2 >= venue.last;
  const place = dominant(candidate.places);
  if (place?.level !== 'city' || candidate.given) return false;
  return place.population > (candidate.places.length === 1 ? 3000 : 30_000);
}

/** Find the city a site is in: named inside it, owning it ("Vesk's Harbour Hall"), or told right after ("in Vesk", ", Vesk"). */
function holderOf(words: Words, venue: Venue, candidates: readonly PlaceCandidate[]): PlaceCandidate | undefined {
  const named = candidates.filter((candidate) => !candidate.demonym);
  const between = lowerAt(words, venue.last);
  const after =
    between === 'in' || between === ',' ? named.find((candidate) => candidate.first === venue.last + 1) : undefined;
  if (after !== undefined) return after;
  const owner = named.find((candidate) => candidate.last + 1 === venue.first);
  if (owner !== undefined && /^['’]s?$/u.test(words.tokens[owner.last]?.form ?? '')) return owner;
  return named.find(
    (candidate) => candidate.first === venue.first && candidate.last <= venue.last && mayHold(candidate, venue),
  );
}

/** Let every mention of a site have the city that one of them states. */
function shareCities(placed: readonly ResolvedPlace[]): readonly ResolvedPlace[] {
  const known = new Map<string, PlaceValue>();
  for (const { mention } of placed) {
    const { value } = mention;
    if (value?.level === 'venue' && value.city !== undefined && !known.has(mention.name))
      known.set(mention.name, value);
  }
  return placed.map((each) => {
    const value = each.mention.value?.city === undefined ? known.get(each.mention.name) : undefined;
    return value === undefined ? each : { ...each, mention: { ...each.mention, value } };
  });
}

function tellVenue(
  words: Words,
  venue: Venue,
  candidates: readonly PlaceCandidate[],
  evidence: PlaceEvidence,
): ResolvedPlace {
  const holder = holderOf(words, venue, candidates);
  const bearer = holder === undefined ? undefined : choosePlace(holder, evidence);
  const isFar = holder !== undefined && bearer !== undefined && isNamesake(holder, bearer.place, evidence);
  const choice = isFar ? undefined : bearer;
  const name = spell(words, venue);
  const {
    id: _id,
    name: _name,
    level: _level,
    kind: _kind,
    ...inside
  } = choice === undefined ? { id: undefined, name, level: undefined, kind: undefined } : placeValue(choice.place);
  const value: PlaceValue = { kind: 'place', name, level: 'venue', ...inside };
  const score = choice === undefined ? 0.5 : Math.round(choice.score * 800) / 1000;
  return { ...venue, mention: { ...rangeOf(words, venue), name, value, score, rule: venue.rule } };
}

/** Read "the Ruritanian capital" as the city it is. */
function tellCapital(words: Words, candidate: PlaceCandidate, gazetteer: Gazetteer): ResolvedPlace | undefined {
  if (!candidate.demonym || lowerAt(words, candidate.last) !== 'capital') return undefined;
  const code = candidate.places[0]?.country?.toLowerCase();
  const city = gazetteer.find(`=capital ${code}`)?.places[0];
  if (city === undefined) return undefined;
  const stretch = { first: candidate.first, last: candidate.last + 1 };
  const mention = {
    ...rangeOf(words, stretch),
    name: spell(words, stretch),
    value: placeValue(city),
    score: 0.9,
    rule: 'capital-of',
  };
  return { ...stretch, mention };
}

/** Put mentions in order; where two overlap, the one that begins first, then the longer, stays. */
function settle(placed: readonly ResolvedPlace[]): readonly PlaceMention[] {
  const kept: PlaceMention[] = [];
  let end = 0;
  for (const { first, last, mention } of [...placed].sort((a, b) => a.first - b.first || b.last - a.last)) {
    if (first < end) continue;
    kept.push(mention);
    end = last;
  }
  return kept;
}

/**
 * Read the places an article names: cities, units, countries, regions from the gazetteer, sites from the text alone.
 *
 * Mentions are sorted and disjoint; "City, State" is one mention whose `name` is the city's. `rule` says the role of the
 * name where it stands (`dateline`, `city-state`, `police`, `preposition`, `speaker` for a government's city, …; a site's
 * begins with `venue-`, or is `street` or `site-word`). `score` is the certainty of the choice among namesakes times the
 * weight of the role. `names` are what `readNames` found: no place is read inside a person.
 */
export function readPlaces(
  article: Pick<Article, 'text' | 'url' | 'source' | 'blocks'>,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  gazetteer: Gazetteer,
  names: readonly NameMention[] = [],
): readonly PlaceMention[] {
  const words = viewWords(article, tokens, sentences);
  const sites = findSites(words, names);
  const found = findCandidates(words, gazetteer, sites.persons);
  const chained = addTowns(words, joinChains(words, markDatelines(article, words, found)), sites.taken);
  const candidates = addCounties(settleRoles(words, chained, sites.organisations), gazetteer);
  const evidence = addChoices(readEvidence(article, words, candidates, gazetteer), candidates);
  const placed: ResolvedPlace[] = [];
  placed.push(...shareCities(sites.venues.map((venue) => tellVenue(words, venue, candidates, evidence))));
  for (const candidate of candidates) {
    if (within(candidate, sites.venues) !== undefined) continue;
    const told = tellCapital(words, candidate, gazetteer) ?? tellPlace(words, candidate, evidence);
    if (told !== undefined) placed.push(told);
  }
  const mentions = settle(placed);
  return mentions.map((mention) => ({ ...mention, ...relatePlace(article.text.value, mention, mentions) }));
}
