import words from '../../../../data/predicates/death.json' with { type: 'json' };
import { findSubject, findSubjectOf, frameVerb, groupBefore } from '../../arguments.ts';
import { compilePhrases, matchPhrase } from '../../constructions/phrases.ts';
import type { FindingDraft, RuleInput } from '../../finding.ts';
import { verbClass } from '../../lexicon.ts';
import { wordAt } from '../../view.ts';

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

/** "Adding the three assailants, 22 people died", "12 dead, not counting the bomber": attackers beside a figure of deaths. */
function readAddedAttackers({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  if (!/^(?:adding|counting|including|excluding)$/.test(wordAt(view, at))) return undefined;
  const group = groups.find((one) => one.first === at + 1 && one.role === 'suspect' && one.count !== undefined);
  if (group === undefined) return undefined;
  const dead = view.tokens.some((token) => /^(?:killed|dead|died|deaths|lives|toll|fatalities)$/.test(token.lower));
  return dead ? { fate: 'killed', groups: [group], first: at, last: at + 1, rule: 'deaths/added' } : undefined;
}

/**
 * Read people dying: "died", "is dead", "was pronounced dead", "two dead", "lost their lives".
 *
 * No: "the dead sea", "dead end", "dying wish", "the engine died" (no people), "died of natural causes".
 */
export const dying = [readAddedAttackers, readDying, readDead, readLifeLost] as const;
