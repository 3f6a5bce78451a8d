import type { TimeExpression, TimeReference, TimeRole } from '../../model/index.ts';

/** Word classes whose presence makes a rule worth trying. */
export type TimeTrigger =
  | 'month'
  | 'weekday'
  | 'year'
  | 'numeric'
  | 'unit'
  | 'deictic'
  | 'weekend'
  | 'season'
  | 'daypart'
  | 'clock'
  | 'holiday'
  | 'decade';

/** What a rule reads from its match. */
export interface TimeParse {
  readonly reference: TimeReference;
  readonly role?: TimeRole;
  readonly part?: NonNullable<TimeExpression['part']>;
}

/** The groups of a match and the text around it, as far as the window goes. */
export interface Surroundings {
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly match: string;
  readonly before: string;
  readonly after: string;
}

/** One way to tell a time. The whole match is the expression; context belongs in lookarounds. */
export interface TimeRule {
  /** `file/what`, shown as the expression's rule. */
  readonly name: string;
  readonly triggers: readonly TimeTrigger[];
  /** Global and case-insensitive; the match must hold the trigger. */
  readonly pattern: RegExp;
  /** Give undefined where the match is no time after all. */
  read(found: Surroundings): TimeParse | undefined;
}

/** Compile a rule's pattern. */
export function pattern(source: string): RegExp {
  return new RegExp(source, 'gi');
}
