import { createHash } from 'node:crypto';
import { answer, type SignWeights } from '../../src/extract/when-where/model.ts';
import type { Choice, Example } from './fit.ts';

/** A fifth of the articles is held back while signs are judged, by the SHA-1 of their name. */
const folds = 5;

/** Tell whether an article of the gold of news is held back. */
export function isHeld(article: string): boolean {
  const digest = createHash('sha1').update(`f${article}`).digest('hex');
  return Number.parseInt(digest.slice(0, 6), 16) % folds === 0;
}

/** How the most probable answers stand: right; wrong; none, where something or nothing right was told. */
export interface HeldScore {
  readonly asked: number;
  readonly right: number;
  readonly wrong: number;
  readonly none: number;
}

const right = 0.5;

function goodOf(choices: readonly Choice[], key: string): number {
  return Math.max(...choices.filter((choice) => choice.key === key).map(({ good }) => good));
}

/** Score weights on examples held back: an answer below `least` is none given, which is right where nothing told is. */
export function scoreHeld(examples: readonly Example[], weights: SignWeights, least: number): HeldScore {
  const verdicts = examples.map(({ choices, none }) => {
    const [top] = answer(choices, none, weights);
    const isTold = choices.some(({ good }) => good >= right);
    if (top === undefined || top.probability < least) return isTold ? 'none' : 'right';
    return goodOf(choices, top.best.key) >= right ? 'right' : 'wrong';
  });
  const count = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
  return { asked: examples.length, right: count('right'), wrong: count('wrong'), none: count('none') };
}
