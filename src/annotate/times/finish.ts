import terms from '../../../data/time-words.json' with { type: 'json' };
import type { Range, TimeExpression, TimeReference, TimeRole } from '../../model/index.ts';
import { oneOf } from './words.ts';

/** What the words around an expression add: part of the day, direction, role. */

type PartOfDay = NonNullable<TimeExpression['part']>;

const reach = 48;
const sentenceReach = 160;

const leftPart =
  /\b(?:(?:the\s+)?(?:(?:early|late|mid|predawn|pre-dawn)[\s-]+)?(?<part>morning|afternoon|evening|night|early hours|small hours|early morning hours|hours|predawn hours|(?:morning|evening|afternoon|nighttime)\s+hours)\s+(?:of|on)\s+|(?<edge>early|earlier|late|later|overnight)\s+(?:on\s+)?)$/i;
const rightPart = /^(?:,?\s+|-)(?:(?:early|late|at|mid)[\s-]+)?(?<part>morning|afternoon|evening|night)\b(?!['’]?s\b)/i;

/** Tell whether an expression names one day, which a part of the day may narrow. */
export function isDay(reference: TimeReference): boolean {
  switch (reference.kind) {
    case 'absolute':
      return reference.value.precision === 'day';
    case 'weekday':
      return true;
    case 'offset':
      return reference.unit === 'day';
    case 'calendar':
      return reference.day !== undefined && reference.lastDay === undefined;
    case 'context':
      return reference.unit === 'day';
    case 'window':
    case 'stretch':
      return false;
  }
}

function partNamed(word: string): PartOfDay {
  const lower = word.toLowerCase();
  if (lower === 'morning' || lower === 'afternoon' || lower === 'evening' || lower === 'night') return lower;
  if (lower.startsWith('late') || lower.startsWith('night') || lower === 'overnight') return 'night';
  if (lower.startsWith('evening') || lower.startsWith('afternoon'))
    return lower.startsWith('e') ? 'evening' : 'afternoon';
  return 'morning';
}

/** Take "early", "the night of" before and "night" after a day into its range. */
export function widenByPart(text: string, range: Range): Range & { readonly part?: PartOfDay } {
  const before = leftPart.exec(text.slice(Math.max(0, range.start - reach), range.start));
  const after = rightPart.exec(text.slice(range.end, range.end + reach));
  if (before === null && after === null) return range;
  const start = range.start - (before?.[0].length ?? 0);
  const end = range.end + (after?.[0].length ?? 0);
  const word = after?.groups?.part ?? before?.groups?.part ?? before?.groups?.edge;
  return word === undefined ? { start, end } : { start, end, part: partNamed(word) };
}

const since = /\b(?:since|ever\s+since)\s+(?:(?:at\s+)?(?:the|least)\s+)?$/i;
const until = /\b(?:until|till|til|through|thru|by|up\s+to)\s+(?:the\s+)?$/i;
const onwards = /^\s+(?:onwards?|on)\b(?!\s+(?:the|a)\b)/i;

/** Tell what an expression does from the words right before it. */
export function roleOf(text: string, range: Range): TimeRole {
  const before = text.slice(Math.max(0, range.start - 24), range.start);
  if (since.test(before)) return 'since';
  if (/\bfrom\s+$/i.test(before) && onwards.test(text.slice(range.end, range.end + 12))) return 'since';
  return until.test(before) ? 'until' : 'point';
}

const future = new RegExp(`(?<![A-Za-z])${oneOf(terms.futureCues)}(?![A-Za-z])`, 'gi');
const pastCue = new RegExp(`\\b${oneOf(terms.pastCues)}\\b`, 'i');

/** "warned ahead of Friday's attack": violence that has its day has happened. */
const violence = new RegExp(`^(?:['’]s?(?:\\s+[\\w-]+){0,3})?\\s+${oneOf(terms.violentEvents)}\\b`, 'i');

/** Tell whether the sentence before a day speaks of what is to come, with no past verb in between. */
function isAhead(text: string, range: Range): boolean {
  const before = text.slice(Math.max(0, range.start - sentenceReach), range.start);
  const after = text.slice(range.end, range.end + reach);
  if (violence.test(after) || (/^['’]s\b/.test(after) && !/\bahead\s+of\s+$/i.test(before))) return false;
  const sentence = before.slice(
    Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), before.lastIndexOf('”')) + 1,
  );
  let end = -1;
  for (const match of sentence.matchAll(future)) end = match.index + match[0].length;
  return end >= 0 && !pastCue.test(sentence.slice(end));
}

/** Turn a day told without its year or week to the future where a cue says so; otherwise leave it in the past. */
export function directed(text: string, range: Range, reference: TimeReference): TimeReference {
  const open = reference.kind === 'weekday' || (reference.kind === 'calendar' && reference.years === undefined);
  if (!open || reference.direction !== 'past' || !isAhead(text, range)) return reference;
  return { ...reference, direction: 'next' };
}
