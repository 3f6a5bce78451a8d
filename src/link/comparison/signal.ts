import type { JoinReason } from '../../model/index.ts';

/** One piece of evidence about a pair: the rule that found it and what it weighs. */
export interface Signal {
  readonly rule: string;
  readonly score: number;
}

/** Add up signals. */
export function sumScores(signals: readonly Signal[]): number {
  return signals.reduce((sum, { score }) => sum + score, 0);
}

/** Write signals as reasons for joining a pair; scores to three places. */
export function explain(signals: readonly Signal[], pair: readonly string[]): readonly JoinReason[] {
  return signals.map(({ rule, score }) => ({ rule, score: Math.round(score * 1000) / 1000, pair }));
}
