import type { Attribute } from '../../model/index.ts';
import type { Moment } from './moments.ts';
import type { Word } from './words.ts';

/** What a question asks for. */
export const questionKinds = ['figure', 'who-said', 'who-did', 'when', 'where', 'disagree'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Why a question is not answered. */
export const abstentions = [
  'not-of-this-kind',
  'no-such-incident',
  'ambiguous-incident',
  'not-stated',
  'not-known-then',
  'source-silent',
] as const;
export type AbstentionReason = (typeof abstentions)[number];

/** A question as it was understood: "How many children were killed in the Norwick mill fire as of 7 May 2031, according to police?" */
export interface Question {
  readonly kind: QuestionKind;
  /** `killed`. */
  readonly attribute?: Attribute;
  /** Those of the counted that are asked for: `child`. */
  readonly group: readonly Word[];
  /** The figure whose speaker is asked for. */
  readonly figure?: number;
  /** Who is to have said it: `police`. */
  readonly source: readonly Word[];
  /** Day: what was known by its end. */
  readonly asOf?: string;
  readonly policy?: string;
  /** The end of the range that is asked for. */
  readonly end?: 'low' | 'high';
  /** What names the incident: `Norwick mill fire`. */
  readonly about: readonly Word[];
  /** The part of its place that alone is meant: `Tinmere` of "in Tinmere in the valley flood". */
  readonly part: readonly Word[];
  /** Who is to have done what is counted: `police` of "did police arrest". */
  readonly agent: readonly Word[];
  /** When it is said to have happened. */
  readonly moments: readonly Moment[];
}

/** Why a question is not one that can be looked up. */
export interface Misfit {
  readonly misfit: string;
}
