import numbers from '../../../data/numbers.json' with { type: 'json' };
import type { Token } from '../../model/index.ts';

const units: ReadonlyMap<string, number> = new Map(Object.entries(numbers.units));
/** Words that multiply the number before them; "dozen" counts as one of them. */
const multipliers: ReadonlyMap<string, number> = new Map([...Object.entries(numbers.multipliers), ['dozen', 12]]);
const identifiers: ReadonlySet<string> = new Set(numbers.identifier_before);
const months: ReadonlySet<string> = new Set(numbers.months);
const indefinites: ReadonlySet<string> = new Set(['a', 'an', 'half']);

const integer = /^\d{1,3}(?:,\d{3})+$|^\d+$/;
/** The first and the further digits of a number whose thousands a space parts: "12 400". */
const leading = /^[1-9]\d{0,2}$/;
const following = /^\d{3}$/;
const decimal = /^\d+\.\d+$/;

/** A number read from tokens [first, last). */
export interface NumberReading {
  readonly value: number;
  readonly first: number;
  readonly last: number;
  /** True for the indefinite "a hundred", "a dozen". */
  readonly round: boolean;
}

/** Tell whether a form begins with an ASCII digit. */
export function beginsWithDigit(form: string): boolean {
  const code = form.charCodeAt(0);
  return code >= 48 && code <= 57;
}

/** Read "twenty-three" told as one token. */
function readHyphenated(form: string): number | undefined {
  const hyphen = form.indexOf('-');
  if (hyphen < 0) return undefined;
  const tens = units.get(form.slice(0, hyphen)) ?? 0;
  const unit = units.get(form.slice(hyphen + 1)) ?? 10;
  return tens >= 20 && unit < 10 ? tens + unit : undefined;
}

/** Read "twenty-three": a hyphen token between tens and a unit belongs to the number. */
function readTensAndUnit(tokens: readonly Token[], at: number): NumberReading | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  const value = units.get(first.lower);
  if (value === undefined) {
    const hyphenated = readHyphenated(first.lower);
    return hyphenated === undefined ? undefined : { value: hyphenated, first: at, last: at + 1, round: false };
  }
  const mark = value < 20 ? undefined : tokens[at + 1];
  const unit = mark?.form === '-' && mark.start === first.end ? units.get(tokens[at + 2]?.lower ?? '') : undefined;
  return unit !== undefined && unit > 0 && unit < 10
    ? { value: value + unit, first: at, last: at + 3, round: false }
    : { value, first: at, last: at + 1, round: false };
}

function readDigits(form: string): number | undefined {
  if (integer.test(form)) return Number(form.replaceAll(',', ''));
  return decimal.test(form) ? Number(form) : undefined;
}

/** Tell whether the number at a token is the end of a day, a road or a list, so that a further one is no part of it. */
function isNumbered(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  return identifiers.has(before) || months.has(before) || beginsWithDigit(before);
}

/** Read "1 200", "1 234 567": groups of three digits, one space apart. "On March 11 300 officers came" has two numbers. */
function readSpaced(tokens: readonly Token[], at: number): NumberReading | undefined {
  let digits = tokens[at]?.form ?? '';
  if (!leading.test(digits) || isNumbered(tokens, at)) return undefined;
  let last = at + 1;
  for (let token = tokens[last]; token !== undefined && following.test(token.form); token = tokens[last]) {
    if (token.start - (tokens[last - 1]?.end ?? token.start) !== 1) break;
    digits += token.form;
    last++;
  }
  return last === at + 1 ? undefined : { value: Number(digits), first: at, last, round: false };
}

/** Take the rest after a multiplier: "and six" of "two hundred and six", "forty-five" of "three hundred forty-five". */
function addRest(tokens: readonly Token[], whole: NumberReading): NumberReading {
  const and = tokens[whole.last]?.lower === 'and' ? 1 : 0;
  const rest = readTensAndUnit(tokens, whole.last + and);
  return rest === undefined ? whole : { ...whole, value: whole.value + rest.value, last: rest.last };
}

/** Read what a multiplier from a thousand up multiplies: "three", "twenty-three", "two hundred and six", "eleven hundred". */
function readBelowThousand(tokens: readonly Token[], at: number): NumberReading | undefined {
  const start = readTensAndUnit(tokens, at);
  if (start === undefined || tokens[start.last]?.lower !== 'hundred') return start;
  return addRest(tokens, { ...start, value: start.value * 100, last: start.last + 1 });
}

/** Multiply by what follows a number: "two dozen", "1.5 million", "two hundred thousand". */
function multiply(tokens: readonly Token[], start: NumberReading): NumberReading {
  let reading = start;
  for (;;) {
    const factor = multipliers.get(tokens[reading.last]?.lower ?? '');
    if (factor === undefined) return reading;
    reading = { ...reading, value: reading.value * factor, last: reading.last + 1 };
  }
}

/** Read a number in words, the larger multiplier first: "two thousand three hundred and six", "three million two hundred thousand". */
function readSpelled(tokens: readonly Token[], at: number): NumberReading | undefined {
  const start = readBelowThousand(tokens, at);
  if (start === undefined) return undefined;
  let whole = multiply(tokens, start);
  let factor = whole.value / start.value;
  while (factor >= 1000) {
    const and = tokens[whole.last]?.lower === 'and' ? 1 : 0;
    const next = readBelowThousand(tokens, whole.last + and);
    const part = next === undefined ? undefined : multiply(tokens, next);
    if (next === undefined || part === undefined || part.value >= factor) break;
    // "And" joins only the last two digits; before more it joins another number: "two thousand and three hundred".
    if (and === 1 && part.value >= 100 && part.value === next.value) break;
    factor = part.value / next.value;
    whole = { ...whole, value: whole.value + part.value, last: part.last };
  }
  return whole;
}

/** Read "a dozen", "half a million"; "a hundred and six" is as exact as "106". */
function readIndefinite(tokens: readonly Token[], at: number): NumberReading | undefined {
  const half = tokens[at]?.lower === 'half';
  const head = half && tokens[at + 1]?.lower === 'a' ? at + 2 : at + 1;
  const factor = multipliers.get(tokens[head]?.lower ?? '');
  if (factor === undefined) return undefined;
  const round = { value: half ? factor / 2 : factor, first: at, last: head + 1, round: true };
  const exact = half || factor < 100 ? round : addRest(tokens, round);
  return exact === round ? multiply(tokens, round) : { ...exact, round: false };
}

/**
 * Read the number that begins at a token: digits with commas or spaces for thousands, words up to billions, "two dozen", "a hundred".
 *
 * Decimals ("1.5") are read only before a multiplier ("1.5 million"). Returns undefined where no number begins.
 */
export function readNumber(tokens: readonly Token[], at: number): NumberReading | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (indefinites.has(token.lower)) return readIndefinite(tokens, at);
  if (!beginsWithDigit(token.form)) return readSpelled(tokens, at);
  const spaced = readSpaced(tokens, at);
  if (spaced !== undefined) return spaced;
  const value = readDigits(token.form);
  if (value === undefined) return undefined;
  const reading = multiply(tokens, { value, first: at, last: at + 1, round: false });
  return Number.isInteger(reading.value) ? reading : undefined;
}
