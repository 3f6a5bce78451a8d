import words from '../../../data/predicates/rescue.json' with { type: 'json' };
import { findObject, frameVerb } from '../arguments.ts';
import { compilePhrases, findPhrase, matchPhrase } from '../constructions/phrases.ts';
import { readPredicate } from '../constructions/scan.ts';
import type { FindingDraft, RuleInput } from '../finding.ts';
import type { PeoplePhrase } from '../people/index.ts';
import { type SentenceView, wordAt } from '../view.ts';

const goals = compilePhrases(words.rescueGoals);
const verbs: ReadonlySet<string> = new Set(words.rescueVerbs);
const agents: ReadonlySet<string> = new Set(words.rescueAgents);
const counted: ReadonlySet<string> = new Set(words.survivorsCounted);
const onlyOne: ReadonlySet<string> = new Set(words.onlyOne);

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

const readPhrase = readPredicate('rescued', compilePhrases(words.rescued), 'rescue/phrase');

/**
 * Read people brought to safety or found alive.
 *
 * No: "pulled a gun out", "pulled the driver from his car", "found dead".
 */
export const rescue = { brought: [readPhrase, readBrought, readPickedUp], survivors: readSurvivors } as const;
