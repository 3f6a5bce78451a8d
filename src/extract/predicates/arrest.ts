import words from '../../../data/predicates/arrest.json' with { type: 'json' };
import { compilePhrases } from '../constructions/phrases.ts';
import { readPredicate } from '../constructions/scan.ts';

/**
 * Read people arrested or detained: "is in custody", "were held for questioning"; arresting itself is a verb like others.
 *
 * No: "in custody of the documents" (no people), "held a meeting".
 */
export const arrest = {
  patterns: [
    readPredicate('arrested', compilePhrases(words.custody), 'outcomes/custody'),
    readPredicate('detained', compilePhrases(words.heldForQuestions), 'outcomes/held'),
  ],
} as const;
