import numbers from '../../../data/numbers.json' with { type: 'json' };
import type { CountValue, Quantity, Token } from '../../model/index.ts';
import { qualify } from './intervals.ts';
import { kindOf } from './kinds.ts';
import { beginsWithDigit, type NumberReading, readNumber } from './number-words.ts';
import { qualifierAfter, qualifierBefore } from './qualifiers.ts';

const vagueWords: ReadonlyMap<string, { readonly min: number; readonly max: number | null }> = new Map(
  Object.entries(numbers.vague),
);
const vagueFactors: ReadonlyMap<string, number> = new Map([
  ['thousands', 1000],
  ['millions', 1_000_000],
]);
const ordinals: ReadonlyMap<string, number> = new Map(numbers.ordinals.map((word, index) => [word, index + 1]));
const additional: ReadonlySet<string> = new Set(numbers.additional);
/** Vague words that count only after "a" or "the". */
const ledWords: ReadonlySet<string> = new Set(['few', 'couple', 'handful']);
const spanJoints: ReadonlySet<string> = new Set(['to', '-', '–', 'or']);
/** Ends further apart than this factor are no span: "2 to 48". */
const widestSpan = 10;

/** What is read of a quantity; all indices are tokens, ends exclusive. */
export interface QuantityParse {
  readonly first: number;
  readonly last: number;
  readonly numberFirst: number;
  readonly numberLast: number;
  readonly quantity: Quantity['quantity'];
  readonly value: CountValue;
  readonly rule: string;
}

/** Turn a reading into a quantity of the text; undefined where a token is missing. */
export function makeQuantity(tokens: readonly Token[], reading: QuantityParse): Quantity | undefined {
  const opening = tokens[reading.first];
  const closing = tokens[reading.last - 1];
  const from = tokens[reading.numberFirst];
  const to = tokens[reading.numberLast - 1];
  if (opening === undefined || closing === undefined || from === undefined || to === undefined) return undefined;
  const adds = additional.has(tokens[reading.last]?.lower ?? '') || tokens[reading.first - 1]?.lower === 'another';
  return {
    start: opening.start,
    end: closing.end,
    number: { start: from.start, end: to.end },
    ...(adds ? { additional: true } : {}),
    quantity: reading.quantity,
    value: reading.value,
    rule: reading.rule,
  };
}

/** Read "10-15" told as one token; neither "2019-2024" nor a telephone number is one. */
function readHyphenSpan(tokens: readonly Token[], at: number, floor: number): QuantityParse | undefined {
  const [, low, high] = /^([1-9]\d{0,5})-([1-9]\d{0,5})$/.exec(tokens[at]?.form ?? '') ?? [];
  const [min, max] = [Number(low), Number(high)];
  if (low === undefined || !(max > min && max <= min * widestSpan) || /^(?:1[5-9]|20)\d\d$/.test(low)) return undefined;
  if (kindOf(tokens, { value: max, first: at, last: at + 1, round: false }) !== 'cardinal') return undefined;
  const between = at > floor && tokens[at - 1]?.lower === 'between';
  return makeSpan({ first: between ? at - 1 : at, last: at + 1, numberFirst: at }, min, max);
}

function makeSpan(
  { first, last, numberFirst }: Pick<QuantityParse, 'first' | 'last' | 'numberFirst'>,
  min: number,
  max: number,
): QuantityParse {
  const value: CountValue = { kind: 'count', min, max, qualifier: 'between' };
  return { first, last, numberFirst, numberLast: last, quantity: 'cardinal', value, rule: 'between' };
}

/** Read "between 10 and 12", "10 to 12", "10-12", "two or three"; `low` is its lower end. */
function readSpan(tokens: readonly Token[], low: NumberReading, floor: number): QuantityParse | undefined {
  const joint = tokens[low.last]?.lower ?? '';
  const between = low.first > floor && tokens[low.first - 1]?.lower === 'between';
  if (!spanJoints.has(joint) && !(between && joint === 'and')) return undefined;
  const high = readNumber(tokens, low.last + 1);
  if (high === undefined || high.value <= low.value || high.value > low.value * widestSpan) return undefined;
  if (joint === 'or' && high.value !== low.value + 1) return undefined;
  if (kindOf(tokens, low) !== 'cardinal' || kindOf(tokens, high) !== 'cardinal') return undefined;
  const first = between ? low.first - 1 : low.first;
  return makeSpan({ first, last: high.last, numberFirst: low.first }, low.value, high.value);
}

/** Read a number in digits or words with its qualifier; none of it before `floor`. */
export function readPrinted(tokens: readonly Token[], at: number, floor: number): QuantityParse | undefined {
  const number = readNumber(tokens, at);
  if (number === undefined) return readHyphenSpan(tokens, at, floor);
  const span = readSpan(tokens, number, floor);
  if (span !== undefined) return span;
  const ahead = qualifierBefore(tokens, number.first, floor);
  const behind = qualifierAfter(tokens, number.last);
  const qualifier = ahead?.qualifier ?? behind?.qualifier;
  // "a dozen": the table of intervals gives it its own, wider than a tenth either way.
  const dozen = number.round && tokens[number.last - 1]?.lower === 'dozen' && qualifier === undefined;
  return {
    first: ahead?.first ?? number.first,
    last: behind?.last ?? number.last,
    numberFirst: number.first,
    numberLast: number.last,
    quantity: kindOf(tokens, number),
    value: dozen
      ? { kind: 'count', min: 10, max: 14, anchor: number.value, qualifier: 'about' }
      : qualify(number.value, qualifier ?? (number.round ? 'about' : undefined)),
    rule: qualifier ?? 'printed',
  };
}

/** Read "tens of thousands", "hundreds of thousands". */
function readVagueProduct(tokens: readonly Token[], at: number): QuantityParse | undefined {
  const factor = vagueFactors.get(tokens[at + 2]?.lower ?? '');
  const interval = vagueWords.get(tokens[at]?.lower ?? '');
  if (factor === undefined || interval?.max == null || tokens[at + 1]?.lower !== 'of') return undefined;
  const last = at + 3;
  const kind = kindOf(tokens, { value: interval.min, first: at, last, round: false });
  return {
    first: at,
    last,
    numberFirst: at,
    numberLast: last,
    quantity: kind === 'cardinal' ? 'vague' : kind,
    value: {
      kind: 'count',
      min: interval.min * factor,
      max: (interval.max + 1) * factor - 1,
      vague: `${tokens[at]?.lower} of ${tokens[at + 2]?.lower}`,
    },
    rule: 'vague',
  };
}

/** Tell whether "many" compares or asks: "twice as many people", "how many people". */
function isRelative(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower;
  return tokens[at]?.lower === 'many' && (before === 'as' || before === 'how');
}

/** Read "several", "dozens", "a few". */
export function readVague(tokens: readonly Token[], at: number): QuantityParse | undefined {
  const product = readVagueProduct(tokens, at);
  if (product !== undefined) return product;
  const word = tokens[at]?.lower ?? '';
  const interval = vagueWords.get(word);
  if (interval === undefined || isRelative(tokens, at)) return undefined;
  const led = ledWords.has(word);
  const before = led ? tokens[at - 1]?.lower : undefined;
  if (led && before !== 'a' && before !== 'the') return undefined;
  // "a couple" is two people wed as often as a number: only "a couple of" counts.
  if (word === 'couple' && tokens[at + 1]?.lower !== 'of') return undefined;
  const kind = kindOf(tokens, { value: interval.min, first: at, last: at + 1, round: false });
  return {
    first: led ? at - 1 : at,
    last: at + 1,
    numberFirst: at,
    numberLast: at + 1,
    quantity: kind === 'cardinal' ? 'vague' : kind,
    value: { kind: 'count', min: interval.min, max: interval.max, vague: word },
    rule: 'vague',
  };
}

/** Read "third", "3rd". */
export function readOrdinal(tokens: readonly Token[], at: number): QuantityParse | undefined {
  const word = tokens[at]?.lower ?? '';
  const printed = beginsWithDigit(word) ? /^(\d+)(?:st|nd|rd|th)$/.exec(word) : null;
  const count = printed === null ? ordinals.get(word) : Number(printed[1]);
  if (count === undefined) return undefined;
  return {
    first: at,
    last: at + 1,
    numberFirst: at,
    numberLast: at + 1,
    quantity: 'ordinal',
    value: qualify(count, undefined),
    rule: 'ordinal',
  };
}
