import holidays from '../../../data/time-holidays.json' with { type: 'json' };
import terms from '../../../data/time-words.json' with { type: 'json' };
import type { Range } from '../../model/index.ts';
import type { TimeTrigger } from './rule.ts';

export interface Hit extends Range {
  readonly trigger: TimeTrigger;
}

function listed(trigger: TimeTrigger, words: string): readonly (readonly [string, TimeTrigger])[] {
  return words.split(' ').map((word) => [word, trigger] as const);
}

const units = 'minute hour day week fortnight month year decade';
const triggers: ReadonlyMap<string, TimeTrigger> = new Map([
  // First, since "May" of a feast is a month before it is a feast.
  ...holidays.flatMap(({ names }) =>
    names.map((name) => [/[A-Za-z]{3,}/.exec(name)?.[0].toLowerCase() ?? '', 'holiday'] as const),
  ),
  ...terms.months.flat().map((name) => [name.toLowerCase(), 'month'] as const),
  ...terms.weekdays.flat().map((name) => [name.toLowerCase(), 'weekday'] as const),
  ...terms.weekdays.flatMap(([name]) => (name === undefined ? [] : [[`${name.toLowerCase()}s`, 'weekday'] as const])),
  ...listed('unit', units),
  ...listed('unit', units.replace(/\w+/g, '$&s')),
  ...listed('unit', 'daily weekly monthly yearly annually nightly'),
  ...listed('deictic', 'yesterday today tomorrow tonight overnight'),
  ...listed('weekend', 'weekend'),
  ...listed('season', 'spring summer autumn fall winter'),
  ...listed('daypart', 'morning afternoon evening night dawn dusk noon midday midnight'),
]);

/** Capitals matter to months and weekdays: "may", "march", "sat" are words of another kind. */
const named: ReadonlySet<TimeTrigger> = new Set<TimeTrigger>(['month', 'weekday', 'holiday']);

function triggerOfNumber(text: string, start: number, end: number): TimeTrigger | undefined {
  const next = text[end];
  const length = end - start;
  if (length === 4) {
    if (text[start] !== '1' && text[start] !== '2') return undefined;
    if (next === 's' || ((next === "'" || next === '’') && text[end + 1] === 's')) return 'decade';
    return next === '-' && isDigit(text, end + 1) && isDigit(text, end + 2) ? 'numeric' : 'year';
  }
  if (length > 2) return undefined;
  if (length === 2 && /['’]/.test(text[start - 1] ?? '')) return 'decade';
  if (next === ':' && isDigit(text, end + 1)) return 'clock';
  if ((next === '.' || next === '/' || next === '-') && isDigit(text, end + 1)) return 'numeric';
  if (next === 's' && text[end - 1] === '0') return 'decade';
  return /^\s?[ap]\.?m\b/i.test(text.slice(end, end + 5)) ? 'clock' : undefined;
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}

/** Find every word or number that may belong to a time, in order; one pass, nothing judged. */
export function findTriggers(text: string): readonly Hit[] {
  const words = /[A-Za-z]{3,}|\d+/g;
  const hits: Hit[] = [];
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    const start = match.index;
    const end = words.lastIndex;
    if (isDigit(text, start)) {
      const trigger = triggerOfNumber(text, start, end);
      if (trigger !== undefined) hits.push({ start, end, trigger });
      else if (end - start === 4) hits.push({ start, end, trigger: 'clock' });
      continue;
    }
    if (end - start > 9) continue;
    const trigger = triggers.get(match[0].toLowerCase());
    if (trigger === undefined || (named.has(trigger) && text.charCodeAt(start) > 90)) continue;
    hits.push({ start, end, trigger });
  }
  return hits;
}
