import words from '../../../data/casualty-constructions.json' with { type: 'json' };
import { findObject, findSubject, frameVerb } from '../arguments.ts';
import type { FindingDraft, RuleInput } from '../finding.ts';
import type { PeoplePhrase } from '../people/index.ts';
import { type SentenceView, wordAt } from '../view.ts';
import { compilePhrases, findPhrase, matchPhrase } from './phrases.ts';
import { makeRule, readPredicate } from './scan.ts';

const goals = compilePhrases(words.rescueGoals);
const verbs: ReadonlySet<string> = new Set(words.rescueVerbs);
const agents: ReadonlySet<string> = new Set(words.rescueAgents);
const counted: ReadonlySet<string> = new Set(words.survivorsCounted);
const onlyOne: ReadonlySet<string> = new Set(words.onlyOne);
const held: ReadonlySet<string> = new Set(['hostage', 'captive']);
const notFreed: ReadonlySet<string> = new Set(words.notFreed);
const objectReach = 4;

/** "brought 18 people out alive", "picked two men off the roof". */
function readBrought(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  const token = view.tokens[at];
  if (token === undefined || token.pos !== 'VERB' || !verbs.has(token.lemma)) return undefined;
  const groups = findObject(input, at + 1);
  const object = groups.at(-1);
  if (object === undefined || frameVerb(view, at).passive) return undefined;
  const goal = findPhrase(view, object.last, object.last + 2, goals);
  if (goal < 0) return undefined;
  return { fate: 'rescued', groups, first: at, last: goal + matchPhrase(view, goal, goals), rule: 'rescue/brought' };
}

/** "a helicopter lifted them off", "a boat picked them up": the pronoun is whom the sentence told of before. */
function readPickedUp({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  const token = view.tokens[at];
  if (token === undefined || !verbs.has(token.lemma) || !['them', 'both'].includes(wordAt(view, at + 1)))
    return undefined;
  if (!/^(?:off|up|out|aboard|ashore)$/.test(wordAt(view, at + 2))) return undefined;
  if (![1, 2, 3].some((back) => agents.has(wordAt(view, at - back)))) return undefined;
  const people = groups.find((group) => group.last <= at && group.counted && group.governor === '');
  if (people === undefined) return undefined;
  return { fate: 'rescued', groups: [people], first: at, last: at + 3, rule: 'rescue/picked-up' };
}

function isFreed(input: RuleInput, at: number, groups: readonly PeoplePhrase[]): boolean {
  const { view } = input;
  if (groups.length === 0) return false;
  const after = view.tokens.slice(at + 1, at + 1 + objectReach).map((token) => token.lower);
  if (after.some((word) => notFreed.has(word))) return false;
  if (wordAt(view, at) === 'freed')
    return groups.some((group) => group.role !== 'suspect' && group.count !== undefined);
  return groups.some((group) => held.has(group.noun));
}

/** "18 hostages were freed", "police freed 18 people", "the rebels released two captives"; not "freed on bail". */
function readFreed(input: RuleInput, at: number): FindingDraft | undefined {
  const { view } = input;
  if (!/^(?:freed|freeing|frees|released|releasing|releases)$/.test(wordAt(view, at))) return undefined;
  const frame = frameVerb(view, at);
  const groups = frame.passive ? findSubject(input, frame.start) : findObject(input, at + 1);
  return isFreed(input, at, groups)
    ? { fate: 'rescued', groups, first: frame.start, last: at + 1, rule: 'rescue/freed' }
    : undefined;
}

/** "The only survivor, a student of 19, was found by hikers". */
function findLoneSurvivor(view: SentenceView, groups: readonly PeoplePhrase[], at: number): PeoplePhrase | undefined {
  return groups.find(
    ({ noun, singular, first, head, last }) =>
      noun === 'survivor' &&
      singular &&
      last < at &&
      at - last < survivorReach &&
      view.tokens.slice(first, head).some((token) => onlyOne.has(token.lower)),
  );
}

/** Tokens from a lone survivor to how they were found. */
const survivorReach = 12;

/** "163 survivors have been registered", "found 12 survivors". */
function readSurvivors({ view, groups }: RuleInput, at: number): FindingDraft | undefined {
  if (!counted.has(wordAt(view, at))) return undefined;
  const frame = frameVerb(view, at);
  const group = groups.find(
    ({ noun, last, first, counted: told }) =>
      noun === 'survivor' && told && (frame.passive ? last === frame.start : first === at + 1),
  );
  const lone = findLoneSurvivor(view, groups, at);
  if (lone !== undefined)
    return { fate: 'rescued', groups: [lone], first: frame.start, last: at + 1, rule: 'rescue/survivors' };
  return group === undefined
    ? undefined
    : { fate: 'rescued', groups: [group], first: frame.start, last: at + 1, rule: 'rescue/survivors' };
}

/**
 * Read people brought to safety, freed or found alive.
 *
 * No: "pulled a gun out", "pulled the driver from his car", "freed on bail", "released from hospital", "found dead".
 */
export const rescue = makeRule('rescue', [
  readPredicate('rescued', compilePhrases(words.rescued), 'rescue/phrase'),
  readBrought,
  readPickedUp,
  readFreed,
  readSurvivors,
]);
