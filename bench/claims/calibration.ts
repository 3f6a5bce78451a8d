/** A prediction's stated confidence (0..1), and whether it was right. */
export interface Trial {
  readonly confidence: number;
  readonly right: boolean;
}

/** One tenth of the scale of confidence: the number of trials, their mean stated confidence, and the share that was right. */
export interface Bin {
  readonly from: number;
  readonly count: number;
  readonly confidence: number;
  readonly right: number;
}

const bins = 10;

/** Sort trials into ten equal bins of confidence; a confidence of exactly 1 belongs to the last bin. */
export function binTrials(trials: readonly Trial[]): readonly Bin[] {
  return Array.from({ length: bins }, (_, at) => {
    const members = trials.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === at);
    const mean = (sum: number) => (members.length === 0 ? 0 : sum / members.length);
    return {
      from: at / bins,
      count: members.length,
      confidence: mean(members.reduce((sum, { confidence }) => sum + confidence, 0)),
      right: mean(members.filter(({ right }) => right).length),
    };
  });
}

/**
 * Give the expected calibration error, 0..1: the difference in each bin between stated confidence and share right, weighted by
 * its trials (Guo et al. 2017).
 */
export function expectedError(trials: readonly Trial[]): number {
  if (trials.length === 0) return 0;
  const gaps = binTrials(trials).map(({ count, confidence, right }) => count * Math.abs(confidence - right));
  return gaps.reduce((sum, gap) => sum + gap, 0) / trials.length;
}
