import { acled } from './acled.ts';
import { emdat } from './emdat.ts';
import { gtd } from './gtd.ts';
import { gva } from './gva.ts';
import type { Policy } from './policy.ts';
import { recorder } from './recorder.ts';
import { ucdp } from './ucdp.ts';

export type { Policy, PolicyDescription, PolicyRule } from './policy.ts';

/** Every policy by name; the first is the default. */
export const policies: readonly Policy[] = [recorder, ucdp, gtd, acled, gva, emdat];

/** Find a policy by name. */
export function findPolicy(name: string): Policy | undefined {
  return policies.find((policy) => policy.name === name);
}
