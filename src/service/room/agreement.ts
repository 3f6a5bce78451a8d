import { groupBy } from '../../model/index.ts';

/** What one coder says of one thing: a figure, or that the reports do not allow to say. */
export interface Rating {
  /** What is coded: an attribute of an incident. */
  readonly unit: string;
  readonly who: string;
  readonly value: number | 'unknown';
}

/** How far coders agree; undefined where there is nothing to compare, or nothing that could differ by chance. */
export interface Agreement {
  /** Things that two coders or more have coded. */
  readonly units: number;
  readonly coders: readonly string[];
  /** Part of the pairs of ratings that are the same. */
  readonly percent: number | undefined;
  readonly alphaNominal: number | undefined;
  /** By how far figures lie apart; "cannot tell" is left out, since it lies nowhere. */
  readonly alphaInterval: number | undefined;
  /** Of the two coders with most in common. */
  readonly kappa: number | undefined;
  readonly kappaOf?: readonly [string, string];
}

/**
 * Measure how far coders agree: percent, Krippendorff's alpha (nominal and interval; Krippendorff, Content Analysis, 2004, ch. 11), Cohen's
 * kappa (Cohen 1960).
 */
export function measureAgreement(ratings: readonly Rating[]): Agreement {
  const byUnit = groupBy(ratings, ({ unit }) => unit);
  const paired = [...byUnit.values()].filter((own) => new Set(own.map(({ who }) => who)).size > 1);
  const coders = [...new Set(paired.flat().map(({ who }) => who))].sort();
  const labels = paired.map((own) => own.map(({ value }) => String(value)));
  const numbers = paired.map((own) => own.flatMap(({ value }) => (value === 'unknown' ? [] : [value])));
  const pair = findPair(paired, coders);
  return {
    units: paired.length,
    coders,
    percent: countSame(labels),
    alphaNominal: alphaOf(labels, (a, b) => (a === b ? 0 : 1)),
    alphaInterval: alphaOf(numbers, (a, b) => (a - b) ** 2),
    kappa: pair === undefined ? undefined : kappaOf(paired, pair),
    ...(pair === undefined ? {} : { kappaOf: pair }),
  };
}

function countSame(units: readonly (readonly string[])[]): number | undefined {
  let [same, all] = [0, 0];
  for (const values of units)
    for (const [at, a] of values.entries())
      for (const b of values.slice(at + 1)) {
        all += 1;
        if (a === b) same += 1;
      }
  return all === 0 ? undefined : same / all;
}

/** Compare what differs within units with what would differ if values were dealt out by chance. */
function alphaOf<T>(all: readonly (readonly T[])[], distance: (a: T, b: T) => number): number | undefined {
  const units = all.filter((values) => values.length > 1);
  const values = units.flat();
  if (values.length < 2) return undefined;
  const sumOver = (some: readonly T[]): number => {
    let sum = 0;
    for (const [at, a] of some.entries()) for (const b of some.slice(at + 1)) sum += 2 * distance(a, b);
    return sum;
  };
  const observed = units.reduce((sum, some) => sum + sumOver(some) / (some.length - 1), 0) / values.length;
  const expected = sumOver(values) / (values.length * (values.length - 1));
  return expected === 0 ? undefined : 1 - observed / expected;
}

type Pair = readonly [string, string];

/** Find the two coders who have most units in common; of equals the first by name. */
function findPair(units: readonly (readonly Rating[])[], coders: readonly string[]): Pair | undefined {
  const pairs = coders.flatMap((a, at) => coders.slice(at + 1).map((b): Pair => [a, b]));
  const counted = pairs.map((pair) => ({
    pair,
    count: units.filter((own) => ratingsOf(own, pair) !== undefined).length,
  }));
  return counted.sort((a, b) => b.count - a.count)[0]?.pair;
}

function ratingsOf(own: readonly Rating[], [a, b]: Pair): readonly [string, string] | undefined {
  const [first, second] = [own.find(({ who }) => who === a), own.find(({ who }) => who === b)];
  return first === undefined || second === undefined ? undefined : [String(first.value), String(second.value)];
}

function kappaOf(units: readonly (readonly Rating[])[], pair: Pair): number | undefined {
  const both = units.flatMap((own) => {
    const found = ratingsOf(own, pair);
    return found === undefined ? [] : [found];
  });
  if (both.length === 0) return undefined;
  const share = (side: 0 | 1, label: string): number =>
    both.filter((labels) => labels[side] === label).length / both.length;
  const observed = both.filter(([a, b]) => a === b).length / both.length;
  const labels = [...new Set(both.flat())];
  const chance = labels.reduce((sum, label) => sum + share(0, label) * share(1, label), 0);
  return chance === 1 ? undefined : (observed - chance) / (1 - chance);
}
