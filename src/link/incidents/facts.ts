import heads from '../../../data/venue-heads.json' with { type: 'json' };
import {
  type ArticleReading,
  countTable,
  type DateValue,
  type Days,
  daysOf,
  defined,
  type IncidentMention,
  isCountAttribute,
  type PlaceValue,
  toDayNumber,
} from '../../model/index.ts';
import { monthNames } from '../../text/months.ts';
import { dateOfMention } from '../comparison/days.ts';
import { placesOnMap } from '../comparison/places.ts';
import { cutWords, isCommonWord, isFunctionWord } from '../documents/words.ts';
import { isTelling, makeVector, rankTerms, type TermOptions, type TermVector } from '../stories/terms.ts';
import { type Hours, readHours } from './hours.ts';
import { mayBeOfWar } from './types.ts';

/** What of a mention is needed once it is in a form to be compared: a linker holds those of all reports. */
type ToldMention = Pick<IncidentMention, 'id' | 'main' | 'type' | 'word' | 'name' | 'where' | 'venues' | 'setAside'>;

function leaveTold({ id, main, type, where, venues, word, name, setAside }: IncidentMention): ToldMention {
  return { id, main, type, where, venues, ...defined({ word, name, setAside }) };
}

/** A mention in the form in which two can be compared. */
export interface Facts {
  readonly mention: ToldMention;
  readonly article: string;
  /** Number of the story the article belongs to; only equality tells anything. */
  readonly story: number;
  readonly date?: DateValue;
  readonly days?: Days;
  readonly places: readonly PlaceValue[];
  /** Venues whole, lower case. */
  readonly venues: ReadonlySet<string>;
  /** Words of venues and names that tell one from another ("crocus"), and their kind ("airport"). */
  readonly venueWords: ReadonlySet<string>;
  readonly nameWords: ReadonlySet<string>;
  /** True where it is of a kind that wars are made of and its report gives a war's own figures. */
  readonly besideWar: boolean;
  /** Full names of persons named as taking part, killed, hurt or charged, lower case. */
  readonly persons: ReadonlySet<string>;
  /** Organisations named as taking part, with all their names, lower case. */
  readonly organisations: ReadonlySet<string>;
  readonly weapons: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  /** Stated figures of ten and more with their attribute ("killed 175"). */
  readonly figures: ReadonlySet<string>;
  /** Names of its places; where the gazetteer knows none, the words its sentences put after "in". */
  readonly townNames: ReadonlySet<string>;
  /** Ages of single people killed or hurt. */
  readonly ages: ReadonlySet<number>;
  /** Hours its sentences tell. */
  readonly hours: readonly Hours[];
  /** True where the report looks back over whole years: what it dates to today happened on that day of an earlier year. */
  readonly looksBack: boolean;
  /** Day its report was printed, days since 1970-01-01; absent where unknown or where it is not the report's own news. */
  readonly printed?: number;
  /** True where that was more than a week after it. */
  readonly isOld: boolean;
  /** Words of names in the sentences that tell of it, whatever they name. */
  readonly properWords: ReadonlySet<string>;
  /** Content words of the sentences that tell of it. */
  readonly vector: TermVector;
  /** The strongest of them. */
  readonly tellingTerms: readonly string[];
}

export interface FactOptions extends TermOptions {
  /** Strongest words of a mention that find mentions of about the same time. */
  readonly keyTerms: number;
}

/** A figure below this is too common to tell two incidents apart or together. */
const leastTellingFigure = 10;

function contentWordsOf(text: string): readonly string[] {
  return cutWords(text, { start: 0, end: text.length })
    .map((word) => word.lower)
    .filter((lower) => !isCommonWord(lower));
}

/** Words that say what kind of site it is, of which a town has many: two camps are not one for being camps. */
const siteKinds: ReadonlySet<string> = new Set(heads.many);

/** Tell whether a report that tells an incident of a kind that wars are made of gives a war's own figures too. */
function isBesideWar({ claims }: ArticleReading, { type }: IncidentMention): boolean {
  return mayBeOfWar(type) && claims.some(({ period }) => period?.kind === 'war');
}

/** Words of the mention's places on the map: compared as places, they must not count again as words. */
function placeWordsOf(mention: IncidentMention): ReadonlySet<string> {
  const names = placesOnMap(mention.where).flatMap((place) => [
    place.level === 'venue' ? undefined : place.name,
    place.city,
    place.district,
    place.state,
  ]);
  return new Set(names.flatMap((name) => (name === undefined ? [] : contentWordsOf(name))));
}

/** Dates and figures are compared as such. */
const numberOrMonth = new RegExp(`^(?:[\\d.,-]+|${monthNames.join('|').toLowerCase()})$`, 'u');

function countWords(
  reading: ArticleReading,
  mention: IncidentMention,
  places: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const range of mention.evidence) {
    for (const { lower } of cutWords(reading.article.text.value, range)) {
      if (isFunctionWord(lower) || lower.length < 2 || places.has(lower) || numberOrMonth.test(lower)) continue;
      counts.set(lower, (counts.get(lower) ?? 0) + 1);
    }
  }
  return counts;
}

const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/u;

/** Collect the names of a mention's towns; a name after "in" that is nobody's place, month or weekday is taken for one. */
function collectTowns({ article }: ArticleReading, mention: IncidentMention): ReadonlySet<string> {
  const places = placesOnMap(mention.where);
  if (places.length > 0) {
    const names = places.flatMap(({ name, city, district, state }) => [name, city, district, state]);
    return new Set(names.flatMap((name) => name?.toLowerCase() ?? []));
  }
  const found = new Set<string>();
  for (const { start, end } of mention.evidence) {
    for (const [, name = ''] of article.text.value
      .slice(start, end)
      .matchAll(/\bin (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*)/gu)) {
      const lower = name.toLowerCase();
      if (!weekday.test(lower) && !numberOrMonth.test(lower)) found.add(lower);
    }
  }
  return found;
}

const anniversary =
  /\banniversary\b|\b(?:a|one|two|three|four|five|ten|twenty|\d+)[ -]years? (?:since|ago|on\b|after|later)|\byear ago\b/iu;

function isLookingBack({ article }: ArticleReading, mention: IncidentMention): boolean {
  if (!mention.main) return false;
  const told = mention.evidence.map(({ start, end }) => article.text.value.slice(start, end));
  return anniversary.test([article.headline ?? '', ...told].join('\n'));
}

function collectProperWords(reading: ArticleReading, mention: IncidentMention): ReadonlySet<string> {
  const found = new Set<string>();
  for (const range of mention.evidence) {
    for (const { lower, capital, initial } of cutWords(reading.article.text.value, range)) {
      if (!capital || initial || isCommonWord(lower) || weekday.test(lower) || numberOrMonth.test(lower)) continue;
      found.add(lower);
    }
  }
  return found;
}

function collectNames(reading: ArticleReading, mention: IncidentMention): Pick<Facts, 'persons' | 'organisations'> {
  const persons = new Set<string>();
  const organisations = new Set<string>();
  for (const key of mention.participants) {
    const actor = reading.actors.find(({ name, aliases }) => name === key || aliases.includes(key));
    // Police forces and ministries take part in every report; only who is tied to the violence tells incidents apart.
    if (actor === undefined || !actor.involved) continue;
    const names = [key, actor.name, ...actor.aliases].map((name) => name.toLowerCase());
    for (const name of names) {
      if (actor.type === 'organisation') organisations.add(name);
      else if (name.includes(' ')) persons.add(name);
    }
  }
  for (const claim of reading.claims) {
    const name = claim.incident === mention.id ? claim.person?.name?.toLowerCase() : undefined;
    if (name?.includes(' ')) persons.add(name);
  }
  return { persons: shareEmpty(persons), organisations: shareEmpty(organisations) };
}

function collectFigures(reading: ArticleReading, mention: IncidentMention): ReadonlySet<string> {
  const figures = new Set<string>();
  for (const { incident, attribute, value, accumulation } of reading.claims) {
    // Every report of a war tells the war's own toll.
    if (incident !== mention.id || value.kind !== 'count' || accumulation === 'period') continue;
    if (value.anchor === undefined) continue;
    if (value.anchor >= leastTellingFigure) figures.add(`${attribute} ${value.anchor}`);
  }
  return figures;
}

function collectAges({ claims }: ArticleReading, mention: IncidentMention): ReadonlySet<number> {
  const harmed = claims.filter(
    ({ incident, attribute }) =>
      incident === mention.id && isCountAttribute(attribute) && countTable[attribute].attackers !== undefined,
  );
  return new Set(harmed.flatMap(({ person }) => person?.age ?? []));
}

const none: ReadonlySet<never> = new Set();

/** Give one set for all that are empty: most are, and a linker holds nine of each mention. */
function shareEmpty<T>(set: ReadonlySet<T>): ReadonlySet<T> {
  return set.size === 0 ? none : set;
}

/** Days after a happening in which reports of it are news. */
export const newsDays = 7;

function tellPrint(
  { article }: ArticleReading,
  { main }: IncidentMention,
  date: DateValue | undefined,
): Pick<Facts, 'printed' | 'isOld'> {
  const printed = article.published?.value;
  if (!main || date === undefined || printed === undefined) return { isOld: false };
  const day = toDayNumber(printed.slice(0, 10));
  return { printed: day, isOld: day - daysOf(date).last > newsDays };
}

/** Bring one mention of a reading to comparable form. */
export function gatherFacts(
  reading: ArticleReading,
  mention: IncidentMention,
  story: number,
  options: FactOptions,
): Facts {
  const date = dateOfMention(mention);
  const placeWords = placeWordsOf(mention);
  const ranked = rankTerms(countWords(reading, mention, placeWords), options);
  const tellingWords = (text: string) => contentWordsOf(text).filter((word) => !placeWords.has(word));
  return {
    mention: leaveTold(mention),
    article: reading.article.id,
    story,
    ...(date === undefined ? {} : { date, days: daysOf(date) }),
    places: placesOnMap(mention.where),
    venues: shareEmpty(new Set(mention.venues.map((venue) => venue.toLowerCase().replace(/^the /u, '')))),
    venueWords: shareEmpty(new Set(mention.venues.flatMap(tellingWords).filter((word) => !siteKinds.has(word)))),
    besideWar: isBesideWar(reading, mention),
    nameWords: mention.name === undefined ? none : new Set(tellingWords(mention.name)),
    ...collectNames(reading, mention),
    weapons: shareEmpty(new Set(mention.weapons)),
    targets: shareEmpty(new Set(mention.targets)),
    figures: shareEmpty(collectFigures(reading, mention)),
    townNames: shareEmpty(collectTowns(reading, mention)),
    ages: shareEmpty(collectAges(reading, mention)),
    hours: readHours(reading, mention),
    looksBack: isLookingBack(reading, mention),
    ...tellPrint(reading, mention, date),
    properWords: shareEmpty(collectProperWords(reading, mention)),
    vector: makeVector(ranked),
    tellingTerms: ranked
      .map(({ term }) => term)
      .filter(isTelling)
      .slice(0, options.keyTerms),
  };
}
