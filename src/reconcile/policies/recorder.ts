import { chooseFigure, type Question, type Step, weighMedian } from '../choice.ts';
import type { Answer, Policy } from './policy.ts';
import { closeRange, findHigh, findLow, leaveOutPartisan, pickVague, preferPrinted } from './range.ts';

const decidedBy: Readonly<Record<Step, string>> = {
  only: 'R2',
  newest: 'R2',
  speaker: 'R2',
  support: 'R3',
  witnesses: 'R3',
  median: 'R4',
  lowest: 'R4',
};

/** Give the range of all independent, in-scope, in-time claims and the newest figure of the best-placed speaker. */
export function answerAsRecorder(question: Question): Answer {
  const { kept, aside } = leaveOutPartisan(question);
  const asserted = kept.filter((variant) => !variant.doubted);
  const choice = chooseFigure(question, asserted.length > 0 ? asserted : kept, 'median');
  const bounds = preferPrinted(kept);
  const range = { low: findLow(bounds), high: findHigh(bounds) };
  const answer = closeRange(range, choice, { decided: ({ step }) => decidedBy[step], nothing: 'R6' });
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
      text: 'Best is the newest figure of the best-placed speaker: authorities and hospitals, then organisations and the report itself, then individuals. A figure older than the newest by more than a day gives way to it.',
    },
    { id: 'R3', text: 'Ties go to the number that most independent witnesses give or whose words allow it.' },
    {
      id: 'R4',
      text: 'What still ties goes to the number nearest the weighted median on log counts, then to the lower; where the median differs from best it is shown.',
    },
    { id: 'R5', text: 'Figures of a party to the violence stand only where there is no other.' },
    { id: 'R6', text: 'Vague words bound the range where nothing is printed and are never best.' },
  ],
  countsAttackers: () => false,
  answer: answerAsRecorder,
};
