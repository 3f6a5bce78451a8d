import type { RuleInput } from './finding.ts';
import { chainFrom, chainTo, type Group } from './groups/index.ts';
import { verbClass } from './lexicon.ts';
import { type SentenceView, wordAt } from './view.ts';

const auxiliaries: ReadonlySet<string> = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  'am',
  'has',
  'have',
  'had',
  'having',
  'get',
  'gets',
  'got',
  'getting',
  'will',
  'would',
  'could',
  'may',
  'might',
  'can',
  'must',
  'should',
  'shall',
  'did',
  'does',
  'do',
  "'s",
  '’s',
]);
const passiveAuxiliaries: ReadonlySet<string> = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  'get',
  'gets',
  'got',
  'getting',
]);
const skippable: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'also',
  'reportedly',
  'allegedly',
  'fatally',
  'critically',
  'seriously',
  'severely',
  'later',
  'then',
  'already',
  'now',
  'accidentally',
  'apparently',
  'first',
  'initially',
  'mortally',
  'badly',
  'slightly',
  'immediately',
  'subsequently',
  'believed',
  'feared',
  'confirmed',
  'reported',
  'either',
  'still',
  'all',
  'both',
  'each',
  'just',
  'only',
  'since',
  'to',
  'have',
  'himself',
  'herself',
  'ultimately',
  'eventually',
  'quickly',
  'officially',
]);
const boundaries: ReadonlySet<string> = new Set([
  ';',
  'when',
  'while',
  'because',
  'although',
  'though',
  'whereas',
  'but',
  'if',
  'that',
  'before',
  'until',
  'since',
  'as',
  'after',
  'where',
  'which',
]);

/** How a verb stands in its clause: `start` is the first token of its verb group. */
export interface VerbFrame {
  readonly start: number;
  readonly passive: boolean;
  readonly finiteAuxiliary: boolean;
  /** Lower-case words of the verb group before the verb. */
  readonly words: readonly string[];
}

/** Read the auxiliaries and adverbs before a verb; a coordinated verb ("shot and killed") shares its partner's. */
export function frameVerb(view: SentenceView, at: number): VerbFrame {
  let start = at;
  let passive = false;
  let finiteAuxiliary = false;
  const words: string[] = [];
  for (let index = at - 1; index >= 0 && at - index < 9; index--) {
    const token = view.tokens[index];
    if (token === undefined) break;
    const partner =
      token.lower === 'and' || token.lower === 'or' || token.lower === ',' ? view.tokens[index - 1] : undefined;
    if (auxiliaries.has(token.lower)) {
      passive ||= passiveAuxiliaries.has(token.lower);
      finiteAuxiliary = true;
      start = index;
      words.unshift(token.lower);
    } else if (
      partner !== undefined &&
      verbClass(partner) !== undefined &&
      !finiteAuxiliary &&
      partner.pos !== 'NOUN'
    ) {
      index--;
      start = index;
    } else if (skippable.has(token.lower) || (token.pos === 'ADV' && token.lower.endsWith('ly'))) {
      words.unshift(token.lower);
      if (finiteAuxiliary) continue;
      start = index;
    } else break;
  }
  return { start, passive, finiteAuxiliary, words };
}

/** Tell whether a group could be the subject of a verb that begins at `before`. */
function mayBeSubject(group: Group, before: number): boolean {
  if (group.possessor || group.last > before) return false;
  return (
    (group.governor === '' ||
      group.governor === 'of' ||
      group.determiner === 'pronoun' ||
      group.governor === 'after') &&
    group.noun !== 'him' &&
    group.noun !== 'them'
  );
}

/** Find the people a verb group beginning at token `start` is said of: the nearest group on its left that no preposition governs. */
export function findSubject({ view, groups }: RuleInput, start: number): readonly Group[] {
  const relative =
    ['who', 'whom', 'that'].includes(wordAt(view, start - 1)) ||
    (wordAt(view, start - 2) === 'who' && view.tokens[start - 1]?.pos === 'ADV');
  let floor = 0;
  for (let at = relative ? -1 : start - 1; at >= 0; at--) {
    const next = view.tokens[at + 1];
    const bounded = boundaries.has(wordAt(view, at)) && !(wordAt(view, at) === 'as' && wordAt(view, at + 1) === 'well');
    if (
      bounded &&
      next !== undefined &&
      groups.some((group) => group.first > at && mayBeSubject(group, start) && group.governor !== 'of')
    ) {
      floor = at;
      break;
    }
  }
  let fallback: number | undefined;
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index];
    if (group === undefined || group.last > start || group.first < floor) continue;
    if (relative) return chainTo(view, groups, index).slice(group.counted ? -1 : 0);
    if (!mayBeSubject(group, start)) continue;
    if (group.governor === 'of' && !group.partOf) {
      fallback ??= index;
      continue;
    }
    return chainTo(view, groups, index);
  }
  return fallback === undefined ? [] : chainTo(view, groups, fallback);
}

/** Tell whether a group is what a verb right before it was done to, alone or as a later member of an enumeration. */
function isObject(view: SentenceView, groups: readonly Group[], index: number): boolean {
  const first = chainTo(view, groups, index)[0];
  const before = first === undefined ? undefined : view.tokens[first.first - 1];
  return before?.pos === 'VERB' || (before !== undefined && verbClass(before) !== undefined);
}

/** Find who a reflexive is said of: the nearest single person on its left that is nobody's object ("shot his wife before killing himself"). */
export function findReflexive({ view, groups }: RuleInput, start: number, pronoun: string): readonly Group[] {
  const sex = pronoun === 'himself' ? 'male' : pronoun === 'herself' ? 'female' : undefined;
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index];
    if (group === undefined || group.last > start || !group.singular || group.possessor) continue;
    if (group.governor !== '' && group.last < start - 1) continue;
    if ((group.sex !== undefined && group.sex !== sex) || isObject(view, groups, index)) continue;
    return [group];
  }
  return [];
}

/** Find the people right after a verb: the first group within three tokens, with what is coordinated to it. */
export function findObject({ view, groups }: RuleInput, after: number): readonly Group[] {
  const index = groups.findIndex((group) => group.last > after);
  const group = groups[index];
  if (group === undefined || group.possessor || group.first < after || group.first - after > 3) return [];
  for (let at = after; at < group.first; at++) {
    const token = view.tokens[at];
    if (
      token === undefined ||
      token.pos === 'PUNCT' ||
      token.pos === 'ADP' ||
      token.pos === 'VERB' ||
      token.pos === 'SCONJ'
    ) {
      if (!['himself', 'herself', '"', '“', 'about', 'over', 'around'].includes(token?.lower ?? '')) return [];
    }
  }
  return chainFrom(view, groups, index).filter(
    (member) => !member.possessor && !isSubjectOfLaterVerb(view, member, group),
  );
}

/** "killing three and two others were hurt": the last member of an object list may be the subject of the next clause. */
function isSubjectOfLaterVerb(view: SentenceView, member: Group, first: Group): boolean {
  if (member === first) return false;
  const next = view.tokens[member.last];
  return next !== undefined && (auxiliaries.has(next.lower) || (next.pos === 'VERB' && !next.lower.endsWith('ing')));
}

/** Find the group that ends right before a token, allowing the adverbs of a headline ("two critically injured"). */
export function groupBefore(
  { groups, view }: RuleInput,
  at: number,
): { readonly index: number; readonly group: Group } | undefined {
  let end = at;
  while (end > 0 && (view.tokens[end - 1]?.pos === 'ADV' || skippable.has(wordAt(view, end - 1))) && at - end < 3) {
    if (groups.some((group) => group.last === end)) break;
    end--;
  }
  const index = groups.findIndex((group) => group.last === end);
  const group = groups[index];
  return group === undefined ? undefined : { index, group };
}

/** Tell whether a passive sense needs no auxiliary here: a bare participle right after its people, with no object of its own. */
export function isReducedPassive(input: RuleInput, at: number): boolean {
  const before = groupBefore(input, at);
  if (before === undefined) return false;
  return findObject(input, at + 1).length === 0;
}
