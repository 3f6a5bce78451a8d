import { loadGazetteer } from '../../src/pipeline/resources.ts';
import { sharedMissing } from '../../test/kits/shared.ts';
import { type NewsCase, readNewsCases } from '../news/articles.ts';
import { type NewsGoldFolder, newsParts } from '../news/gold.ts';
import { listEvents, reportOf } from './events.ts';
import { listMisses } from './misses.ts';
import { comparePlaces, type PlaceNames } from './names.ts';
import { simpleWays } from './peers.ts';
import { answerEvents, readAlone } from './predict.ts';
import { type AnsweredEvent, countVerdicts, type Question, questions, type VerdictCounts } from './score.ts';

export interface WhenWhereOptions {
  /** List what is not right in the part that may be looked at. */
  readonly misses: boolean;
  /** Read every nth article of the rules' part only, and nothing set aside; for work in between. */
  readonly every?: number;
}

type Print = (line: string) => void;

/** Score day and place of every happening told in the gold of world news, what is set aside first, beside simple ways. */
export async function evaluateWhenWhere({ misses, every }: WhenWhereOptions, print: Print): Promise<void> {
  const names = comparePlaces(await loadGazetteer());
  const parts = every === undefined ? newsParts : (['rules'] as const);
  for (const [folder, title] of golds) {
    for (const part of parts) {
      const all = readNewsCases(part, folder);
      if (all === undefined) return print(`whenwhere: ${sharedMissing}`);
      const cases = all.filter((_, at) => at % (every ?? 1) === 0);
      await evaluatePart(`${title}, ${part}`, cases, misses && part === 'rules', names, print);
    }
  }
}

/** What is scored: every happening told in the gold of world news, and the own ones of articles read for these alone. */
const golds: readonly (readonly [NewsGoldFolder, string])[] = [
  ['news', 'day and place'],
  ['when-where', "day and place of articles' own happenings alone"],
];

async function evaluatePart(
  title: string,
  cases: readonly NewsCase[],
  misses: boolean,
  names: PlaceNames,
  print: Print,
): Promise<void> {
  const answers: AnsweredEvent[] = [];
  for (const one of cases) {
    const events = listEvents(one);
    const given = answerEvents(await readAlone(one.article), one.article, events);
    const answered = events.flatMap((event, at) => ({ event, answer: given[at] ?? { place: [] } }));
    answers.push(...answered);
    if (misses) for (const line of listMisses(one, answered, names)) print(line);
  }
  print(`\n${title}: ${cases.length} articles, ${answers.length} happenings`);
  printScores(answers, names, print);
  printPeers(cases, names, print);
}

/** Print a part's scores: the articles' own happenings, all told, and the former by kind. */
export function printScores(answers: readonly AnsweredEvent[], names: PlaceNames, print: Print): void {
  const main = answers.filter(({ event }) => event.main);
  for (const [title, some] of [
    ['main', main],
    ['all told', answers],
  ] as const)
    for (const question of questions) print(row(`${title}: ${question}`, countVerdicts(some, question, names)));
  for (const kind of [...new Set(main.map(({ event }) => event.kind))].sort()) {
    const some = main.filter(({ event }) => event.kind === kind);
    const shares = (['day', 'place'] as const).map((question) => share(countVerdicts(some, question, names)));
    print(`    ${kind.padEnd(14)} day ${shares[0]}  place ${shares[1]}`);
  }
}

function printPeers(cases: readonly NewsCase[], names: PlaceNames, print: Print): void {
  for (const { name, of, answer } of simpleWays) {
    const all = cases.flatMap((one) => {
      const given = answer(reportOf(one));
      return listEvents(one).map((event): AnsweredEvent => ({ event, answer: given }));
    });
    const question: Question = of;
    print(
      row(
        `  peer, main: ${name}`,
        countVerdicts(
          all.filter(({ event }) => event.main),
          question,
          names,
        ),
      ),
    );
    print(row(`  peer, all: ${name}`, countVerdicts(all, question, names)));
  }
}

function total({ right, coarser, wrong, blank }: VerdictCounts): number {
  return right + coarser + wrong + blank;
}

function share(counts: VerdictCounts): string {
  const asked = total(counts);
  return `${asked === 0 ? '  –  ' : (counts.right / asked).toFixed(3)} of ${String(asked).padStart(3)}`;
}

function row(name: string, counts: VerdictCounts): string {
  const asked = Math.max(1, total(counts));
  const [coarser, wrong, blank] = [counts.coarser, counts.wrong, counts.blank].map((n) => (n / asked).toFixed(3));
  return `${name.padEnd(48)} right ${share(counts)}  wrong ${wrong}  coarser ${coarser}  blank ${blank}`;
}
