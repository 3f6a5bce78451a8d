import { giveIncidents } from './given.ts';
import type { RecordGroup } from './gold.ts';
import { answerReadings, keepOwn, type PlacedFigure, pairIncidents, placeFigures } from './match.ts';
import { type GroupOutcome, linkGroup, type ReadReports, reportsOf, settleGroup } from './read.ts';
import {
  type CopyScore,
  compareDifferences,
  compareRecords,
  type DifferenceCase,
  type RecordCase,
  scoreCopies,
} from './score.ts';

/** What a group came to: records as linked, the same with the gold's incidents given, and where figures stand. */
export interface GroupScore {
  readonly group: RecordGroup;
  readonly outcome: GroupOutcome;
  readonly records: readonly RecordCase[];
  readonly given: readonly RecordCase[];
  readonly differences: readonly DifferenceCase[];
  readonly givenDifferences: readonly DifferenceCase[];
  readonly placed: readonly PlacedFigure[];
  readonly pairs: ReadonlyMap<string, string>;
  readonly copies: CopyScore;
}

/** Score one group. */
export function scoreGroup(group: RecordGroup, read: ReadReports): GroupScore {
  const reports = reportsOf(group, read);
  const days = reports.map((report) => report?.printed ?? '');
  const { unique, linked } = linkGroup(reports);
  const outcome = settleGroup(reports, unique, linked);
  const answered = answerReadings(group, outcome);
  const own = keepOwn(answered);
  const pairs = pairIncidents(own);
  const withGold = settleGroup(reports, unique, giveIncidents(group, outcome, own));
  const themselves = new Map(Object.keys(group.incidents).map((key) => [key, key]));
  return {
    group,
    outcome,
    pairs,
    records: compareRecords(group, outcome, pairs, days),
    given: compareRecords(group, withGold, themselves, days),
    differences: compareDifferences(own, outcome),
    givenDifferences: compareDifferences(own, withGold),
    placed: placeFigures(group, own),
    copies: scoreCopies(
      group,
      linked,
      reports.map((report) => report?.reading.article.id),
    ),
  };
}
