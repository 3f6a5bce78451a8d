import type { CountAttribute, CountRecord, IncidentType } from '../../model/index.ts';
import { type ChoiceStep, chooseFigure, type PolicyQuestion } from '../counts/choice.ts';
import type { Variant } from '../counts/readings.ts';
import { capitalise, sayNumber } from '../explain/sentences.ts';
import type { EntryVerdict, Policy, PolicyAnswer } from './policy.ts';
import { closeRange, findHigh, findLow, leaveOutPartisan, pickVague, preferPrinted } from './range.ts';

const decidedBy: Readonly<Record<ChoiceStep, string>> = {
  only: 'E1',
  newest: 'E1',
  closer: 'E2',
  speaker: 'E1',
  support: 'E2',
  witnesses: 'E2',
  whole: 'E2',
  median: 'E2',
  lowest: 'E2',
};

/** Kinds of incident that can be natural or technological disasters; what is meant is none. */
const unintended: ReadonlySet<IncidentType> = new Set(['accident', 'fire', 'disaster']);
const fewestDead = 10;
const fewestAffected = 100;
/** Attributes whose people are among the affected. */
const affected: readonly CountAttribute[] = ['injured', 'displaced'];

function answerAsEmdat(question: PolicyQuestion): PolicyAnswer {
  const { kept, aside } = leaveOutPartisan(question);
  const sure = kept.filter((variant) => !variant.doubted);
  const credible = sure.length > 0 ? sure : kept;
  const bounds = preferPrinted(credible);
  const range = { low: findLow(bounds), high: findHigh(bounds) };
  const choice = chooseFigure(question, credible, 'median');
  if (choice === undefined) {
    // Nothing is printed: "hundreds" is entered as 200.
    return {
      ...range,
      best: range.low,
      high: range.low,
      rule: range.low === null ? 'E0' : 'E4',
      aside,
      ...pickVague(bounds),
    };
  }
  const { best, rule, ...closed } = closeRange(range, choice, {
    decided: ({ step }) => decidedBy[step],
    nothing: 'E0',
  });
  const middle = question.attribute === 'displaced' ? averageOf(choice.variant) : undefined;
  return { ...closed, best: middle ?? best, rule: middle === undefined ? rule : 'E5', aside };
}

/** Give the middle of a range ("between 200 and 300"); undefined for any other figure. */
function averageOf({ counts: { qualifier, min, max } }: Variant): number | undefined {
  return qualifier === 'between' && max !== null ? Math.round((min + max) / 2) : undefined;
}

type Records = Parameters<NonNullable<Policy['judgeEntry']>>[1];

/** Tell by its figures whether an incident is one EM-DAT would enter; declarations and appeals are not read. */
function judgeEntry(type: IncidentType, records: Records): EntryVerdict {
  if (!unintended.has(type)) {
    return { meets: false, rule: 'E6', why: 'EM-DAT enters natural and technological disasters only.' };
  }
  const dead = bestOf(records.killed);
  const hurt = affected.reduce((sum, attribute) => sum + bestOf(records[attribute]), 0);
  const reasons = [
    ...(dead >= fewestDead ? [`${sayNumber(dead)} dead or missing`] : []),
    ...(hurt >= fewestAffected ? [`${sayNumber(hurt)} injured or displaced`] : []),
  ];
  if (reasons.length > 0)
    return { meets: true, rule: 'E6', why: `${capitalise(reasons.join(' and '))} meet the criteria.` };
  const why = `Fewer than ${fewestDead} dead or missing and fewer than ${fewestAffected} affected are told; a declared emergency or a call for international assistance is not read.`;
  return { meets: false, rule: 'E6', why };
}

const bestOf = (record: CountRecord | undefined): number => record?.best ?? 0;

/** International Disaster Database of the Centre for Research on the Epidemiology of Disasters. */
export const emdat: Policy = {
  name: 'emdat',
  edition: '2024.10',
  source:
    'EM-DAT Documentation, version 2024.10 (doc.emdat.be: entry criteria, human impact variables), and EM-DAT Criteria and Definition (emdat.be)',
  rules: [
    { id: 'E0', text: 'No figure is left to take.' },
    {
      id: 'E1',
      text: 'Best is the newest figure of the best-placed speaker, official figures first; what is only alleged stands where there is no other.',
    },
    {
      id: 'E2',
      text: 'Ties go as under `recorder`: to most independent witnesses, to the larger of one voice, to the median.',
    },
    {
      id: 'E3',
      text: 'Total deaths are the confirmed dead and the missing, who are presumed dead; low counts the dead alone. Missing told of on an earlier day than the newest toll are not added: they may be among its dead.',
    },
    { id: 'E4', text: 'Where words are vague, the least they vouch for is entered: hundreds 200, thousands 2,000.' },
    { id: 'E5', text: 'Where a range of people affected is told its middle is entered.' },
    {
      id: 'E6',
      text: 'An incident is entered where 10 or more died or are missing, or 100 or more are affected (injured or displaced), or an emergency is declared or international assistance called for; the last two are not read. Attacks are never entered.',
    },
    { id: 'E7', text: 'Figures of a party to the violence stand only where there is no other.' },
  ],
  countsAttackers: () => false,
  countsMissing: true,
  answer: answerAsEmdat,
  judgeEntry,
};
