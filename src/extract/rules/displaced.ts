import words from '../../../data/casualty-constructions.json' with { type: 'json' };
import { compilePhrases } from './phrases.ts';
import { makeRule, type Reader, readPredicate } from './scan.ts';

const readPhrase = readPredicate('displaced', compilePhrases(words.displaced), 'displaced/phrase');

/** One person who leaves home goes out; only of several is it flight. */
const readSeveral: Reader = (input, at) => {
  const found = readPhrase(input, at);
  return found === undefined ? undefined : { ...found, groups: found.groups.filter((group) => !group.singular) };
};

/**
 * Read people driven from home by phrases: "have had to leave their homes", "were moved out", "have yet to return".
 *
 * No: "a man left his home at eight" (one person), "moved out of hospital", "a homeless shelter".
 */
export const displaced = makeRule('displaced', [readSeveral]);
