import type { Claim, CountAttribute, CountRecord, CountValue } from '../../model/index.ts';
import type { ReportCount } from './votes.ts';

/** What counting victims needs of the record of attackers. */
export type AttackerToll = Pick<CountRecord, 'low' | 'best' | 'high' | 'history'>;

/** Dead or hurt attackers of the same incident: their record, and by id of a victims' total how many of them it counts. */
export interface Attackers {
  readonly record: AttackerToll | undefined;
  readonly partOf: ReadonlyMap<string, CountValue>;
}

/** The claims that settle one counted attribute of one incident. */
export interface AttributeEvidence {
  readonly attribute: CountAttribute;
  readonly own: readonly Claim[];
  readonly attackers: Attackers;
  /** Claims of single persons killed, for an attribute whose people may have died since. */
  readonly dead: readonly Claim[];
  /** What each report, judged as if it were the only one, comes to; empty where there are fewer than two reports. */
  readonly votes: readonly ReportCount[];
}
