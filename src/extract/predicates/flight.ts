import words from '../../../data/predicates/flight.json' with { type: 'json' };
import { findObject, frameVerb } from '../arguments.ts';
import { compilePhrases, matchPhrase } from '../constructions/phrases.ts';
import { type ConstructionReader, findPeople, readPredicate } from '../constructions/scan.ts';
import { wordAt } from '../view.ts';

const fleeing: ReadonlySet<string> = new Set(words.fleeing);
const notFlight: ReadonlySet<string> = new Set(words.notFlight);
const driving: ReadonlySet<string> = new Set(words.driving);
const driven = compilePhrases(words.driven);
/** People from whom on those who flee are refugees and no attackers on the run. */
const manyPeople = 20;
const objectReach = 3;

const readPhrase = readPredicate('displaced', compilePhrases(words.displaced), 'displaced/phrase');

/** One person who leaves home goes out; only of several is it flight. */
const readSeveral: ConstructionReader = (input, at) => {
  const found = readPhrase(input, at);
  return found === undefined ? undefined : { ...found, groups: found.groups.filter((group) => !group.singular) };
};

/** "thousands flee", "more than 12,000 have fled"; a few who flee are as often attackers. */
const readFlight: ConstructionReader = (input, at) => {
  const { view } = input;
  if (!fleeing.has(wordAt(view, at))) return undefined;
  if ([1, 2, 3].some((step) => notFlight.has(wordAt(view, at + step)))) return undefined;
  const { start } = frameVerb(view, at);
  const groups = findPeople(input, start).filter(
    (group) => (group.count?.min ?? 0) >= manyPeople && group.role !== 'suspect',
  );
  return { fate: 'displaced', groups, first: start, last: at + 1, rule: 'displaced/flight' };
};

/** "forced thousands from their homes", "drove 300 families to leave": said of the object. */
const readDriven: ConstructionReader = (input, at) => {
  const { view } = input;
  if (!driving.has(wordAt(view, at))) return undefined;
  const groups = findObject(input, at + 1).filter((group) => !group.singular);
  const after = groups.at(-1)?.last ?? -1;
  if (after < 0 || after - at > 2 * objectReach) return undefined;
  const length = matchPhrase(view, after, driven);
  return length === 0
    ? undefined
    : { fate: 'displaced', groups, first: at, last: after + length, rule: 'displaced/driven' };
};

/**
 * Read people driven from home: "have had to leave their homes", "were moved out", "thousands flee", "forced 300 from their homes".
 *
 * No: "a man left his home at eight" (one person), "moved out of hospital", "a homeless shelter".
 */
export const flight = { patterns: [readSeveral, readFlight, readDriven] } as const;
