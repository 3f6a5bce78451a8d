import { type SentenceView, wordAt } from '../view.ts';
import { governorOf } from './edges.ts';
import type { PeoplePhrase } from './group.ts';
import { makeGroup } from './shape.ts';

/** Noun of a phrase that means all the people told of before: "everyone aboard", "all". */
export const everyone = 'everyone';

/** Give where "aboard", "on board", "inside", "of them" after such a word ends. */
function endOf(view: SentenceView, at: number): number {
  if (/^(?:aboard|inside|onboard)$/.test(wordAt(view, at))) return at + 1;
  const two = `${wordAt(view, at)} ${wordAt(view, at + 1)}`;
  return /^(?:on board|of (?:them|those|whom)|else aboard)$/.test(two) ? at + 2 : at;
}

/** Read "everyone", "everybody on board", "all aboard", "all of them"; "all" alone only right before its verb. */
export function readEveryone(view: SentenceView, at: number): PeoplePhrase | undefined {
  const word = wordAt(view, at);
  if (!/^(?:everyone|everybody|all)$/.test(word)) return undefined;
  const last = endOf(view, at + 1);
  const next = view.tokens[last];
  if (word === 'all' && last === at + 1) {
    const before = view.tokens[at - 1];
    const opens = before === undefined || /^[,;:–—]$/.test(before.form) || before.lower === 'and';
    if (!opens || !(next?.pos === 'AUX' || next?.pos === 'VERB')) return undefined;
  }
  return makeGroup({
    first: at,
    last,
    head: at,
    noun: everyone,
    determiner: 'pronoun',
    governor: governorOf(view, at),
  });
}
