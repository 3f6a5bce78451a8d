import { describe, expect, it } from 'vitest';
import { type InventedClaim, reconcileReports, sayRange } from '../../../test/kits/invented-reports.ts';

const told = (id: string, ...claims: InventedClaim[]) => ({ id, outlet: `Outlet ${id}`, claims });
const attacker: InventedClaim = { attribute: 'perpetratorsKilled', says: 'a person 1' };

describe('findAttackers', () => {
  it('takes out of one report what another tells apart', () => {
    const reports = [told('a', { says: '3' }), told('b', { says: '2' }, attacker)];
    expect(sayRange(reconcileReports(reports))).toEqual([2, 2, 2]);
  });

  it('takes the one dead for the attacker where the report of his death tells of nobody else', () => {
    expect(sayRange(reconcileReports([told('a', { says: '1' }), told('b', attacker)]))[1] ?? 0).toBe(0);
  });

  it('adds up no lower bound and no figure that is off', () => {
    expect(sayRange(reconcileReports([told('a', { says: '3' }), told('b', { says: 'at least 2' }, attacker)]))[2]).toBe(
      3,
    );
    expect(sayRange(reconcileReports([told('a', { says: '5' }), told('b', { says: '2' }, attacker)]))[2]).toBe(5);
  });
});
