import { type Difference, differences, groupBy } from '../../model/index.ts';
import { sayCount } from '../counts/numbers.ts';
import { claimsOf, type Variant } from '../counts/readings.ts';
import { type Archive, countIndependent, countReports } from '../evidence/witnesses.ts';
import type { PolicyAnswer } from '../policies/policy.ts';
import type { DifferenceReason } from './differences.ts';
import { joinWords, sayReports } from './sentences.ts';

const clauses: Readonly<Record<Difference, (values: string, several: boolean) => string>> = {
  later: (values, several) => `${values} ${several ? 'are' : 'is'} earlier`,
  revised: (values, several) => `${values} ${several ? 'were' : 'was'} taken back`,
  copied: (values, several) => `${values} ${several ? 'are' : 'is'} copied from an older version`,
  subset: (values, several) => `${values} ${several ? 'count parts' : 'counts a part'}`,
  scope: (values, several) => `${values} ${several ? 'count' : 'counts'} something else`,
  'perpetrators-included': (values, several) => `${values} ${several ? 'include' : 'includes'} attackers`,
  rounding: (values, several) => `${values} ${several ? 'say' : 'says'} it more loosely or closely`,
  speaker: (values, several) => `${values} ${several ? 'come' : 'comes'} from another speaker`,
  partisan: (values, several) => `${values} ${several ? 'are figures' : 'is a figure'} of a party to the violence`,
  'wrong-incident': (values, several) => `${values} ${several ? 'belong' : 'belongs'} to another incident`,
  rejected: (values, several) => `${values} ${several ? 'were' : 'was'} rejected by a person`,
  unexplained: (values, several) => `${values} ${several ? 'differ' : 'differs'} for no reason seen`,
};

/** One variant with the reason it differs, if it does. */
export interface JudgedVariant {
  readonly variant: Variant;
  readonly explained: DifferenceReason | undefined;
}

/** Say in one sentence why the accepted figure is accepted and what stands against it, for instance "Three reports give 137; 133 is earlier." */
export function explainCount(answer: PolicyAnswer, judged: readonly JudgedVariant[], archive: Archive): string {
  const against = groupBy(
    judged.filter((one) => one.explained !== undefined && !givesBest(one, answer)),
    ({ explained }) => explained?.difference ?? '',
  );
  const said = differences.flatMap((difference) => {
    const group = against.get(difference) ?? [];
    const values = [...new Set(group.map(({ variant }) => sayCount(variant.value)))];
    return values.length === 0 ? [] : [clauses[difference](joinWords(values), values.length > 1)];
  });
  const sentence = `${[explainBest(answer, judged, archive), ...said].join('; ')}.`;
  return answer.remark === undefined ? sentence : `${sentence} ${answer.remark}`;
}

function explainBest(answer: PolicyAnswer, judged: readonly JudgedVariant[], archive: Archive): string {
  const accepted = answer.accepted;
  if (accepted === undefined) return 'No figure can be taken';
  const same = judged.filter((one) => one.variant.key === accepted.key || givesBest(one, answer));
  const claims = claimsOf(same.flatMap(({ variant }) => variant.standing));
  const coded = answer.best === null ? '' : `, coded ${answer.best}`;
  const told = accepted.number === undefined ? `only "${sayCount(accepted.value)}"${coded}` : `${answer.best}`;
  return `${sayReports(countReports(claims, archive), countIndependent(claims, archive), 'give')} ${told}`;
}

/** Tell whether a variant gives the accepted number: "about 137" and "at least 137" both give 137. */
function givesBest({ variant }: JudgedVariant, answer: PolicyAnswer): boolean {
  return answer.best !== null && variant.number === answer.best && variant.standing.length > 0;
}
