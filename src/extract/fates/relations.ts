// Sets of the relations of Universal Dependencies 2 (universaldependencies.org/u/dep) that the fate head's spots are found by.

/** Relations by which a word belongs to the phrase of its head rather than being said of it. */
export const inside: ReadonlySet<string> = new Set([
  'nummod',
  'det',
  'amod',
  'compound',
  'flat',
  'advmod',
  'nmod:poss',
  'appos',
  'case',
  'fixed',
  'nmod:unmarked',
]);
/** Relations of words that complete what a verb says: "left four dead", "was found alive", "taken hostage". */
export const completing: ReadonlySet<string> = new Set(['xcomp', 'compound:prt', 'obj']);
/** Relations of who does it, or whom it is done to in the passive. */
export const subjects: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'nsubj:outer']);
/** Relations of what else is said with a predicate. */
export const oblique: ReadonlySet<string> = new Set(['obl', 'nmod', 'obl:agent', 'advcl']);
