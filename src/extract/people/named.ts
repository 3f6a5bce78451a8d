import type { NameMention } from '../../model/index.ts';
import { type SentenceView, type TokenSpan, wordAt } from '../view.ts';
import { governorOf } from './edges.ts';
import type { PeoplePhrase } from './group.ts';
import { makeGroup, one } from './shape.ts';

/** Read a person told by name, with the age right after it: "Mara Voss, 41", "Mara Voss (41)". */
export function readNamed(view: SentenceView, name: TokenSpan<NameMention>): PeoplePhrase {
  const mark = wordAt(view, name.last);
  const next = mark === ',' || mark === '(' ? view.quantityOver[name.last + 1] : undefined;
  const age = next?.first === name.last + 1 && next.quantity === 'age' ? next : undefined;
  return makeGroup({
    first: name.first,
    last: age?.last ?? name.last,
    head: name.last - 1,
    determiner: 'name',
    count: one,
    singular: true,
    name,
    age: age?.value.anchor,
    governor: governorOf(view, name.first),
  });
}
