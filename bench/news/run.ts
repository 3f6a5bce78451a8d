import { sharedMissing } from '../../test/kits/shared.ts';
import type { Prediction } from '../claims/predict.ts';
import { predictByRegex } from '../claims/regex.ts';
import { predictBySpacy, spacyMissing } from '../claims/spacy.ts';
import { sharesOf, type Tally } from '../claims/tally.ts';
import { type NewsCase, readNewsCases, wholeOf } from './articles.ts';
import { newsParts } from './gold.ts';
import { readInventedCases } from './invented.ts';
import { listNewsMisses } from './misses.ts';
import { type NewsFigure, readFigures } from './predict.ts';
import { type NewsAnswer, scoreNews } from './score.ts';

export interface NewsOptions {
  /** List misses and spurious figures, for the part of the gold that may be looked at. */
  readonly misses: boolean;
  /** Read only every nth article, and none of the part set aside; for a quick check while working. */
  readonly every?: number;
}

/**
 * Score claims on world news, the part set aside first, by kind of event and by attribute, beside two peers; then on invented reports that
 * no head was trained on.
 */
export async function evaluateNews({ misses, every }: NewsOptions, print: (line: string) => void): Promise<void> {
  const pick = (cases: readonly NewsCase[]) => cases.filter((_, at) => at % (every ?? 1) === 0);
  for (const part of every === undefined ? newsParts : (['rules'] as const)) {
    const all = readNewsCases(part);
    if (all === undefined) return print(`news: ${sharedMissing}`);
    await evaluateCases(`world news, ${part}`, pick(all), misses && part === 'rules', print);
  }
  for (const style of ['manifold', 'plain', 'wire'] as const) {
    const cases = pick(readInventedCases('set-aside', style));
    await evaluateCases(`invented reports, ${style}, set-aside`, cases, false, print);
  }
}

async function evaluateCases(
  title: string,
  cases: readonly NewsCase[],
  misses: boolean,
  print: (line: string) => void,
): Promise<void> {
  const answers: NewsAnswer[] = [];
  for (const one of cases) answers.push({ ...one, figures: await readFigures(one.article) });
  print(`\n${title}: ${cases.length} articles`);
  printScores(answers, print);
  printPeers(cases, print);
  if (misses) print(listNewsMisses(answers));
}

function printScores(answers: readonly NewsAnswer[], print: (line: string) => void): void {
  const { claims, byKind, byAttribute, facets, incidents } = scoreNews(answers);
  print(row('claims', claims));
  const [p, r, f] = [incidents.precision, incidents.recall, incidents.f1].map(show);
  print(`${'incidents of claims, B-cubed'.padEnd(32)} P ${p}  R ${r}  F1 ${f}`);
  for (const [title, tallies] of [
    ['kind of event', byKind],
    ['attribute', byAttribute],
    ['of claims found', facets],
  ] as const) {
    print(`  ${title}`);
    for (const [name, tally] of Object.entries(tallies)) print(row(`    ${name}`, tally));
  }
}

function printPeers(cases: readonly NewsCase[], print: (line: string) => void): void {
  const texts = cases.map(({ article }) => wholeOf(article));
  const spacy = predictBySpacy(texts);
  if (spacy === undefined) print(`  ${spacyMissing}`);
  const peers = [
    ['spaCy small + rules', spacy],
    ['regex', texts.map((text) => predictByRegex(text))],
  ] as const;
  for (const [name, all] of peers) {
    if (all === undefined) continue;
    const answers = cases.map((one, at) => ({ ...one, figures: (all[at] ?? []).map(figureOf) }));
    print(row(`  peer: ${name}`, scoreNews(answers).claims));
  }
}

function figureOf({ attribute, ranges, value }: Prediction): NewsFigure {
  const printed = value.kind === 'count' ? (value.anchor ?? value.min) : null;
  return { attribute, ranges, printed, incident: '', main: true, rule: 'peer' };
}

function row(name: string, tally: Tally): string {
  const { precision, recall, f1 } = sharesOf(tally);
  const counts = `${tally.right} right, ${tally.spurious} spurious, ${tally.missed} missed`;
  return `${name.padEnd(32)} P ${show(precision)}  R ${show(recall)}  F1 ${show(f1)}  (${counts})`;
}

function show(share: number): string {
  return share.toFixed(3);
}
