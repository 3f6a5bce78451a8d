/** Likelihoods that two of some things are one, 0..1; each pair once, the smaller index first. */
export type PairScore = (a: number, b: number) => number;

/**
 * Group things bottom-up by the mean likelihood of their pairs, likeliest first, down to a threshold (average linkage).
 *
 * Groups hold their members in order and stand in the order of their first.
 */
export function clusterPairs(size: number, score: PairScore, threshold: number): readonly (readonly number[])[] {
  const groups = Array.from({ length: size }, (_, at) => [at]);
  // Sums of the likelihoods between groups, by index of the groups.
  const sums = groups.map((_, a) => groups.map((__, b) => (a < b ? score(a, b) : b < a ? score(b, a) : 0)));
  for (;;) {
    let [best, from, into] = [threshold, -1, -1];
    for (const [a, group] of groups.entries()) {
      if (group.length === 0) continue;
      for (let b = a + 1; b < groups.length; b += 1) {
        const other = groups[b] ?? [];
        const mean = other.length === 0 ? -1 : (sums[a]?.[b] ?? 0) / (group.length * other.length);
        if (mean >= best && (mean > best || from < 0)) [best, from, into] = [mean, b, a];
      }
    }
    if (from < 0) break;
    groups[into]?.push(...(groups[from] ?? []));
    groups[from] = [];
    for (const [at, row] of sums.entries()) {
      if (at === into || at === from) continue;
      const joined = (sums[into]?.[at] ?? 0) + (sums[from]?.[at] ?? 0);
      row[into] = joined;
      const own = sums[into];
      if (own !== undefined) own[at] = joined;
    }
  }
  return groups
    .filter((group) => group.length > 0)
    .map((group) => group.toSorted((x, y) => x - y))
    .sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
}
