import words from '../../../data/casualty-constructions.json' with { type: 'json' };
import { type CountValue, exactly } from '../../model/index.ts';
import { findObject } from '../arguments.ts';
import type { Fate, FindingDraft, RuleInput } from '../finding.ts';
import { chainFrom } from '../people/index.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { makeRule } from './scan.ts';

const countedNouns: ReadonlyMap<string, Fate> = new Map(Object.entries(words.countedNouns) as [string, Fate][]);

const deathNouns: ReadonlyMap<string, Fate> = new Map(Object.entries(words.nounsOf) as [string, Fate][]);

const deadlyAdjectives: ReadonlySet<string> = new Set(words.deadlyAdjectives);
const lifeVerbs: ReadonlySet<string> = new Set(words.lifeVerbs);

/** "Seven hostages … had been released", "rescued five hostages", "killed three hostages": told to be held no longer. */
function areHeldNoLonger(view: SentenceView, at: number): boolean {
  const says = (from: number, to: number): boolean =>
    view.tokens.slice(Math.max(0, from), to).some((token) => endsOfCaptivity.has(token.lower));
  return says(at + 1, at + endReach) || says(at - endReachBefore, at);
}

/** Tokens after "hostages", and before it, within which the words say what ended their captivity. */
const endReach = 12;
const endReachBefore = 6;
const endsOfCaptivity: ReadonlySet<string> = new Set(words.endsOfCaptivity);

/** "13 deaths", "two fatalities", "no injuries", "12 bodies". */
function readCountedNoun({ view }: RuleInput, at: number): FindingDraft | undefined {
  const fate = countedNouns.get(wordAt(view, at));
  if (fate === undefined || (fate === 'hostages' && areHeldNoLonger(view, at))) return undefined;
  for (let back = 1; back <= 4; back++) {
    const word = wordAt(view, at - back);
    if (word === 'no') {
      const zero: CountValue = { kind: 'count', min: 0, max: 0, anchor: 0 };
      return { fate, groups: [], count: zero, first: at - back, last: at + 1, rule: 'nominal/none' };
    }
    const quantity = view.quantities.find(
      (item) => item.last === at - back + 1 && (item.quantity === 'cardinal' || item.quantity === 'vague'),
    );
    if (quantity !== undefined) {
      // "suffered multiple injuries" counts wounds of one person, not people.
      const person = /suffer|sustain|receiv|with|treat/.test(
        view.tokens
          .slice(Math.max(0, quantity.first - 3), quantity.first)
          .map((token) => token.lower)
          .join(' '),
      );
      if (fate === 'injured' && person) return undefined;
      return { fate, groups: [], count: quantity.value, first: quantity.first, last: at + 1, rule: 'nominal/counted' };
    }
    const token = view.tokens[at - back];
    if (token === undefined || (token.pos !== 'ADJ' && token.pos !== 'NOUN' && token.form !== '-')) return undefined;
  }
  return undefined;
}

/** Step over a time: "the death on Sunday of nine", "the deaths yesterday of two". */
function overTime(view: SentenceView, at: number): number {
  const from = /^(?:on|in|last|late)$/.test(wordAt(view, at)) ? at + 1 : at;
  const time = view.times.find((one) => one.first === at || one.first === from);
  return time === undefined ? at : time.last;
}

/** "injuries to a policeman and two drivers", "fatal injuries to 30 passengers". */
function readInjuriesTo({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  if (!/^(?:injuries|injury|wounds|burns)$/.test(wordAt(view, at)) || wordAt(view, at + 1) !== 'to') return undefined;
  const index = groups.findIndex(
    (group) => group.first === at + 2 && !group.possessor && group.determiner !== 'pronoun',
  );
  if (index < 0) return undefined;
  const fate = wordAt(view, at - 1) === 'fatal' ? 'killed' : 'injured';
  return { fate, groups: chainFrom(view, groups, index), first: at, last: at + 2, rule: 'nominal/injuries-to' };
}

/** "the deaths of 13 soldiers", "the killing of a judge", "the fatal shooting of Ilo Renn", "the lives of 40 people". */
function readNounOf(input: RuleInput, at: number): FindingDraft | undefined {
  const { view, groups } = input;
  const fate = deathNouns.get(wordAt(view, at));
  if (fate === undefined) return undefined;
  const of = overTime(view, at + 1);
  if (wordAt(view, of) !== 'of') return undefined;
  const index = groups.findIndex((group) => group.first >= of + 1 && group.first <= of + 2);
  const group = groups[index];
  if (group === undefined || (group.governor !== 'of' && group.first !== of + 1)) return undefined;
  if (wordAt(view, at) === 'life' || wordAt(view, at) === 'lives') {
    const verbs = view.tokens.slice(Math.max(0, at - 4), at).map((token) => token.lemma);
    if (!verbs.some((lemma) => lifeVerbs.has(lemma))) return undefined;
  }
  const deadly = fate === 'struck' && [1, 2].some((back) => deadlyAdjectives.has(wordAt(view, at - back)));
  return {
    fate: deadly ? 'killed' : fate,
    groups: chainFrom(view, groups, index),
    first: at,
    last: of + 1,
    rule: 'nominal/of',
  };
}

/** "claimed 40 lives", "cost at least nine lives". */
function readLives({ view }: RuleInput, at: number): FindingDraft | undefined {
  if (wordAt(view, at) !== 'lives') return undefined;
  const quantity = view.quantities.find(
    (item) => item.last === at && (item.quantity === 'cardinal' || item.quantity === 'vague'),
  );
  const verb = view.tokens[(quantity?.first ?? 0) - 1]?.lemma ?? '';
  if (quantity === undefined || !['claim', 'take', 'cost', 'of', 'lose'].includes(verb)) return undefined;
  return {
    fate: 'killed',
    groups: [],
    count: quantity.value,
    first: quantity.first - 1,
    last: at + 1,
    rule: 'nominal/lives',
  };
}

/** "a triple slaying", "the double homicide": the word counts the dead. */
function readMultiple({ view }: RuleInput, at: number): FindingDraft | undefined {
  if (!/^(?:slaying|homicide|murder|killing)$/.test(wordAt(view, at))) return undefined;
  const times = wordAt(view, at - 1) === '-' ? wordAt(view, at - 2) : wordAt(view, at - 1);
  const count = multiples[times];
  if (count === undefined) return undefined;
  return { fate: 'killed', groups: [], count: exactly(count), first: at - 1, last: at + 1, rule: 'nominal/multiple' };
}

const multiples: Readonly<Partial<Record<string, number>>> = { double: 2, triple: 3, quadruple: 4 };

/** "shooting death of", "in Renn's death": a name with a possessive before a death noun. */
function readPossessiveDeath({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  const word = wordAt(view, at);
  if (word !== 'death' && word !== 'murder' && word !== 'killing' && word !== 'slaying') return undefined;
  const mark = ["'s", '’s', "'", '’'].includes(wordAt(view, at - 1))
    ? at - 1
    : (/^(?:NOUN|PROPN|ADJ)$/.test(view.tokens[at - 1]?.pos ?? '') || wordAt(view, at - 1) === 'shooting') &&
        ["'s", '’s'].includes(wordAt(view, at - 2))
      ? at - 2
      : -1;
  if (mark < 0) return undefined;
  const owner = groups.find((group) => group.last === mark && group.singular);
  return owner === undefined
    ? undefined
    : { fate: 'killed', groups: [owner], first: mark, last: at + 1, rule: 'nominal/possessive' };
}

/** "leaving 12 people homeless", "left two others in critical condition" belong to condition; here "left N wounded". */
function readLeft(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  if (!['left', 'leaving', 'leaves', 'leave'].includes(wordAt(view, at))) return undefined;
  const objects = findObject(input, at + 1);
  const last = objects.at(-1);
  if (last === undefined) return undefined;
  const after = [wordAt(view, last.last), wordAt(view, last.last + 1)];
  if (!after.some((word) => ['wounded', 'injured', 'hurt', 'hospitalized', 'paralyzed'].includes(word)))
    return undefined;
  return { fate: 'injured', groups: [last], first: at, last: last.last + 1, rule: 'nominal/left' };
}

const readers = [
  readMultiple,
  readCountedNoun,
  readNounOf,
  readInjuriesTo,
  readLives,
  readPossessiveDeath,
  readLeft,
] as const;

/**
 * Read casualties stated by nouns: deaths, bodies, lives, injuries, "the killing of a judge", "in Renn's death".
 *
 * No: "life sentence", "suffered multiple injuries" (wounds), "a death threat", "the death penalty".
 */
export const nominal = makeRule('nominal', readers);
