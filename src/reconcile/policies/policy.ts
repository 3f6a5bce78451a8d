import type { CountAttribute, CountRecord, Difference, IncidentType } from '../../model/index.ts';
import type { PolicyQuestion } from '../counts/choice.ts';
import type { Variant } from '../counts/readings.ts';
import type { Spread } from '../counts/spread.ts';
import type { Division } from '../counts/units.ts';

/** One rule of a policy, numbered so that a reading can name it. */
export interface PolicyRule {
  readonly id: string;
  readonly text: string;
}

/** What a policy makes of the standing variants of one counted attribute. */
export interface PolicyAnswer {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** The accepted variant; none where no figure can be taken. */
  readonly accepted?: Variant;
  /** Id of the rule that fixed `best`. */
  readonly rule: string;
  /** Variants that the policy leaves out of the range, with the reason. */
  readonly aside: ReadonlyMap<string, Difference>;
  /** One more sentence for the reader, such as a check that disagrees. */
  readonly remark?: string;
  /** Figures that are not taken but belong beside the code, for columns of notes. */
  readonly notes?: readonly string[];
}

/** What a policy is called, of which day it is, and by what rules it codes. */
export interface PolicyDescription {
  readonly name: string;
  readonly edition: string;
  /** Where its rules are written down. */
  readonly source: string;
  readonly rules: readonly PolicyRule[];
}

/** Whether a data set would hold an incident, by criteria of its own. */
export interface EntryVerdict {
  readonly meets: boolean;
  readonly rule: string;
  /** One sentence for a reader. */
  readonly why: string;
}

/** A named, dated way of turning claims into low, best and high: 12, 12 and at most 14 give 12, 12, 14. Pure. */
export interface Policy extends PolicyDescription {
  /** Tell whether dead or hurt attackers are among the killed or injured of an incident of this type. */
  readonly countsAttackers: (type: IncidentType) => boolean;
  /** True where it weighs the number most reports come to, each judged as if it were the only one. */
  readonly asksEachReport?: boolean;
  /** True where the missing are presumed dead and counted with the dead. */
  readonly countsMissing?: boolean;
  readonly answer: (question: PolicyQuestion) => PolicyAnswer;
  /** Tell into what events an incident is divided that its reports spread; undefined for one event. */
  readonly divide?: (spread: Spread) => Division | undefined;
  /** Tell from its figures whether an incident is one the data set would hold; undefined where it holds any. */
  readonly judgeEntry?: (
    type: IncidentType,
    records: { readonly [name in CountAttribute]?: CountRecord },
  ) => EntryVerdict;
  /** Code the dead where no report counts any; undefined leaves them out of the record. */
  readonly codeSilence?: (records: { readonly [name: string]: unknown }) => CountRecord | undefined;
}
