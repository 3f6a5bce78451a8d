import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InventedReport, reconcileReports, sayRange } from '../../../test/kits/invented-reports.ts';
import { askReports, type ReportCount } from './votes.ts';

const vote = (article: string, dead: number, hurt: number, more: Partial<ReportCount> = {}): ReportCount => ({
  article,
  report: article,
  time: { day: 100 },
  counts: { killed: dead, perpetratorsKilled: 0, injured: hurt, perpetratorsInjured: 0 },
  ...more,
});
const ask = (
  votes: readonly ReportCount[],
  attribute: Parameters<typeof askReports>[1] = 'killed',
): number | undefined => askReports(votes, attribute, 1)?.number;

describe('what most reports come to', () => {
  it('is the number of dead more of them give than any other', () => {
    expect(ask([vote('a', 1, 3), vote('b', 1, 3), vote('c', 4, 3)])).toBe(1);
    expect(ask([vote('a', 1, 3), vote('b', 4, 3)])).toBeUndefined();
    expect(ask([vote('a', 1, 3), vote('b', 1, 3), vote('c', 4, 3), vote('d', 4, 3)])).toBeUndefined();
  });

  it('asks only those that agree on the dead how many were hurt', () => {
    const votes = [vote('a', 2, 4), vote('b', 2, 4), vote('c', 0, 6), vote('d', 1, 6), vote('e', 3, 6)];
    expect(ask(votes, 'injured')).toBe(4);
  });

  it('hears no report that counts nobody, and a copy only with its origin', () => {
    expect(ask([vote('a', 2, 0), vote('b', 0, 0), vote('c', 0, 0)])).toBeUndefined();
    expect(ask([vote('a', 2, 0), vote('b', 3, 0, { report: 'f' }), vote('c', 3, 0, { report: 'f' })])).toBeUndefined();
  });

  it('lets silence outvote one hurt person, never several', () => {
    expect(ask([vote('a', 1, 0), vote('b', 1, 0), vote('c', 1, 1)], 'injured')).toBe(0);
    expect(ask([vote('a', 1, 0), vote('b', 1, 0), vote('c', 1, 12)], 'injured')).toBeUndefined();
  });

  it('follows a toll that rose later, where two reports give it or it is large', () => {
    const early = [vote('a', 2, 0), vote('b', 2, 0), vote('c', 2, 0)];
    const late = (article: string, dead: number): ReportCount => vote(article, dead, 0, { time: { day: 103 } });
    expect(ask([...early, late('d', 3)])).toBe(2);
    expect(ask([...early, late('d', 3), late('e', 3)])).toBe(3);
    expect(ask([...early, late('d', 40)])).toBe(40);
    expect(ask([...early, vote('d', 40, 0)])).toBe(2);
  });

  it('follows the hurt who died since', () => {
    const early = [vote('a', 0, 1), vote('b', 0, 1)];
    const died = vote('c', 1, 0, { time: { day: 101 } });
    expect(ask([...early, died])).toBe(1);
    expect(ask([...early, died], 'injured')).toBe(0);
    expect(ask([...early, vote('c', 1, 0, { time: { day: 98 } })])).toBe(0);
  });

  it('takes victims and attackers from one report, not from two', () => {
    const told = { killed: 2, perpetratorsKilled: 1, injured: 0, perpetratorsInjured: 0 };
    const votes = [vote('a', 3, 0), vote('b', 3, 0, { counts: told })];
    expect([ask(votes), ask(votes, 'perpetratorsKilled')]).toEqual([2, 1]);
  });

  it('does not care for the order of reports', () => {
    const report = fc.record({ dead: fc.nat(3), hurt: fc.nat(3), day: fc.integer({ min: 100, max: 103 }) });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 6 }), fc.constantFrom('killed', 'injured'), (reports, attribute) => {
        const votes = reports.map(({ dead, hurt, day }, at) => vote(`r${at}`, dead, hurt, { time: { day } }));
        expect(ask([...votes].reverse(), attribute as 'killed')).toBe(ask(votes, attribute as 'killed'));
      }),
    );
  });
});

describe('the record of several reports', () => {
  const tell = (id: string, says: string): InventedReport => ({
    id,
    outlet: `Outlet ${id}`,
    published: '2031-05-02',
    claims: [{ says, scope: 'unstated' }],
  });

  it('takes what most come to, though one misread report gives more', () => {
    const record = reconcileReports([tell('a', 'a person 1'), tell('b', 'a person 1'), tell('c', '44')]);
    expect(sayRange(record)).toEqual([1, 1, 44]);
    expect(record.rule).toBe('R7');
  });

  it('leaves best to the best-placed speaker where reports are divided', () => {
    const record = reconcileReports([tell('a', '3'), tell('b', '4')]);
    expect(record.rule).not.toBe('R7');
  });
});
