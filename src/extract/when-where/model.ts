/** Weights of signs, by name; what stands for no answer has signs of its own. */
export type SignWeights = Readonly<Record<string, number>>;

/** Something an answer may be, with the signs for and against it. */
export interface Candidate {
  /** What it says: candidates of one key say the same. */
  readonly key: string;
  readonly signs: readonly string[];
}

/** An answer with its probability and the best candidate that gives it. */
export interface Answer<C extends Candidate> {
  readonly probability: number;
  readonly best: C;
}

/** Add up the weights of signs. */
export function weigh(signs: readonly string[], weights: SignWeights): number {
  return signs.reduce((sum, sign) => sum + (weights[sign] ?? 0), 0);
}

/**
 * Share one probability among candidates by their signs (softmax of summed weights); those of one key answer together.
 *
 * Most probable first; among equals the one told first. What is left to 1 is the probability that none of them is right.
 */
export function answer<C extends Candidate>(
  candidates: readonly C[],
  none: readonly string[],
  weights: SignWeights,
): readonly Answer<C>[] {
  const scores = candidates.map(({ signs }) => weigh(signs, weights));
  const empty = weigh(none, weights);
  const most = Math.max(empty, ...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, Math.exp(empty - most));
  const answers = new Map<string, { probability: number; best: C; power: number }>();
  candidates.forEach((candidate, at) => {
    const power = powers[at] ?? 0;
    const known = answers.get(candidate.key);
    if (known === undefined) answers.set(candidate.key, { probability: power / sum, best: candidate, power });
    else {
      known.probability += power / sum;
      if (power > known.power) Object.assign(known, { best: candidate, power });
    }
  });
  return [...answers.values()]
    .sort((a, b) => b.probability - a.probability)
    .map(({ probability, best }) => ({ probability, best }));
}

/** Mark signs as the article's own happening's or another's too, since much that dates the one does not date the other. */
export function doubled(signs: readonly string[], main: boolean): readonly string[] {
  return [...signs, ...signs.map((sign) => `${main ? 'm' : 'o'} ${sign}`)];
}
