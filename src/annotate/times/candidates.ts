import { overlaps, type Range } from '../../model/index.ts';
import { clockRules } from './clock.ts';
import { contextRules } from './context.ts';
import { dateRules } from './dates.ts';
import { durationRules } from './durations.ts';
import { isDay, widenByPart } from './finish.ts';
import { holidayRules } from './holidays.ts';
import { monthDayRules } from './month-day.ts';
import { monthRules } from './months.ts';
import { offsetRules } from './offsets.ts';
import type { TimeParse, TimeRule, TimeTrigger } from './rule.ts';
import { seasonRules } from './seasons.ts';
import { findTriggers, type Hit } from './triggers.ts';
import { weekdayRules } from './weekdays.ts';
import { windowRules } from './windows.ts';
import { decadeRules, yearRules } from './years.ts';

/** In order of preference between readings of the same words. */
const rules: readonly TimeRule[] = [
  ...dateRules,
  ...holidayRules,
  ...monthDayRules,
  ...contextRules,
  ...monthRules,
  ...yearRules,
  ...decadeRules,
  ...seasonRules,
  ...weekdayRules,
  ...offsetRules,
  ...windowRules,
  ...clockRules,
  ...durationRules,
];

const order: ReadonlyMap<TimeRule, number> = new Map(rules.map((rule, index) => [rule, index]));

const rulesByTrigger: ReadonlyMap<TimeTrigger, readonly TimeRule[]> = (() => {
  const found = new Map<TimeTrigger, TimeRule[]>();
  for (const rule of rules) {
    for (const trigger of rule.triggers) found.set(trigger, [...(found.get(trigger) ?? []), rule]);
  }
  return found;
})();

/** Characters looked at on either side of a trigger; the longest expression and its cues fit. */
const leftReach = 64;
const rightReach = 64;

/** A reading of a stretch of text, before the choice among overlapping ones. */
export interface TimeCandidate extends Range {
  readonly reading: TimeParse;
  readonly rule: TimeRule;
}

/** Read every time in one block; longest match wins, and among equals the earlier rule. Positions are the block's own. */
export function readCandidates(block: string): readonly TimeCandidate[] {
  const found = new Map<string, TimeCandidate>();
  for (const hit of findTriggers(block)) {
    for (const rule of rulesByTrigger.get(hit.trigger) ?? []) readAround(block, hit, rule, found);
  }
  const ranked = [...found.values()].sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) || (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0) || a.start - b.start,
  );
  const kept: TimeCandidate[] = [];
  for (const candidate of ranked) {
    if (!kept.some((other) => overlaps(candidate, other))) kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function readAround(block: string, hit: Hit, rule: TimeRule, found: Map<string, TimeCandidate>): void {
  const from = wordEdge(block, hit.start - leftReach);
  const window = block.slice(from, hit.end + rightReach);
  rule.pattern.lastIndex = 0;
  for (let match = rule.pattern.exec(window); match !== null; match = rule.pattern.exec(window)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (start >= hit.end) return;
    if (end < hit.end) continue;
    if (start > hit.start) continue;
    const reading = rule.read({
      groups: match.groups ?? {},
      match: match[0],
      before: window.slice(0, match.index),
      after: window.slice(match.index + match[0].length),
    });
    if (reading === undefined) continue;
    const candidate = widen(block, { start, end, reading, rule });
    found.set(`${rule.name} ${candidate.start} ${candidate.end}`, candidate);
  }
}

/** Move a cut to the end of the word it falls in, so that no word is seen by half. */
function wordEdge(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.indexOf(' ', at);
  return space < 0 || space > at + 24 ? at : space;
}

function widen(block: string, candidate: TimeCandidate): TimeCandidate {
  const { reading } = candidate;
  if (reading.role !== undefined || !isDay(reading.reference)) return candidate;
  const { part, ...range } = widenByPart(block, candidate);
  return { ...candidate, ...range, reading: part === undefined ? reading : { ...reading, part } };
}
