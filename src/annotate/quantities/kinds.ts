import groupWords from '../../../data/group-words.json' with { type: 'json' };
import numbers from '../../../data/numbers.json' with { type: 'json' };
import peopleNouns from '../../../data/people-nouns.json' with { type: 'json' };
import type { QuantityKind, Token } from '../../model/index.ts';
import { ageTests } from './ages.ts';
import { isDigits, type KindTest, touches, wordAt } from './context.ts';
import type { NumberReading } from './number-words.ts';

const measures: ReadonlySet<string> = new Set(numbers.units_of_measure);
const money: ReadonlySet<string> = new Set(numbers.money_words);
const signs: ReadonlySet<string> = new Set(numbers.currency_signs);
const percents: ReadonlySet<string> = new Set(numbers.percentWords);
const addressHeads: ReadonlySet<string> = new Set(numbers.address_heads);
const identifiers: ReadonlySet<string> = new Set(numbers.identifier_before);
const months: ReadonlySet<string> = new Set(numbers.months);
const clockWords: ReadonlySet<string> = new Set(numbers.clockWords);
const yearCues: ReadonlySet<string> = new Set(numbers.yearCues);
const lastDayOfMonth = 31;
/** Tokens after a house number within which its street is named. */
const addressReach = 5;
/** Digits of the last part of a telephone number. */
const phoneDigits = 4;
/** Tokens after a number within which its unit stands. */
const unitReach = 3;

const readsMoney: KindTest = (tokens, { first, last }) =>
  signs.has(tokens[first - 1]?.form ?? '') || money.has(tokens[last]?.lemma ?? '') ? 'money' : undefined;

const readsPercent: KindTest = (tokens, { last }) => {
  const word = wordAt(tokens, last);
  return percents.has(word) || (word === 'per' && wordAt(tokens, last + 1) === 'cent') ? 'percent' : undefined;
};

/** Tell whether the mark at a token is the colon of a time: "6:45" is one, "Police: 4 shot" is not. */
function isClockColon(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.form === ':' && touches(tokens[at - 1], tokens[at]) && touches(tokens[at], tokens[at + 1]);
}

const readsClock: KindTest = (tokens, { first, last }) =>
  clockWords.has(wordAt(tokens, last)) || isClockColon(tokens, last) || isClockColon(tokens, first - 1)
    ? 'clock'
    : undefined;

function isPluralNoun(token: Token | undefined): boolean {
  return token !== undefined && token.pos === 'NOUN' && token.lower.endsWith('s') && !token.lower.endsWith('ss');
}

const readsDate: KindTest = (tokens, { first, last, value }) => {
  const beside = [tokens[first - 1], tokens[last]];
  // "may" is a month only with its capital.
  const inMonth = (token: Token | undefined) =>
    token !== undefined && months.has(token.lower) && (token.lower !== 'may' || token.form === 'May');
  if (value <= lastDayOfMonth && beside.some(inMonth)) return 'date';
  if (!/^(?:1[5-9]|20)\d\d$/.test(tokens[first]?.form ?? '')) return undefined;
  return isPluralNoun(tokens[last]) && !yearCues.has(wordAt(tokens, first - 1)) ? undefined : 'date';
};

/** Tell whether a street is named after a house number: "4100 Lower Mill Road". */
function isHouseNumber(tokens: readonly Token[], last: number): boolean {
  for (let at = last; at < last + addressReach; at++) {
    const form = tokens[at]?.form ?? '';
    if (!/^[A-Z0-9]/.test(form)) return false;
    if (/^[A-Z]/.test(form) && addressHeads.has(wordAt(tokens, at))) return true;
  }
  return false;
}

/** Telephone numbers, addresses, roads, models, channels. */
const readsIdentifier: KindTest = (tokens, { first, last }) => {
  if (!isDigits(tokens[first])) return undefined;
  const before = tokens[first - 1];
  const hangs = before?.form === '-' && touches(before, tokens[first]) && touches(tokens[first - 2], before);
  const next = tokens[last + 1];
  const leads =
    tokens[last]?.form === '-' &&
    touches(tokens[last - 1], tokens[last]) &&
    touches(tokens[last], next) &&
    isDigits(next) &&
    (next?.form.length ?? 0) >= phoneDigits;
  const numbered = before?.form === '#' || (before?.lower !== 'us' && identifiers.has(before?.lower ?? ''));
  return hangs || leads || numbered || wordAt(tokens, last) === 'block' || isHouseNumber(tokens, last)
    ? 'identifier'
    : undefined;
};

/** Tell whether "shot" after a number tells what befell people: "4 shot", but "four shots" and "one shot" are rounds. */
function tellsOfPeople(tokens: readonly Token[], { first, last, value }: NumberReading): boolean {
  return wordAt(tokens, last) === 'shot' && (value > 1 || isDigits(tokens[first]));
}

const { notPeople: _, irregular: irregularPeople, ...peopleFamilies } = peopleNouns;
const people: ReadonlySet<string> = new Set([...Object.values(peopleFamilies).flat(), ...Object.keys(irregularPeople)]);

/** Endings of nouns for people that no list has: "elders", "technicians". */
const peopleEndings: readonly string[] = groupWords.endings;

/** Tell whether a noun is but the first part of one for people: "eight family members", "three gunshot victims", "12 bus passengers". */
function opensPeople(tokens: readonly Token[], at: number): boolean {
  const isNoun = (token: Token | undefined): boolean => token?.pos === 'NOUN' || token?.pos === 'PROPN';
  if (tokens[at]?.lower !== tokens[at]?.lemma.toLowerCase()) return false;
  let last = at;
  while (last < at + unitReach && isNoun(tokens[last + 1])) last += 1;
  const head = tokens[last];
  if (last === at || head === undefined || measures.has(head.lemma.toLowerCase())) return false;
  return (
    people.has(head.lower) ||
    people.has(head.lemma.toLowerCase()) ||
    peopleEndings.some((ending) => head.lower.endsWith(ending))
  );
}

const readsMeasure: KindTest = (tokens, reading) => {
  const { last } = reading;
  if (tellsOfPeople(tokens, reading)) return undefined;
  for (let at = last; at < last + unitReach; at++) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (token.form === '-' || token.pos === 'ADJ' || (at === last && token.lower === 'more')) continue;
    // "dozens wounded" counts people, though a wound is a unit.
    if (token.pos === 'PUNCT' || (token.pos === 'VERB' && token.lower.endsWith('ed'))) return undefined;
    if (opensPeople(tokens, at)) return undefined;
    return measures.has(token.lemma) || measures.has(token.lower.replace(/s$/, '')) ? 'measure' : undefined;
  }
  return undefined;
};

const tests: readonly KindTest[] = [
  readsMoney,
  readsPercent,
  readsClock,
  ...ageTests,
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
