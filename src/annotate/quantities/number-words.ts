import numbers from '../../../data/numbers.json' with { type: 'json' };
import type { Token } from '../../model/index.ts';

const units: Readonly<Record<string, number>> = numbers.units;
const multipliers: Readonly<Record<string, number>> = numbers.multipliers;

const digits = /^\d{1,3}(?:,\d{3})+$|^\d+$/;

/** A number read from tokens [first, last). */
export interface NumberReading {
  readonly value: number;
  readonly first: number;
  readonly last: number;
  /** True for the indefinite "a hundred", "a dozen". */
  readonly round: boolean;
}

function valueOfDigits(form: string): number | undefined {
  return digits.test(form) ? Number(form.replaceAll(',', '')) : undefined;
}

/** Read "twenty-three": a hyphen token between tens and a unit belongs to the number. */
function readTensAndUnit(tokens: readonly Token[], at: number): NumberReading | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  const hyphenated = first.lower.split('-');
  if (hyphenated.length === 2) {
    const tens = units[hyphenated[0] ?? ''];
    const unit = units[hyphenated[1] ?? ''];
    if (tens !== undefined && unit !== undefined && tens >= 20 && unit < 10) {
      return { value: tens + unit, first: at, last: at + 1, round: false };
    }
  }
  const value = units[first.lower];
  if (value === undefined) return undefined;
  if (value < 20) return { value, first: at, last: at + 1, round: false };
  const next = tokens[at + 1];
  const skip = next?.form === '-' && next.start === first.end ? 1 : 0;
  const unit = units[tokens[at + 1 + skip]?.lower ?? ''];
  if (unit !== undefined && unit > 0 && unit < 10 && skip === 1) {
    return { value: value + unit, first: at, last: at + 3, round: false };
  }
  return { value, first: at, last: at + 1, round: false };
}

/**
 * Read the number that begins at a token: digits with thousands commas, words up to billions, "two dozen", "a hundred".
 *
 * Decimals ("1.5") are read only before a multiplier ("1.5 million"). Returns undefined where no number begins.
 */
export function readNumber(tokens: readonly Token[], at: number): NumberReading | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const printed = valueOfDigits(token.form);
  const decimal = /^\d+\.\d+$/.test(token.form) ? Number(token.form) : undefined;
  let reading =
    printed !== undefined
      ? { value: printed, first: at, last: at + 1, round: false }
      : decimal !== undefined
        ? { value: decimal, first: at, last: at + 1, round: false }
        : readTensAndUnit(tokens, at);
  if (reading === undefined && (token.lower === 'a' || token.lower === 'an' || token.lower === 'half')) {
    return readIndefinite(tokens, at);
  }
  if (reading === undefined) return undefined;
  for (;;) {
    const next: string = tokens[reading.last]?.lower ?? '';
    const factor: number | undefined = next === 'dozen' ? 12 : multipliers[next];
    if (factor === undefined) break;
    reading = { ...reading, value: reading.value * factor, last: reading.last + 1 };
    const and = tokens[reading.last]?.lower === 'and' ? 1 : 0;
    const rest = readTensAndUnit(tokens, reading.last + and);
    if (rest !== undefined && factor >= 100 && printed === undefined) {
      reading = { ...reading, value: reading.value + rest.value, last: rest.last };
    }
  }
  return Number.isInteger(reading.value) ? reading : undefined;
}

function readIndefinite(tokens: readonly Token[], at: number): NumberReading | undefined {
  const half = tokens[at]?.lower === 'half';
  const head = half && tokens[at + 1]?.lower === 'a' ? at + 2 : at + 1;
  const word = tokens[head]?.lower ?? '';
  const factor = word === 'dozen' ? 12 : multipliers[word];
  if (factor === undefined) return undefined;
  return { value: half ? factor / 2 : factor, first: at, last: head + 1, round: true };
}
