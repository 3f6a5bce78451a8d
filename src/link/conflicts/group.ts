import { compareText, gapDays, groupBy, makeDisjointSets } from '../../model/index.ts';
import type { Toll } from './tolls.ts';

/** Tolls of one conflict; `tolls` in the order of their claims' ids. */
export interface TollGroup {
  readonly tolls: readonly Toll[];
}

/** Two ways to count the first night. */
const slackDays = 1;
/** Reports that must tell one start for it to be a conflict's beside a greater one of its country. */
const strongArticles = 3;
/** A figure told without its start may be this many times as far from the series as it stood. */
const undatedRatio = 3;
/** One told without start or war must be nearly the figure of the series. */
const closeRatio = 1.25;
/** Days after its last toll within which reports still speak of a conflict as going on. */
const afterDays = 400;

type Tolls = readonly Toll[];

function isDay({ since }: Toll): boolean {
  return since !== undefined && since.first === since.last;
}

function shareCountry(a: Toll, b: Toll): boolean {
  for (const country of a.countries) if (b.countries.has(country)) return true;
  return false;
}

function isInCountry(toll: Toll, group: Tolls): boolean {
  return group.some((one) => shareCountry(one, toll));
}

function countArticles(group: Tolls): number {
  return new Set(group.map(({ claim }) => claim.article)).size;
}

/** Group figures told with the day they are counted from: one day, one country; or told together in one report. */
function groupByDay(tolls: Tolls): readonly Tolls[] {
  const sets = makeDisjointSets<number>();
  const sorted = [...tolls.entries()].sort(([, a], [, b]) => (a.since?.first ?? 0) - (b.since?.first ?? 0));
  for (const [place, [one, a]] of sorted.entries()) {
    for (const [other, b] of sorted.slice(place + 1)) {
      if (a.since === undefined || b.since === undefined || gapDays(a.since, b.since) > slackDays) break;
      if (shareCountry(a, b) || a.claim.article === b.claim.article) sets.join(one, other);
    }
  }
  return [...groupBy(tolls.keys(), (at) => sets.find(at)).values()].map((members) =>
    members.flatMap((at) => tolls[at] ?? []),
  );
}

/** Group figures told with the month or year they are counted from, as they are told. */
function groupByStretch(tolls: Tolls): readonly Tolls[] {
  const keyOf = ({ since, countries }: Toll) => `${since?.first} ${since?.last} ${[...countries].sort().join(' ')}`;
  return [...groupBy(tolls, keyOf).values()];
}

/** Put what is told of a month or year to the group of a day within it, the one most reports tell. */
function refine(coarse: readonly Tolls[], exact: readonly Tolls[]): readonly Tolls[] {
  const ranked = [...exact].sort((a, b) => countArticles(b) - countArticles(a));
  const added = new Map<Tolls, Toll[]>();
  const alone: Tolls[] = [];
  for (const group of coarse) {
    const [first] = group;
    const home = ranked.find(
      (one) =>
        countArticles(one) > 1 &&
        group.some((toll) => isInCountry(toll, one)) &&
        one.some(({ since }) => since && first?.since && gapDays(since, first.since) === 0),
    );
    if (home === undefined) alone.push(group);
    else added.set(home, [...(added.get(home) ?? []), ...group]);
  }
  return [...exact.map((group) => [...group, ...(added.get(group) ?? [])]), ...alone];
}

/** Say how far a figure is from a group's as it stood on that day: 1 is the same; infinite where there is nothing to compare. */
function ratioTo(toll: Toll, group: Tolls): number {
  const alike = group.filter(({ attribute, figure }) => attribute === toll.attribute && figure > 0);
  if (alike.length === 0 || toll.figure === 0) return Number.POSITIVE_INFINITY;
  const gap = ({ asOf }: Toll): number => Math.abs((asOf ?? 0) - (toll.asOf ?? 0));
  const nearest = Math.min(...alike.map(gap));
  const ratios = alike
    .filter((one) => gap(one) <= nearest + 7)
    .map(({ figure }) => Math.max(figure, toll.figure) / Math.min(figure, toll.figure));
  return Math.min(...ratios);
}

/** Tell whether a conflict was going on when a figure was told, and when the figure begins to count. */
function isUnderWay(toll: Toll, group: Tolls): boolean {
  const begun = Math.min(...group.flatMap(({ since }) => since?.first ?? []));
  const last = Math.max(...group.flatMap(({ asOf }) => asOf ?? []));
  if (toll.since !== undefined && toll.since.last < begun) return false;
  return toll.asOf === undefined || (!(toll.asOf < begun) && !(toll.asOf > last + afterDays));
}

function ratioAllowed({ since, kind }: Toll): number {
  if (since !== undefined) return Number.POSITIVE_INFINITY;
  return kind === 'war' || kind === 'epidemic' ? undatedRatio : closeRatio;
}

/** Find the conflict whose toll a figure is that few or no others tell with its start: of its country and time, most told of. */
function findHome(toll: Toll, strong: readonly Tolls[]): Tolls | undefined {
  const fits = strong.filter(
    (group) => isInCountry(toll, group) && isUnderWay(toll, group) && ratioTo(toll, group) <= ratioAllowed(toll),
  );
  return fits.sort((a, b) => countArticles(b) - countArticles(a))[0];
}

/** Tell whether what is left over may be a conflict of its own: a war or an outbreak, though nobody says since when. */
function standsAlone({ kind, countries }: Toll): boolean {
  return (kind === 'war' || kind === 'epidemic') && countries.size > 0;
}

/**
 * Group figures of longer times by what they count over.
 *
 * Figures told with their start are one where start and country agree; a start that few reports tell, a stretch that ends today ("in the past
 * two weeks") and a figure told without ("the war has killed 30,000") go to the conflict of their country and time, else to one of their own.
 * What is neither dated nor of a war or outbreak stays where it was told. The order of the tolls is no matter.
 */
export function groupTolls(tolls: Tolls): readonly TollGroup[] {
  const sorted = [...tolls].sort((a, b) => compareText(a.claim.id, b.claim.id));
  const rolling = sorted.filter(({ isRolling }) => isRolling);
  const dated = sorted.filter(({ since, isRolling }) => since !== undefined && !isRolling);
  const exact = groupByDay(dated.filter(isDay));
  const groups = refine(groupByStretch(dated.filter((toll) => !isDay(toll))), exact);
  const strong = groups.filter((group) => countArticles(group) >= strongArticles);
  const weak = groups.filter((group) => !strong.includes(group));
  const loose = [...weak.flat(), ...rolling, ...sorted.filter(({ since }) => since === undefined)];
  const homes = new Map(loose.flatMap((toll) => pairHome(toll, findHome(toll, strong))));
  const isLeft = (toll: Toll): boolean => !homes.has(toll);
  const own = weak.map((group) => group.filter(isLeft)).filter((group) => group.length > 0);
  const left = loose.filter((toll) => isLeft(toll) && !dated.includes(toll) && standsAlone(toll));
  const alone = groupBy(left, ({ countries, kind }) => `${kind} ${[...countries].sort().join(' ')}`);
  const full = strong.map((group) => [...group, ...loose.filter((toll) => homes.get(toll) === group)]);
  return [...full, ...own, ...alone.values()].map((group) => ({
    tolls: [...group].sort((a, b) => compareText(a.claim.id, b.claim.id)),
  }));
}

function pairHome(toll: Toll, home: Tolls | undefined): readonly (readonly [Toll, Tolls])[] {
  return home === undefined ? [] : [[toll, home]];
}
