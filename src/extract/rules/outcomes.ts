import words from '../../../data/casualty-constructions.json' with { type: 'json' };
import { compilePhrases } from './phrases.ts';
import { type ConstructionReader, makeRule, readPredicate } from './scan.ts';

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
 * Read outcomes told by set phrases: "did not survive", "fell to her death", "committed suicide", "were taken ill", "has a
 * broken pelvis", "were kept overnight", "is in custody".
 *
 * No: "did not survive the vote" is of no people; "sick of waiting", "in custody of the documents" (no people).
 */
export const outcomes = makeRule('outcomes', [
  readDeadly,
  readSelf,
  readPredicate('injured', compilePhrases(words.sickened), 'outcomes/sickened'),
  readPredicate('hospitalised', compilePhrases(words.treatedLater), 'outcomes/treated'),
  readPredicate('arrested', compilePhrases(words.custody), 'outcomes/custody'),
  readPredicate('detained', compilePhrases(words.heldForQuestions), 'outcomes/held'),
]);
