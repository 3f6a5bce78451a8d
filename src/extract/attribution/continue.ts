import { overlaps } from '../../model/index.ts';
import type { SentenceView } from '../view.ts';
import type { Quote } from './quotes.ts';
import type { Utterance } from './utterance.ts';

function isWhole(quote: Quote, views: readonly SentenceView[]): boolean {
  const own = views.filter((view) => view.paragraph === quote.paragraph);
  const [first, last] = [own[0], own.at(-1)];
  return first !== undefined && last !== undefined && quote.start <= first.start && quote.end >= last.end - 1;
}

/** Who goes on speaking in a quote that has no cue of its own; undefined where nobody plainly does. */
function findOwner(
  quote: Quote,
  before: Quote | undefined,
  last: Utterance,
  views: readonly SentenceView[],
): Utterance | undefined {
  const told = views.findLast((view) => view.start <= last.start)?.paragraph;
  const direct = last.content.some((range) => before !== undefined && overlaps(range, before));
  const ended = views.findLast((view) => view.start < last.end)?.paragraph;
  if (told === quote.paragraph || ended === quote.paragraph) return last;
  const goesOn = before?.open === true || isWhole(quote, views);
  const next = views.find((view) => view.start >= last.end && view.paragraph !== ended)?.paragraph;
  return direct && goesOn && next === quote.paragraph ? last : undefined;
}

/**
 * Give quotes without a cue to whoever was speaking: “A,” said X. “B.” and quotes that run on over paragraphs.
 *
 * A quote right behind its speaker's words widens that utterance; one further on makes another of the same speaker and cue.
 */
export function carryQuotes(
  value: string,
  views: readonly SentenceView[],
  quotes: readonly Quote[],
  utterances: readonly Utterance[],
): readonly Utterance[] {
  const all = [...utterances];
  quotes.forEach((quote, index) => {
    if (!quote.full || all.some((one) => overlaps(one, quote))) return;
    const at = lastBefore(all, quote);
    const last = all[at];
    const owner = last === undefined ? undefined : findOwner(quote, quotes[index - 1], last, views);
    const view = views.find((one) => one.end > quote.start);
    if (last === undefined || owner === undefined || view === undefined) return;
    const near = view.paragraph === last.view.paragraph && /^[\s.,)]*$/u.test(value.slice(last.end, quote.start));
    const range = { start: quote.start, end: quote.end };
    if (near) all[at] = { ...last, end: quote.end, content: [...last.content, range] };
    else all.push({ ...last, ...range, view, stance: carriedStance(last), responsibility: false, content: [range] });
  });
  return all.sort((a, b) => a.start - b.start || a.end - b.end);
}

function carriedStance({ stance }: Utterance): Utterance['stance'] {
  return stance === 'accuses' || stance === 'denies' ? stance : 'says';
}

function lastBefore(all: readonly Utterance[], quote: Quote): number {
  let found = -1;
  all.forEach((one, at) => {
    if (one.start < quote.start && one.start >= (all[found]?.start ?? -1)) found = at;
  });
  return found;
}
