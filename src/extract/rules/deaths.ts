import { findReflexive, findSubject, frameVerb, groupBefore } from '../arguments.ts';
import type { Found, Rule, RuleInput } from '../finding.ts';
import { verbClass } from '../lexicon.ts';
import { wordAt } from '../view.ts';

const linking: ReadonlySet<string> = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  'pronounced',
  'declared',
  'found',
  'confirmed',
  'lay',
  'lying',
  'presumed',
  'left',
  'dropped',
  'fell',
  'lie',
  'discovered',
  'ruled',
  'reported',
  'remain',
  'leave',
  'leaves',
  'leaving',
]);

function readDying(input: RuleInput, at: number): Found | undefined {
  const token = input.view.tokens[at];
  if (token === undefined || verbClass(token)?.class !== 'died') return undefined;
  if (token.lower === 'dying' && input.view.tokens[at + 1]?.pos === 'NOUN') return undefined;
  const frame = frameVerb(input.view, at);
  const close = groupBefore(input, frame.start);
  const groups =
    close?.group.counted === true && close.group.noun === '' ? [close.group] : findSubject(input, frame.start);
  return { fate: 'killed', groups, first: frame.start, last: at + 1, rule: 'deaths/die' };
}

/** "is dead", "was pronounced dead", "two dead", "left 14 people dead"; not "the dead man", "dead end". */
function readDead(input: RuleInput, at: number): Found | undefined {
  const { view } = input;
  if (wordAt(view, at) !== 'dead') return undefined;
  const next = view.tokens[at + 1];
  if (next !== undefined && next.pos === 'NOUN' && wordAt(view, at - 1) !== 'shot') return undefined;
  if (
    verbClass(view.tokens[at - 1] ?? { start: 0, end: 0, form: '', lower: '', lemma: '', pos: 'X' })?.class === 'struck'
  )
    return undefined;
  const close = groupBefore(input, at);
  if (close !== undefined) {
    const from = close.group.counted && close.group.noun === '' ? [close.group] : findSubject(input, at);
    return { fate: 'killed', groups: from, first: at, last: at + 1, rule: 'deaths/dead' };
  }
  if (!linking.has(wordAt(view, at - 1)) && view.tokens[at - 1]?.pos !== 'ADV') return undefined;
  const frame = frameVerb(
    view,
    linking.has(wordAt(view, at - 1)) && !['is', 'are', 'was', 'were'].includes(wordAt(view, at - 1)) ? at - 1 : at,
  );
  return {
    fate: 'killed',
    groups: findSubject(input, frame.start),
    first: frame.start,
    last: at + 1,
    rule: 'deaths/dead',
  };
}

/** "lost their lives", "lost his life", "took his own life". */
function readLifeLost(input: RuleInput, at: number): Found | undefined {
  const { view } = input;
  if (!['life', 'lives'].includes(wordAt(view, at))) return undefined;
  const own = wordAt(view, at - 1) === 'own';
  const possessive = wordAt(view, own ? at - 2 : at - 1);
  const verb = wordAt(view, own ? at - 3 : at - 2);
  if (!['his', 'her', 'their', 'its'].includes(possessive)) return undefined;
  const lost = ['lost', 'lose', 'loses', 'losing'].includes(verb);
  const taken = own && ['took', 'take', 'taking', 'takes'].includes(verb);
  if (!lost && !taken) return undefined;
  const frame = frameVerb(view, own ? at - 3 : at - 2);
  return {
    fate: 'killed',
    groups: findSubject(input, frame.start),
    first: frame.start,
    last: at + 1,
    rule: 'deaths/life-lost',
    ...(taken ? { selfInflicted: true } : {}),
  };
}

/** "turned the gun on himself" says a death in the field's usage unless the text tells of survival. */
function readTurnedGun(input: RuleInput, at: number): Found | undefined {
  const { view } = input;
  if (!['himself', 'herself'].includes(wordAt(view, at)) || wordAt(view, at - 1) !== 'on') return undefined;
  const verb = [at - 4, at - 5, at - 3].find((index) =>
    ['turned', 'turning', 'turns', 'turn'].includes(wordAt(view, index)),
  );
  if (verb === undefined) return undefined;
  return {
    fate: 'killed',
    groups: findReflexive(input, frameVerb(view, verb).start, wordAt(view, at)),
    first: verb,
    last: at + 1,
    selfInflicted: true,
    rule: 'deaths/turned-gun',
  };
}

const readers = [readDying, readDead, readLifeLost, readTurnedGun] as const;

/**
 * Read people dying: "died", "is dead", "was pronounced dead", "two dead", "lost their lives", "turned the gun on himself".
 *
 * No: "the dead sea", "dead end", "dying wish", "the engine died" (no people).
 */
export const deaths: Rule = {
  name: 'deaths',
  find(input) {
    const found: Found[] = [];
    for (let at = 0; at < input.view.tokens.length; at++) {
      for (const read of readers) {
        const one = read(input, at);
        if (one !== undefined && one.groups.length > 0) found.push(one);
      }
    }
    return found;
  },
};
