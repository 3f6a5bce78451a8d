import { describe, expect, it } from 'vitest';
import { measureAgreement, type Rating } from './agreement.ts';

type Row = readonly (number | 'unknown' | undefined)[];

const rate = (rows: Readonly<Record<string, Row>>): readonly Rating[] =>
  Object.entries(rows).flatMap(([who, values]) =>
    values.flatMap((value, at) => (value === undefined ? [] : [{ unit: `incident-${at} killed`, who, value }])),
  );

const a: Row = [12, 14, 3, 7, 7, 0, 21, 5, 9, 2, undefined, 40];
const b: Row = [12, 17, 3, 7, 8, 0, 21, 5, 9, 2, 6, undefined];
const c: Row = [undefined, 14, 3, 6, 7, 0, 20, 5, undefined, 2, 6, 44];

// Printed by krippendorff 0.9.0 (alpha, level_of_measurement nominal and interval) and scikit-learn 1.9.1 (cohen_kappa_score).
describe('agreement', () => {
  it('of two coders is what krippendorff and scikit-learn print', () => {
    const { units, percent, alphaNominal, alphaInterval, kappa } = measureAgreement(rate({ a, b }));
    expect([units, percent]).toEqual([10, 0.8]);
    expect(alphaNominal).toBeCloseTo(0.788_888_888_888_888_9, 12);
    expect(alphaInterval).toBeCloseTo(0.987_486_828_240_252_9, 12);
    expect(kappa).toBeCloseTo(0.780_219_780_219_780_2, 12);
  });

  it('of three, some of whom coded less, is what krippendorff prints', () => {
    const { alphaNominal, alphaInterval, coders, kappaOf } = measureAgreement(rate({ a, b, c }));
    expect(alphaNominal).toBeCloseTo(0.670_912_951_167_728_1, 12);
    expect(alphaInterval).toBeCloseTo(0.991_757_119_930_106_4, 12);
    expect([coders, kappaOf]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b'],
    ]);
  });

  it('takes "cannot tell" for an answer like another, which lies nowhere', () => {
    const rows = rate({ a: [3, 'unknown', 5, 3, 2], b: [3, 4, 5, 3, 'unknown'] });
    const { alphaNominal, alphaInterval, kappa } = measureAgreement(rows);
    expect(alphaNominal).toBeCloseTo(0.513_513_513_513_513_5, 12);
    expect(kappa).toBeCloseTo(0.473_684_210_526_315_8, 12);
    expect(alphaInterval).toBe(1);
  });

  it('says nothing where nothing was coded twice, or everything is one value', () => {
    expect(measureAgreement(rate({ a }))).toMatchObject({ units: 0, percent: undefined, alphaNominal: undefined });
    expect(measureAgreement(rate({ a: [2, 2], b: [2, 2] }))).toMatchObject({ percent: 1, alphaNominal: undefined });
  });
});
