import type { Claim, CountAttribute, CountRecord, CountValue } from '../model/index.ts';

/** Dead or hurt attackers of the same incident: their record, and who is told as part of which total. */
export interface Attackers {
  readonly record: CountRecord | undefined;
  readonly partOf: ReadonlyMap<string, CountValue>;
}

/** The claims that settle one counted attribute of one incident. */
export interface Told {
  readonly attribute: CountAttribute;
  readonly own: readonly Claim[];
  readonly attackers: Attackers;
  /** Claims of single persons killed, for an attribute whose people may have died since. */
  readonly dead: readonly Claim[];
}
