import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sharedMissing } from '../../test/kits/shared.ts';
import { binTrials, expectedError, type Trial } from './calibration.ts';
import {
  type Answer,
  countTripped,
  isCasualty,
  type Scores,
  scoreAnswers,
  scoreVariant,
  variants,
} from './evaluate.ts';
import { type Part, parts } from './gold.ts';
import { printMisses } from './misses.ts';
import { drawReliability } from './plot.ts';
import { answer, gatherCases, gatherNegatives, ourselves, peers } from './read.ts';
import { spacyMissing } from './spacy.ts';
import { sharesOf, type Tally } from './tally.ts';

export interface ClaimsOptions {
  /** List misses and spurious figures, for the part of the gold that may be looked at. */
  readonly misses: boolean;
}

const plot = fileURLToPath(new URL('../../docs/claim-reliability.svg', import.meta.url));

/** Score our claims and the peers' against the gold; prints tables and draws the reliability plot. */
export async function evaluateClaims({ misses }: ClaimsOptions): Promise<void> {
  const cases = gatherCases();
  if (!cases.some(({ source }) => source !== 'invented')) print(`invented reports alone: the rest ${sharedMissing}`);
  const ours = (await answer(ourselves, cases)) ?? [];
  for (const part of parts) printPart(part, ours);
  await printPeers(ours);
  await printNegatives(misses);
  printCalibration(ours);
  if (misses) print(printMisses(ours.filter(({ part }) => part === 'rules')));
}

function printPart(part: Part, ours: readonly Answer[]): void {
  const mine = ours.filter((one) => one.part === part);
  print(`\n${part}: ${mine.length} reports`);
  for (const variant of variants) print(row(variant.name, scoreVariant(mine, variant)));
  for (const source of [...new Set(mine.map((one) => one.source))]) {
    const some = mine.filter((one) => one.source === source);
    print(row(`  ${source} (${some.length})`, scoreAnswers(some).claims));
  }
  const scores = scoreAnswers(mine);
  printTable('attribute', scores.byAttribute);
  printTable('of figures found', scores.byFacet);
  const invented = scoreAnswers(mine.filter(({ source }) => source === 'invented'));
  printTable('values of invented reports', invented.byValue);
  const local = scoreAnswers(mine.filter(({ source }) => source === 'gva'));
  for (const name of ['date', 'place']) {
    const tally = local.byValue[name];
    if (tally !== undefined) print(`  gva ${name.padEnd(18)} recall ${sharesOf(tally).recall.toFixed(3)}`);
  }
}

function printTable(title: string, tallies: Scores['byAttribute']): void {
  print(`  ${title}`);
  for (const [name, tally] of Object.entries(tallies)) {
    if (tally.right + tally.spurious + tally.missed > 0) print(row(`    ${name}`, tally));
  }
}

async function printPeers(ours: readonly Answer[]): Promise<void> {
  const cases = ours.map(({ predictions: _, ...one }) => one);
  print('\nclaim F1 beside peers (ratio is ours to theirs)');
  for (const peer of peers) {
    const theirs = await answer(peer, cases);
    if (theirs === undefined) print(`  ${peer.name}: ${spacyMissing}`);
    for (const part of theirs === undefined ? [] : parts) {
      const of = (answers: readonly Answer[]) => scoreAnswers(answers.filter((one) => one.part === part)).claims;
      const [mine, tally] = [of(ours), of(theirs ?? [])];
      print(`${row(`  ${part}: ${peer.name}`, tally)}  ratio ${(sharesOf(mine).f1 / sharesOf(tally).f1).toFixed(2)}`);
    }
  }
}

async function printNegatives(misses: boolean): Promise<void> {
  print('\nnegative sentences tripped');
  for (const reader of [ourselves, ...peers]) {
    for (const part of parts) {
      const cases = gatherNegatives(part);
      const read = await reader.read(cases);
      if (read === undefined) continue;
      print(`  ${part}: ${reader.name.padEnd(20)} ${countTripped(read)} of ${cases.length}`);
      if (!misses || part !== 'rules' || reader !== ourselves) continue;
      read.forEach((predictions, at) => {
        const wrong = predictions.filter(isCasualty).map(({ attribute, rule }) => `${attribute} [${rule}]`);
        if (wrong.length > 0) print(`    ${wrong.join(', ')}: ${cases[at]?.report.text}`);
      });
    }
  }
}

function printCalibration(ours: readonly Answer[]): void {
  const trials = scoreAnswers(ours).trials;
  const aside = scoreAnswers(ours.filter(({ part }) => part === 'set-aside')).trials;
  print(`\nconfidence: expected calibration error ${expectedError(trials).toFixed(3)} over ${trials.length} claims,`);
  print(`${expectedError(aside).toFixed(3)} over the ${aside.length} set aside`);
  printBins(trials);
  writeFileSync(plot, drawReliability(trials));
}

function printBins(trials: readonly Trial[]): void {
  print('  from    claims   said  right');
  for (const { from, count, confidence, right } of binTrials(trials)) {
    if (count > 0)
      print(`  ${from.toFixed(1)}  ${`${count}`.padStart(8)}  ${confidence.toFixed(3)}  ${right.toFixed(3)}`);
  }
}

function row(name: string, tally: Tally): string {
  const { precision, recall, f1 } = sharesOf(tally);
  const counts = `${tally.right} right, ${tally.spurious} spurious, ${tally.missed} missed`;
  const nothing = tally.right + tally.spurious + tally.missed === 0;
  const shares = nothing ? 'nothing to find' : `P ${show(precision)}  R ${show(recall)}  F1 ${show(f1)}`;
  return `${name.padEnd(32)} ${shares}  (${counts})`;
}

function show(share: number): string {
  return share.toFixed(3);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
