/** How many were right, spurious and missed. */
export interface Tally {
  readonly right: number;
  readonly spurious: number;
  readonly missed: number;
}

export interface Shares {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export const nothing: Tally = { right: 0, spurious: 0, missed: 0 };

/** Add tallies. */
export function addTallies(a: Tally, b: Tally): Tally {
  return { right: a.right + b.right, spurious: a.spurious + b.spurious, missed: a.missed + b.missed };
}

/** Give precision, recall and F1, each 0..1; 0 where a denominator would be 0. */
export function sharesOf({ right, spurious, missed }: Tally): Shares {
  const part = (whole: number) => (whole === 0 ? 0 : right / whole);
  const f1 = right === 0 ? 0 : (2 * right) / (2 * right + spurious + missed);
  return { precision: part(right + spurious), recall: part(right + missed), f1 };
}
