import {
  type Attribute,
  type Claim,
  type CountAttribute,
  type CountValue,
  type DateValue,
  defined,
  type PlaceValue,
  type Proof,
  sortBy,
} from '../../model/index.ts';
import { numberOf, upperBound } from '../counts/numbers.ts';
import type { Variant } from '../counts/readings.ts';
import type { PolicyAnswer } from '../policies/policy.ts';

/** Who decided, and why. */
export interface Ruling {
  readonly decision: string;
  readonly by: string;
  readonly reason: string;
}

/** A figure a person settled: that of a claim, or one of their own. */
export interface FigureRuling extends Ruling {
  readonly claims?: readonly string[];
  readonly value?: CountValue;
  /** True where the reports do not allow to say. */
  readonly unknown?: true;
}

/** What people decided of one incident, ready to be applied. */
export interface Rulings {
  readonly figures: ReadonlyMap<Attribute, FigureRuling>;
  /** By id of the claim. */
  readonly rejected: ReadonlyMap<string, Ruling>;
  readonly policy?: Ruling & { readonly name: string };
  readonly date?: Ruling & { readonly value: DateValue };
  readonly place?: Ruling & { readonly value: PlaceValue };
  /** Standards of proof, by attribute; the incident's own under the empty name. */
  readonly proof: ReadonlyMap<string, Proof>;
  /** Ids of every decision on the incident, of whatever kind. */
  readonly decisions: readonly string[];
  readonly notes: readonly { readonly by: string; readonly at: string; readonly text: string }[];
}

export const noRulings: Rulings = {
  figures: new Map(),
  rejected: new Map(),
  proof: new Map(),
  decisions: [],
  notes: [],
};

/** List standards of proof, the incident's own first. */
export function listProof({ proof }: Rulings): readonly Proof[] {
  return sortBy([...proof], ([name]) => [name]).map(([, one]) => one);
}

/** Put a person's figure over a policy's answer; the range grows to hold an accepted one and gives way to one of their own. */
export function rule(
  attribute: CountAttribute,
  answer: PolicyAnswer,
  variants: readonly Variant[],
  { figures }: Rulings,
): PolicyAnswer {
  const ruling = figures.get(attribute);
  if (ruling === undefined) return answer;
  const { value, claims = [] } = ruling;
  if (ruling.unknown === true) {
    const { accepted: _policy, remark: _remark, ...rest } = answer;
    return { ...rest, low: null, best: null, high: null, rule: 'decision' };
  }
  if (value !== undefined) {
    const best = numberOf(value) ?? null;
    const accepted = variants.find((variant) => variant.number === best && variant.standing.length > 0);
    const { accepted: _policy, remark: _remark, ...rest } = answer;
    const high = upperBound(value) ?? best;
    const low = Math.min(value.min, best ?? value.min);
    return { ...rest, low, best, high, rule: 'decision', ...defined({ accepted }) };
  }
  const accepted = variants.find(({ figures: told }) => told.some(({ claim }) => claims.includes(claim.id)));
  const best = accepted?.number ?? accepted?.counts.min;
  if (accepted === undefined || best === undefined) return answer;
  const { remark: _remark, ...rest } = answer;
  return {
    ...rest,
    low: Math.min(rest.low ?? best, best),
    best,
    high: Math.max(rest.high ?? best, best),
    accepted,
    rule: 'decision',
    aside: new Map([...rest.aside].filter(([key]) => key !== accepted.key)),
  };
}

/** Say who settled a figure and why. */
export function sayRuling({ by, reason, value, unknown }: FigureRuling): string {
  if (unknown === true) return `Left open by ${by}: ${endSentence(reason)}`;
  return `${value === undefined ? 'Accepted' : 'Set'} by ${by}: ${endSentence(reason)}`;
}

/** Say who took a claim out and why. */
export function sayRejection({ by, reason }: Ruling): string {
  return `Rejected by ${by}: ${endSentence(reason)}`;
}

const endSentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** List the decisions that shape one attribute. */
export function listShaping(
  attribute: CountAttribute,
  own: readonly Claim[],
  { figures, rejected }: Rulings,
): readonly string[] {
  const taken = own.flatMap(({ id }) => rejected.get(id)?.decision ?? []);
  return [
    ...new Set([...(figures.get(attribute) === undefined ? [] : [figures.get(attribute)?.decision ?? '']), ...taken]),
  ].sort();
}
