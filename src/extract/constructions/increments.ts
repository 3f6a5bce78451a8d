import words from '../../../data/constructions.json' with { type: 'json' };
import { type CountValue, exactly } from '../../model/index.ts';
import type { Fate, Finding, FindingDraft, RuleInput } from '../finding.ts';
import { verbClass } from '../lexicon.ts';
import type { PeoplePhrase } from '../people/index.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { lastCounted } from './reference.ts';
import { makeRule } from './scan.ts';

const heads: ReadonlySet<string> = new Set(words.countHeads);
const raisers: ReadonlySet<string> = new Set(words.raisers);
/** Tokens from a verb of raising to its count noun: "taking the confirmed total". */
const raiserReach = 4;
/** Tokens from a count noun to the figure it is raised to: "the total since Monday to 19". */
const figureReach = 7;
/** Tokens from "a third victim" to the verb of dying: "of the fire in Harrowgate". */
const dyingReach = 8;
/** Nouns that count with those told before whatever befell these: only "a third victim" is the third dead. */
const counting: ReadonlySet<string> = new Set(['victim', 'person', 'patient', 'fatality']);
const perfect: ReadonlySet<string> = new Set(['has', 'have', 'dies', 'dead']);

/** "71 more deaths, taking the total to 1,070": the figure of all, told with what it has grown by. */
function readRaised({ view, before = [] }: RuleInput, at: number): FindingDraft | undefined {
  if (!heads.has(wordAt(view, at)) || wordAt(view, at) === 'toll' || wordAt(view, at + 1) === 'of') return undefined;
  const raiser = view.tokens.findLastIndex(({ lower }, index) => index < at && raisers.has(lower));
  if (raiser < 0 || at - raiser > raiserReach) return undefined;
  const quantity = view.quantities.find(({ first }) => first > at && first <= at + figureReach);
  if (quantity?.quantity !== 'cardinal' || wordAt(view, quantity.first - 1) !== 'to') return undefined;
  const next = view.tokens[quantity.last];
  const fate = next?.pos === 'NOUN' ? undefined : lastCounted(view, raiser, before);
  if (fate === undefined) return undefined;
  return {
    fate,
    groups: [],
    count: quantity.value,
    first: raiser,
    last: quantity.last,
    running: true,
    rule: 'increments/raised',
  };
}

/** Give the ordinal of "a third victim", "third man" that opens its sentence. */
function ordinalOf({ view }: RuleInput, group: PeoplePhrase): number | undefined {
  const opens = group.first === 0 && /^(?:a|an)$/.test(wordAt(view, 0));
  const headline = group.first === 0 && view.block === 'headline';
  const quantity = view.quantityOver[opens ? 1 : 0];
  const ordinal = quantity?.quantity === 'ordinal' ? quantity.value.anchor : undefined;
  return (opens || headline) && ordinal !== undefined && ordinal > 1 ? ordinal : undefined;
}

/** Find the verb of dying said of a phrase: with nothing but its own modifiers between. */
function findDying(view: SentenceView, from: number): number {
  for (let at = from; at < Math.min(view.tokens.length, from + dyingReach); at++) {
    const token = view.tokens[at];
    if (token === undefined || token.form === ',') return -1;
    if (token.lower === 'dead' || verbClass(token)?.class === 'died') return at;
    if (token.pos === 'VERB') return -1;
  }
  return -1;
}

/** Tell whether those told before came to another harm, or to death in another number: then a third is not the third dead. */
function toldOthers(before: readonly Finding[], fate: Fate, ordinal: number): boolean {
  const counted = before.filter(({ modality }) => modality === 'asserted');
  const numbers = counted.map(({ count, groups }) => count?.anchor ?? groups.find((one) => one.counted)?.count?.anchor);
  return counted.some((one, index) => one.fate !== fate || (numbers[index] ?? ordinal) < ordinal - 1);
}

/** "A third person has died": three so far. "Two were hurt. A third died" tells of one, "a second wife" of none. */
function readNthDead(input: RuleInput, at: number): FindingDraft | undefined {
  const { view, groups, before = [] } = input;
  const group = groups.find(({ first, singular }) => first === at && singular);
  const ordinal = group === undefined ? undefined : ordinalOf(input, group);
  if (group === undefined || ordinal === undefined || toldOthers(before, 'killed', ordinal)) return undefined;
  const verb = findDying(view, group.last);
  const recent = verb > 0 && [verb, verb - 1, verb - 2].some((index) => perfect.has(wordAt(view, index)));
  if (!(recent || (verb > 0 && counting.has(group.noun)))) return undefined;
  const count: CountValue = { ...exactly(ordinal), qualifier: 'implicit' };
  return {
    fate: 'killed',
    groups: [],
    count,
    first: group.first,
    last: group.last,
    running: true,
    rule: 'increments/nth',
  };
}

/**
 * Read figures of all told by what was added last: "taking the total to 1,070", "a third victim has died".
 *
 * No: "raised the total to 40 million euros", "bringing the total to 12 shops", "two were hurt and a third died", "his third wife died".
 */
export const increments = makeRule('increments', [readRaised, readNthDead]);
