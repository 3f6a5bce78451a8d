import type { SlotTally } from '../muc4/score.ts';

/** A question to an article: whether it was answered, and whether rightly. */
export interface AskedFact {
  readonly answered: boolean;
  readonly right: boolean;
}

/** Compare an answer with the wanted value by `agrees`. */
export function ask<T, U>(wanted: T, answer: U | undefined, agrees: (answer: U, wanted: T) => boolean): AskedFact {
  return { answered: answer !== undefined, right: answer !== undefined && agrees(answer, wanted) };
}

/** Count facts; each is wanted once and answered at most once. */
export function countFacts(asked: readonly AskedFact[]): SlotTally {
  const right = asked.filter((one) => one.right).length;
  return { right, answered: asked.filter(({ answered }) => answered).length, found: right, wanted: asked.length };
}
