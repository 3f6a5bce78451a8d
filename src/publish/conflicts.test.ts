import { describe, expect, test } from 'vitest';
import { marketEdition } from '../../test/kits/edition.ts';
import { type Conflict, dayValue, type Edition, exactly } from '../model/index.ts';
import { listConflicts, sayConflict, sayCounted, sayPeriod } from './conflicts.ts';
import { publishHtml } from './html/index.tsx';
import { publishSummary } from './summary/index.ts';
import { tabulateConflicts } from './tables/conflicts.ts';
import { writeCsv } from './tables/table.ts';

const [claim] = marketEdition.claims;
const [incident] = marketEdition.incidents;
if (claim === undefined || incident === undefined) throw new Error('the market edition has claims and incidents');

const war: Conflict = {
  id: 'conflict-velm',
  name: 'War in Velm, since 1 March 2025',
  kind: 'war',
  parties: ['Northern Front', 'Velm army'],
  since: dayValue('2025-03-01'),
  incidents: [incident.id],
  articles: [claim.article],
  tolls: [
    {
      attribute: 'killed',
      value: exactly(3120),
      place: 'Velm',
      victims: ['children'],
      speaker: 'health ministry',
      since: dayValue('2025-03-01'),
      asOf: '2025-09-14',
      claims: [claim.id],
      articles: [claim.article],
    },
  ],
};
const outbreak: Conflict = {
  ...war,
  id: 'conflict-cholera',
  name: 'Cholera outbreak in Velm',
  kind: 'epidemic',
  tolls: [],
};
const edition: Edition = { ...marketEdition, conflicts: [outbreak, war] };
const assets = { style: '', script: '' };

describe('a conflict', () => {
  test('is listed before one with fewer figures', () => {
    expect(listConflicts(edition).map(({ id }) => id)).toEqual([war.id, outbreak.id]);
  });

  test('is said with its parties and incidents', () => {
    expect(sayConflict(war)).toBe(
      '1 report gives figures of its own; 1 incident of this edition; named as parties: Northern Front, Velm army',
    );
    expect(sayConflict({ ...war, parties: [], incidents: [] })).toBe('1 report gives figures of its own');
  });

  test('says of a figure whom it counts and over which days', () => {
    const [toll] = war.tolls;
    if (toll === undefined) throw new Error('the war has a toll');
    expect(sayCounted(toll)).toBe('Killed, children, Velm');
    expect(sayPeriod(toll)).toBe('since 1 March 2025, as of 14 September 2025');
    const { since: _since, asOf: _asOf, ...bare } = toll;
    expect(sayPeriod(bare)).toBe('');
  });

  test('has a section of the page, lines of the summary and rows of a table, one a figure', () => {
    expect(publishHtml(edition, { assets })).toContain('War in Velm, since 1 March 2025');
    expect(publishSummary(edition)).toContain('Killed, children, Velm: 3,120');
    const [head = '', row = '', ...rest] = writeCsv(tabulateConflicts(edition)).trimEnd().split('\r\n');
    expect(head.split(',').slice(0, 3)).toEqual(['conflict', 'conflict_name', 'kind']);
    expect(row).toContain('killed,3120,3120,3120');
    expect(rest).toEqual([]);
  });

  test('leaves no trace where there is none', () => {
    expect(publishHtml(marketEdition, { assets })).not.toContain('Wars, campaigns, epidemics');
    expect(publishSummary(marketEdition)).not.toContain('Wars, campaigns, epidemics');
    expect(tabulateConflicts(marketEdition).rows).toEqual([]);
  });
});
