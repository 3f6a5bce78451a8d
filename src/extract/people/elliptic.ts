import type { Token } from '../../model/index.ts';
import { isParticiple } from '../lexicon.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { governorOf } from './edges.ts';
import type { PeoplePhrase } from './group.ts';
import { makeGroup, one } from './shape.ts';

function opensPredicate(next: Token | undefined): boolean {
  if (next === undefined) return false;
  return next.pos === 'AUX' || next.lower === 'in' || next.lower === 'critically' || isParticiple(next);
}

/** Read "another", "a third", "the other" with no noun: one more person, where a verb follows. */
export function readElliptic(view: SentenceView, at: number): PeoplePhrase | undefined {
  const word = wordAt(view, at);
  const before = wordAt(view, at - 1);
  const other = word === 'other' && before === 'the';
  const ordinal = (before === 'a' || before === 'the') && view.quantityOver[at]?.quantity === 'ordinal';
  if (word !== 'another' && !other && !ordinal) return undefined;
  const next = view.tokens[at + 1];
  const shared = {
    head: at,
    last: at + 1,
    count: one,
    singular: true,
    additional: true,
    governor: governorOf(view, at),
  };
  if (word === 'another') {
    const ends = next === undefined || next.pos === 'PUNCT' || next.pos === 'ADP' || opensPredicate(next);
    return ends ? makeGroup({ ...shared, first: at, determiner: 'indefinite' }) : undefined;
  }
  if (!opensPredicate(next)) return undefined;
  return makeGroup({ ...shared, first: at - 1, determiner: other ? 'definite' : 'indefinite' });
}
