import { sharedMissing } from '../../test/kits/shared.ts';
import { type RecordGroup, readRecordGold, recordParts } from '../records/gold.ts';
import { answerReadings, keepOwn, pairIncidents } from '../records/match.ts';
import {
  type GroupOutcome,
  linkGroup,
  type ReadReports,
  readReports,
  reportsOf,
  settleGroup,
} from '../records/read.ts';
import { printCauseSpans } from './causes.ts';
import { readMarkers } from './markers.ts';
import { type Pairing, pairStatements, scoreStatements } from './score.ts';
import { listGold, listOurs, type StatementSort } from './statements.ts';

export interface WhysOptions {
  /** List what is not right in the part that may be looked at. */
  readonly misses: boolean;
  readonly rulesOnly: boolean;
}

type Print = (line: string) => void;

interface GroupPairings {
  readonly ours: readonly Pairing[];
  readonly peer: readonly Pairing[];
}

function pairGroup(group: RecordGroup, read: ReadReports, sort: StatementSort): GroupPairings {
  const reports = reportsOf(group, read);
  const { unique, linked } = linkGroup(reports);
  const outcome: GroupOutcome = settleGroup(reports, unique, linked);
  const pairs = pairIncidents(keepOwn(answerReadings(group, outcome)));
  const gold = listGold(group, sort);
  const marked = reports.flatMap((report, at) => (report === undefined ? [] : readMarkers(sort, report.whole, at)));
  return {
    ours: pairStatements(gold, listOurs(sort, outcome, reports), pairs),
    peer: pairStatements(gold, marked, new Map()),
  };
}

function sayScore(title: string, pairings: readonly Pairing[]): string {
  const { precision, recall, kinds, placed, gold, found } = scoreStatements(pairings);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  const [right, of] = kinds;
  return `  ${title.padEnd(22)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}   kinds right ${(right / Math.max(1, of)).toFixed(3)} (${right} of ${of})   with their incident F1 ${placed.toFixed(3)}   (gold ${gold}, read ${found})`;
}

function listMisses(
  { group, reports }: RecordGroup,
  read: ReadReports,
  pairings: readonly Pairing[],
): readonly string[] {
  const words = (report: number, { start, end }: { start: number; end: number }): string => {
    const one = reports[report];
    return (
      read
        .get(`${one?.corpus}/${one?.id}`)
        ?.whole.slice(Math.max(0, start - 80), end + 40)
        .replace(/\s+/g, ' ') ?? '?'
    );
  };
  return pairings.flatMap(({ gold, ours, isPlaced }) => {
    if (gold === undefined) return [`SPURIOUS ${group} ${ours?.kind}: ${ours?.words?.replace(/\s+/g, ' ')}`];
    const [range] = gold.ranges;
    const said = range === undefined ? '' : words(gold.report, range);
    if (ours === undefined) return [`MISSED ${group} ${gold.kind}: ${said}`];
    if (ours.kind !== gold.kind) return [`KIND ${group} ${gold.kind}, ours ${ours.kind}: ${said}`];
    return isPlaced ? [] : [`INCIDENT ${group} ${gold.incident}: ${said}`];
  });
}

/** Print how well reasons, and statements of who did it, are read in groups of reports; a marker-word baseline stands beside. */
export async function evaluateWhys({ misses, rulesOnly }: WhysOptions, print: Print): Promise<void> {
  printCauseSpans(print);
  for (const part of rulesOnly ? (['rules'] as const) : recordParts) {
    const groups = readRecordGold(part);
    const read = await readReports(groups);
    if (read === undefined) return print(`whys: ${sharedMissing}`);
    for (const sort of ['reasons', 'responsibility'] as const) {
      const pairings = groups.map((group) => pairGroup(group, read, sort));
      print(`\n${sort}, ${part}: ${groups.length} groups`);
      print(
        sayScore(
          'ours',
          pairings.flatMap(({ ours }) => ours),
        ),
      );
      print(
        sayScore(
          'peer: marker words',
          pairings.flatMap(({ peer }) => peer),
        ),
      );
      if (misses && part === 'rules')
        for (const [at, group] of groups.entries())
          for (const line of listMisses(group, read, pairings[at]?.ours ?? [])) print(line);
    }
  }
}
