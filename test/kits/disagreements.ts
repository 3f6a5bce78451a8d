import { describe, expect, it } from 'vitest';
import { type Asked, type InventedReport, reconcileReports, sayRange, sayReasons } from './invented-reports.ts';

/** What reports say, the range they come to, and why each figure differs; each under a name. */
export type Disagreement = readonly [
  string,
  readonly InventedReport[],
  readonly (number | null)[],
  Record<string, string>,
  Asked?,
];

/** Check that invented reports come to a range, and that each of their figures differs for its reason. */
export function checkDisagreements(about: string, rows: readonly Disagreement[]): void {
  describe(about, () => {
    it.each(rows.map(([name, ...row]) => ({ name, row })))('$name', ({ row }) => {
      const [reports, expected, differences, asked] = row;
      const record = reconcileReports(reports, asked);
      expect(sayRange(record)).toEqual(expected);
      expect(sayReasons(record)).toEqual(differences);
    });
  });
}
