import type { Quantity } from '../../model/index.ts';
import type { Fate, FindingDraft, RuleInput } from '../finding.ts';
import { personLemma } from '../lexicon.ts';
import { labels, shorthands } from '../predicates/words.ts';
import { type SentenceView, type TokenSpan, wordAt } from '../view.ts';
import { countBefore, countsThings } from './groups.ts';
import { makeRule } from './scan.ts';

const marks: ReadonlySet<string> = new Set([':', '-', '–', '—', '=', '|']);
/** What a label may follow inside a line: the end of another item, or a bullet. */
const openers: ReadonlySet<string> = new Set([
  '.',
  ',',
  ';',
  '|',
  '/',
  '•',
  '*',
  '·',
  '(',
  ')',
  '-',
  '–',
  '—',
  'and',
  '&',
  '+',
]);

function fateAt(view: SentenceView, at: number): Fate | undefined {
  return labels.get(wordAt(view, at)) ?? shorthands.get(view.tokens[at]?.form ?? '');
}

/** Find the number a label leads to: after a mark ("Dead: 4"), or right behind it where nothing else is in the line ("Dead 4"). */
function numberAfter(view: SentenceView, at: number): TokenSpan<Quantity> | undefined {
  const marked = marks.has(wordAt(view, at + 1));
  const quantity = view.quantityOver[marked ? at + 2 : at + 1];
  if (quantity?.first !== (marked ? at + 2 : at + 1)) return undefined;
  if (quantity.quantity !== 'cardinal' && quantity.quantity !== 'vague') return undefined;
  const alone = at === 0 && quantity.last === view.tokens.length;
  return marked || alone ? quantity : undefined;
}

/** Tell whether a label opens a line or an item of it: "2 dead - 9 hurt" has none, "Dead: 4 Injured: 9" has two. */
function opensItem(view: SentenceView, at: number): boolean {
  if (at === 0 || openers.has(wordAt(view, at - 1))) return true;
  const before = view.quantityOver[at - 1];
  return before !== undefined && marks.has(wordAt(view, before.first - 1));
}

/** Tell whether an item ends after its number, people counted by it aside: "Dead: 4 soldiers", not "Dead: 4 cows". */
function endsItem(view: SentenceView, last: number): boolean {
  const next = view.tokens[last];
  if (next === undefined || next.pos === 'PUNCT' || openers.has(next.lower) || fateAt(view, last) !== undefined)
    return true;
  return personLemma(next) !== undefined;
}

/** "Dead: 4", "Killed - 4", "KIA: 3", "Injured 9" as a line of its own. */
function readLabel({ view }: RuleInput, at: number): FindingDraft | undefined {
  const fate = fateAt(view, at);
  const quantity = fate === undefined ? undefined : numberAfter(view, at);
  if (fate === undefined || quantity === undefined) return undefined;
  if (!opensItem(view, at) || !endsItem(view, quantity.last)) return undefined;
  return { fate, groups: [], count: quantity.value, first: at, last: quantity.last, rule: 'labels/label' };
}

/** "3 KIA", "3 soldiers KIA and 5 WIA": only in capitals, so that no make of car is meant. */
function readShorthand({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  const fate = shorthands.get(view.tokens[at]?.form ?? '');
  if (fate === undefined || view.tokens[at + 1]?.pos === 'NOUN') return undefined;
  const group = groups.find((one) => one.last === at && one.counted && !countsThings(view, one, at + 1));
  const found = { fate, first: at, last: at + 1, rule: 'labels/shorthand' };
  if (group !== undefined) return { ...found, groups: [group] };
  const quantity = countBefore(view, at);
  return quantity === undefined ? undefined : { ...found, first: quantity.first, groups: [], count: quantity.value };
}

/**
 * Read figures of bulletins: a word for what became of people, a mark and a number, and the shorthand of armies.
 *
 * Yes: "Dead: 4", "Killed – 4, wounded – 9", "3 KIA". No: "Dead: 2024 in review", "Injured: see page 4", "2 dead - 9 hurt" (each
 * number before its word), "Killed: 4 cows".
 */
export const labelled = makeRule('labels', [readLabel, readShorthand]);
