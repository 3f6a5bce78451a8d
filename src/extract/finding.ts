import {
  type AttackerAttribute,
  type CountAttribute,
  type CountValue,
  countAttributes,
  countTable,
  isTollAttribute,
  type Modality,
  type TollAttribute,
} from '../model/index.ts';
import type { PeoplePhrase } from './people/index.ts';
import type { SentenceView } from './view.ts';

/**
 * What a predicate says became of people.
 *
 * `struck` is shot, stabbed or hit with no word of the outcome; `hospitalised` is brought to or treated in a hospital.
 */
export type Fate = Exclude<CountAttribute, AttackerAttribute & TollAttribute> | 'struck' | 'hospitalised';

/** Every fate; who is an attacker is told of people, not by the predicate. */
export const fates: ReadonlySet<string> = new Set<Fate>([
  ...countAttributes.filter((name) => !isAttackerToll(name)),
  'struck',
  'hospitalised',
]);

function isAttackerToll(name: CountAttribute): name is AttackerAttribute & TollAttribute {
  return countTable[name].ofAttackers === true && isTollAttribute(name);
}

/** One predicate with the people it is said of. */
export interface Finding {
  readonly fate: Fate;
  /** The enumeration the predicate governs; empty only for a bare count. */
  readonly groups: readonly PeoplePhrase[];
  /** A count said of no phrase of people: "the death toll rose to 19", "no injuries". */
  readonly count?: CountValue;
  /** Tokens of the predicate, [`first`, `last`). */
  readonly first: number;
  readonly last: number;
  /** Tokens of the words that state it, figure and predicate, [`from`, `to`). */
  readonly from: number;
  readonly to: number;
  readonly view: SentenceView;
  readonly modality: Modality;
  readonly running?: boolean;
  /** True where it counts a longer time than the incident: a year, a war, an epidemic. */
  readonly period?: boolean;
  /** How likely it is told of another happening than the article's own, 0..1, where the fate head judged it. */
  readonly other?: number;
  /** The figure this one takes the place of: 19 in "revised the toll down from 19 to 17". */
  readonly revisedFrom?: CountValue;
  /** True where people did it to themselves. */
  readonly selfInflicted?: boolean;
  /** True where a conjunct that may name further people is not counted: "three pupils and a thane died" are at least three. */
  readonly open?: boolean;
  readonly rule: string;
}

/** What a rule reports before modality is judged; a rule that knows better than its verb group says so itself. */
export type FindingDraft = Omit<Finding, 'modality' | 'view' | 'from' | 'to'> & { readonly modality?: Modality };

/** A sentence with its groups, as every rule sees it. */
export interface RuleInput {
  readonly view: SentenceView;
  readonly groups: readonly PeoplePhrase[];
  /** What the sentences just before say, in text order: "the figure was seven" takes its fate from there. */
  readonly before?: readonly Finding[];
}

/** One construction news uses to say what became of people. */
export interface Rule {
  readonly name: string;
  find(input: RuleInput): readonly FindingDraft[];
}

/** Give the number a finding prints; 1 for a single person, undefined where only vague words tell it. */
export function printedBy({ groups, count }: Finding): number | undefined {
  const values = groups.length === 0 ? [count] : groups.map((group) => group.count);
  const told = values.flatMap((value) => value?.anchor ?? []);
  return told.length === 0 ? undefined : Math.max(...told);
}

const inCustody: ReadonlySet<string> = new Set(countAttributes.filter((name) => countTable[name].inCustody));

/** Tell whether a fate is the law's: arrests are told of the happening they follow, on whatever day, and are none of their own. */
export function isCustody(fate: Fate): boolean {
  return inCustody.has(fate);
}
