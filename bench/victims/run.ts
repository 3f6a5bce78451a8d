import { sharedMissing } from '../../test/kits/shared.ts';
import { spacyMissing } from '../claims/spacy.ts';
import { rates, type SlotTally, sumTallies } from '../muc4/score.ts';
import { compareFigures } from '../news/match.ts';
import { isSameDay } from './days.ts';
import { type AskedFact, ask, countFacts } from './facts.ts';
import { type AttackCase, placeLevels, readAttacks } from './hrdsattack.ts';
import { listMissedFacts, listMissedVictims } from './misses.ts';
import { claimReaders, type ReportReader, simpleReaders } from './peers.ts';
import { foldCountry, foldName, isInGovernorate } from './places.ts';
import type { DatedReport, ReportAnswer } from './read.ts';
import { scoreHeads } from './score.ts';
import { harms, readRams, readWikievents, type VictimCase } from './sets.ts';
import { readSyria, type SyriaCase } from './syria.ts';

export interface VictimOptions {
  /** Number of articles to read of each set. */
  readonly limit: number;
  /** List what was missed in each set. */
  readonly misses: boolean;
}

type Print = (line: string) => void;
/** Questions about an article by name; each gives the tally over all articles. */
type Questions<T> = Readonly<Record<string, (cases: readonly T[], answers: readonly ReportAnswer[]) => SlotTally>>;

/** Score victims by head word on two corpora of events; then victims, day, place and figures of whole reports on two more. */
export async function evaluateVictims({ limit, misses }: VictimOptions, print: Print): Promise<void> {
  const sets = { wikievents: readWikievents(), rams: readRams() };
  const attacks = readAttacks();
  const syria = readSyria();
  if (sets.wikievents === undefined || sets.rams === undefined || attacks === undefined || syria === undefined) {
    return print(`victims: ${sharedMissing}`);
  }
  for (const [name, all] of Object.entries(sets)) {
    const cases = all?.slice(0, limit) ?? [];
    print(`\n${name}: ${cases.length} articles, victims by head word`);
    const ours = await printSet(cases, claimReaders, headQuestions, (one) => one, print);
    if (misses) print(listMissedVictims(cases, ours));
  }
  const every = [...claimReaders, ...simpleReaders];
  const attacked = attacks.slice(0, limit);
  print(`\nhrdsattack: ${attacked.length} articles, the attack each is about`);
  const ours = await printSet(attacked, every, attackQuestions, (one) => one, print);
  if (misses) print(listMissedFacts(attacked, ours));
  const war = syria.slice(0, limit);
  print(`\nfa_kes: ${war.length} articles, ${war.filter(({ read }) => read).length} of them read by hand`);
  await printSet(war, every, syriaQuestions, reportOf, print);
}

const headQuestions: Questions<VictimCase> = Object.fromEntries(
  harms.map((harm) => [
    harm,
    (cases: readonly VictimCase[], answers: readonly ReportAnswer[]) =>
      sumTallies(cases.map((one, at) => scoreHeads(shifted(one), answers[at]?.claims ?? [], harm))),
  ]),
);

/** Move positions by the one character that readers put before the text, a line break after the (here empty) title. */
function shifted({ victims, judged, ...rest }: VictimCase): VictimCase {
  const move = <T extends { readonly start: number; readonly end: number }>({ start, end }: T) => ({
    start: start + 1,
    end: end + 1,
  });
  const moved = victims.map(({ harm, head }) => ({ harm, head: move(head) }));
  return { ...rest, victims: moved, ...(judged && { judged: move(judged) }) };
}

const attackQuestions: Questions<AttackCase> = {
  victims: facts((one, { victims }) => one.victims && ask(one.victims, victims, (a, b) => a === b)),
  day: facts((one, { day }) => (one.day?.length === 10 ? ask(one.day, day, isSameDay) : undefined)),
  'day, month or year': facts((one, { day }) => one.day && ask(one.day, day, isSameDay)),
  ...Object.fromEntries(
    placeLevels.map((level) => [
      level,
      facts<AttackCase>((one, answer) => one.place[level] && ask(one.place[level], answer[level], isSamePlace)),
    ]),
  ),
};

function isSamePlace(answer: string | readonly string[], wanted: string): boolean {
  return [answer].flat().some((name) => [foldName, foldCountry].some((fold) => fold(name) === fold(wanted)));
}

const syriaQuestions: Questions<SyriaCase> = {
  governorate: facts(({ governorate }, { city, region }) => {
    const names = [...(city ?? []), ...(region === undefined ? [] : [region])];
    return ask(governorate, names.length === 0 ? undefined : names, isInGovernorate);
  }),
  ...Object.fromEntries(
    (['set-aside', 'rules'] as const).flatMap((part) => [
      [
        `day, ${part}`,
        facts<SyriaCase>(({ read }, { day }) => read?.part === part && read.day && ask(read.day, day, isSameDay)),
      ],
      [
        `toll, ${part}`,
        facts<SyriaCase>(
          ({ read }, { killed }) =>
            read?.part === part && read.killed !== undefined && ask(read.killed, killed, (a, b) => a === b),
        ),
      ],
      [
        `killed, ${part}`,
        (cases: readonly SyriaCase[], answers: readonly ReportAnswer[]) => tallyKilled(part, cases, answers),
      ],
    ]),
  ),
};

/** Compare claims of the dead with those marked by hand, by words and printed number. */
function tallyKilled(part: string, cases: readonly SyriaCase[], answers: readonly ReportAnswer[]): SlotTally {
  const isKilled = ({ attribute }: { readonly attribute: string }) => attribute === 'killed';
  return sumTallies(
    cases.flatMap(({ read }, at) => {
      if (read?.part !== part) return [];
      const ours = (answers[at]?.claims ?? []).filter(isKilled);
      const { hits, misses, spurious } = compareFigures(read.claims.filter(isKilled), ours);
      const right = hits.length;
      return [{ right, answered: right + spurious.length, found: right, wanted: right + misses.length }];
    }),
  );
}

function reportOf({ article: { title, text, date } }: SyriaCase): DatedReport {
  return { title, text, published: date };
}

/** Ask a question of every article for which the gold has an answer. */
function facts<T>(question: (one: T, answer: ReportAnswer) => AskedFact | false | '' | 0 | undefined) {
  return (cases: readonly T[], answers: readonly ReportAnswer[]): SlotTally =>
    countFacts(cases.flatMap((one, at) => question(one, answers[at] ?? { claims: [] }) || []));
}

/** Print the scores of each reader for each question it answers; returns our own answers. */
async function printSet<T>(
  cases: readonly T[],
  readers: readonly ReportReader[],
  questions: Questions<T>,
  report: (one: T) => DatedReport,
  print: Print,
): Promise<readonly ReportAnswer[]> {
  const answered = [];
  for (const { name, read } of readers) {
    const answers = await read(cases.map(report));
    if (answers === undefined) print(`  ${name}: ${spacyMissing}`);
    else answered.push({ name, answers });
  }
  for (const [question, tally] of Object.entries(questions)) {
    const rows = answered.map(({ name, answers }) => ({ name, counts: tally(cases, answers) }));
    print(`  ${question} (${rows[0]?.counts.wanted ?? 0})`);
    for (const { name, counts } of rows) if (counts.answered > 0) print(row(name, counts));
  }
  return answered[0]?.answers ?? [];
}

function row(name: string, counts: SlotTally): string {
  const [p, r, f] = Object.values(rates(counts)).map((share) => share.toFixed(3));
  return `    ${name.padEnd(34)} P ${p}  R ${r}  F1 ${f}  (${counts.right} of ${counts.answered} answered right)`;
}
