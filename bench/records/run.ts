import { loadGazetteer } from '../../src/pipeline/resources.ts';
import { sharedMissing } from '../../test/kits/shared.ts';
import { falseMergesPerThousand, scoreBCubed } from '../linking/score.ts';
import type { ToldEvent } from '../whenwhere/events.ts';
import { judgeDay, judgePlace } from '../whenwhere/judge.ts';
import { comparePlaces, type PlaceNames } from '../whenwhere/names.ts';
import { describeIncident, nothingGiven } from '../whenwhere/predict.ts';
import { type GoldIncident, listLearnt, readRecordGold, recordParts } from './gold.ts';
import { type GroupScore, scoreGroup } from './group.ts';
import { listRecordMisses } from './misses.ts';
import { readReports } from './read.ts';
import { type DifferenceCase, type RecordCase, recordPeers, scorePairs } from './score.ts';

export interface RecordsOptions {
  /** List what is not right in the part that may be looked at. */
  readonly misses: boolean;
  /** Only the part that may be looked at; for work in between. */
  readonly rulesOnly: boolean;
}

type Print = (line: string) => void;

function share(right: number, all: number): string {
  return `${(all === 0 ? 0 : right / all).toFixed(3)}  (${right} of ${all})`;
}

function shareOf<T>(items: readonly T[], isRight: (item: T) => boolean): string {
  return share(items.filter(isRight).length, items.length);
}

/** Print the scores of a part, or of the groups of it nothing was trained on. */
export function printGroups(scores: readonly GroupScore[], names: PlaceNames, print: Print): void {
  const records = scores.flatMap((one) => one.records);
  const given = scores.flatMap((one) => one.given);
  const isHarm = ({ attribute }: RecordCase): boolean => attribute === 'killed' || attribute === 'injured';
  for (const [title, cases] of [
    ['', records],
    [', incidents given', given],
  ] as const) {
    const harm = cases.filter(isHarm);
    print(`  best figure of killed and injured${title}   ${shareOf(harm, ({ isBest }) => isBest)}`);
    print(`    whole range${title}                       ${shareOf(harm, ({ isRange }) => isRange)}`);
    print(`  best figure of all attributes${title}       ${shareOf(cases, ({ isBest }) => isBest)}`);
    for (const peer of recordPeers) print(`    peer: ${peer}${title}  ${shareOf(harm, ({ peers }) => peers[peer])}`);
  }
  print(`  records whose incident was found            ${shareOf(records.filter(isHarm), ({ isPaired }) => isPaired)}`);
  const isTyped = ({ answered, ours }: DifferenceCase): boolean => ours === answered.gold.difference;
  const differences = scores.flatMap((one) => one.differences);
  print(`  typed difference of readings                ${shareOf(differences, isTyped)}`);
  print(
    `    of these, incidents given                 ${shareOf(
      scores.flatMap((one) => one.givenDifferences),
      isTyped,
    )}`,
  );
  print(
    `    of those that were read                   ${shareOf(
      differences.filter(({ ours }) => ours !== undefined),
      isTyped,
    )}`,
  );
  printWhenWhere(scores, names, print);
}

function printWhenWhere(scores: readonly GroupScore[], names: PlaceNames, print: Print): void {
  const asked = scores.flatMap(({ group, outcome, pairs }) =>
    Object.entries(group.incidents)
      .filter(([, { reports, record }]) => reports.length > 0 && Object.keys(record).length > 0)
      .map(([key, told]) => {
        const ours = outcome.incidents.find(({ id }) => id === pairs.get(key));
        return { told, answer: ours === undefined ? nothingGiven : describeIncident(ours) };
      }),
  );
  const days = asked.filter(({ told: { day } }) => day !== null && !/X/.test(day));
  const places = asked.filter(({ told: { place } }) => typeof place === 'string');
  print(
    `  day of incidents told as news               ${shareOf(days, ({ told, answer }) => judgeDay(told.day ?? '', answer) === 'right')}`,
  );
  print(
    `  place of incidents told as news             ${shareOf(places, ({ told, answer }) => judgePlace(asEvent(told), answer, names, 'narrowest') === 'right')}`,
  );
}

function asEvent({ kind, place, within }: GoldIncident): ToldEvent {
  return { key: '', kind: kind ?? '', main: true, within, claims: [], ...(typeof place === 'string' && { place }) };
}

/** Print how incidents are told apart and together. */
export function printIncidents(scores: readonly GroupScore[], print: Print): void {
  const placed = scores.flatMap((one) => one.placed);
  const [truth, found] = [placed.map((one) => one.truth), placed.map((one) => one.found)];
  const { precision, recall, f1 } = scoreBCubed(truth, found);
  const pairs = scores.map((one) => scorePairs(one.placed));
  const sum = (key: 'apart' | 'together', at: 0 | 1): number => pairs.reduce((all, one) => all + one[key][at], 0);
  print(
    `  incidents over their figures, B-cubed       P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`,
  );
  print(`  pairs of incidents kept apart               ${share(sum('apart', 0), sum('apart', 1))}`);
  print(`  reports of one incident kept together       ${share(sum('together', 0), sum('together', 1))}`);
  print(`  false merges per thousand incidents         ${falseMergesPerThousand(truth, found).toFixed(0)}`);
}

/** Print how well reports that repeat another are known. */
function printCopies(scores: readonly GroupScore[], print: Print): void {
  const sum = (key: 'right' | 'found' | 'gold'): number => scores.reduce((all, { copies }) => all + copies[key], 0);
  const [right, found, gold] = [sum('right'), sum('found'), sum('gold')];
  const [precision, recall] = [right / Math.max(1, found), right / Math.max(1, gold)];
  const f1 = (2 * right) / Math.max(1, found + gold);
  print(
    `  reports that repeat another, by pairs       P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`,
  );
}

/** Print how records, differences and incidents of groups of reports compare with those a careful recorder made; what is set aside first. */
export async function evaluateRecords({ misses, rulesOnly }: RecordsOptions, print: Print): Promise<void> {
  const names = comparePlaces(await loadGazetteer());
  const learnt = listLearnt();
  for (const part of rulesOnly ? (['rules'] as const) : recordParts) {
    const groups = readRecordGold(part);
    const read = await readReports(groups);
    if (read === undefined) return print(`records: ${sharedMissing}`);
    const scores = groups.map((group) => scoreGroup(group, read));
    const isNew = ({ group: { reports } }: GroupScore): boolean =>
      reports.every(({ corpus, id }) => !learnt.has(`${corpus}/${id}`));
    for (const [title, some] of [
      ['', scores],
      [', of reports nothing was trained on', scores.filter(isNew)],
    ] as const) {
      const reports = some.reduce((all, { group }) => all + group.reports.length, 0);
      print(`\nrecords, ${part}${title}: ${some.length} groups, ${reports} reports`);
      printIncidents(some, print);
      printCopies(some, print);
      printGroups(some, names, print);
    }
    if (misses && part === 'rules') for (const line of scores.flatMap(listRecordMisses)) print(line);
  }
}
