import type { CountRecord, Difference, Incident } from '../../src/model/index.ts';
import type { GoldIncident, GoldRecord, RecordGroup } from './gold.ts';
import { type AnsweredReading, isVague } from './match.ts';
import type { GroupOutcome, RecordFigure } from './read.ts';

/** Ways to choose one figure of an incident without any policy. */
export const recordPeers = ['newest figure', 'largest figure', 'most frequent figure'] as const;
export type RecordPeer = (typeof recordPeers)[number];

/** One attribute of one incident of the gold, with what we print of it. */
export interface RecordCase {
  readonly group: string;
  readonly incident: string;
  readonly attribute: string;
  readonly gold: GoldRecord;
  readonly ours: CountRecord | undefined;
  /** True where some incident of ours stands for it. */
  readonly isPaired: boolean;
  readonly isBest: boolean;
  readonly isRange: boolean;
  readonly peers: Readonly<Record<RecordPeer, boolean>>;
}

/** One reading of the gold that differs from the accepted one, with the difference we print. */
export interface DifferenceCase {
  readonly answered: AnsweredReading;
  /** Undefined where no reading of ours holds it, null where ours is an accepted one. */
  readonly ours: Difference | null | undefined;
}

/** Tell whether the accepted figure rests on a word such as "dozens", of which policies print a range. */
function restsOnVague(told: GoldIncident, attribute: string): boolean {
  const accepted = (told.readings[attribute] ?? []).filter(({ difference }) => difference === undefined);
  return accepted.length > 0 && accepted.every(isVague);
}

function restsOnMore(told: GoldIncident, attribute: string): boolean {
  const accepted = (told.readings[attribute] ?? []).filter(({ difference }) => difference === undefined);
  return accepted.some(({ q }) => q !== undefined && /more than|over/u.test(q));
}

/** Tell whether our best is the gold's; a word such as "dozens" has a floor for best there, and none or its floor here. */
function judgeBest(told: GoldIncident, attribute: string, gold: GoldRecord, ours: CountRecord | undefined): boolean {
  if (ours === undefined) return false;
  if (restsOnVague(told, attribute)) return ours.best === gold.best || (ours.best === null && ours.low === gold.low);
  return ours.best === gold.best;
}

function judgeRange(told: GoldIncident, attribute: string, gold: GoldRecord, ours: CountRecord | undefined): boolean {
  if (ours === undefined || !judgeBest(told, attribute, gold, ours)) return false;
  const isLow =
    ours.low === gold.low || (restsOnMore(told, attribute) && gold.low !== null && ours.low === gold.low + 1);
  // The gold leaves high open after "at least"; the policies print the largest number told (design, R1).
  const isOpen = gold.high === null && ours.high === gold.best;
  return isLow && (ours.high === gold.high || isOpen || restsOnVague(told, attribute));
}

function choosePeer(peer: RecordPeer, figures: readonly RecordFigure[], days: readonly string[]): number | null {
  const numbered = figures.flatMap(({ printed, report }) =>
    printed === null ? [] : [{ printed, day: days[report] ?? '' }],
  );
  const last = numbered
    .map(({ day }) => day)
    .sort()
    .at(-1);
  const pool = peer === 'newest figure' ? numbered.filter(({ day }) => day === last) : numbered;
  const counts = new Map<number, number>();
  for (const { printed } of pool) counts.set(printed, (counts.get(printed) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) =>
    peer === 'most frequent figure' ? b[1] - a[1] || b[0] - a[0] : b[0] - a[0],
  );
  return ranked[0]?.[0] ?? null;
}

function countRecordOf(incident: Incident | undefined, attribute: string): CountRecord | undefined {
  const record = incident?.attributes[attribute as keyof Incident['attributes']];
  return record !== undefined && 'best' in record ? record : undefined;
}

/** Compare the records of a group with the gold's; `pairs` names our incident for each of its incidents, `days` the print of its reports. */
export function compareRecords(
  group: RecordGroup,
  outcome: GroupOutcome,
  pairs: ReadonlyMap<string, string>,
  days: readonly string[],
): readonly RecordCase[] {
  const known = new Map(outcome.incidents.map((incident) => [incident.id, incident]));
  return Object.entries(group.incidents).flatMap(([key, told]) => {
    const incident = known.get(pairs.get(key) ?? '');
    return Object.entries(told.record).flatMap(([attribute, gold]) => {
      if (gold.best === null) return [];
      const ours = countRecordOf(incident, attribute);
      const figures = outcome.figures.filter(
        ({ claim }) => claim.incident === incident?.id && claim.attribute === attribute && claim.conflict === undefined,
      );
      const peers = Object.fromEntries(
        recordPeers.map((peer) => [peer, choosePeer(peer, figures, days) === gold.best]),
      ) as Record<RecordPeer, boolean>;
      return [
        {
          group: group.group,
          incident: key,
          attribute,
          gold,
          ours,
          isPaired: incident !== undefined,
          isBest: judgeBest(told, attribute, gold, ours),
          isRange: judgeRange(told, attribute, gold, ours),
          peers,
        },
      ];
    });
  });
}

/** List the difference we print for each reading of the gold that has one. */
export function compareDifferences(
  answered: readonly AnsweredReading[],
  { incidents }: GroupOutcome,
): readonly DifferenceCase[] {
  const printed = new Map<string, Difference | null>();
  for (const { attributes } of incidents)
    for (const record of Object.values(attributes))
      for (const { claims, difference } of record.readings)
        for (const claim of claims) printed.set(claim, difference ?? null);
  return answered
    .filter(({ gold }) => gold.difference !== undefined)
    .map((one) => ({
      answered: one,
      ours: one.figures.map(({ claim }) => printed.get(claim.id)).find((difference) => difference !== undefined),
    }));
}

/** Pairs of incidents of one group that are two things of ours, and pairs of reports that tell one incident as news and share ours. */
export interface PairScore {
  readonly apart: readonly [right: number, all: number];
  readonly together: readonly [right: number, all: number];
}

/** Count incidents kept apart and reports kept together, over incidents with figures that we read. */
export function scorePairs(
  placed: readonly {
    readonly truth: string;
    readonly found: string;
    readonly report: number;
    readonly isNews: boolean;
  }[],
): PairScore {
  const homes = new Map<string, Map<string, number>>();
  for (const { truth, found } of placed) {
    const counts = homes.get(truth) ?? new Map<string, number>();
    homes.set(truth, counts.set(found, (counts.get(found) ?? 0) + 1));
  }
  const main = [...homes.values()].map((counts) => [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '');
  const groups = main.flatMap((home, at) => main.slice(at + 1).map((other) => home !== other));
  const news = new Map<string, Map<number, Set<string>>>();
  for (const { truth, found, report, isNews } of placed) {
    if (!isNews) continue;
    const reports = news.get(truth) ?? new Map<number, Set<string>>();
    news.set(truth, reports.set(report, (reports.get(report) ?? new Set()).add(found)));
  }
  const pairs = [...news.values()].flatMap((reports) => {
    const sets = [...reports.values()];
    return sets.flatMap((a, at) => sets.slice(at + 1).map((b) => [...a].some((home) => b.has(home))));
  });
  const count = (all: readonly boolean[]) => [all.filter(Boolean).length, all.length] as const;
  return { apart: count(groups), together: count(pairs) };
}

/** Pairs of reports of which one repeats the other, in the gold and found. */
export interface CopyScore {
  readonly right: number;
  readonly found: number;
  readonly gold: number;
}

/** Count pairs of a group's reports that repeat one another, whichever is said to be the origin; `articles` are its reports' ids in order. */
export function scoreCopies(
  { copies }: Pick<RecordGroup, 'copies'>,
  linked: Pick<GroupOutcome['linked'], 'copies'>,
  articles: readonly (string | undefined)[],
): CopyScore {
  const nameOf = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;
  const gold = new Set(copies.map(({ from, to }) => nameOf(from, to)));
  const found = new Set(linked.copies.map(({ from, to }) => nameOf(articles.indexOf(from), articles.indexOf(to))));
  return { right: [...found].filter((pair) => gold.has(pair)).length, found: found.size, gold: gold.size };
}
