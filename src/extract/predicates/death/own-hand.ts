import { findReflexive, findSubject, frameVerb } from '../../arguments.ts';
import type { FindingDraft, RuleInput } from '../../finding.ts';
import { verbClass } from '../../lexicon.ts';
import { wordAt } from '../../view.ts';

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

/**
 * Read deaths by one's own hand: "turned the gun on himself", "kills wife, then self", "blew themselves up".
 *
 * No: "washed the car, then himself" (nobody killed before), "blew up two balloons", "turned on himself".
 */
export const ownHand = [readThenSelf, readBlewUp, readTurnedGun] as const;
