import clauses from '../../data/clause-words.json' with { type: 'json' };
import { type Parse, subjectInTree } from './dependencies.ts';
import type { RuleInput } from './finding.ts';
import { isParticiple, personLemma, verbClass } from './lexicon.ts';
import { chainFrom, chainTo, type PeoplePhrase } from './people/index.ts';
import { type SentenceView, wordAt } from './view.ts';

const auxiliaries: ReadonlySet<string> = new Set(clauses.auxiliaries);
const passiveAuxiliaries: ReadonlySet<string> = new Set(clauses.passiveAuxiliaries);
/** Words that may stand inside a verb group or between it and its people. */
const adverbs: ReadonlySet<string> = new Set(clauses.adverbs);
/** Words and marks a clause begins after. */
const boundaries: ReadonlySet<string> = new Set(clauses.boundaries);
/** Words between a verb and its object that the object survives: "killing about 20". */
const beforeObject: ReadonlySet<string> = new Set(clauses.beforeObject);
const relatives: ReadonlySet<string> = new Set(['who', 'whom', 'that']);
const objectEnds: ReadonlySet<string> = new Set(['PUNCT', 'ADP', 'VERB', 'SCONJ', 'AUX']);
const subjectGovernors: ReadonlySet<string> = new Set(['', 'of', 'after']);
const joints: ReadonlySet<string> = new Set(['and', 'or', ',']);

/** Tokens before a verb within which its auxiliaries stand. */
const verbGroupReach = 9;
/** Tokens between a figure and the "including" that names some of it. */
const includedReach = 6;
/** Tokens between a verb and its object. */
const objectReach = 3;

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
  for (let index = at - 1; index >= 0 && at - index < verbGroupReach; index--) {
    const token = view.tokens[index];
    if (token === undefined) break;
    const partner = joints.has(token.lower) ? view.tokens[index - 1] : undefined;
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
    } else if (adverbs.has(token.lower) || (token.pos === 'ADV' && token.lower.endsWith('ly'))) {
      words.unshift(token.lower);
      if (finiteAuxiliary) continue;
      start = index;
    } else break;
  }
  return { start, passive, finiteAuxiliary, words };
}

/** Tell whether a group could be the subject of a verb that begins at `before`. */
function mayBeSubject(group: PeoplePhrase, before: number): boolean {
  if (group.possessor || group.last > before || group.noun === 'him' || group.noun === 'them') return false;
  return subjectGovernors.has(group.governor) || group.determiner === 'pronoun';
}

/** Find where the clause of a verb begins: after the last boundary that leaves it a subject; 0 where there is none. */
function findClauseStart({ view, groups }: RuleInput, start: number): number {
  // Groups are sorted, so the clause holds a subject wherever it begins before the last one that may be.
  const subject = groups.findLast((group) => mayBeSubject(group, start) && group.governor !== 'of');
  if (subject === undefined) return 0;
  for (let at = Math.min(start, subject.first) - 1; at >= 0; at--) {
    const word = wordAt(view, at);
    if (boundaries.has(word) && !(word === 'as' && wordAt(view, at + 1) === 'well')) return at;
  }
  return 0;
}

function isRelative(view: SentenceView, start: number): boolean {
  if (relatives.has(wordAt(view, start - 1))) return true;
  return wordAt(view, start - 2) === 'who' && view.tokens[start - 1]?.pos === 'ADV';
}

const closings: ReadonlySet<string> = new Set([',', '–', '—', '-', ')']);
const asideOpeners: ReadonlySet<string> = new Set(clauses.asideOpeners);
/** Tokens an aside between a subject and its verb may hold. */
const asideReach = 16;

/** Step over an aside between a subject and its verb: "three others – including two children – were hurt". */
function skipAside({ view, groups }: RuleInput, start: number): number {
  if (!closings.has(wordAt(view, start - 1))) return start;
  for (let at = start - 2; at > 0 && start - at < asideReach; at--) {
    if (!closings.has(wordAt(view, at)) && wordAt(view, at) !== '(') continue;
    // "Five people, two women and three men, were hurt": who they are stands behind how many.
    const members = view.quantityOver[at + 1] !== undefined && groups.some((one) => one.last === at && one.counted);
    if (members || asideOpeners.has(wordAt(view, at + 1)) || wordAt(view, at + 2) === 'of') return at;
  }
  return start;
}

/** Words after which a subject of its own may begin. */
const subjectFollows: ReadonlySet<string> = new Set([
  '',
  'that',
  'and',
  'but',
  'when',
  'while',
  'as',
  'after',
  'because',
  'if',
]);
const nounPhrase: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PRON']);

/** Tell whether the subject right before a passive is a thing: "the house was hit by five bullets". */
export function hasThingSubject({ view, groups }: RuleInput, start: number): boolean {
  const head = view.tokens[start - 1];
  if (head?.pos !== 'NOUN' || personLemma(head) !== undefined || /s$/.test(head.lower)) return false;
  if (view.quantityOver[start - 1] !== undefined || groups.some((group) => group.last >= start && group.first < start))
    return false;
  let first = start - 1;
  while (first > 0 && nounPhrase.has(view.tokens[first - 1]?.pos ?? '')) first--;
  const before = view.tokens[first - 1];
  if (!/^(?:the|a|an|his|her|their|its|this|that|one|another)$/.test(wordAt(view, first))) return false;
  return before === undefined || subjectFollows.has(before.lower) || before.lemma === 'say';
}

/** "17 soldiers including a commander were killed": those included are not what the verb is said of, but the figure before them is. */
function isIncluded({ view, groups }: RuleInput, index: number): boolean {
  const first = chainTo(view, groups, index)[0];
  if (first === undefined || wordAt(view, first.first - 1) !== 'including') return false;
  const whole = groups.findLast(({ last }) => last < first.first);
  return whole?.counted === true && !whole.singular && first.first - 1 - whole.last <= includedReach;
}

/** Find the people a verb group beginning at token `verb` is said of: the nearest group on its left that no preposition governs. */
export function findSubject(input: RuleInput, verb: number): readonly PeoplePhrase[] {
  const { view, groups } = input;
  const start = skipAside(input, verb);
  const relative = isRelative(view, start);
  const floor = relative ? 0 : findClauseStart(input, start);
  let fallback: number | undefined;
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index];
    if (group === undefined || group.last > start) continue;
    if (group.first < floor) break;
    if (relative) return chainTo(view, groups, index).slice(group.counted ? -1 : 0);
    if (!mayBeSubject(group, start)) continue;
    if (index > 0 && isIncluded(input, index)) continue;
    if (group.governor !== 'of' || group.partOf) return chainTo(view, groups, index);
    fallback ??= index;
  }
  return fallback === undefined ? [] : chainTo(view, groups, fallback);
}

/** Tell whether the tree gives a thing as the subject of a verb itself: "police said profits were hurt"; ages in an aside are none. */
function isSaidOfThing(
  { view }: RuleInput,
  parse: Parse,
  at: number,
  near: readonly PeoplePhrase[],
  subject: number,
): boolean {
  const pos = view.tokens[subject]?.pos;
  if ((pos !== 'NOUN' && pos !== 'PROPN') || parse.people.has(subject)) return false;
  if (parse.arcs[subject]?.head !== at) return false;
  // "Five children – ages 11 to 15 – were hurt": an aside is no subject.
  const between = view.tokens.slice(near.at(-1)?.last ?? subject, subject);
  return !between.some(({ lower }) => closings.has(lower));
}

/**
 * Find the people a predicate at a token is said of, its verb group beginning at `start`: by word order, checked by the tree.
 *
 * Where the tree gives a thing as its subject it is said of nobody; where it gives people nearer than those word order finds, or
 * word order finds none, the tree is believed. Headlines are read by word order alone: trees of them are poor.
 */
export function findSubjectOf(input: RuleInput, at: number, start: number): readonly PeoplePhrase[] {
  const { view, groups } = input;
  const near = findSubject(input, start);
  if (view.parse === undefined || view.block === 'headline') return near;
  const subject = subjectInTree(view.parse, view.tokens, at);
  if (subject === undefined) return near;
  const index = groups.findIndex((group) => group.first <= subject && subject < group.last);
  const group = groups[index];
  if (group === undefined) return isSaidOfThing(input, view.parse, at, near, subject) ? [] : near;
  const isNearer = near.every(({ last }) => last <= group.first) && group.last <= start;
  return isNearer && !group.possessor ? chainFrom(view, groups, index).filter(({ last }) => last <= start) : near;
}

/** Tell whether the tree gives a verb both a subject and an object, so that it is active: "12 surgeons treated hips". */
export function isActiveInTree({ view }: RuleInput, at: number): boolean {
  const arcs = view.parse?.arcs;
  if (arcs === undefined || view.block === 'headline') return false;
  const hangs = (relation: string): boolean => arcs.some((arc) => arc?.head === at && arc.relation === relation);
  return hangs('nsubj') && hangs('obj');
}

/** Tell whether a group is what a verb right before it was done to, alone or as a later member of an enumeration. */
function isObject(view: SentenceView, groups: readonly PeoplePhrase[], index: number): boolean {
  const first = chainTo(view, groups, index)[0];
  const before = first === undefined ? undefined : view.tokens[first.first - 1];
  return before?.pos === 'VERB' || (before !== undefined && verbClass(before) !== undefined);
}

/** Find who a reflexive is said of: the nearest single person on its left that is nobody's object ("shot his wife before killing himself"). */
export function findReflexive({ view, groups }: RuleInput, start: number, pronoun: string): readonly PeoplePhrase[] {
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
export function findObject({ view, groups }: RuleInput, after: number): readonly PeoplePhrase[] {
  const index = groups.findIndex((group) => group.last > after);
  const group = groups[index];
  if (group === undefined || group.possessor || group.first < after || group.first - after > objectReach) return [];
  // "Father killed and four others hurt": a joint right after the verb begins another clause.
  if (view.tokens[after]?.pos === 'CCONJ' && joints.has(wordAt(view, after))) return [];
  for (let at = after; at < group.first; at++) {
    if (objectEnds.has(view.tokens[at]?.pos ?? 'PUNCT') && !beforeObject.has(wordAt(view, at))) return [];
  }
  return chainFrom(view, groups, index).filter(
    (member) => !member.possessor && !isSubjectOfLaterVerb(view, member, group),
  );
}

/** "killing three and two others were hurt": the last member of an object list may be the subject of the next clause. */
function isSubjectOfLaterVerb(view: SentenceView, member: PeoplePhrase, first: PeoplePhrase): boolean {
  if (member === first) return false;
  const next = view.tokens[member.last];
  return next !== undefined && (auxiliaries.has(next.lower) || (next.pos === 'VERB' && !next.lower.endsWith('ing')));
}

/** Step over the mark that closes an age: "Boy, 7, shot". */
function overAge(view: SentenceView, groups: readonly PeoplePhrase[], at: number): number {
  if (!/^[,)]$/.test(wordAt(view, at - 1)) || view.tokens[at - 2]?.pos !== 'NUM') return at;
  return groups.some((group) => group.last === at - 1 && group.age !== undefined) ? at - 1 : at;
}

/** "Boy shot and killed": a second participle of a headline shares the people before the first. */
function skipPartner(view: SentenceView, at: number): number {
  const partner = view.tokens[at - 2];
  if (wordAt(view, at - 1) !== 'and' || partner === undefined) return at;
  return isParticiple(partner) && partner.pos !== 'NOUN' && verbClass(partner) !== undefined ? at - 2 : at;
}

/** Find the group that ends right before a token, allowing the adverbs of a headline ("two critically injured"). */
export function groupBefore(
  { groups, view }: RuleInput,
  at: number,
): { readonly index: number; readonly group: PeoplePhrase } | undefined {
  let end = overAge(view, groups, skipPartner(view, at));
  while (end > 0 && (view.tokens[end - 1]?.pos === 'ADV' || adverbs.has(wordAt(view, end - 1))) && at - end < 3) {
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
