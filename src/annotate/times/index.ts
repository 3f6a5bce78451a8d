import type { DateValue, Range, TimeExpression, TimeReference } from '../../model/index.ts';
import { resolveTold } from '../../text/calendar.ts';
import { readCandidates, type TimeCandidate } from './candidates.ts';
import { directed, roleOf } from './finish.ts';
import { findSpoken } from './quotations.ts';
import { joinStretches } from './stretches.ts';

/** Farthest back, in code units, that "two days later" may count from. */
const contextReach = 600;

/** The time last told, from which "two days later" counts. */
interface LastTime {
  readonly value: DateValue;
  readonly end: number;
  readonly fixed: boolean;
}

/**
 * Read the times an article tells.
 *
 * `anchorDay` is the ISO day relative times count from; without it only complete dates and what counts from them have a
 * value, and every reference is kept. `blocks` are stretches no expression may cross (default: lines). The result is
 * sorted and disjoint; positions are UTF-16 code units of `text`. Clocks, durations and repetitions carry no value.
 */
export function readTimes(
  text: string,
  anchorDay?: string,
  blocks: readonly Range[] = lineRanges(text),
): readonly TimeExpression[] {
  const expressions: TimeExpression[] = [];
  let told: LastTime | undefined;
  for (const block of blocks) {
    const slice = text.slice(block.start, block.end);
    const candidates = joinStretches(slice, readCandidates(slice));
    const spoken = findSpoken(slice, candidates);
    for (const candidate of candidates) {
      const near = told !== undefined && block.start + candidate.start - told.end <= contextReach;
      const said = spoken.get(candidate);
      const counting = { anchorDay, told: near ? told : undefined, spoken: said };
      const expression = express(slice, block.start, candidate, counting);
      expressions.push(expression);
      if (expression.value !== undefined && !isTimeOfSpeech(slice, candidate)) {
        told = { value: expression.value, end: expression.end, fixed: expression.fixed === true };
      } else if (expression.value === undefined && namesDay(expression)) told = undefined;
    }
  }
  return expressions;
}

/** Tell whether an expression names a time that only the day of print would fix: what comes later counts from it, and from nothing before. */
function namesDay({ role, reference }: TimeExpression): boolean {
  return (
    role === 'point' && (reference.kind === 'weekday' || reference.kind === 'offset' || reference.kind === 'calendar')
  );
}

/** What a time counts from: the day of print, the time last told, the day its quotation was spoken. */
interface Counting {
  readonly anchorDay: string | undefined;
  readonly told: LastTime | undefined;
  readonly spoken: TimeReference | undefined;
}

function express(
  block: string,
  offset: number,
  candidate: TimeCandidate,
  { anchorDay, told, spoken }: Counting,
): TimeExpression {
  const { reading, rule } = candidate;
  const role = reading.role ?? roleOf(block, candidate);
  const dated = role === 'point' || role === 'since' || role === 'until';
  const reference = dated ? directed(block, candidate, reading.reference) : reading.reference;
  const value = dated
    ? resolveTold({ reference, ...(spoken && { countsFrom: spoken }) }, anchorDay, told?.value)
    : undefined;
  const fixed = reference.kind === 'absolute' || (reference.kind === 'context' && told?.fixed === true);
  return {
    start: offset + candidate.start,
    end: offset + candidate.end,
    reference,
    role,
    rule: rule.name,
    ...(spoken === undefined ? {} : { countsFrom: spoken }),
    ...(reading.part === undefined ? {} : { part: reading.part }),
    ...(value === undefined ? {} : { value, ...(fixed ? { fixed } : {}) }),
  };
}

const speech = /\b(?:said|says|told|announced|reported|confirmed|wrote|stated)\b(?:\s+[\w.'’]+){0,4}\s+$/;

/** Tell whether an expression dates a statement, which no later one counts from. */
function isTimeOfSpeech(block: string, candidate: Range): boolean {
  return speech.test(block.slice(Math.max(0, candidate.start - 48), candidate.start));
}

function lineRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end > start) ranges.push({ start, end });
    start = end + 1;
  }
  return ranges;
}
