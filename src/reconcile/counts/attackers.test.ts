import { describe, expect, it } from 'vitest';
import { type InventedClaim, reconcileReports, sayRange } from '../../../test/kits/invented-reports.ts';
import { exactly } from '../../model/index.ts';

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

  it('takes nobody out of a figure that takes another back, though it adds up', () => {
    const attackers: InventedClaim = { attribute: 'perpetratorsKilled', says: '3' };
    const down = told('b', { says: '17', revisedFrom: exactly(19) }, { says: '17' });
    expect(sayRange(reconcileReports([told('a', { says: '14' }, attackers), down]))[2]).toBe(17);
    expect(sayRange(reconcileReports([told('a', { says: '14' }, attackers), told('b', { says: '17' })]))[2]).toBe(14);
  });

  it('adds up no lower bound and no figure that is off', () => {
    expect(sayRange(reconcileReports([told('a', { says: '3' }), told('b', { says: 'at least 2' }, attacker)]))[2]).toBe(
      3,
    );
    expect(sayRange(reconcileReports([told('a', { says: '5' }), told('b', { says: '2' }, attacker)]))[2]).toBe(5);
  });
});
