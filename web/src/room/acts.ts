import type { Attribute, DecisionAction } from '../../../src/model/index.ts';

/** Something a person has begun to decide. */
export interface Act {
  readonly action: DecisionAction | 'assign';
  readonly attribute?: Attribute;
  /** Ids of the claims meant. */
  readonly claims?: readonly string[];
  /** Selected words of a report. */
  readonly words?: { readonly article: string; readonly start: number; readonly end: number; readonly quote: string };
}

/** What each action is called, as a heading, and what is pressed to keep it. */
export const actWords: Readonly<Record<Act['action'], string>> = {
  accept: 'Accept another reading',
  override: 'Set another figure',
  reject: 'Reject',
  merge: 'Merge with another incident',
  split: 'Split: some of it is another incident',
  note: 'Comment',
  're-date': 'Set the day',
  'set-policy': 'Code it under another policy',
  'cannot-tell': 'Leave the figure open',
  'add-claim': 'A figure that was not read',
  move: 'These words are of another incident',
  'copy-of': 'A report repeats another',
  're-place': 'Set the place',
  'set-proof': 'Set the standard of proof',
  assign: 'Ask somebody to settle it',
};

/** Reasons that are given again and again. */
export const usualReasons: Readonly<Partial<Record<Act['action'], readonly string[]>>> = {
  reject: [
    'It is no figure of this.',
    'The number is read wrongly.',
    'It counts something else.',
    'It is of another incident.',
  ],
  override: ['A list of names.', 'The hospital was asked.', 'The authorities were asked.'],
  'cannot-tell': ['The reports contradict each other.', 'No report says how it knows.'],
  merge: ['It is the same incident.'],
  split: ['These are two incidents.'],
  move: ['These words are of that incident.'],
  'copy-of': ['It repeats that report.'],
  'add-claim': ['The reader missed it.'],
};
