import { type SentenceView, wordAt } from '../view.ts';
import { governorOf } from './edges.ts';
import type { PeoplePhrase } from './group.ts';
import { findHead } from './heads.ts';
import { describeHead, makeGroup, zero } from './shape.ts';
import { more } from './words.ts';

/** Read a phrase that denies people: "nobody", "none", "no one else", "no officers", "no other passengers". */
export function readNone(view: SentenceView, at: number): PeoplePhrase | undefined {
  const word = wordAt(view, at);
  if (word !== 'nobody' && word !== 'none' && word !== 'no') return undefined;
  const next = wordAt(view, at + 1);
  const shared = { first: at, count: zero, counted: true, none: true, governor: governorOf(view, at) };
  if (word !== 'no') return makeGroup({ ...shared, head: at, last: at + 1, additional: next === 'else' });
  if (next === 'one')
    return makeGroup({ ...shared, head: at + 1, last: at + 2, additional: wordAt(view, at + 2) === 'else' });
  const additional = more.has(next);
  const found = findHead(view, additional ? at + 2 : at + 1);
  const token = found?.known ? view.tokens[found.head] : undefined;
  if (found === undefined || token === undefined) return undefined;
  return makeGroup({ ...shared, ...describeHead(token), head: found.head, last: found.head + 1, additional });
}
