import numbers from '../../../data/numbers.json' with { type: 'json' };
import type { Token } from '../../model/index.ts';

const units: ReadonlyMap<string, number> = new Map(Object.entries(numbers.units));
/** Words that multiply the number before them; "dozen" counts as one of them. */
const multipliers: ReadonlyMap<string, number> = new Map([...Object.entries(numbers.multipliers), ['dozen', 12]]);
const indefinites: ReadonlySet<string> = new Set(['a', 'an', 'half']);

const integer = /^\d{1,3}(?:,\d{3})+$|^\d+$/;
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

function readIndefinite(tokens: readonly Token[], at: number): NumberReading | undefined {
  const half = tokens[at]?.lower === 'half';
  const head = half && tokens[at + 1]?.lower === 'a' ? at + 2 : at + 1;
  const factor = multipliers.get(tokens[head]?.lower ?? '');
  if (factor === undefined) return undefined;
  return { value: half ? factor / 2 : factor, first: at, last: head + 1, round: true };
}

/** Take the multipliers after a number: "two hundred and six", "1.5 million", "two dozen". */
function multiply(tokens: readonly Token[], start: NumberReading, words: boolean): NumberReading {
  let reading = start;
  for (;;) {
    const factor = multipliers.get(tokens[reading.last]?.lower ?? '');
    if (factor === undefined) return reading;
    reading = { ...reading, value: reading.value * factor, last: reading.last + 1 };
    const and = tokens[reading.last]?.lower === 'and' ? 1 : 0;
    const rest = words && factor >= 100 ? readTensAndUnit(tokens, reading.last + and) : undefined;
    if (rest !== undefined) reading = { ...reading, value: reading.value + rest.value, last: rest.last };
  }
}

/**
 * Read the number that begins at a token: digits with thousands commas, words up to billions, "two dozen", "a hundred".
 *
 * Decimals ("1.5") are read only before a multiplier ("1.5 million"). Returns undefined where no number begins.
 */
export function readNumber(tokens: readonly Token[], at: number): NumberReading | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (indefinites.has(token.lower)) return readIndefinite(tokens, at);
  if (!beginsWithDigit(token.form)) {
    const spelled = readTensAndUnit(tokens, at);
    return spelled === undefined ? undefined : multiply(tokens, spelled, true);
  }
  const value = readDigits(token.form);
  if (value === undefined) return undefined;
  const reading = multiply(tokens, { value, first: at, last: at + 1, round: false }, false);
  return Number.isInteger(reading.value) ? reading : undefined;
}
