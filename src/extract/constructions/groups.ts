import type { Quantity } from '../../model/index.ts';
import { personLemma } from '../lexicon.ts';
import type { PeoplePhrase } from '../people/index.ts';
import type { SentenceView, TokenSpan } from '../view.ts';

/** Make the people a numeral counts where the words after it are no noun of people: "thirteen of the dead". */
export function makeCountedGroup(quantity: TokenSpan<Quantity>, last: number, partOf: boolean): PeoplePhrase {
  return {
    first: quantity.first,
    last,
    head: quantity.last - 1,
    noun: '',
    determiner: 'indefinite',
    count: quantity.value,
    counted: true,
    singular: quantity.value.max === 1 && quantity.value.min === 1,
    classes: [],
    additional: false,
    partOf,
    none: false,
    possessor: false,
    governor: '',
  };
}

/** Find the plain or vague number that ends right before a token. */
export function countBefore(view: SentenceView, at: number): TokenSpan<Quantity> | undefined {
  return view.quantities.find(
    (item) => item.last === at && (item.quantity === 'cardinal' || item.quantity === 'vague'),
  );
}

/** Tell whether a bare number counts the things named after its participle: "12 injured birds", "two missing pages". */
export function countsThings(view: SentenceView, group: PeoplePhrase, at: number): boolean {
  const next = view.tokens[at];
  return (
    group.counted &&
    group.noun === '' &&
    next?.pos === 'NOUN' &&
    /[^s]s$/.test(next.lower) &&
    !/days$/.test(next.lower) &&
    personLemma(next) === undefined
  );
}
