import type { Fate, Found, Rule, RuleInput } from '../finding.ts';
import { wordAt } from '../view.ts';

const manners: Readonly<Record<string, Fate>> = {
  fatally: 'killed',
  critically: 'injured',
  seriously: 'injured',
  severely: 'injured',
  gravely: 'injured',
};

/** "one fatally", "two critically" after a verb told before: no verb of its own follows. */
function readManner({ view, groups }: RuleInput, at: number): Found | undefined {
  const fate = manners[wordAt(view, at)];
  if (fate === undefined) return undefined;
  const next = view.tokens[at + 1];
  if (next !== undefined && next.pos !== 'PUNCT' && next.pos !== 'CCONJ' && next.pos !== 'ADP') return undefined;
  const group = groups.find((candidate) => candidate.last === at && candidate.counted);
  return group === undefined
    ? undefined
    : { fate, groups: [{ ...group, partOf: true }], first: at, last: at + 1, rule: 'manner/adverb' };
}

/** "27 missing", "three people remain missing", "40 feared trapped": the missing are their own attribute. */
function readMissing({ view, groups }: RuleInput, at: number): Found | undefined {
  if (!['missing', 'unaccounted'].includes(wordAt(view, at))) return undefined;
  let start = at;
  while (
    start > 0 &&
    [
      'remain',
      'remained',
      'remains',
      'are',
      'were',
      'is',
      'was',
      'still',
      'reported',
      'listed',
      'as',
      'have',
      'gone',
      'been',
      'be',
      'went',
      'go',
      'has',
    ].includes(wordAt(view, start - 1))
  )
    start--;
  const group = groups.find((candidate) => candidate.last === start);
  if (group === undefined) return undefined;
  return { fate: 'missing', groups: [group], first: start, last: at + 1, rule: 'manner/missing' };
}

/** "taken hostage", "held hostage", "held captive", "hold 40 people hostage". */
function readHostage({ view, groups }: RuleInput, at: number): Found | undefined {
  if (!['hostage', 'captive', 'hostages'].includes(wordAt(view, at))) return undefined;
  if (wordAt(view, at) === 'hostages') return undefined;
  const verb = [at - 1, at - 2, at - 3, at - 4, at - 5, at - 6].find(
    (index) =>
      ['take', 'hold', 'keep'].includes(view.tokens[index]?.lemma ?? '') ||
      ['taken', 'held', 'took'].includes(wordAt(view, index)),
  );
  if (verb === undefined) return undefined;
  const object = groups.find((group) => group.first > verb && group.last === at);
  let start = verb;
  while (
    start > 0 &&
    ['were', 'was', 'are', 'been', 'being', 'is', 'had', 'have', 'has'].includes(wordAt(view, start - 1))
  )
    start--;
  const group = object ?? groups.filter((candidate) => candidate.last <= start).at(-1);
  return group === undefined
    ? undefined
    : { fate: 'hostages', groups: [group], first: verb, last: at + 1, rule: 'manner/hostage' };
}

const readers = [readManner, readMissing, readHostage] as const;

/**
 * Read fates told by an adverb or adjective: "one fatally", "27 missing", "held hostage".
 *
 * No: "a missing person report" (no count before it), "fatally flawed".
 */
export const manner: Rule = {
  name: 'manner',
  find(input) {
    const found: Found[] = [];
    for (let at = 0; at < input.view.tokens.length; at++) {
      for (const read of readers) {
        const one = read(input, at);
        if (one !== undefined) found.push(one);
      }
    }
    return found;
  },
};
