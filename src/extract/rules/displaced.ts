import words from '../../../data/casualty-constructions.json' with { type: 'json' };
import { compilePhrases } from './phrases.ts';
import { makeRule, readPredicate } from './scan.ts';

/**
 * Read people driven from home by phrases: "have had to leave their homes", "were moved out", "have yet to return".
 *
 * No: "left his home to go to work" of one person named (counted only as one), "moved out of hospital", "homeless shelter".
 */
export const displaced = makeRule('displaced', [
  readPredicate('displaced', compilePhrases(words.displaced), 'displaced/phrase'),
]);
