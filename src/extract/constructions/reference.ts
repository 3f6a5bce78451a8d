import words from '../../../data/constructions.json' with { type: 'json' };
import { type CountValue, exactly } from '../../model/index.ts';
import type { Fate, Finding, FindingDraft, RuleInput } from '../finding.ts';
import { figureWords as fates } from '../predicates/words.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { makeRule } from './scan.ts';

const heads: ReadonlySet<string> = new Set(words.countHeads);
const stating = /^(?:is|was|stood|stands|rose|remains|remained|has|had)$/;
const climbing: ReadonlySet<string> = new Set(words.rising);
const beyond = /^(?:past|beyond|above|over|topped|tops|passed|passes|exceeded|exceeds)$/;
const counted: ReadonlySet<Fate> = new Set<Fate>(['killed', 'injured', 'missing', 'casualties']);
/** Tokens from the count noun to its figure. */
const figureReach = 8;
/** Tokens from "an eighth teenager" to the word for what became of them. */
const ordinalReach = 3;

/** Find what the figure told last counts: in this sentence by its words, else by the findings of those before. */
export function lastCounted(view: SentenceView, at: number, before: readonly Finding[]): Fate | undefined {
  for (let back = at - 1; back >= 0; back--) {
    const fate = fates.get(wordAt(view, back));
    if (fate !== undefined && counted.has(fate)) return fate;
  }
  const last = before.findLast(
    ({ fate, count, groups }) => counted.has(fate) && (count !== undefined || groups.some((group) => group.counted)),
  );
  return last?.fate;
}

/** "its own figure on Monday was seven", "the authority's last count was 22". */
function readOwnFigure({ view, before = [] }: RuleInput, at: number): FindingDraft | undefined {
  if (!heads.has(wordAt(view, at)) || wordAt(view, at) === 'toll' || wordAt(view, at + 1) === 'of') return undefined;
  const verb = view.tokens.findIndex((token, index) => index > at && stating.test(token.lower));
  if (verb < 0 || verb - at > figureReach) return undefined;
  const first = wordAt(view, verb + 1) === 'at' || wordAt(view, verb + 1) === 'now' ? verb + 2 : verb + 1;
  const quantity = view.quantities.find((item) => item.first === first && item.quantity === 'cardinal');
  const next = quantity === undefined ? undefined : view.tokens[quantity.last];
  if (quantity === undefined || (next !== undefined && !['PUNCT', 'ADP', 'CCONJ', 'SCONJ'].includes(next.pos)))
    return undefined;
  const fate = lastCounted(view, at, before);
  return fate === undefined
    ? undefined
    : { fate, groups: [], count: quantity.value, first: at, last: quantity.last, rule: 'reference/own-figure' };
}

/** "By evening the count had climbed past 35": it rose, so it is a running figure. */
function readClimbing({ view, before = [] }: RuleInput, at: number): FindingDraft | undefined {
  if (!heads.has(wordAt(view, at)) || wordAt(view, at) === 'toll' || wordAt(view, at + 1) === 'of') return undefined;
  const verb = view.tokens.findIndex((token, index) => index > at && climbing.has(token.lower));
  if (verb < 0 || verb - at > climbReach) return undefined;
  const quantity = view.quantities.find((item) => item.first > verb && item.first <= verb + 2);
  const link = wordAt(view, (quantity?.first ?? 0) - 1);
  if (quantity?.quantity !== 'cardinal' || !(link === 'to' || beyond.test(link))) return undefined;
  const fate = lastCounted(view, at, before);
  if (fate === undefined) return undefined;
  const count = passing(quantity.value, link);
  return { fate, groups: [], count, first: at, last: quantity.last, running: true, rule: 'reference/climbing' };
}

/** Tokens from a count noun to the verb of its rise. */
const climbReach = 4;

/** "past 35" is 36 or more. */
function passing(value: CountValue, link: string): CountValue {
  if (!beyond.test(link) || value.anchor === undefined || value.qualifier !== undefined) return value;
  return { ...value, min: value.anchor + 1, max: null, qualifier: 'more-than' };
}

/** "the eighth teenager to lose his life": by the ordinal, eight so far. */
function readNthToDie({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  const ordinal = view.quantities.find((item) => item.first === at && item.quantity === 'ordinal');
  const anchor = ordinal?.value.anchor;
  const group = groups.find((one) => one.first <= at && one.head > at && one.singular);
  if (anchor === undefined || anchor < 2 || group === undefined || wordAt(view, group.last) !== 'to') return undefined;
  const after = view.tokens
    .slice(group.last + 1, group.last + 5)
    .map((token) => token.lower)
    .join(' ');
  if (!/^(?:die|be killed|lose (?:his|her|their) life|have died|perish)/.test(after)) return undefined;
  const count: CountValue = { ...exactly(anchor), qualifier: 'implicit' };
  return {
    fate: 'killed',
    groups: [],
    count,
    first: group.first,
    last: group.last,
    running: true,
    rule: 'reference/nth',
  };
}

/** "The number of children among them, four, did not change": a part of the figure told last. */
function readPartOfThem({ view, before = [] }: RuleInput, at: number): FindingDraft | undefined {
  if (wordAt(view, at) !== 'number' || wordAt(view, at + 1) !== 'of' || wordAt(view, at + 3) !== 'among')
    return undefined;
  const quantity = view.quantities.find((item) => item.first > at + 4 && item.first < at + 9);
  const fate = lastCounted(view, at, before);
  if (quantity?.quantity !== 'cardinal' || fate === undefined) return undefined;
  return { fate, groups: [], count: quantity.value, first: at, last: quantity.last, rule: 'reference/part' };
}

/** "an eighth teenager was injured" after a figure of seven: now eight. */
function readOrdinal({ view, groups, before = [] }: RuleInput, at: number): FindingDraft | undefined {
  const ordinal = view.quantities.find((item) => item.first === at && item.quantity === 'ordinal');
  const anchor = ordinal?.value.anchor;
  const group = groups.find((one) => one.first <= at && one.last > at && one.singular && one.additional);
  const verb =
    group === undefined
      ? -1
      : view.tokens.findIndex((token, index) => index >= group.last && fates.get(token.lower) !== undefined);
  const fate = fates.get(wordAt(view, verb));
  if (anchor === undefined || group === undefined || fate === undefined || verb - group.last > ordinalReach)
    return undefined;
  const told = before.some(
    (finding) =>
      finding.fate === fate &&
      (finding.count?.anchor ?? finding.groups.find((one) => one.counted)?.count?.anchor) === anchor - 1,
  );
  if (!told || wordAt(view, at - 1) === 'the') return undefined;
  const count: CountValue = { ...exactly(anchor), qualifier: 'implicit' };
  return { fate, groups: [], count, first: group.first, last: group.last, rule: 'reference/ordinal' };
}

/**
 * Read figures whose count noun says nothing of what it counts, and ordinals: both lean on the figure told last.
 *
 * No: "the figure was 12 percent", "the total was 40,000 crowns", "the figure could rise", or where no figure was told.
 */
export const reference = makeRule('reference', [
  readOwnFigure,
  readClimbing,
  readPartOfThem,
  readOrdinal,
  readNthToDie,
]);
