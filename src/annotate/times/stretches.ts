import type { TimeCandidate } from './candidates.ts';
import { isDay, roleOf } from './finish.ts';

/** Days told as a stretch: "from Monday to Thursday", "late Monday into Tuesday", "between March 30 and April 2". */

/** What joins two days whatever stands before the first. */
const joining = /^\s*(?:into|through|[–—])\s*$/i;
/** What joins two days after an opening word. */
const opened = /^\s*(?:to|until|till|through|into|and|[-–—])\s*(?:the\s+)?$/i;
const opening = /\b(?:from|between|overnight|nights?\s+(?:of|from|between))\s+(?:the\s+)?$/i;
const night = /\bovernight\b|\bnight\b/i;
/** "Between" alone takes "and": "from Monday and Tuesday" is no stretch. */
const pairs = /\b(?:between|nights?\s+of)\s+(?:the\s+)?$/i;

const lead = 24;

/** Tell whether the words between and before two days make them the first and last of one stretch. */
function isStretch(block: string, first: TimeCandidate, last: TimeCandidate): boolean {
  if (!isDay(first.reading.reference) || !isDay(last.reading.reference)) return false;
  const between = block.slice(first.end, last.start);
  if (joining.test(between)) return true;
  if (!opened.test(between)) return false;
  const before = block.slice(Math.max(0, first.start - lead), first.start);
  const told = block.slice(first.start, first.end);
  if (/and/i.test(between)) return pairs.test(before);
  return opening.test(before) || night.test(told);
}

/** Tell whether "overnight" only opens the two days after it: "overnight from Friday to Saturday". */
function isOpener(block: string, one: TimeCandidate | undefined, next: TimeCandidate): boolean {
  const { reference } = one?.reading ?? {};
  if (one === undefined || reference?.kind !== 'window' || reference.name !== 'overnight') return false;
  return /^\s+(?:from|on|between|into)?\s*$/i.test(block.slice(one.end, next.start));
}

/** Join days that are the first and the last of one stretch; a day counted from another one ("the next day") joins none. */
export function joinStretches(block: string, candidates: readonly TimeCandidate[]): readonly TimeCandidate[] {
  const joined: TimeCandidate[] = [];
  for (const candidate of candidates) {
    const first = joined.at(-1);
    const isPlain = candidate.reading.role === undefined && first?.reading.role === undefined;
    const from = first?.reading.reference;
    const to = candidate.reading.reference;
    const isCounted = from?.kind === 'context' || to.kind === 'context' || from?.kind === 'stretch';
    if (first === undefined || from === undefined || !isPlain || isCounted || !isStretch(block, first, candidate)) {
      joined.push(candidate);
      continue;
    }
    if (roleOf(block, first) !== 'point') {
      joined.push(candidate);
      continue;
    }
    joined.pop();
    const opener = isOpener(block, joined.at(-1), first) ? joined.pop() : undefined;
    joined.push({
      start: opener?.start ?? first.start,
      end: candidate.end,
      rule: { ...first.rule, name: 'stretches/days' },
      reading: { reference: { kind: 'stretch', from, to } },
    });
  }
  return joined;
}
