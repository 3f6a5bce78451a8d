import type { CountValue, NameMention } from '../../model/index.ts';

export type Determiner = 'indefinite' | 'definite' | 'bare' | 'possessive' | 'pronoun' | 'name';

/** A noun phrase that denotes people, over tokens [`first`, `last`) of its sentence. */
export interface PeoplePhrase {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** Lemma of the head ("man", "people"), the pronoun, or '' for a bare number or a name. */
  readonly noun: string;
  readonly determiner: Determiner;
  /** How many, where the words say; 1 for a singular. */
  readonly count?: CountValue | undefined;
  /** True where a numeral or vague word states the count. */
  readonly counted: boolean;
  readonly singular: boolean;
  readonly classes: readonly string[];
  readonly sex?: 'female' | 'male' | undefined;
  readonly age?: number | undefined;
  readonly name?: NameMention | undefined;
  readonly role?: 'suspect' | 'officer' | 'victim' | undefined;
  /** "another", "three others", "two more". */
  readonly additional: boolean;
  /** "two of them", "one of the victims". */
  readonly partOf: boolean;
  /** "no one else", "nobody", "no". */
  readonly none: boolean;
  /** Owns what follows: "my mother's pistol" is not about the mother. */
  readonly possessor: boolean;
  /** Preposition right before it, '' where there is none. */
  readonly governor: string;
}
