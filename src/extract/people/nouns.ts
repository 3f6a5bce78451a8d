import type { CountValue, Quantity, Token } from '../../model/index.ts';
import { isPluralPerson, isThingAfterPeople, personLemma } from '../lexicon.ts';
import { type SentenceView, type TokenSpan, wordAt } from '../view.ts';
import { findLeftEdge, governorOf } from './edges.ts';
import type { PeoplePhrase } from './group.ts';
import { isMarkedPerson } from './heads.ts';
import { describeHead, makeGroup, one, three, two } from './shape.ts';
import { bands, nationals } from './words.ts';

const nominal: ReadonlySet<string> = new Set(['NOUN', 'ADJ', 'PROPN']);

/** Tell whether "old" of "the 22-year-old" has no noun of its own after it. */
function isHeadless(view: SentenceView, at: number): boolean {
  if (wordAt(view, at) !== 'old' || wordAt(view, at - 1) !== '-') return false;
  const name = view.nameOver[at + 1];
  const named = name?.first === at + 1 && name.type === 'person';
  return named || !nominal.has(view.tokens[at + 1]?.pos ?? '');
}

/** Tell whether a noun only modifies the one after it: "police" in "police officers", "police department". */
function isModifierOfNext(token: Token, next: Token | undefined): boolean {
  if (next === undefined) return false;
  if (next.form === '-' && next.start === token.end) return true;
  return next.pos !== 'VERB' && (personLemma(next) !== undefined || isThingAfterPeople(next));
}

/** Tell whether the modifiers say that the person comes beside others: "another man", "a second victim". */
function comesBesideOthers(view: SentenceView, first: number, head: number): boolean {
  for (let at = first; at < head; at++) {
    const quantity = view.quantityOver[at];
    if (quantity?.quantity === 'ordinal' && (quantity.value.anchor ?? 0) > 1) return true;
    const word = wordAt(view, at);
    if (word === 'another' || word === 'other') return true;
  }
  return false;
}

/** Find the age set between marks after a noun: "a man, 26, dead", "boy (7)". */
function ageAfter(view: SentenceView, at: number): TokenSpan<Quantity> | undefined {
  const mark = wordAt(view, at);
  const quantity = mark === ',' || mark === '(' ? view.quantityOver[at + 1] : undefined;
  if (quantity?.first !== at + 1 || quantity.last !== at + 2) return undefined;
  const bare = quantity.quantity === 'age' || quantity.quantity === 'cardinal';
  return bare && /^\d{1,2}$/.test(wordAt(view, at + 1)) && /^[,)]$/.test(wordAt(view, quantity.last))
    ? quantity
    : undefined;
}

/** Tell the sex an adjective names: "a male juvenile", "the female officer". */
function sexOf(view: SentenceView, first: number, head: number): PeoplePhrase['sex'] {
  return view.tokens.slice(first, head).find(({ lower }) => lower === 'male' || lower === 'female')
    ?.lower as PeoplePhrase['sex'];
}

/** Nouns that say how many they are: "the couple", "the trio". */
const namedCounts: ReadonlyMap<string, CountValue> = new Map([
  ['couple', two],
  ['pair', two],
  ['duo', two],
  ['trio', three],
]);

/** Tell whether a word stands for one of a people: "a Briton", "another Iraqi"; not "an Iraqi town", "the Iraqi". */
function isNational(view: SentenceView, at: number): boolean {
  const next = view.tokens[at + 1];
  const alone = next === undefined || !(nominal.has(next.pos) || next.pos === 'NUM' || next.form === '-');
  return nationals.has(wordAt(view, at)) && alone && /^(?:an?|another|-old|old)$/.test(wordAt(view, at - 1));
}

/** Tell whether "and" joins a phrase to what stands before or after it: "an angler and her nephew". */
function isJoined(view: SentenceView, first: number, last: number): boolean {
  return [first - 1, last].some((at) => /^(?:and|&)$/.test(wordAt(view, at)));
}

/** Read a phrase with a people noun and no numeral: "the driver", "another man", "a 22-year-old", "a couple". */
export function readNoun(view: SentenceView, at: number, floor: number): PeoplePhrase | undefined {
  const token = view.tokens[at];
  if (token === undefined) return undefined;
  const headless = isHeadless(view, at);
  const national = isNational(view, at);
  const marked = !headless && !national && personLemma(token) === undefined && isMarkedPerson(view, at);
  const noun = headless || national ? '' : marked ? token.lemma : personLemma(token);
  if (noun === undefined || (!headless && isModifierOfNext(token, view.tokens[at + 1]))) return undefined;
  // "Wounding other 70": the number counts them.
  if (noun === 'other' && view.quantityOver[at + 1]?.first === at + 1) return undefined;
  // "A family of four" is read with its number.
  if (bands.has(noun) && wordAt(view, at + 1) === 'of' && view.quantityOver[at + 2]?.first === at + 2) return undefined;
  const { first, determiner, age } = findLeftEdge(view, at, floor);
  if (marked && !isJoined(view, first, at + 1)) return undefined;
  if (headless && age === undefined) return undefined;
  const plural = marked ? token.lower !== token.lemma : !headless && isPluralPerson(token);
  const both = plural && /^both$/.test(wordAt(view, first - 1)) && first > floor;
  const told = plural ? undefined : ageAfter(view, at + 1);
  const band = noun === token.lower ? namedCounts.get(noun) : undefined;
  // "A pair of gloves", "a trio of shops": what they are of is read, if it is people.
  if (band !== undefined && wordAt(view, at + 1) === 'of') return undefined;
  const said = describeHead(token);
  return makeGroup({
    ...said,
    sex: said.sex ?? sexOf(view, first, at),
    first: both ? first - 1 : first,
    last: told?.last ?? at + 1,
    head: at,
    noun,
    determiner,
    age: age ?? told?.value.anchor,
    count: band ?? (both ? two : plural ? undefined : one),
    singular: !plural && band === undefined,
    additional: comesBesideOthers(view, first, at),
    governor: governorOf(view, first),
  });
}
