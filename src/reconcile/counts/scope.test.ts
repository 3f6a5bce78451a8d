import { describe, expect, it } from 'vitest';
import { type InventedClaim, inventOne, reconcileReports, sayRange } from '../../../test/kits/invented-reports.ts';

const injured = { attribute: 'injured' } as const;
const told = (id: string, ...claims: InventedClaim[]) => ({ id, outlet: `Outlet ${id}`, claims });
const rangeOf = (...reports: Parameters<typeof reconcileReports>[0]) => sayRange(reconcileReports(reports, injured));

describe('nobody else', () => {
  const one: InventedClaim = { ...injured, says: 'a person 1', scope: 'unstated' };
  const none: InventedClaim = { ...injured, says: '0' };

  it('takes back nobody the same report tells of', () => {
    expect(rangeOf(told('a', one, none))).toEqual([1, 1, 1]);
    expect(rangeOf(told('a', one, { ...one, modality: 'negated' }))).toEqual([1, 1, 1]);
  });

  it('stands in a report that tells of nobody', () => {
    expect(rangeOf(told('a', none))).toEqual([0, 0, 0]);
    expect(rangeOf(told('a', none, { ...one, modality: 'feared' }))).toEqual([0, 0, 0]);
  });

  it('is no answer to another report', () => {
    expect(rangeOf(inventOne('a', '3', injured), inventOne('b', '0', injured))[0]).toBe(0);
  });
});

describe('what is feared', () => {
  const feared: InventedClaim = { ...injured, says: '45', scope: 'unstated', modality: 'feared' };

  it('stands where nobody says what came of it', () => {
    expect(rangeOf(told('a', feared))).toEqual([45, 45, 45]);
  });

  it('gives way to what is known, in any report', () => {
    expect(rangeOf(told('a', feared), told('b', { ...injured, says: '12' }))).toEqual([12, 12, 12]);
  });

  it('never stands where it was only supposed', () => {
    expect(rangeOf(told('a', { ...feared, modality: 'hypothetical' }))[1]).toBe(null);
  });
});
