import captivity from '../../../data/predicates/captivity.json' with { type: 'json' };
import death from '../../../data/predicates/death.json' with { type: 'json' };
import type { CountValue } from '../../model/index.ts';
import type { FindingDraft, RuleInput } from '../finding.ts';
import { chainFrom } from '../people/index.ts';
import { countedNouns, nounsOf } from '../predicates/words.ts';
import { type SentenceView, wordAt } from '../view.ts';

const deadlyAdjectives: ReadonlySet<string> = new Set(death.deadlyAdjectives);
const lifeVerbs: ReadonlySet<string> = new Set(death.lifeVerbs);

/** "Seven hostages … had been released", "rescued five hostages", "killed three hostages": told to be held no longer. */
function areHeldNoLonger(view: SentenceView, at: number): boolean {
  const says = (from: number, to: number): boolean =>
    view.tokens.slice(Math.max(0, from), to).some((token) => endsOfCaptivity.has(token.lower));
  return says(at + 1, at + endReach) || says(at - endReachBefore, at);
}

/** Tokens after "hostages", and before it, within which the words say what ended their captivity. */
const endReach = 12;
const endReachBefore = 6;
const endsOfCaptivity: ReadonlySet<string> = new Set(captivity.endsOfCaptivity);

/**
 * Read people told by a noun in their place: "13 deaths", "two fatalities", "no injuries", "12 bodies".
 *
 * No: "suffered multiple injuries" (wounds of one), "rescued five hostages" (held no longer).
 */
export function readCountedNoun({ view }: RuleInput, at: number): FindingDraft | undefined {
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

/**
 * Read people a noun tells the fate of: "the deaths of 13 soldiers", "the fatal shooting of Ilo Renn", "the release of 12 hostages".
 *
 * No: "life sentence", "a death threat", "the death penalty", "the lives of 40 people" (none taken).
 */
export function readNounOf(input: RuleInput, at: number): FindingDraft | undefined {
  const { view, groups } = input;
  const fate = nounsOf.get(wordAt(view, at));
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
