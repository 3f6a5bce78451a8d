import {
  type ChoiceStep,
  chooseFigure,
  type FigureChoice,
  type PolicyQuestion,
  weighMedian,
} from '../counts/choice.ts';
import { isImplied } from '../counts/figures.ts';
import type { Variant } from '../counts/readings.ts';
import type { ReportMajority } from '../counts/votes.ts';
import { capitalise, sayNumber } from '../explain/sentences.ts';
import type { Policy, PolicyAnswer } from './policy.ts';
import { closeRange, findHigh, findLow, leaveOutPartisan, pickVague, preferPrinted } from './range.ts';

const decidedBy: Readonly<Record<ChoiceStep, string>> = {
  only: 'R2',
  newest: 'R2',
  closer: 'R2',
  speaker: 'R2',
  support: 'R3',
  witnesses: 'R3',
  whole: 'R4',
  median: 'R4',
  lowest: 'R4',
};

/** Give the range of all independent, in-scope, in-time claims and the newest figure of the best-placed speaker. */
export function answerAsRecorder(question: PolicyQuestion): PolicyAnswer {
  const { kept, aside } = leaveOutPartisan(question);
  const asserted = kept.filter((variant) => !variant.doubted);
  const bounds = preferPrinted(kept);
  const range = { low: findLow(bounds), high: findHigh(bounds) };
  const isSilence = question.verdict?.number === 0 && !kept.some(isStated) && !isDenied(kept);
  const verdict = question.verdict?.number === 0 && !isSilence ? undefined : question.verdict;
  if (verdict?.number === 0) return { ...range, low: 0, best: null, rule: 'R7', aside, remark: saySilence(verdict) };
  const open = asserted.length > 0 ? asserted : kept;
  const backed = verdict === undefined ? [] : findBacked(open, verdict);
  const choice = chooseFigure(question, backed.length > 0 ? backed : open, 'median');
  const outvoted = backed.length > 0 && open.some(({ number }) => number !== undefined && number !== verdict?.number);
  const decided = (made: FigureChoice): string => (outvoted ? 'R7' : decidedBy[made.step]);
  const answer = closeRange(range, choice, { decided, nothing: 'R6' });
  const median = weighMedian({ ...question, variants: kept });
  const differs = answer.best !== null && median !== undefined && median !== answer.best;
  const shown = answer.accepted === undefined ? pickVague(bounds) : {};
  return {
    ...answer,
    ...shown,
    aside,
    ...(differs ? { remark: `The weighted median of the figures is ${median}.` } : {}),
  };
}

/** Tell whether a report prints a figure, be it "dozens", and not only tells of single persons: silence of others does not outvote it. */
function isStated({ standing, counts }: Variant): boolean {
  return counts.max !== 0 && standing.some((figure) => !isImplied(figure));
}

/** Tell whether all that is told says that there was nobody: "no one else was hurt", of which reports' silence leaves nothing open. */
function isDenied(kept: readonly Variant[]): boolean {
  return kept.length > 0 && kept.every(({ counts }) => counts.max === 0);
}

/** Find the variants that give the number most reports come to; none where a better-placed speaker prints another number. */
function findBacked(open: readonly Variant[], verdict: ReportMajority): readonly Variant[] {
  const backed = open.filter(({ number }) => number === verdict.number);
  const best = Math.min(...backed.map(({ tier }) => tier));
  const above = open.some(
    ({ number, standing }) =>
      number !== undefined &&
      number !== verdict.number &&
      standing.some((figure) => figure.tier < best && !isImplied(figure)),
  );
  return above ? [] : backed;
}

function saySilence({ reports, of }: ReportMajority): string {
  return `${capitalise(sayNumber(reports))} of ${sayNumber(of)} reports, each read by itself, tell of nobody.`;
}

/** The default policy, after the Every Casualty Standards: every source kept, a range, corrections logged. */
export const recorder: Policy = {
  name: 'recorder',
  edition: '1',
  source: 'Every Casualty Counts, Standards for Casualty Recording (2016)',
  rules: [
    {
      id: 'R1',
      text: 'The range is that of all independent, in-scope, in-time claims: low the smallest lower bound still standing, high the largest upper bound with a printed number.',
    },
    {
      id: 'R2',
      text: 'Best is the newest figure of the best-placed speaker: authorities and hospitals, then organisations and the report itself, then individuals. A figure older than the newest by more than a day gives way to it, and one that another says more closely (25 beside “more than 20”, 612 beside 600) gives way to that.',
    },
    { id: 'R3', text: 'Ties go to the number that most independent witnesses give or whose words allow it.' },
    {
      id: 'R4',
      text: 'Of figures that one voice of one report gives the largest is the whole. What still ties goes to the number nearest the weighted median on log counts, then to the lower; where the median differs from best it is shown.',
    },
    { id: 'R5', text: 'Figures of a party to the violence stand only where there is no other.' },
    { id: 'R6', text: 'Vague words bound the range where nothing is printed and are never best.' },
    {
      id: 'R7',
      text: 'Before R2: where two reports or more, and more than for any other number, each read by itself, come to one number of dead, and of these to one of hurt, that number is best, unless a better-placed speaker prints another or a newer toll is higher; where they tell of nobody and another of one, best is left open; where all that is told is that there was nobody, it is 0.',
    },
  ],
  countsAttackers: () => false,
  asksEachReport: true,
  answer: answerAsRecorder,
};
