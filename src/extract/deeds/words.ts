import verbs from '../../../data/casualty-verbs.json' with { type: 'json' };
import words from '../../../data/deed-words.json' with { type: 'json' };

/** Verbs of harm that one does to another. */
export const harmVerbs: ReadonlySet<string> = new Set([
  ...verbs.killed,
  ...verbs.injured,
  ...verbs.struck,
  ...verbs.hit,
  ...words.acts,
]);

/** Nouns of harm done to those named after "of". */
export const harmNouns: ReadonlySet<string> = new Set(words.nouns);

/** Verbs that say that what follows them was done: "managed to", "went on to". */
export const carriedOut: ReadonlySet<string> = new Set(words.carriedOut);

/** Pronouns that stand for the noun a relative clause hangs on. */
export const relatives: ReadonlySet<string> = new Set(['who', 'that', 'which', 'whom']);
