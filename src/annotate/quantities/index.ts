import numbers from '../../../data/numbers.json' with { type: 'json' };
import type { CountValue, Layer, Quantity, Sentence, Token } from '../../model/index.ts';
import { qualify } from './intervals.ts';
import { kindOf } from './kinds.ts';
import { type NumberReading, readNumber } from './number-words.ts';

type Qualifier = NonNullable<CountValue['qualifier']>;

const vagueWords: Readonly<Record<string, { readonly min: number; readonly max: number | null }>> = numbers.vague;
const before = new Map(Object.entries(numbers.qualifiersBefore) as [string, Qualifier][]);
const after = new Map(Object.entries(numbers.qualifiersAfter) as [string, Qualifier][]);
const ordinals: ReadonlySet<string> = new Set(numbers.ordinals);
const additional: ReadonlySet<string> = new Set(numbers.additional);
const longestQualifier = 3;

const producer = { name: 'quantities', version: '1' };

function qualifierBefore(
  tokens: readonly Token[],
  at: number,
  floor: number,
): { readonly qualifier: Qualifier; readonly first: number } | undefined {
  for (let length = longestQualifier; length >= 1; length--) {
    const first = at - length;
    if (first < floor) continue;
    const words = tokens
      .slice(first, at)
      .map((token) => token.lower)
      .join(' ');
    const qualifier = before.get(words);
    if (qualifier !== undefined) return { qualifier, first };
  }
  return undefined;
}

function qualifierAfter(
  tokens: readonly Token[],
  at: number,
): { readonly qualifier: Qualifier; readonly last: number } | undefined {
  if (tokens[at]?.form === '+') return { qualifier: 'at-least', last: at + 1 };
  for (const length of [2, 1]) {
    const words = tokens
      .slice(at, at + length)
      .map((token) => token.lower)
      .join(' ');
    const qualifier = after.get(words);
    if (qualifier !== undefined) return { qualifier, last: at + length };
  }
  return undefined;
}

/** "between 10 and 12", "10 to 12", "10-12", "two or three". */
function readBetween(
  tokens: readonly Token[],
  low: NumberReading,
): { readonly high: NumberReading; readonly first: number } | undefined {
  const joint = tokens[low.last]?.lower ?? '';
  const between = tokens[low.first - 1]?.lower === 'between';
  if (!(['to', '-', '–', 'or'].includes(joint) || (between && joint === 'and'))) return undefined;
  const high = readNumber(tokens, low.last + 1);
  if (high === undefined || high.value <= low.value || high.value > low.value * 10) return undefined;
  if (joint === 'or' && high.value !== low.value + 1) return undefined;
  return { high, first: between ? low.first - 1 : low.first };
}

interface Made {
  readonly quantity: Quantity;
  readonly next: number;
}

function makeQuantity(
  tokens: readonly Token[],
  first: number,
  last: number,
  parts: Pick<Quantity, 'quantity' | 'value' | 'rule'> & { readonly number: readonly [number, number] },
): Made | undefined {
  const [numberFirst, numberLast] = parts.number;
  const opening = tokens[first];
  const closing = tokens[last - 1];
  const from = tokens[numberFirst];
  const to = tokens[numberLast - 1];
  if (opening === undefined || closing === undefined || from === undefined || to === undefined) return undefined;
  const adds = additional.has(tokens[last]?.lower ?? '') || tokens[first - 1]?.lower === 'another';
  const { number: _, ...rest } = parts;
  return {
    quantity: {
      start: opening.start,
      end: closing.end,
      number: { start: from.start, end: to.end },
      ...(adds ? { additional: true } : {}),
      ...rest,
    },
    next: last,
  };
}

function readPrinted(tokens: readonly Token[], at: number, floor: number): Made | undefined {
  const reading = readNumber(tokens, at);
  if (reading === undefined) return undefined;
  const kind = kindOf(tokens, reading);
  const span = readBetween(tokens, reading);
  if (span !== undefined && kind === 'cardinal' && kindOf(tokens, span.high) === 'cardinal') {
    const value: CountValue = { kind: 'count', min: reading.value, max: span.high.value, qualifier: 'between' };
    return makeQuantity(tokens, span.first, span.high.last, {
      quantity: kind,
      value,
      rule: 'between',
      number: [reading.first, span.high.last],
    });
  }
  const ahead = qualifierBefore(tokens, reading.first, floor);
  const behind = qualifierAfter(tokens, reading.last);
  const qualifier = ahead?.qualifier ?? behind?.qualifier;
  const dozen = reading.round && tokens[reading.last - 1]?.lower === 'dozen' && qualifier === undefined;
  const value: CountValue = dozen
    ? { kind: 'count', min: 10, max: 14, anchor: reading.value, qualifier: 'about' }
    : qualify(reading.value, qualifier ?? (reading.round ? 'about' : undefined));
  return makeQuantity(tokens, ahead?.first ?? reading.first, behind?.last ?? reading.last, {
    quantity: kind,
    value,
    rule: qualifier ?? 'printed',
    number: [reading.first, reading.last],
  });
}

function readVague(tokens: readonly Token[], at: number): Made | undefined {
  const word = tokens[at]?.lower ?? '';
  const interval = vagueWords[word];
  if (interval === undefined) return undefined;
  const led = tokens[at - 1]?.lower === 'a' || tokens[at - 1]?.lower === 'the';
  if ((word === 'few' || word === 'couple' || word === 'handful') && !led) return undefined;
  // "a couple" is two people wed as often as a number: only "a couple of" counts.
  if (word === 'couple' && tokens[at + 1]?.lower !== 'of') return undefined;
  const first = ['few', 'couple', 'handful'].includes(word) ? at - 1 : at;
  const kind = kindOf(tokens, { value: interval.min, first: at, last: at + 1, round: false });
  return makeQuantity(tokens, first, at + 1, {
    quantity: kind === 'cardinal' ? 'vague' : kind,
    value: { kind: 'count', min: interval.min, max: interval.max, vague: word },
    rule: 'vague',
    number: [at, at + 1],
  });
}

function readOrdinal(tokens: readonly Token[], at: number): Made | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const printed = /^(\d+)(st|nd|rd|th)$/.exec(token.lower);
  if (printed === null && !ordinals.has(token.lower)) return undefined;
  const count = printed === null ? numbers.ordinals.indexOf(token.lower) + 1 : Number(printed[1]);
  return makeQuantity(tokens, at, at + 1, {
    quantity: 'ordinal',
    value: qualify(count, undefined),
    rule: 'ordinal',
    number: [at, at + 1],
  });
}

/**
 * Read every number and vague number word of a text's sentences, with its qualifier and what it seems to count.
 *
 * Numbers that cannot be people (ages, money, clock times, dates, addresses, measures) are kept with their kind, so that a
 * rule can see why a number was passed over. Quantities are sorted and never cross a sentence.
 */
export function readQuantities(tokens: Layer<Token>, sentences: Layer<Sentence>): Layer<Quantity> {
  const items: Quantity[] = [];
  for (const sentence of sentences.items) {
    const words = tokens.items.slice(sentence.first, sentence.last);
    let floor = 0;
    for (let at = 0; at < words.length; ) {
      const made = readOrdinal(words, at) ?? readPrinted(words, at, floor) ?? readVague(words, at);
      if (made !== undefined) {
        items.push(made.quantity);
        floor = made.next;
      }
      at = made?.next ?? at + 1;
    }
  }
  return { name: 'quantities', text: tokens.text, producer, items };
}
