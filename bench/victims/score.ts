import { overlaps, type Range } from '../../src/model/index.ts';
import type { SlotTally } from '../muc4/score.ts';
import type { NewsFigure } from '../news/predict.ts';
import type { Harm, VictimCase } from './sets.ts';

/** Harms that each attribute of ours can state; the corpora count attackers who died among the victims. */
const harmsOf: Readonly<Record<string, readonly Harm[]>> = {
  killed: ['killed'],
  perpetratorsKilled: ['killed'],
  injured: ['injured'],
  perpetratorsInjured: ['injured'],
  casualties: ['killed', 'injured'],
};

/**
 * Score claims by the head words of victims.
 *
 * A victim is found where a claim of its harm includes its head word; a claim is right where its words include the head word of
 * a victim of its harm. Claims that the reader itself calls hypothetical, or has added up, are left out. Where only one event
 * of a text is annotated, only claims whose words include its trigger are judged.
 */
export function scoreHeads({ victims, judged }: VictimCase, claims: readonly NewsFigure[], harm: Harm): SlotTally {
  const told = claims.filter(({ modality, derived }) => modality !== 'hypothetical' && derived !== true);
  const wanted = victims.filter((victim) => victim.harm === harm);
  const ours = told.filter(({ attribute }) => harmsOf[attribute]?.includes(harm) === true);
  const answered = ours.filter((claim) => judged === undefined || holds(claim, judged));
  return {
    right: answered.filter((claim) => victims.some((one) => isOf(claim, one.harm) && holds(claim, one.head))).length,
    answered: answered.length,
    found: wanted.filter(({ head }) => ours.some((claim) => holds(claim, head))).length,
    wanted: wanted.length,
  };
}

function isOf({ attribute }: NewsFigure, harm: Harm): boolean {
  return harmsOf[attribute]?.includes(harm) === true;
}

function holds({ ranges }: NewsFigure, head: Range): boolean {
  return ranges.some((range) => overlaps(range, head));
}
