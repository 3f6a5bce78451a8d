import { expect, test } from 'vitest';
import { marketEdition } from '../../test/kits/edition.ts';
import { publishCsv } from './csv.ts';

test('prints one row per reading, dated incidents first, CRLF after each', () => {
  const rows = publishCsv(marketEdition).split('\r\n');
  const readings = marketEdition.incidents.flatMap(({ attributes }) =>
    Object.values(attributes).flatMap((record) => record.readings),
  );
  expect(rows).toHaveLength(readings.length + 2);
  expect(rows[0]).toMatch(/^incident,title,type,main,date,/);
  expect(rows.at(-1)).toBe('');
  expect(rows.find((row) => row.includes('includes') || row.includes('perpetrators-included'))).toContain(
    '"Fifteen people, among them the bomber, died"',
  );
});

test('quotes what must be quoted and defuses formulas', () => {
  const incidents = marketEdition.incidents
    .slice(0, 1)
    .map((incident) => ({ ...incident, title: '=HYPERLINK("x"),\n' }));
  const [, row = ''] = publishCsv({ ...marketEdition, incidents }).split('\r\n');
  expect(row).toContain(`"'=HYPERLINK(""x""),\n"`);
});
