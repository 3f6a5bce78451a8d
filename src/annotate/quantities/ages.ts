import numbers from '../../../data/numbers.json' with { type: 'json' };
import type { Token } from '../../model/index.ts';
import { isDigits, type KindTest, wordAt } from './context.ts';

const units: ReadonlySet<string> = new Set(numbers.ageUnits);
const cues: ReadonlySet<string> = new Set(numbers.ageCues);
const bounds: ReadonlySet<string> = new Set(numbers.ageBounds);
const boundedPeople: ReadonlySet<string> = new Set(numbers.boundedPeople);
const closers: ReadonlySet<string> = new Set(numbers.ageClosers);
const listWords: ReadonlySet<string> = new Set(numbers.ageListWords);
const months: ReadonlySet<string> = new Set(numbers.months);
/** Words and marks right after a bare number of a list, '' for the sentence's end. */
const listEnds: ReadonlySet<string> = new Set(['and', ',', '.', ';', '—', '-', '']);
const bareEnds: ReadonlySet<string> = new Set([',', '.', ';', '—', '-', ')', '']);
const oldest = 110;
/** Tokens back to which a list of ages may have its cue. */
const listReach = 14;

function mayBeAge(tokens: readonly Token[], first: number, value: number): boolean {
  return value <= oldest && isDigits(tokens[first]);
}

/** "22-year-old", "22 years old", "17 years of age", "11-, 12- and 14-year-olds". */
const readsUnit: KindTest = (tokens, { last }) => {
  const joint = wordAt(tokens, last) === '-' ? 1 : 0;
  const unit = tokens[last + joint]?.lemma ?? '';
  if (/^(?:year|month)-olds?$/.test(unit)) return 'age';
  if (units.has(unit.replace(/s$/, ''))) {
    const [after, beyond] = [wordAt(tokens, last + joint + 1), wordAt(tokens, last + joint + 2)];
    if (after === 'old' || (after === '-' && beyond.startsWith('old')) || (after === 'of' && beyond === 'age'))
      return 'age';
  }
  // The hyphen touches the number: "12- and 10-year-old sons".
  const hangs = joint === 1 && tokens[last]?.start === tokens[last - 1]?.end;
  return hangs && /^(?:and|or|,|to)$/.test(wordAt(tokens, last + 1)) ? 'age' : undefined;
};

/** "aged 22", "children under eight", "anyone over 65". */
const readsCue: KindTest = (tokens, { first }) => {
  const before = wordAt(tokens, first - 1);
  if (cues.has(before)) return 'age';
  return bounds.has(before) && boundedPeople.has(wordAt(tokens, first - 2)) ? 'age' : undefined;
};

function isNounAt(tokens: readonly Token[], at: number): boolean {
  const pos = tokens[at]?.pos;
  return pos === 'NOUN' || pos === 'ADJ';
}

const predicates: ReadonlySet<string> = new Set(['was', 'is', 'died']);

/** Tell whether the capitals that end at a token follow a preposition: "In Harrowgate, 22 died" tells no age. */
function isSetting(tokens: readonly Token[], last: number): boolean {
  let first = last;
  while (/^[A-Z]/.test(tokens[first - 1]?.form ?? '') && tokens[first - 1]?.pos !== 'ADP') first--;
  return tokens[first - 1]?.pos === 'ADP';
}

/** "Mara Voss, 22,", "Mara Voss (22)", "kills sons, 10 and 12": a number that only adds to who is told before. */
const readsApposition: KindTest = (tokens, { first, last, value }) => {
  if (!mayBeAge(tokens, first, value)) return undefined;
  const mark = wordAt(tokens, first - 1);
  const end = wordAt(tokens, last);
  if (mark === '(' && end === ')') return 'age';
  const before = tokens[first - 2];
  if (mark !== ',' || before === undefined) return undefined;
  const listed = listEnds.has(end) && !isNounAt(tokens, last + 1);
  if (before.pos === 'NOUN' && listed && !/\d/.test(before.form)) return 'age';
  const named = before.pos === 'PROPN' || /^[A-Z]/.test(before.form);
  if (predicates.has(end) && isSetting(tokens, first - 2)) return undefined;
  return named && closers.has(end) && !months.has(before.lower) ? 'age' : undefined;
};

const asides: ReadonlySet<string> = new Set(numbers.ageAsides);
const countNouns: ReadonlySet<string> = new Set(numbers.countNouns);
const asideMarks: ReadonlySet<string> = new Set([',', '(', '-', '–', '—']);
/** Prepositions before a name that belong to the person: "a man from Harrowgate, believed to be 50". */
const origins: ReadonlySet<string> = new Set(['of', 'from']);

/** Tell whether a noun may name one person: "a man", not "civilians", "the toll" or, where a place may follow, "at the mill". */
function namesOne(tokens: readonly Token[], at: number, followed: boolean): boolean {
  const noun = wordAt(tokens, at);
  if (/(?:[^s]s|men|people|children|police)$/.test(noun) || countNouns.has(noun)) return false;
  let first = at;
  while (/^(?:DET|ADJ|NOUN)$/.test(tokens[first - 1]?.pos ?? '')) first--;
  return !followed || tokens[first - 1]?.pos !== 'ADP';
}

/** Tell whether one person may be told up to a token: a name or a singular noun, perhaps with the place they are of. */
function endsPerson(tokens: readonly Token[], last: number): boolean {
  const head = tokens[last];
  if (head?.pos === 'NOUN') return namesOne(tokens, last, false);
  if (head === undefined || !/^[A-Z]/.test(head.form) || months.has(head.lower)) return false;
  let first = last;
  while (/^[A-Z]/.test(tokens[first - 1]?.form ?? '') && tokens[first - 1]?.pos !== 'ADP') first--;
  if (tokens[first - 1]?.pos !== 'ADP' || origins.has(wordAt(tokens, first - 1))) return true;
  return tokens[first - 2]?.pos === 'NOUN' && namesOne(tokens, first - 2, true);
}

/** "Mara Voss, also 19,", "a man, believed to be 50,", "a pupil, who was just 14,"; "civilians, believed to be 50," are counted. */
const readsAside: KindTest = (tokens, { first, last, value }) => {
  if (!mayBeAge(tokens, first, value) || !bareEnds.has(wordAt(tokens, last))) return undefined;
  let at = first - 1;
  while (asides.has(wordAt(tokens, at))) at--;
  if (at === first - 1) return undefined;
  return asideMarks.has(wordAt(tokens, at)) && endsPerson(tokens, at - 1) ? 'age' : undefined;
};

/** "ages 13, 17 and 19", "aged between 22 and 27": members of a list of ages. */
const readsList: KindTest = (tokens, { first, value }) => {
  if (!mayBeAge(tokens, first, value)) return undefined;
  for (let at = first - 1; at >= Math.max(0, first - listReach); at--) {
    const word = wordAt(tokens, at);
    if (word === 'age' || word === 'ages' || word === 'aged') return 'age';
    if (!isDigits(tokens[at]) && !listWords.has(word)) return undefined;
  }
  return undefined;
};

/** ", 16," alone between commas; "sons, 10 and 12": a bare number beside another bare one; "turned 15". */
const readsBare: KindTest = (tokens, { first, last, value }) => {
  if (!mayBeAge(tokens, first, value)) return undefined;
  const before = wordAt(tokens, first - 1);
  const end = wordAt(tokens, last);
  if ((before === ',' && end === ',') || /^turn(?:ed|ing|s)?$/.test(before)) return 'age';
  const joined = before === ',' || before === 'and';
  const beside = joined && bareEnds.has(end) && isDigits(tokens[first - 2]);
  return beside && wordAt(tokens, first - 3) === ',' ? 'age' : undefined;
};

/** Tests that a number is an age, in the order they are asked. */
export const ageTests: readonly KindTest[] = [readsUnit, readsCue, readsApposition, readsAside, readsList, readsBare];
