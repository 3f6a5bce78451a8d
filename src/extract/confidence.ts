import table from '../../data/confidence.json' with { type: 'json' };
import type { CountValue, Modality } from '../model/index.ts';

/** What a figure rests on, from the weakest to the firmest. */
export type EvidenceKind = keyof typeof table.kinds;

/** What is known of a figure when its confidence is told. */
export interface Grounds {
  /** Name of its rule: "verb/passive". */
  readonly rule: string;
  readonly modality: Modality;
  readonly value: CountValue;
  /** True where it tells of one person. */
  readonly person: boolean;
  /** True where it was summed or derived. */
  readonly derived: boolean;
}

const families: Readonly<Partial<Record<string, number>>> = table.families;

/** Say what a figure rests on: a mood in doubt, a sum, a vague word, one person, or a number in so many words. */
export function evidenceOf({ modality, value, person, derived }: Grounds): EvidenceKind {
  if (modality !== 'asserted') return 'unsure';
  if (derived) return 'derived';
  if (value.vague !== undefined) return 'vague';
  return person ? 'person' : 'figure';
}

/** Name the family of a rule and what its figure rests on: "verb figure". */
export function familyOf(grounds: Grounds): string {
  return `${grounds.rule.split('/')[0] ?? ''} ${evidenceOf(grounds)}`;
}

/**
 * Tell how likely a figure is right, 0..1: the share that was right of those made alike (`data/confidence.json`, fitted on the
 * half of the gold that rules may look at); the share of all that rest on the same where its rule made none.
 */
export function confidenceOf(grounds: Grounds): number {
  return families[familyOf(grounds)] ?? table.kinds[evidenceOf(grounds)];
}
