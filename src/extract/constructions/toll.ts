import words from '../../../data/constructions.json' with { type: 'json' };
import { type CountValue, exactly, type Modality, type Quantity } from '../../model/index.ts';
import type { Fate, FindingDraft, RuleInput } from '../finding.ts';
import { personLemma } from '../lexicon.ts';
import { figureWords as fates } from '../predicates/words.ts';
import { type SentenceView, type TokenSpan, wordAt } from '../view.ts';
import { makeRule } from './scan.ts';

const heads: ReadonlySet<string> = new Set(words.countHeads);
const links: ReadonlySet<string> = new Set(words.figureLinks);
const rising: ReadonlySet<string> = new Set(words.rising);
const unsure: Readonly<Partial<Record<string, Modality>>> = words.unsure as Record<string, Modality>;
const notFigures: ReadonlySet<string> = new Set(words.tollNotFigures);
const estimating = /^(?:puts?|putting|sets?|setting|gives?|gave|estimate[sd]?|places?|placed|keeps?|kept)$/;

/** Tokens from the words that say what is counted to its figure. */
const figureReach = 16;
/** Tokens after "number of" in which the words that say what is counted stand. */
const kindReach = 8;

function countAt(view: SentenceView, first: number): TokenSpan<Quantity> | undefined {
  const quantity = view.quantities.find((item) => item.first === first);
  return quantity?.quantity === 'cardinal' || quantity?.quantity === 'vague' ? quantity : undefined;
}

/** A figure stands by itself or before people: "to 19", "at 19 people"; "to 19 villages" is none. */
function countsPeople(view: SentenceView, last: number): boolean {
  const next = view.tokens[last];
  if (next === undefined || next.pos !== 'NOUN') return true;
  return personLemma(next) !== undefined || fates.get(next.lower) !== undefined || /day$|ago$/.test(next.lower);
}

interface Figure {
  readonly value: CountValue;
  readonly last: number;
  readonly running: boolean;
  readonly revisedFrom?: CountValue;
  readonly modality?: Modality;
}

/** "from 12" is the old figure; "from 12 to 19" and "by three to 19" read as intervals are a step and the new figure. */
function splitSpread(
  view: SentenceView,
  { value, first }: TokenSpan<Quantity>,
  link: string,
): { readonly value?: CountValue; readonly revisedFrom?: CountValue } {
  const step = link === 'from' || link === 'by';
  const between = value.qualifier === 'between' && wordAt(view, first + 1) === 'to' && value.max !== null;
  if (step && between && value.max !== null)
    return { value: exactly(value.max), ...(link === 'from' ? { revisedFrom: exactly(value.min) } : {}) };
  return link === 'from' ? { revisedFrom: value } : {};
}

function optional(revisedFrom: CountValue | undefined, modality: Modality | undefined) {
  return {
    ...(revisedFrom === undefined ? {} : { revisedFrom }),
    ...(modality === undefined ? {} : { modality }),
  };
}

/** Find the figure a count noun leads to; the one after "from" is what it was before, the one after "by" a difference. */
function findFigure(view: SentenceView, from: number): Figure | undefined {
  let running = false;
  let revisedFrom: CountValue | undefined;
  let modality: Modality | undefined;
  for (let at = from; at < Math.min(view.tokens.length, from + figureReach); at++) {
    const word = wordAt(view, at);
    if (word === ';') return undefined;
    running ||= rising.has(word);
    modality ??= unsure[word];
    const quantity = countAt(view, at);
    if (quantity === undefined) continue;
    const link = wordAt(view, at - 1);
    const spread = splitSpread(view, quantity, link);
    revisedFrom = spread.revisedFrom ?? revisedFrom;
    if (spread.value !== undefined)
      return { value: spread.value, last: quantity.last, running, ...optional(revisedFrom, modality) };
    if (links.has(link) && countsPeople(view, quantity.last))
      return { value: quantity.value, last: quantity.last, running, ...optional(revisedFrom, modality) };
    at = quantity.last - 1;
  }
  return undefined;
}

function makeFound(
  view: SentenceView,
  first: number,
  from: number,
  fate: Fate,
  rule: string,
): FindingDraft | undefined {
  const figure = findFigure(view, from);
  if (figure === undefined) return undefined;
  const { value, last, running, revisedFrom, modality } = figure;
  const transitive = [1, 2, 3].some((back) => rising.has(wordAt(view, first - back)));
  return {
    fate,
    groups: [],
    count: value,
    first,
    last,
    rule,
    ...(running || transitive ? { running: true } : {}),
    ...(revisedFrom === undefined ? {} : { revisedFrom }),
    modality: modality ?? 'asserted',
  };
}

/** "the death toll rose from 12 to 19", "a toll of 31", "revised the toll down to 17", "bringing the toll to five". */
function readToll({ view }: RuleInput, at: number): FindingDraft | undefined {
  if (wordAt(view, at) !== 'toll' || notFigures.has(wordAt(view, at + 1))) return undefined;
  const before = wordAt(view, at - 1);
  const fate = before === 'casualty' ? 'casualties' : before === 'injury' ? 'injured' : 'killed';
  return makeFound(view, at, at + 1, fate, 'toll/toll');
}

/** Find what a count is of: the first word after "of" that names a fate, or a pair ("dead and injured"). */
function readKind(view: SentenceView, from: number): { readonly fate: Fate; readonly last: number } | undefined {
  for (let at = from; at < Math.min(view.tokens.length, from + kindReach); at++) {
    const word = wordAt(view, at);
    if (/^(?:homes|houses)$/.test(word) && /\b(?:left|fled|leave|flee|lost)\b/.test(textOf(view, from, at)))
      return { fate: 'displaced', last: at + 1 };
    const fate = fates.get(word);
    if (fate === undefined) {
      if (view.quantities.some((item) => item.first === at)) return undefined;
      continue;
    }
    const other = /^(?:and|or|&)$/.test(wordAt(view, at + 1)) ? fates.get(wordAt(view, at + 2)) : undefined;
    if (other !== undefined && other !== fate && [fate, other].every((one) => one === 'killed' || one === 'injured'))
      return { fate: 'casualties', last: at + 3 };
    return { fate, last: at + 1 };
  }
  return undefined;
}

function textOf(view: SentenceView, first: number, last: number): string {
  return view.tokens
    .slice(first, last)
    .map((token) => token.lower)
    .join(' ');
}

/** "the number of people killed in the attack has risen to 19", "put the number of injured at 58", "a total of dead of 12". */
function readNumberOf({ view }: RuleInput, at: number): FindingDraft | undefined {
  if (!heads.has(wordAt(view, at)) || wordAt(view, at + 1) !== 'of') return undefined;
  const kind = readKind(view, at + 2);
  return kind === undefined ? undefined : makeFound(view, at, kind.last, kind.fate, 'toll/number-of');
}

/** "put the injured at 61", "and the missing at about 20" after such a verb. */
function readPutAt({ view }: RuleInput, at: number): FindingDraft | undefined {
  const fate = fates.get(wordAt(view, at));
  if (fate === undefined || wordAt(view, at + 1) !== 'at' || wordAt(view, at - 1) !== 'the') return undefined;
  const quantity = countAt(view, at + 2);
  if (quantity === undefined || !view.tokens.slice(0, at).some((token) => estimating.test(token.lower)))
    return undefined;
  return { fate, groups: [], count: quantity.value, first: at - 1, last: quantity.last, rule: 'toll/put-at' };
}

/** "Deaths from the cyclone reached 18", "the confirmed dead number 18". */
function readDeathsReached({ view }: RuleInput, at: number): FindingDraft | undefined {
  const fate = fates.get(wordAt(view, at));
  if (fate === undefined || !/^(?:deaths|fatalities|dead|injured|missing|casualties|injuries)$/.test(wordAt(view, at)))
    return undefined;
  const verb = view.tokens.findIndex((token, index) => index > at && reaching.test(token.lower));
  if (verb < 0 || verb - at > 7 || view.tokens.slice(at, verb).some(({ lower }) => /^[,;:]$/.test(lower)))
    return undefined;
  const quantity = view.quantities.find((item) => item.first === verb + 1 && item.quantity === 'cardinal');
  if (quantity === undefined || !countsPeople(view, quantity.last)) return undefined;
  const running = rising.has(wordAt(view, verb));
  const found: FindingDraft = {
    fate,
    groups: [],
    count: quantity.value,
    first: at,
    last: quantity.last,
    rule: 'toll/reached',
  };
  return running ? { ...found, running } : found;
}

const reaching =
  /^(?:reach|reaches|reached|total|totals|totalled|totaled|number|numbers|numbered|exceed|exceeded|top|topped)$/;

/** "its list now held 15 names": a list of people told dead or missing in the same sentence. */
function readNames({ view }: RuleInput, at: number): FindingDraft | undefined {
  if (wordAt(view, at) !== 'names') return undefined;
  const quantity = view.quantities.find((item) => item.last === at && item.quantity === 'cardinal');
  const list = view.tokens.slice(0, at).findLastIndex((token) => /^(?:list|lists|register|roll)$/.test(token.lower));
  if (quantity === undefined || list < 0 || quantity.first - list > 4) return undefined;
  const told = view.tokens
    .map((token) => fates.get(token.lower))
    .filter((one) => one === 'killed' || one === 'missing');
  const fate = told[0];
  if (fate === undefined) return undefined;
  return { fate, groups: [], count: quantity.value, first: list, last: at + 1, rule: 'toll/names' };
}

/**
 * Read figures told of a count noun: tolls, "the number of injured", "put the missing at 20", names on a list.
 *
 * The figure stands after "to", "at", "of" or a verb of standing. No: "toll road", "the toll could reach 40" (hypothetical),
 * "rose by three", "took its toll on 12 villages", "the number of homes".
 */
export const toll = makeRule('toll', [readToll, readNumberOf, readPutAt, readDeathsReached, readNames]);
