import type { CountValue, Token } from '../../model/index.ts';
import { personLemma, personNoun } from '../lexicon.ts';
import type { PeoplePhrase } from './group.ts';

function implicit(count: number): CountValue {
  return { kind: 'count', min: count, max: count, anchor: count, qualifier: 'implicit' };
}

/** Counts no numeral states: a singular, a pair, nobody. */
export const one: CountValue = implicit(1);
export const two: CountValue = implicit(2);
export const three: CountValue = implicit(3);
export const zero: CountValue = { kind: 'count', min: 0, max: 0, anchor: 0 };

const nobody: readonly string[] = [];

/** What must be said of a group; the rest is plain unless said. */
type Said = Pick<PeoplePhrase, 'first' | 'last' | 'head'> & Partial<PeoplePhrase>;

/** Make a group. Every group has the same keys in the same order, so that the engine meets one shape in all rules. */
export function makeGroup(said: Said): PeoplePhrase {
  return {
    first: said.first,
    last: said.last,
    head: said.head,
    noun: said.noun ?? '',
    determiner: said.determiner ?? 'bare',
    count: said.count,
    counted: said.counted ?? false,
    singular: said.singular ?? false,
    classes: said.classes ?? nobody,
    sex: said.sex,
    age: said.age,
    name: said.name,
    role: said.role,
    additional: said.additional ?? false,
    partOf: said.partOf ?? false,
    none: said.none ?? false,
    possessor: said.possessor ?? false,
    governor: said.governor ?? '',
  };
}

/** Say what the head noun tells of the people: lemma, classes, sex, role. */
export function describeHead(head: Token): Pick<PeoplePhrase, 'noun' | 'classes' | 'sex' | 'role'> {
  const noun = personLemma(head) ?? head.lower;
  return { noun, classes: nobody, ...personNoun(noun) };
}
