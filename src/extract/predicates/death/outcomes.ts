import words from '../../../../data/predicates/death.json' with { type: 'json' };
import { compilePhrases } from '../../constructions/phrases.ts';
import { type ConstructionReader, readPredicate } from '../../constructions/scan.ts';

const readSuicide: ConstructionReader = readPredicate('killed', compilePhrases(words.suicides), 'outcomes/suicide');

const readPhrase: ConstructionReader = readPredicate('killed', compilePhrases(words.deadly), 'outcomes/deadly');

/** "Two did not survive": the "not" belongs to the fate and denies nothing. */
const readDeadly: ConstructionReader = (input, at) => {
  const found = readPhrase(input, at);
  return found === undefined ? undefined : { ...found, modality: 'asserted' };
};

const readSelf: ConstructionReader = (input, at) => {
  const found = readSuicide(input, at);
  return found === undefined ? undefined : { ...found, selfInflicted: true };
};

/**
 * Read deaths told by set phrases: "did not survive", "fell to her death", "committed suicide".
 *
 * No: "did not survive the vote" is of no people.
 */
export const outcomes = [readDeadly, readSelf] as const;
