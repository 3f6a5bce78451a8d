import {
  type CountRecord,
  countAttributes,
  countTable,
  type Edition,
  type Incident,
  isCountRecord,
  toDayNumber,
} from '../../src/model/index.ts';

/** One requirement that the edition of the seed articles must meet. */
export interface SeedCheck {
  readonly name: string;
  readonly passed: boolean;
  readonly found: string;
}

/**
 * A background incident that the seed articles mention: the days it may have been on, its place, and a number of dead one of
 * them gives.
 */
interface Background {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly place: RegExp;
  readonly killed?: number;
}

const background: readonly Background[] = [
  { name: 'Beslan 2004', from: '2004-01-01', to: '2004-12-31', place: /beslan/i, killed: 300 },
  { name: 'Dubrovka 2002', from: '2002-01-01', to: '2002-12-31', place: /dubrovka|moscow/i, killed: 130 },
  { name: 'St Petersburg 2017', from: '2017-01-01', to: '2017-12-31', place: /petersburg/i, killed: 15 },
  { name: 'Kerman 2024', from: '2024-01-01', to: '2024-01-31', place: /kerman/i },
  { name: 'Kabul, May 2020', from: '2020-05-01', to: '2020-05-31', place: /kabul/i, killed: 24 },
  { name: 'Kabul, November 2020', from: '2020-11-01', to: '2020-11-30', place: /kabul/i, killed: 22 },
  { name: 'Shiraz', from: '2022-01-01', to: '2023-12-31', place: /shiraz|cheragh/i, killed: 14 },
];

const casualties: readonly string[] = countAttributes.filter((name) => countTable[name].harm !== undefined);

/** Check the editions of the five seed articles under the policies `recorder` and `ucdp` against the list of requirements. */
export function checkSeeds(recorder: Edition, ucdp: Edition): readonly SeedCheck[] {
  const main = findMain(recorder);
  return [
    check('five articles', recorder.articles.length === 5, recorder.articles.length),
    check(
      'one story of all five',
      recorder.stories.some(({ articles }) => articles.length === 5),
      recorder.stories.length,
    ),
    ...checkMain(main, recorder, findMain(ucdp)),
    ...checkAirport(recorder, main),
    ...checkBackground(recorder, main),
    ...checkNobodysCasualties(recorder),
    ...checkVoices(recorder),
  ];
}

function check(name: string, passed: boolean, found: unknown): SeedCheck {
  return { name, passed, found: typeof found === 'string' ? found : (JSON.stringify(found) ?? 'nothing') };
}

/** Find the incident of 22 March 2024 that all five articles mention, or else the one with most articles. */
function findMain(edition: Edition): Incident | undefined {
  const most = [...edition.incidents].sort((a, b) => b.articles.length - a.articles.length)[0];
  return edition.incidents.find(({ date, articles }) => date.value === '2024-03-22' && articles.length === 5) ?? most;
}

function checkMain(
  main: Incident | undefined,
  edition: Edition,
  underUcdp: Incident | undefined,
): readonly SeedCheck[] {
  const killed = anchorsOf(edition, main, 'killed');
  const injured = anchorsOf(edition, main, 'injured');
  const range = countOf(underUcdp, 'killed');
  const captions = edition.claims.filter((claim) => claim.incident === main?.id && claim.block === 'caption');
  const doubles = edition.incidents.filter(({ main: isMain, id }) => isMain && id !== main?.id);
  const disputed = edition.articles.filter(({ published }) => published?.value.startsWith('2024-05-17'));
  return [
    check('the concert-hall attack is one incident of all five', main?.articles.length === 5, main?.articles.length),
    check(
      'no article is mainly about anything else',
      doubles.length === 0,
      doubles.map(({ title }) => title),
    ),
    ...[133, 137, 100].map((count) => check(`killed reading ${count}`, killed.includes(count), killed)),
    check(
      'the 100 is the claim of a caption',
      captions.some((claim) => anchorOf(claim) === 100),
      captions.map(anchorOf),
    ),
    check('ucdp killed 133 / 137 / 137', describe(range) === '133 / 137 / 137', describe(range)),
    ...[100, 150].map((count) => check(`injured reading ${count}`, injured.includes(count), injured)),
    check('dated 2024-03-22', main?.date.value === '2024-03-22' && main.date.precision === 'day', main?.date),
    check('placed in Moscow, Russia', main?.place.country === 'RU' && main.place.city === 'Moscow', main?.place.name),
    check(
      'the page date of 17 May is kept and disputed',
      disputed.some(({ published }) => published?.disputed),
      disputed.length,
    ),
  ];
}

function checkAirport(edition: Edition, main: Incident | undefined): readonly SeedCheck[] {
  const ids = edition.claims
    .filter((claim) => claim.attribute === 'killed' && anchorOf(claim) === 175)
    .map((c) => c.incident);
  const airport = edition.incidents.find(({ id }) => ids.includes(id) && id !== main?.id);
  const claims = edition.claims.filter((claim) => claim.incident === airport?.id && claim.attribute === 'killed');
  const thirteen = claims.filter((claim) => anchorOf(claim) === 13);
  const killed = claims.map(anchorOf);
  const asTotal = countOf(airport, 'killed')?.best;
  return [
    check(
      'Kabul airport 2021 is one incident of three articles',
      airport?.articles.length === 3,
      airport?.articles.length,
    ),
    check('dated in 2021', isWithin(airport, '2021-01-01', '2021-12-31'), airport?.date.value),
    ...[175, 170, 13].map((count) => check(`its killed reading ${count}`, killed.includes(count), killed)),
    check('13 is a part, never the total', thirteen.length > 0 && asTotal !== 13, asTotal),
  ];
}

function checkBackground(edition: Edition, main: Incident | undefined): readonly SeedCheck[] {
  const homes = background.map((wanted) =>
    edition.incidents.find(
      (incident) =>
        incident.id !== main?.id &&
        isWithin(incident, wanted.from, wanted.to) &&
        wanted.place.test([incident.title, ...Object.values(incident.place)].join(' ')) &&
        (wanted.killed === undefined || anchorsOf(edition, incident, 'killed').includes(wanted.killed)),
    ),
  );
  return background.map(({ name }, at) => {
    const home = homes[at];
    const alone = home !== undefined && homes.filter((other) => other?.id === home.id).length === 1;
    return check(`${name} is its own incident`, alone, home?.title);
  });
}

function checkNobodysCasualties(edition: Edition): readonly SeedCheck[] {
  return [7000, 6200, 21, 34].map((count) => {
    const wrong = edition.claims.filter((claim) => casualties.includes(claim.attribute) && anchorOf(claim) === count);
    return check(
      `${count} is nobody's casualties`,
      wrong.length === 0,
      wrong.map(({ attribute }) => attribute),
    );
  });
}

function checkVoices(edition: Edition): readonly SeedCheck[] {
  const of = (stance: string) =>
    edition.voices.filter((voice) => voice.stance === stance && voice.responsibility === true);
  const [claims, confirms, denies] = [of('claims'), of('confirms'), of('denies')];
  const islamicState = claims.filter(({ speaker }) => /islamic state|isis|iskp|isil/i.test(speaker));
  return [
    check(
      'claims of responsibility in all five',
      new Set(islamicState.map((v) => v.article)).size === 5,
      claims.map(say),
    ),
    check('verification by US officials in two', confirms.filter(isAmerican).length >= 2, confirms.map(say)),
    check(
      'denial by Kyiv',
      denies.some(({ speaker }) => /kyiv|ukrain/i.test(speaker)),
      denies.map(say),
    ),
  ];
}

function say(voice: Edition['voices'][number]): string {
  return `${voice.speaker} (${voice.cue})`;
}

function isAmerican(voice: Edition['voices'][number]): boolean {
  return /\bUS\b|U\.S\.|united states|american/i.test(voice.speaker);
}

function anchorOf({ value }: Edition['claims'][number]): number | undefined {
  return value.kind === 'count' ? value.anchor : undefined;
}

function anchorsOf(edition: Edition, incident: Incident | undefined, attribute: string): readonly number[] {
  const found = edition.claims.filter((claim) => claim.incident === incident?.id && claim.attribute === attribute);
  return [...new Set(found.map(anchorOf).filter((anchor) => anchor !== undefined))];
}

function countOf(incident: Incident | undefined, attribute: 'killed' | 'injured'): CountRecord | undefined {
  const record = incident?.attributes[attribute];
  return record !== undefined && isCountRecord(record) ? record : undefined;
}

function describe(record: CountRecord | undefined): string {
  return record === undefined ? 'nothing' : `${record.low} / ${record.best} / ${record.high}`;
}

/** Tell whether an incident is dated within these days. */
function isWithin(incident: Incident | undefined, from: string, to: string): boolean {
  const { earliest, latest } = incident?.date ?? {};
  if (earliest === undefined || latest === undefined) return false;
  return toDayNumber(earliest) >= toDayNumber(from) && toDayNumber(latest) <= toDayNumber(to);
}
