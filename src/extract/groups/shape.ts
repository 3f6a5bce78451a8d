import type { CountValue, Token } from '../../model/index.ts';
import { personLemma, personNoun } from '../lexicon.ts';
import type { Determiner, Group } from './group.ts';

function implicit(count: number): CountValue {
  return { kind: 'count', min: count, max: count, anchor: count, qualifier: 'implicit' };
}

/** Counts no numeral states: a singular, a pair, nobody. */
export const one: CountValue = implicit(1);
export const two: CountValue = implicit(2);
export const zero: CountValue = { kind: 'count', min: 0, max: 0, anchor: 0 };

const nobody: readonly string[] = [];

/** What a group says where its words say nothing. */
export const plain = {
  noun: '',
  determiner: 'bare' as Determiner,
  counted: false,
  singular: false,
  classes: nobody,
  additional: false,
  partOf: false,
  none: false,
  possessor: false,
};

/** Say what the head noun tells of the people: lemma, classes, sex, role. */
export function describeHead(head: Token): Pick<Group, 'noun' | 'classes' | 'sex' | 'role'> {
  const noun = personLemma(head) ?? head.lower;
  return { noun, classes: nobody, ...personNoun(noun) };
}
