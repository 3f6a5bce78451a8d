import type { Claim, Incident } from '../../src/model/index.ts';
import { type PartitionScore, scoreBCubed } from '../linking/score.ts';
import type { WarWindow } from './gold.ts';
import type { WarArchive } from './read.ts';

/** Days between prints from which two reports seldom tell of one happening. */
const farDays = 14;
const dayMs = 86_400_000;

/** Pairs of reports that share an incident, and how many of them were printed far apart. */
export interface FarPairs {
  readonly pairs: number;
  readonly far: number;
}

function pairUp<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((a, at) => items.slice(at + 1).map((b) => [a, b] as const));
}

/** Which reports of an incident are paired: all, those that tell it and not only recall it, or those that are about it. */
export type PairedReports = 'all' | 'telling' | 'main';

/** Count pairs of reports in one incident, and those printed more than 14 days apart. */
export function countFarPairs({ linked, printed, readings }: WarArchive, which: PairedReports): FarPairs {
  const seen = new Map<string, boolean>();
  const own = new Map(
    [...readings.values()].flatMap(({ mentions }) =>
      mentions.flatMap(({ id, main, article }) => (main ? [[id, article] as const] : [])),
    ),
  );
  for (const { articles, mentions, recalledBy = [] } of linked.incidents) {
    const telling = which === 'all' ? articles : articles.filter((id) => !recalledBy.includes(id));
    const told = which === 'main' ? mentions.flatMap((id) => own.get(id) ?? []) : telling;
    const dated = told.filter((id) => printed.has(id));
    for (const [a, b] of pairUp(dated)) {
      const gap = Math.abs(Date.parse(printed.get(a) ?? '') - Date.parse(printed.get(b) ?? '')) / dayMs;
      seen.set(`${a} ${b}`, gap > farDays);
    }
  }
  return { pairs: seen.size, far: [...seen.values()].filter(Boolean).length };
}

/** A share of things judged, 0..1 by `right / all`. */
export interface Share {
  readonly right: number;
  readonly all: number;
}

/** How well the incidents of windows are told apart and together. */
export interface WarScore {
  /** Tells by the incident they were put to. */
  readonly mentions: PartitionScore;
  /** Of report pairs put to one incident: those that truly tell of one. */
  readonly precision: Share;
  /** Of report pairs that truly tell one incident as news: those put to one. */
  readonly recall: Share;
  /** Tolls of the conflict: the figure found; among these, held by a conflict. */
  readonly tollsRead: Share;
  readonly tollsHeld: Share;
  /** Figures held by a conflict, in these reports: those that are a toll of the gold. */
  readonly heldRight: Share;
  /** Tolls of the gold that set the best figure of an incident. */
  readonly carried: number;
}

interface Tell {
  readonly truth: string;
  readonly found: string;
}

function tellsOf(window: WarWindow, archive: WarArchive): readonly Tell[] {
  const home = new Map(archive.linked.incidents.flatMap(({ id, mentions }) => mentions.map((one) => [one, id])));
  return Object.entries(window.reports).flatMap(([id, { tells }]) => {
    const reading = archive.readings.get(`${window.corpus}/${id}`);
    return tells.map(({ incident, start, end }, at) => {
      const covering = reading?.mentions.filter(({ evidence }) =>
        evidence.some((range) => range.start < end && start < range.end),
      );
      const best = covering?.find(({ main }) => !main) ?? covering?.[0];
      const found = home.get(best?.id ?? '') ?? `${window.corpus}/${id} ${at}`;
      return { truth: `${window.from} ${incident}`, found };
    });
  });
}

function judgePairs(window: WarWindow, archive: WarArchive): Pick<WarScore, 'precision' | 'recall'> {
  const reports = Object.entries(window.reports).flatMap(([id, { tells }]) => {
    const article = archive.readings.get(`${window.corpus}/${id}`)?.article.id;
    return article === undefined ? [] : [{ article, tells }];
  });
  const incidentsOf = new Map<string, Set<string>>();
  for (const { id, articles } of archive.linked.incidents)
    for (const article of articles) incidentsOf.set(article, (incidentsOf.get(article) ?? new Set()).add(id));
  let [joined, joinedRight, told, toldFound] = [0, 0, 0, 0];
  for (const [a, b] of pairUp(reports)) {
    if (a.article === b.article) continue;
    const shares = [...(incidentsOf.get(a.article) ?? [])].some((id) => incidentsOf.get(b.article)?.has(id));
    const all = new Set(a.tells.map(({ incident }) => incident));
    const news = new Set(a.tells.filter(({ how }) => how === 'told').map(({ incident }) => incident));
    if (shares) joined += 1;
    if (shares && b.tells.some(({ incident }) => all.has(incident))) joinedRight += 1;
    if (!b.tells.some(({ incident, how }) => how === 'told' && news.has(incident))) continue;
    told += 1;
    if (shares) toldFound += 1;
  }
  return { precision: { right: joinedRight, all: joined }, recall: { right: toldFound, all: told } };
}

function isCount(claim: Claim, toll: WarWindow['tolls'][number]): boolean {
  if (claim.attribute !== toll.attribute || claim.value.kind !== 'count') return false;
  const overlaps = claim.evidence.some(({ start, end }) => start < toll.end && toll.start < end);
  const figure = claim.value.anchor ?? claim.value.min;
  return overlaps && (claim.value.anchor === undefined || figure === toll.min || figure === toll.max);
}

function judgeTolls(window: WarWindow, archive: WarArchive, used: ReadonlySet<string>) {
  const byArticle = new Map<string, Claim[]>();
  for (const claim of archive.linked.claims)
    byArticle.set(claim.article, [...(byArticle.get(claim.article) ?? []), claim]);
  const claimsOf = (id: string): readonly Claim[] =>
    byArticle.get(archive.readings.get(`${window.corpus}/${id}`)?.article.id ?? '') ?? [];
  const matched = window.tolls.map((toll) => claimsOf(toll.report).filter((claim) => isCount(claim, toll)));
  const right = new Set(matched.flatMap((claims) => claims.map(({ id }) => id)));
  const read = matched.filter((claims) => claims.length > 0);
  const held = Object.keys(window.reports).flatMap((id) =>
    claimsOf(id).filter(({ conflict }) => conflict !== undefined),
  );
  return {
    tollsRead: { right: read.length, all: window.tolls.length },
    tollsHeld: { right: read.filter((claims) => claims.some(({ conflict }) => conflict)).length, all: read.length },
    heldRight: { right: held.filter(({ id }) => right.has(id)).length, all: held.length },
    carried: matched.filter((claims) => claims.some(({ id }) => used.has(id))).length,
  };
}

/** List claims that stand in a reading their incident's figure rests on. */
function listUsed(incidents: readonly Incident[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { attributes } of incidents) {
    for (const record of Object.values(attributes)) {
      for (const reading of record.readings) {
        if (reading.used && reading.difference === undefined) for (const id of reading.claims) used.add(id);
      }
    }
  }
  return used;
}

function add(a: Share, b: Share): Share {
  return { right: a.right + b.right, all: a.all + b.all };
}

/** Score an archive against windows of the gold. */
export function scoreWars(windows: readonly WarWindow[], archive: WarArchive): WarScore {
  const tells = windows.flatMap((window) => tellsOf(window, archive));
  const used = listUsed(archive.incidents);
  const pairs = windows.map((window) => judgePairs(window, archive));
  const tolls = windows.map((window) => judgeTolls(window, archive, used));
  const none: Share = { right: 0, all: 0 };
  return {
    mentions: scoreBCubed(
      tells.map(({ truth }) => truth),
      tells.map(({ found }) => found),
    ),
    precision: pairs.map(({ precision }) => precision).reduce(add, none),
    recall: pairs.map(({ recall }) => recall).reduce(add, none),
    tollsRead: tolls.map(({ tollsRead }) => tollsRead).reduce(add, none),
    tollsHeld: tolls.map(({ tollsHeld }) => tollsHeld).reduce(add, none),
    heldRight: tolls.map(({ heldRight }) => heldRight).reduce(add, none),
    carried: tolls.reduce((sum, { carried }) => sum + carried, 0),
  };
}
