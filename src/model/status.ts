/** Why one reading differs from the accepted one; exactly one each, and "unexplained" is legal. */
export const differences = [
  'later',
  'copied',
  'subset',
  'scope',
  'perpetrators-included',
  'rounding',
  'speaker',
  'partisan',
  'revised',
  'wrong-incident',
  'rejected',
  'unexplained',
] as const;
export type Difference = (typeof differences)[number];

export const statuses = ['agreed', 'compatible', 'updated', 'disputed', 'single-source', 'unknown'] as const;
export type Status = (typeof statuses)[number];

export const grades = ['confirmed', 'corroborated', 'single', 'contested', 'withdrawn'] as const;
export type Grade = (typeof grades)[number];
