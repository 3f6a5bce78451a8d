import numbers from '../../../data/numbers.json' with { type: 'json' };
import type { QuantityKind, Token } from '../../model/index.ts';
import type { NumberReading } from './number-words.ts';

const measures: ReadonlySet<string> = new Set(numbers.units_of_measure);
const money: ReadonlySet<string> = new Set(numbers.money_words);
const signs: ReadonlySet<string> = new Set(numbers.currency_signs);
const addressHeads: ReadonlySet<string> = new Set(numbers.address_heads);
const identifiers: ReadonlySet<string> = new Set(numbers.identifier_before);
const months: ReadonlySet<string> = new Set(numbers.months);
const clockWords: ReadonlySet<string> = new Set(['a.m.', 'p.m.', 'am', 'pm', "o'clock", 'a.m', 'p.m', 'noon', 'hrs']);

/** Something about a number's surroundings that says what it counts; the first kind that answers wins. */
type KindTest = (tokens: readonly Token[], reading: NumberReading) => QuantityKind | undefined;

const lower = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';
const isDigits = (form: string): boolean => /^[\d,]+$/.test(form);

const readsMoney: KindTest = (tokens, { first, last }) =>
  signs.has(tokens[first - 1]?.form ?? '') || money.has(tokens[last]?.lemma ?? '') ? 'money' : undefined;

const readsPercent: KindTest = (tokens, { last }) =>
  ['%', 'percent', 'percentage'].includes(lower(tokens, last)) ||
  (lower(tokens, last) === 'per' && lower(tokens, last + 1) === 'cent')
    ? 'percent'
    : undefined;

const readsClock: KindTest = (tokens, { first, last }) => {
  if (clockWords.has(lower(tokens, last))) return 'clock';
  const touches = (mark: Token | undefined, digit: Token | undefined): boolean =>
    mark?.form === ':' && digit !== undefined && (mark.end === digit.start || digit.end === mark.start);
  // "6:45" is a time; "Police: 4 shot" is not.
  const colon = (at: number, own: Token | undefined, beyond: Token | undefined): boolean =>
    touches(tokens[at], own) && touches(tokens[at], beyond);
  return colon(last, tokens[last - 1], tokens[last + 1]) || colon(first - 1, tokens[first], tokens[first - 2])
    ? 'clock'
    : undefined;
};

function isNounAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && token.pos !== 'NUM' && ['NOUN', 'ADJ'].includes(token.pos);
}

/** "22-year-old", "aged 22", ", 22 ,", "22 years old", "ages 13, 17 and 19". */
const readsAge: KindTest = (tokens, { first, last, value }) => {
  const joint = lower(tokens, last) === '-' ? 1 : 0;
  const unit = tokens[last + joint]?.lemma ?? '';
  if (['year', 'month', 'week', 'day', 'yr', 'yrs', 'mo'].includes(unit.replace(/s$/, ''))) {
    const after = lower(tokens, last + joint + 1);
    if (after === 'old' || (after === '-' && lower(tokens, last + joint + 2).startsWith('old'))) return 'age';
    if (after === 'of' && lower(tokens, last + joint + 2) === 'age') return 'age';
  }
  if (/^(year|month)-olds?$/.test(unit)) return 'age';
  // "12- and 10-year-old sons", "11-, 12- and 14-year-olds".
  if (joint === 1 && /^(?:and|or|,|to)$/.test(lower(tokens, last + 1)) && tokens[last]?.start === tokens[last - 1]?.end)
    return 'age';
  if (['aged', 'age', 'ages', 'aging'].includes(lower(tokens, first - 1))) return 'age';
  // "children under eight", "anyone over 65".
  if (
    /^(?:under|over|below|above)$/.test(lower(tokens, first - 1)) &&
    /^(?:children|kids|people|those|anyone|persons?|adults?|youths?|boys?|girls?|age)$/.test(lower(tokens, first - 2))
  )
    return 'age';
  const before = tokens[first - 2];
  const named = before !== undefined && (before.pos === 'PROPN' || /^[A-Z]/.test(before.form));
  const closed = [',', '.', ')', ';', 'and', 'of', 'was', 'died', 'is', '—', '-', '–', ''].includes(
    lower(tokens, last),
  );
  if (value <= 110 && isDigits(tokens[first]?.form ?? '')) {
    // "kills sons, 10 and 12": a bare number after a comma and a noun, with no noun of its own.
    const listed = /^(?:and|,|\.|;|—|-)?$/.test(lower(tokens, last)) && !isNounAt(tokens, last + 1);
    if (lower(tokens, first - 1) === ',' && before?.pos === 'NOUN' && listed && !/\d/.test(before.form)) return 'age';
    if (lower(tokens, first - 1) === ',' && named && closed && !months.has(before.lower)) return 'age';
    if (lower(tokens, first - 1) === '(' && lower(tokens, last) === ')') return 'age';
  }
  return undefined;
};

/** ", 16," alone between commas; "sons, 10 and 12": a bare number beside another bare one; "turned 15". */
const readsBareAge: KindTest = (tokens, { first, last, value }) => {
  if (value > 110 || !isDigits(tokens[first]?.form ?? '')) return undefined;
  if (lower(tokens, first - 1) === ',' && lower(tokens, last) === ',') return 'age';
  if (/^turn(?:ed|ing|s)?$/.test(lower(tokens, first - 1))) return 'age';
  const joint = /^(?:and|,)$/.test(lower(tokens, first - 1));
  const beside = tokens[first - 2];
  const bare = /^(?:,|\.|;|—|-|\))?$/.test(lower(tokens, last));
  return joint && bare && beside !== undefined && isDigits(beside.form) && lower(tokens, first - 3) === ','
    ? 'age'
    : undefined;
};

/** "ages 13, 17 and 19", "aged between 22 and 27": members of a list of ages. */
const readsAgeList: KindTest = (tokens, { first, value }) => {
  if (value > 110 || !isDigits(tokens[first]?.form ?? '')) return undefined;
  for (let at = first - 1; at >= Math.max(0, first - 14); at--) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (/^(?:ages?|aged|age)$/.test(token.lower)) return 'age';
    if (
      !isDigits(token.form) &&
      !/^(?:,|and|to|or|between|from|-|–|&|ranging|ranged|in|the|were|are|of|all|both)$/.test(token.lower)
    )
      return undefined;
  }
  return undefined;
};

const readsDate: KindTest = (tokens, { first, last, value }) => {
  const near = [lower(tokens, first - 1), lower(tokens, last)];
  if (value <= 31 && near.some((word) => months.has(word) && word !== 'may')) return 'date';
  if (value <= 31 && near.includes('may') && tokens.slice(first - 1, last + 1).some((token) => token.form === 'May'))
    return 'date';
  const form = tokens[first]?.form ?? '';
  if (!/^(1[5-9]|20)\d\d$/.test(form)) return undefined;
  const counted = tokens[last];
  const plural =
    counted !== undefined && counted.pos === 'NOUN' && counted.lower.endsWith('s') && !counted.lower.endsWith('ss');
  return plural && !['in', 'since', 'by', 'of', 'the', 'during', 'late', 'early', 'mid'].includes(near[0] ?? '')
    ? undefined
    : 'date';
};

/** Telephone numbers, addresses, roads, models, channels. */
const readsIdentifier: KindTest = (tokens, { first, last }) => {
  const printed = isDigits(tokens[first]?.form ?? '');
  if (!printed) return undefined;
  const before = tokens[first - 1];
  const after = tokens[last];
  const joined = (a: Token | undefined, b: Token | undefined): boolean =>
    a !== undefined && b !== undefined && a.end === b.start;
  if (before?.form === '-' && joined(before, tokens[first]) && joined(tokens[first - 2], before)) return 'identifier';
  if (
    after?.form === '-' &&
    joined(tokens[last - 1], after) &&
    joined(after, tokens[last + 1]) &&
    isDigits(tokens[last + 1]?.form ?? '') &&
    (tokens[last + 1]?.form.length ?? 0) >= 4
  ) {
    return 'identifier';
  }
  if (before?.form === '#' || (before !== undefined && identifiers.has(before.lower) && before.lower !== 'us'))
    return 'identifier';
  if (lower(tokens, last) === 'block') return 'identifier';
  for (let at = last; at < last + 5; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (addressHeads.has(token.lower) && /^[A-Z]/.test(token.form)) return 'identifier';
    if (!/^[A-Z0-9]/.test(token.form)) break;
  }
  return undefined;
};

const readsMeasure: KindTest = (tokens, { last }) => {
  for (let at = last; at < last + 3; at++) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (token.form === '-' || token.pos === 'ADJ' || (at === last && token.lower === 'more')) continue;
    // "dozens wounded" counts people, though a wound is a unit.
    if (token.pos === 'PUNCT' || (token.pos === 'VERB' && token.lower.endsWith('ed'))) return undefined;
    return measures.has(token.lemma) || measures.has(token.lower.replace(/s$/, '')) ? 'measure' : undefined;
  }
  return undefined;
};

const tests: readonly KindTest[] = [
  readsMoney,
  readsPercent,
  readsClock,
  readsAge,
  readsAgeList,
  readsBareAge,
  readsDate,
  readsIdentifier,
  readsMeasure,
];

/** Say what a number counts from the words around it; `cardinal` where nothing speaks against people. */
export function kindOf(tokens: readonly Token[], reading: NumberReading): QuantityKind {
  for (const test of tests) {
    const kind = test(tokens, reading);
    if (kind !== undefined) return kind;
  }
  return 'cardinal';
}
