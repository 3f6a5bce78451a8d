import type { CountValue } from '../../model/index.ts';
import { sumCounts } from '../../model/index.ts';
import type { ReadSentence } from '../findings.ts';
import { chainFrom, everyone, type PeoplePhrase } from '../people/index.ts';
import { type SentenceView, wordAt } from '../view.ts';

/** Sentences back within which those aboard are told of. */
const reach = 2;
const carrying = /^(?:carrying|carried|carries|ferrying|transporting|holding)$/;

/** Tell whether a number of people is told to be on a vehicle: "eight people aboard", "carrying 10 passengers", "12 on board". */
function isAboard(view: SentenceView, { first, last, noun }: PeoplePhrase): boolean {
  if (carrying.test(wordAt(view, first - 1)) || carrying.test(wordAt(view, first - 2))) return true;
  if (wordAt(view, last) === 'aboard' || wordAt(view, last) === 'onboard') return true;
  if (noun === '' && /^(?:aboard|board)$/.test(wordAt(view, last - 1))) return true;
  return wordAt(view, last) === 'on' && wordAt(view, last + 1) === 'board';
}

function countIn({ view, groups }: ReadSentence, before: number): CountValue | undefined {
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index];
    if (group === undefined || group.last > before || group.count === undefined || group.none) continue;
    const start = groups.findIndex(
      (one, at) => at <= index && isAboard(view, one) && chainFrom(view, groups, at).includes(group),
    );
    if (start < 0) continue;
    const chain = chainFrom(view, groups, start).filter((one) => one.count !== undefined);
    return { ...sumCounts(chain.flatMap(({ count }) => count ?? [])), qualifier: 'implicit' };
  }
  return undefined;
}

/**
 * Count those whom "everyone aboard", "all" or "all of them" mean: the people on the vehicle told of in this sentence or just before.
 *
 * "A van with eight people aboard fell into a gorge; all of them died": eight. Undefined where nobody is counted aboard.
 */
export function countAboard(
  group: PeoplePhrase,
  sentence: ReadSentence,
  told: readonly ReadSentence[],
): CountValue | undefined {
  if (group.noun !== everyone) return undefined;
  const own = countIn(sentence, group.first);
  if (own !== undefined) return own;
  const at = told.indexOf(sentence);
  for (const before of told.slice(Math.max(0, at - reach), at).reverse()) {
    const count = countIn(before, Number.POSITIVE_INFINITY);
    if (count !== undefined) return count;
  }
  return undefined;
}
