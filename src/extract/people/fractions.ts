import words from '../../../data/group-words.json' with { type: 'json' };
import type { CountValue } from '../../model/index.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { governorOf } from './edges.ts';
import type { PeoplePhrase } from './group.ts';

const shares: ReadonlyMap<string, number> = new Map(Object.entries(words.fractions));

/** Give so much of a number: exactly where it comes out even, else both neighbours. */
function take(share: number, { anchor }: CountValue): CountValue | undefined {
  if (anchor === undefined) return undefined;
  const part = Math.round(share * anchor * 1000) / 1000;
  const [min, max] = [Math.floor(part), Math.ceil(part)];
  return min === max ? { kind: 'count', min, max, anchor: min, qualifier: 'implicit' } : { kind: 'count', min, max };
}

/**
 * Take the fraction told before a number of people: "half of the 40 passengers" are 20, "two thirds of the 30 miners" 20, "most of
 * the 12 guards" 7 to 12. Any other group is given back as it is.
 */
export function fractionOf(view: SentenceView, group: PeoplePhrase): PeoplePhrase {
  const { first, count } = group;
  if (wordAt(view, first - 1) !== 'of' || count?.anchor === undefined || group.partOf) return group;
  const word = wordAt(view, first - 2);
  const share = shares.get(word);
  const most: CountValue = { kind: 'count', min: Math.floor(count.anchor / 2) + 1, max: count.anchor };
  const value = share !== undefined ? take(share, count) : word === 'most' ? most : undefined;
  if (value === undefined) return group;
  const led = /^(?:a|one|two|three|about|nearly|over|the|-)$/;
  let start = first - 2;
  while (led.test(wordAt(view, start - 1))) start--;
  return {
    ...group,
    first: start,
    count: value,
    determiner: 'indefinite',
    partOf: true,
    governor: governorOf(view, start),
  };
}
