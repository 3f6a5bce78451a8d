import words from '../../../data/casualty-constructions.json' with { type: 'json' };
import { findReflexive, findSubject, findSubjectOf, frameVerb, groupBefore } from '../arguments.ts';
import type { FindingDraft, RuleInput } from '../finding.ts';
import { verbClass } from '../lexicon.ts';
import { wordAt } from '../view.ts';
import { compilePhrases, matchPhrase } from './phrases.ts';
import { makeRule } from './scan.ts';

const natural = compilePhrases(words.natural);
const linking: ReadonlySet<string> = new Set(words.deathLinks);

function readDying(input: RuleInput, at: number): FindingDraft | undefined {
  const token = input.view.tokens[at];
  if (token === undefined || verbClass(token)?.class !== 'died') return undefined;
  if (token.lower === 'dying' && input.view.tokens[at + 1]?.pos === 'NOUN') return undefined;
  if (matchPhrase(input.view, at + 1, natural) > 0) return undefined;
  const frame = frameVerb(input.view, at);
  if (isNthToDie(input, frame.start)) return undefined;
  const close = groupBefore(input, frame.start);
  const groups =
    close?.group.counted === true && close.group.noun === '' ? [close.group] : findSubjectOf(input, at, frame.start);
  return { fate: 'killed', groups, first: frame.start, last: at + 1, rule: 'deaths/die' };
}

/** "is dead", "was pronounced dead", "two dead", "left 14 people dead"; not "the dead man", "dead end". */
function readDead(input: RuleInput, at: number): FindingDraft | undefined {
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
    const alone = close.group.counted && (close.group.noun === '' || /^(?:in|with|to)$/.test(close.group.governor));
    const from = alone ? [close.group] : findSubject(input, at);
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

/** "the eighth teenager to die": the ordinal tells how many, and `reference` reads it. */
function isNthToDie({ view, groups }: RuleInput, start: number): boolean {
  const group = groups.find((one) => one.last === start && wordAt(view, start) === 'to');
  return view.quantities.some(
    (item) =>
      group !== undefined && item.quantity === 'ordinal' && item.first >= group.first && item.last <= group.head,
  );
}

/** "lost their lives", "lost his life", "took his own life". */
function readLifeLost(input: RuleInput, at: number): FindingDraft | undefined {
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
  if (isNthToDie(input, frame.start)) return undefined;
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
function readTurnedGun(input: RuleInput, at: number): FindingDraft | undefined {
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

/** "kills wife, then self", "shot four relatives, killing two, then himself": the verb told before is understood. */
function readThenSelf(input: RuleInput, at: number): FindingDraft | undefined {
  const { view, groups } = input;
  const word = wordAt(view, at);
  if (!['himself', 'herself', 'self'].includes(word)) return undefined;
  if (!['then', 'and', '&', ','].includes(wordAt(view, at - 1))) return undefined;
  const next = view.tokens[at + 1];
  if (next !== undefined && !['PUNCT', 'ADP', 'SCONJ', 'CCONJ', 'PROPN'].includes(next.pos)) return undefined;
  const killing = view.tokens.slice(0, at).some((token) => verbClass(token)?.class === 'killed');
  const deadly = view.words.includes('fatally');
  if (!killing && !deadly) return undefined;
  const verb = view.tokens.findIndex((token) => ['killed', 'struck'].includes(verbClass(token)?.class ?? ''));
  const doer = groups.findLast((group) => group.singular && !group.possessor && group.last <= verb);
  if (doer === undefined) return undefined;
  return { fate: 'killed', groups: [doer], first: at - 1, last: at + 1, selfInflicted: true, rule: 'deaths/then-self' };
}

/** "blew themselves up", "blew himself up at the gate": who does so dies. */
function readBlewUp(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  const self = wordAt(view, at + 1);
  if (!/^(?:blow|blows|blew|blown|blowing|exploded)$/.test(wordAt(view, at))) return undefined;
  if (!/^(?:himself|herself|themselves)$/.test(self) || wordAt(view, at + 2) !== 'up') return undefined;
  const { start } = frameVerb(view, at);
  const groups = self === 'themselves' ? findSubject(input, start) : findReflexive(input, start, self);
  return { fate: 'killed', groups, first: start, last: at + 3, selfInflicted: true, rule: 'deaths/blew-up' };
}

/** "Adding the three assailants, 22 people died", "12 dead, not counting the bomber": attackers beside a figure of deaths. */
function readAddedAttackers({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  if (!/^(?:adding|counting|including|excluding)$/.test(wordAt(view, at))) return undefined;
  const group = groups.find((one) => one.first === at + 1 && one.role === 'suspect' && one.count !== undefined);
  if (group === undefined) return undefined;
  const dead = view.tokens.some((token) => /^(?:killed|dead|died|deaths|lives|toll|fatalities)$/.test(token.lower));
  return dead ? { fate: 'killed', groups: [group], first: at, last: at + 1, rule: 'deaths/added' } : undefined;
}

const readers = [
  readThenSelf,
  readBlewUp,
  readAddedAttackers,
  readDying,
  readDead,
  readLifeLost,
  readTurnedGun,
] as const;

/**
 * Read people dying: "died", "is dead", "was pronounced dead", "two dead", "lost their lives", "turned the gun on himself".
 *
 * No: "the dead sea", "dead end", "dying wish", "the engine died" (no people), "died of natural causes".
 */
export const deaths = makeRule('deaths', readers);
