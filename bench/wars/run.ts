import { sharedMissing } from '../../test/kits/shared.ts';
import { keepUnlearnt, readWarGold, warParts } from './gold.ts';
import { readWarArchive, type WarArchive } from './read.ts';
import { countFarPairs, type Share, scoreWars } from './score.ts';

/** A figure of killed or hurt from which on it is a war's and no day's, but for the day a war began. */
const warFigure = 1000;

function show({ right, all }: Share): string {
  return `${(all === 0 ? 0 : right / all).toFixed(3)}  (${right} of ${all})`;
}

function listCarriers({ incidents }: WarArchive): readonly string[] {
  return incidents.flatMap(({ title, attributes }) =>
    (['killed', 'injured'] as const).flatMap((name) => {
      const record = attributes[name];
      const best = record !== undefined && 'best' in record ? record.best : null;
      return best !== null && best !== undefined && best >= warFigure ? [`${name} ${best}: ${title}`] : [];
    }),
  );
}

/** Print how an archive of two wars keeps incidents apart and together and where it puts the wars' tolls; the part set aside first. */
export async function evaluateWars(print: (line: string) => void): Promise<void> {
  const archive = await readWarArchive();
  if (archive === undefined) return print(`wars: ${sharedMissing}`);
  printWars(archive, print);
}

/** Print the scores of an archive. */
export function printWars(archive: WarArchive, print: (line: string) => void): void {
  const [all, telling, own] = (['all', 'telling', 'main'] as const).map((which) => countFarPairs(archive, which));
  if (all === undefined || telling === undefined || own === undefined) return;
  print(`two wars as one archive: ${archive.readings.size} reports, ${archive.linked.incidents.length} incidents`);
  print(`  report pairs in one incident printed more than 14 days apart  ${show({ right: all.far, all: all.pairs })}`);
  print(
    `    of reports that tell it, not only recall it                 ${show({ right: telling.far, all: telling.pairs })}`,
  );
  print(`    of reports that are about it                                ${show({ right: own.far, all: own.pairs })}`);
  const carriers = listCarriers(archive);
  print(`  incidents with ${warFigure} or more killed or injured  ${carriers.length}`);
  for (const line of carriers.slice(0, 12)) print(`    ${line}`);
  for (const part of warParts) {
    const windows = part === 'set-aside' ? keepUnlearnt(readWarGold(part)) : readWarGold(part);
    const reports = windows.reduce((sum, one) => sum + Object.keys(one.reports).length, 0);
    const score = scoreWars(windows, archive);
    const { precision: p, recall: r, f1 } = score.mentions;
    print(`${part}: ${reports} reports of ${windows.length} windows`);
    print(`  what is told, by incident, B-cubed    P ${p.toFixed(3)}  R ${r.toFixed(3)}  F1 ${f1.toFixed(3)}`);
    print(`  report pairs put together, rightly    ${show(score.precision)}`);
    print(`  report pairs of one incident, found   ${show(score.recall)}`);
    print(`  tolls of a conflict: figure read      ${show(score.tollsRead)}`);
    print(`    of these held by a conflict         ${show(score.tollsHeld)}`);
    print(`  figures held by a conflict, rightly   ${show(score.heldRight)}`);
    print(`  tolls that set an incident's figure   ${score.carried}`);
  }
  for (const { name, tolls, incidents } of archive.linked.conflicts ?? []) {
    if (tolls.length > 4) print(`  conflict: ${name}: ${tolls.length} figures, ${incidents.length} incidents`);
  }
}
