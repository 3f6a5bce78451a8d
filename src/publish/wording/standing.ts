import {
  type AttributeReading,
  type ClaimValue,
  type CountRecord,
  type CountValue,
  compareText,
  isCountRecord,
  type TermRecord,
} from '../../model/index.ts';
import { escapePattern } from '../../text/patterns.ts';
import { formatEdtf } from './dates.ts';
import { formatCount, formatFigure, formatNumber, formatValue } from './figures.ts';
import { differenceNames, spellTerm } from './labels.ts';

/**
 * Find the reading that the accepted value came from: one with the same printed number; else the only one without a difference
 * (its number may be lower, since a policy may add the attackers); else one whose interval contains the value.
 */
export function findAccepted(record: CountRecord | TermRecord): AttributeReading | undefined {
  const used = record.readings.filter((reading) => reading.used);
  if (!isCountRecord(record)) {
    if (record.value === null) return undefined;
    return used.find((reading) => codeOf(reading.value) === record.value) ?? used[0];
  }
  const { best } = record;
  if (best === null) return undefined;
  const counts = used.flatMap((reading) => (reading.value.kind === 'count' ? [{ reading, value: reading.value }] : []));
  const plain = counts.filter(({ reading }) => reading.difference === undefined);
  return (
    counts.find(({ value }) => value.min === best && value.max === best) ??
    counts.find(({ value }) => value.anchor === best) ??
    (plain.length === 1 ? plain[0] : undefined) ??
    counts.find(({ value }) => value.min <= best && best <= (value.max ?? Number.POSITIVE_INFINITY))
  )?.reading;
}

const otherTotals: ReadonlySet<string> = new Set(['subset', 'scope', 'wrong-incident', 'rejected']);

/**
 * Order the readings of a record for printing: the accepted one, those used beside it, other figures for the same people, then
 * figures that count something else.
 */
export function orderReadings(record: CountRecord | TermRecord): readonly AttributeReading[] {
  const accepted = findAccepted(record);
  const rank = (reading: AttributeReading): number => {
    if (reading === accepted) return 0;
    if (reading.used) return 1;
    return otherTotals.has(reading.difference ?? '') ? 3 : 2;
  };
  return [...record.readings].sort((a, b) => rank(a) - rank(b));
}

/** Give a value as an edition codes it: a number, EDTF, a table's term, a name. */
function codeOf(value: ClaimValue): string {
  switch (value.kind) {
    case 'count':
      return String(value.anchor ?? value.min);
    case 'date':
      return value.edtf;
    case 'category':
      return value.term;
    case 'statement':
      return value.text;
    case 'place':
    case 'actor':
      return value.name;
  }
}

/**
 * Give the accepted figure with the bound that its words set: for "more than 300" the best is 300 and the bound "more than";
 * undefined where there is no best.
 */
function boundOf(record: CountRecord): CountValue | undefined {
  const { best } = record;
  if (best === null) return undefined;
  const value = findAccepted(record)?.value;
  const plain: CountValue = { kind: 'count', min: best, max: best, anchor: best };
  return value?.kind === 'count' && value.anchor === best && value.vague === undefined ? value : plain;
}

/**
 * Print a record's accepted figure with its bound ("more than 300"); where there is no best, the interval, or words that say
 * there is none.
 */
export function formatBest(record: CountRecord): string {
  const bound = boundOf(record);
  return bound === undefined ? formatFigure(record) : formatCount(bound);
}

const boundMarks: Readonly<Partial<Record<NonNullable<CountValue['qualifier']>, string>>> = {
  'at-least': '≥ ',
  'more-than': '> ',
  'up-to': '≤ ',
  nearly: '~ ',
  about: '~ ',
  'fewer-than': '< ',
};

/**
 * Print a figure with a mark for its bound, where there is no room for words.
 *
 * "at least 137" prints as "≥ 137", "more than 300" as "> 300", "about 70" as "~ 70".
 */
export function markCount(value: CountValue): string {
  const mark = value.anchor === undefined ? '' : (boundMarks[value.qualifier ?? 'implicit'] ?? '');
  return `${mark}${formatNumber(value.anchor ?? value.min)}`;
}

/** Print a record's accepted figure with a mark for its bound, as `markCount` does. */
export function markBest(record: CountRecord): string {
  const bound = boundOf(record);
  return bound === undefined ? formatFigure(record) : markCount(bound);
}

/** Print the accepted value of a category, date, name or statement. */
export function formatTerm(record: TermRecord): string | undefined {
  if (record.value === null) return undefined;
  const value = findAccepted(record)?.value;
  if (value !== undefined && codeOf(value) === record.value) return formatValue(value);
  if (/^[\d[{]\S*$/.test(record.value)) return formatEdtf(record.value);
  return /^[a-z]+(?:[-_][a-z]+)*$/.test(record.value) ? spellTerm(record.value) : record.value;
}

/**
 * Say why a record has its value, with codes written out ("2024-21" as "spring 2024", "1500" as "1,500"). Empty for several
 * statements, since the sentence would only repeat them.
 */
export function sayWhy(record: CountRecord | TermRecord): string {
  const areStatements = record.readings.length > 1 && record.readings.every(({ value }) => value.kind === 'statement');
  return areStatements ? '' : spellCodes(record.why, record).replace(/"([^"]*)"/g, '“$1”');
}

/** Say in one phrase how a reading relates to the accepted one: "accepted; at most 3 independent". */
export function explainReading(
  reading: AttributeReading,
  accepted: AttributeReading | undefined,
  record: CountRecord | TermRecord,
): string {
  const sources = reading.independentSources > 1 ? `at most ${reading.independentSources} independent` : '';
  const difference = reading.difference === undefined ? '' : differenceNames[reading.difference];
  const standing =
    reading === accepted
      ? sayAccepted(reading, record)
      : difference || (reading.used ? 'stands beside it' : 'set aside');
  const note = reading.note === undefined ? '' : spellCodes(reading.note, record);
  return [[standing, sources].filter((part) => part !== '').join('; '), note].filter((part) => part !== '').join('. ');
}

/**
 * Say that a reading is accepted. Where the policy gives another number for it, add that number: a reading of 12 that includes
 * 2 attackers may be "accepted as 10".
 */
function sayAccepted({ value }: AttributeReading, record: CountRecord | TermRecord): string {
  if (!isCountRecord(record) || record.best === null || value.kind !== 'count') return 'accepted';
  const isOther = value.anchor !== undefined && value.anchor !== record.best;
  return isOther ? `accepted as ${formatNumber(record.best)}` : 'accepted';
}

function spellCodes(words: string, record: CountRecord | TermRecord): string {
  const marks = isCountRecord(record) ? [record.low, record.best, record.high].filter((mark) => mark !== null) : [];
  const spelt = new Map([...marks.map(pairNumber), ...record.readings.flatMap(({ value }) => pairCodes(value))]);
  const codes = [...spelt].filter(([code, print]) => code !== print).map(([code]) => code);
  if (codes.length === 0) return words;
  const longestFirst = codes.sort((a, b) => b.length - a.length || compareText(a, b)).map(escapePattern);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}/-])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}/-])`, 'gu');
  return words.replace(pattern, (code) => spelt.get(code) ?? code);
}

function pairNumber(count: number): readonly [string, string] {
  return [String(count), formatNumber(count)];
}

function pairCodes(value: ClaimValue): readonly (readonly [string, string])[] {
  if (value.kind === 'date' || value.kind === 'category') return [[codeOf(value), formatValue(value)]];
  if (value.kind !== 'count') return [];
  return [value.min, value.max, value.anchor].flatMap((count) =>
    typeof count === 'number' ? [pairNumber(count)] : [],
  );
}
