import words from '../../../data/constructions.json' with { type: 'json' };
import type { Fate, FindingDraft, RuleInput } from '../finding.ts';
import { verbClass } from '../lexicon.ts';
import { chainFrom, type PeoplePhrase } from '../people/index.ts';
import { figureWords as fates } from '../predicates/words.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { countBefore, makeCountedGroup } from './groups.ts';
import { findPeople, makeRule } from './scan.ts';

const collectives: ReadonlySet<string> = new Set(['dead', 'killed', 'injured', 'wounded', 'hurt', 'missing']);
const copulas: ReadonlySet<string> = new Set(words.copulas);

/** Read "the dead", "those killed", "the fatalities" at a token: their fate and where the words end. */
function readCollective(view: SentenceView, at: number): { readonly fate: Fate; readonly last: number } | undefined {
  const those = ['those', 'people'].includes(wordAt(view, at));
  if (!those && wordAt(view, at) !== 'the') return undefined;
  const word = wordAt(view, at + 1);
  const fate = fates.get(word);
  if (fate === undefined || !(collectives.has(word) || /s$/.test(word))) return undefined;
  const next = view.tokens[at + 2];
  if (!those && next?.pos === 'NOUN') return undefined;
  return { fate, last: at + 2 };
}

/** "the 53 others wounded", "12 people killed": a figure with its fate behind it. */
function readCountedWhole(view: SentenceView, at: number): { readonly fate: Fate; readonly last: number } | undefined {
  const quantity = view.quantities.find((item) => item.first >= at && item.first <= at + 1);
  if (quantity === undefined || quantity.quantity === 'ordinal') return undefined;
  for (let step = 0; step < 3; step++) {
    const fate = fates.get(wordAt(view, quantity.last + step));
    if (fate !== undefined) return { fate, last: quantity.last + step + 1 };
  }
  return undefined;
}

function asParts(groups: readonly PeoplePhrase[]): readonly PeoplePhrase[] {
  return groups.map((group) => ({ ...group, partOf: true }));
}

/** "four are among the dead", "no children were among the injured", "Two nurses, one of them on leave, are among those killed". */
function readAmong(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  if (wordAt(view, at) !== 'among' || !copulas.has(wordAt(view, at - 1))) return undefined;
  const whole = readCollective(view, at + 1) ?? readCountedWhole(view, at + 1);
  if (whole === undefined) return undefined;
  let first = at - 1;
  while (/^(?:also|have|has|had|been|be)$/.test(wordAt(view, first - 1))) first--;
  const groups = asParts(findPeople(input, first));
  return { fate: whole.fate, groups, first, last: whole.last, rule: 'membership/among' };
}

/** "Among the dead were three children", "The injured include a nurse and two porters". */
function readHeaded({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  const whole = readCollective(view, at);
  if (whole === undefined) return undefined;
  const among = wordAt(view, at - 1) === 'among';
  const verb = wordAt(view, whole.last);
  const including = /^(?:include|includes|included)$/.test(verb);
  if (!including && !(among && copulas.has(verb))) return undefined;
  const index = groups.findIndex((group) => group.first > whole.last);
  if (index < 0 || (groups[index]?.first ?? 0) - whole.last > 2) return undefined;
  const members = asParts(chainFrom(view, groups, index));
  return { fate: whole.fate, groups: members, first: at, last: whole.last + 1, rule: 'membership/headed' };
}

/** "The dead are five men, three women and two children": who they are, all told, and so how many. */
function readComposed({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  const whole = readCollective(view, at);
  if (whole === undefined || wordAt(view, at - 1) === 'among' || wordAt(view, at - 1) === 'of') return undefined;
  if (!copulas.has(wordAt(view, whole.last))) return undefined;
  const from = /^(?:all|both|:)$/.test(wordAt(view, whole.last + 1)) ? whole.last + 2 : whole.last + 1;
  const index = groups.findIndex(({ first }) => first === from);
  const opening = groups[index];
  if (opening === undefined || opening.determiner === 'definite' || opening.determiner === 'pronoun') return undefined;
  const members = chainFrom(view, groups, index).filter(({ possessor, count }) => !possessor && count !== undefined);
  return { fate: whole.fate, groups: members, first: at, last: whole.last + 1, rule: 'membership/composed' };
}

/** "Three of the victims were farm workers": of those told last, whatever became of them. */
function readVictims({ view, before = [] }: RuleInput, at: number): FindingDraft | undefined {
  if (wordAt(view, at) !== 'of' || !/^(?:the|those|its|their)$/.test(wordAt(view, at + 1))) return undefined;
  const quantity = countBefore(view, at);
  if (quantity === undefined || wordAt(view, at + 2) !== 'victims' || !copulas.has(wordAt(view, at + 3)))
    return undefined;
  const next = view.tokens[at + 4];
  const noun =
    next !== undefined &&
    ['NOUN', 'ADJ', 'DET', 'PROPN', 'ADP'].includes(next.pos) &&
    fates.get(next.lower) === undefined;
  const told = before.findLast(({ fate }) => fate === 'killed' || fate === 'injured');
  if (!noun || told === undefined) return undefined;
  const group = makeCountedGroup(quantity, at + 3, true);
  return { fate: told.fate, groups: [group], first: at, last: at + 3, rule: 'membership/victims' };
}

/** "Thirteen of the dead were women": a part with a class; "two of the injured died" tells the fate of its verb alone. */
function readPartitive({ view }: RuleInput, at: number): FindingDraft | undefined {
  if (wordAt(view, at) !== 'of') return undefined;
  const quantity = countBefore(view, at);
  const whole = readCollective(view, at + 1);
  if (quantity === undefined || whole === undefined) return undefined;
  const next = view.tokens[whole.last + 1];
  const told =
    copulas.has(wordAt(view, whole.last)) &&
    next !== undefined &&
    ['NOUN', 'ADJ', 'DET', 'PROPN'].includes(next.pos) &&
    verbClass(next) === undefined &&
    fates.get(next.lower) === undefined;
  if (!told) return undefined;
  const group = makeCountedGroup(quantity, whole.last, true);
  return { fate: whole.fate, groups: [group], first: at, last: whole.last, rule: 'membership/partitive' };
}

/**
 * Read who belongs to a body of people named by its fate: "among the dead", "the injured include", "thirteen of the dead".
 *
 * Those told are parts of a figure, unless the words say that they are all: "the dead are two men and a woman". No: "among the dead leaves", "two of the injured died", "the missing link".
 */
export const membership = makeRule('membership', [readAmong, readHeaded, readComposed, readPartitive, readVictims]);
