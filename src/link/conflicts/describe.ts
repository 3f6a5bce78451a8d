import words from '../../../data/period-words.json' with { type: 'json' };
import {
  type ArticleReading,
  type Conflict,
  type ConflictKind,
  type ConflictToll,
  compareText,
  type DateValue,
  defined,
  groupBy,
  makeId,
  type PlaceValue,
  toIsoDay,
} from '../../model/index.ts';
import { spellDate } from '../incidents/title.ts';
import type { TollGroup } from './group.ts';
import type { Toll } from './tolls.ts';

/** Give what occurs most, the least in text order among equals. */
function mostOf(values: readonly string[]): string | undefined {
  const ranked = [...groupBy(values, (value) => value)].sort(
    ([a, x], [b, y]) => y.length - x.length || compareText(a, b),
  );
  return ranked[0]?.[0];
}

/** Share of the reports that must place their figures there for a conflict to be named after it. */
const placeShare = 0.5;
/** A second country is named beside the first where it has this share. */
const besideShare = 0.2;

/** Give the widths at which a place can be named, narrow first: its town, province, country. */
function widen({ name, level, city, state, country }: PlaceValue): readonly string[] {
  return [level === 'venue' ? undefined : name, city, state, country].flatMap((one) => one ?? []);
}

interface NamedPlace {
  readonly label: string;
  readonly value?: PlaceValue;
}

/** Name where a conflict is: the narrowest place most of its reports count in, else its countries. */
function placeOf(tolls: readonly Toll[], spell: (code: string) => string): NamedPlace | undefined {
  const byArticle = groupBy(
    tolls.filter(({ places }) => places.length > 0),
    ({ claim }) => claim.article,
  );
  const told = [...byArticle.values()].map((own) => new Set(own.flatMap(({ places }) => places.flatMap(widen))));
  if (told.length === 0) return undefined;
  const share = (label: string): number => told.filter((names) => names.has(label)).length / told.length;
  const places = tolls.flatMap((toll) => toll.places);
  const labels = [...new Set(places.flatMap((place) => widen(place)))].sort(compareText);
  const depthOf = (label: string): number =>
    Math.max(...places.map((place) => widen(place).toReversed().indexOf(label)));
  const common = labels
    .filter((label) => share(label) >= placeShare)
    .sort((a, b) => depthOf(b) - depthOf(a) || share(b) - share(a) || compareText(a, b))[0];
  if (common !== undefined && depthOf(common) > 0) {
    return { label: common, ...defined({ value: places.find(({ name }) => name === common) }) };
  }
  const countries = labels
    .filter((label) => depthOf(label) === 0 && share(label) >= besideShare)
    .sort((a, b) => share(b) - share(a) || compareText(a, b));
  const [first] = countries;
  if (first === undefined) return undefined;
  const value = places.find(({ level, country }) => level === 'country' && country === first);
  return { label: countries.slice(0, 2).map(spell).join(' and '), ...defined({ value }) };
}

/** Agree on a start: the most exact one that most reports tell. */
function agreeSince(tolls: readonly Toll[]): DateValue | undefined {
  const dates = tolls.flatMap(({ claim, isRolling }) => (isRolling ? [] : (claim.period?.since ?? [])));
  const days = dates.filter(({ precision }) => precision === 'day');
  const best = mostOf((days.length > 0 ? days : dates).map(({ edtf }) => edtf));
  return dates.find(({ edtf }) => edtf === best);
}

const nouns: Readonly<Record<ConflictKind, string>> = {
  war: 'Conflict',
  campaign: 'Violence',
  epidemic: 'Outbreak',
  season: 'Season of floods and storms',
};

/** Nouns that name one raid or strike are no name of what lasts. */
const passing: ReadonlySet<string> = new Set(words.passing);

function nameOf(kind: ConflictKind, tolls: readonly Toll[], where: string | undefined, since: DateValue | undefined) {
  const told = tolls.filter((toll) => toll.kind === kind).flatMap(({ noun }) => noun ?? []);
  const noun = mostOf(told.filter((one) => !passing.has(one))) ?? nouns[kind];
  const head = noun.charAt(0).toUpperCase() + noun.slice(1);
  return `${head}${where === undefined ? '' : ` in ${where}`}${since === undefined ? '' : `, since ${spellDate(since)}`}`;
}

function kindOf(tolls: readonly Toll[]): ConflictKind {
  const told = tolls.flatMap(({ kind }) => kind ?? []);
  for (const kind of ['epidemic', 'war', 'season'] as const) {
    if (told.filter((one) => one === kind).length * 3 >= told.length && told.includes(kind)) return kind;
  }
  return 'campaign';
}

function sayToll(tolls: readonly [Toll, ...Toll[]]): ConflictToll {
  const [{ claim, attribute, count, asOf, places }] = tolls;
  return {
    attribute,
    value: count,
    ...defined({
      place: places[0]?.name,
      victims: claim.victims,
      speaker: claim.attribution?.speaker,
      since: claim.period?.since,
      asOf: asOf === undefined ? undefined : toIsoDay(asOf),
    }),
    claims: tolls.map((toll) => toll.claim.id).sort(),
    articles: [...new Set(tolls.map((toll) => toll.claim.article))].sort(),
  };
}

/** Write a group's figures as a series: what reports state alike on one day is one figure with several claims. */
function writeSeries(tolls: readonly Toll[]): readonly ConflictToll[] {
  const alike = groupBy(tolls, ({ attribute, count, claim, asOf, places }) =>
    JSON.stringify([attribute, count, claim.victims, claim.attribution?.speaker, asOf, places[0]?.name]),
  );
  return [...alike.values()]
    .flatMap(([first, ...others]) => (first === undefined ? [] : [sayToll([first, ...others])]))
    .sort(
      (a, b) =>
        compareText(a.attribute, b.attribute) ||
        compareText(a.asOf ?? '', b.asOf ?? '') ||
        compareText(a.claims[0] ?? '', b.claims[0] ?? ''),
    );
}

/** Reports that must tie an actor to violence for it to be named a party. */
const partyArticles = 3;
const mostParties = 6;

function partiesOf(readings: readonly ArticleReading[]): readonly string[] {
  const named = readings.flatMap(({ article, actors }) =>
    actors.flatMap(({ type, involved, name }) =>
      involved && type === 'organisation' ? [{ name, id: article.id }] : [],
    ),
  );
  return [...groupBy(named, ({ name }) => name)]
    .map(([name, told]) => ({ name, articles: new Set(told.map(({ id }) => id)).size }))
    .filter(({ articles }) => articles >= partyArticles)
    .sort((a, b) => b.articles - a.articles || compareText(a.name, b.name))
    .slice(0, mostParties)
    .map(({ name }) => name);
}

/** Describe a group as a conflict; `readings` are those of its articles, `spell` names a country by its code. */
export function describeConflict(
  { tolls }: TollGroup,
  readings: readonly ArticleReading[],
  spell: (code: string) => string,
): Omit<Conflict, 'incidents'> {
  const kind = kindOf(tolls);
  const since = agreeSince(tolls);
  const place = placeOf(tolls, spell);
  return {
    id: makeId('conflict', since?.edtf ?? '', place?.label ?? '', kind),
    name: nameOf(kind, tolls, place?.label, since),
    kind,
    parties: partiesOf(readings),
    ...defined({ since, place: place?.value }),
    articles: [...new Set(tolls.map(({ claim }) => claim.article))].sort(),
    tolls: writeSeries(tolls),
  };
}
