import type { ToldEvent } from './events.ts';
import { fixesDay, judgeDay, judgePlace, type Verdict } from './judge.ts';
import type { PlaceNames } from './names.ts';
import type { WhenWhere } from './predict.ts';

/** A happening with what a reader says of it. */
export interface AnsweredEvent {
  readonly event: ToldEvent;
  readonly answer: WhenWhere;
}

/** How many answers were of each kind. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** Questions asked of each happening, in the order they are printed. */
export const questions = ['day', 'month or year', 'place', 'place, site itself'] as const;
export type Question = (typeof questions)[number];

/** Judge one question of a happening; undefined where the gold does not ask it. */
export function judge({ event, answer }: AnsweredEvent, question: Question, names: PlaceNames): Verdict | undefined {
  const { day, place } = event;
  switch (question) {
    case 'day':
      return day !== undefined && fixesDay(day) ? judgeDay(day, answer) : undefined;
    case 'month or year':
      return day !== undefined && !fixesDay(day) ? judgeDay(day, answer) : undefined;
    case 'place':
      return place === undefined ? undefined : judgePlace(event, answer, names, 'town');
    case 'place, site itself':
      return place === undefined ? undefined : judgePlace(event, answer, names, 'narrowest');
  }
}

/** Count the verdicts of one question. */
export function countVerdicts(answers: readonly AnsweredEvent[], question: Question, names: PlaceNames): VerdictCounts {
  const counts = { right: 0, coarser: 0, wrong: 0, blank: 0 };
  for (const one of answers) {
    const verdict = judge(one, question, names);
    if (verdict !== undefined) counts[verdict] += 1;
  }
  return counts;
}
