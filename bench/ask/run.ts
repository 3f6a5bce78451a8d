import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashContent } from '../../src/model/index.ts';
import { type Answer, addReports, ask, openArchive, openRoom, type Room } from '../../src/service/index.ts';
import { findShared, sharedMissing } from '../../test/kits/shared.ts';
import { type GoldQuestion, isSetAside, readQuestions } from './gold.ts';
import { type Files, judge, type Verdict } from './judge.ts';

/** How questions are asked. */
export interface AskOptions {
  /** Print what was not right of the half that is worked on. */
  readonly misses: boolean;
  /** Folder in which the archives are kept for another run. */
  readonly keep?: string;
}

/** Questions of other writers than the rules', all set aside: those of the second were seen while rules were mended, those of the third were not. */
const laterWriters = [
  ['by a second writer, all set aside', 'bench/ask/aside.json'],
  ['by a third writer, all set aside', 'bench/ask/blind.json'],
] as const;

const stories = ['ferry-collision', 'harbour-market-attack', 'river-flood'].map((name) => `examples/${name}`);

interface Judged {
  readonly question: GoldQuestion;
  readonly answer: Answer;
  readonly verdict: Verdict;
}

/** Ask the questions of the examples and the seeds, and print how many are answered right, not at all, and wrong. */
export async function evaluateAsk({ misses, keep }: AskOptions, print: (line: string) => void): Promise<void> {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'variorum-ask-'));
  const seeds = findShared('seeds');
  if (seeds === undefined) print(`ask: of the seeds nothing: ${sharedMissing}`);
  const questions = readQuestions('bench/ask/gold.json');
  const later = laterWriters.map(([name, path]) => [name, readQuestions(path)] as const);
  const others = later.flatMap(([, some]) => some);
  const judged: Judged[] = [];
  try {
    const corpora = [['examples', stories] as const, ...(seeds === undefined ? [] : [['seeds', [seeds]] as const])];
    for (const [corpus, paths] of corpora) {
      const own = [...questions, ...others].filter((question) => question.corpus === corpus);
      judged.push(
        ...(await askAll(join(folder, corpus), paths, own, readFiles(corpus === 'seeds' ? seeds : undefined))),
      );
    }
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
  const first = judged.filter(({ question }) => !others.includes(question));
  const aside = first.filter(({ question }) => isSetAside(question));
  const open = first.filter(({ question }) => !isSetAside(question));
  const parts = [
    ['set aside', aside],
    ...later.map(([name, some]) => [name, judged.filter(({ question }) => some.includes(question))] as const),
    ['worked on', open],
  ] as const;
  for (const [name, part] of parts) for (const line of printHalf(name, part)) print(line);
  if (misses) for (const one of open) if (one.verdict !== 'right') print(tellMiss(one));
}

async function askAll(
  place: string,
  paths: readonly string[],
  questions: readonly GoldQuestion[],
  files: Files,
): Promise<readonly Judged[]> {
  const archive = await openArchive(place, { create: true, who: 'bench', now: '2031-05-20T12:00:00.000Z' });
  try {
    await addReports(archive, paths);
    const room = await openRoom(archive);
    const judged: Judged[] = [];
    for (const question of questions) judged.push(await askOne(room, question, files));
    return judged;
  } finally {
    await archive.close();
  }
}

async function askOne(room: Room, question: GoldQuestion, files: Files): Promise<Judged> {
  const answer = await ask(room, question.question);
  return { question, answer, verdict: judge(question, answer, files) };
}

function readFiles(folder: string | undefined): Files {
  const names = folder === undefined ? [] : readdirSync(folder);
  return new Map(
    names.map((name) => {
      const bytes = readFileSync(join(folder ?? '', name));
      return [hashContent(bytes), bytes.toString()];
    }),
  );
}

function printHalf(name: string, judged: readonly Judged[]): readonly string[] {
  const line = (what: string, some: readonly Judged[]): string => {
    const count = (verdict: Verdict): number => some.filter((one) => one.verdict === verdict).length;
    const share = (number: number): string => (some.length === 0 ? '–' : (number / some.length).toFixed(3));
    const [right, abstained, wrong] = [count('right'), count('abstained'), count('wrong')];
    return `${name}, ${what}: ${some.length} questions: right ${right}, abstained ${abstained}, wrong ${wrong}; right or abstained ${share(right + abstained)}, wrong ${share(wrong)}`;
  };
  const isThere = ({ question }: Judged): boolean => question.expect.kind !== 'abstain';
  return [
    line('answer in the texts', judged.filter(isThere)),
    line(
      'answer not in them (right is to abstain)',
      judged.filter((one) => !isThere(one)),
    ),
  ];
}

function tellMiss({ question, answer, verdict }: Judged): string {
  const told = answer.status === 'answered' ? answer.sentence : `${answer.reason}: ${answer.sentence}`;
  return `${verdict}  ${question.question}\n    expected ${JSON.stringify(question.expect)}\n    ${told}`;
}
