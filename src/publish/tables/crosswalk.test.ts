import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { marketEdition } from '../../../test/kits/edition.ts';
import { tabulateCrosswalk } from './crosswalk.ts';
import type { Cell } from './table.ts';

const table = tabulateCrosswalk(marketEdition);
const rows = table.rows.map(
  (row): Readonly<Record<string, Cell>> => Object.fromEntries(table.columns.map(({ name }, at) => [name, row[at]])),
);

it('has one row for every claim of an incident, under the report that makes it', () => {
  const incidents = new Set(marketEdition.incidents.map(({ id }) => id));
  const claims = marketEdition.claims.filter(({ incident }) => incidents.has(incident));
  const found = new Map(rows.filter(({ claim }) => claim).map(({ claim, report }) => [claim, report]));
  expect(found).toEqual(new Map(claims.map(({ id, article }) => [id, article])));
  expect(rows.filter(({ claim }) => claim)).toHaveLength(claims.length);
});

it('names every report of an incident, with or without a claim', () => {
  const pairs = new Set(rows.map(({ incident, report }) => `${incident} ${report}`));
  const expected = marketEdition.incidents.flatMap(({ id, articles }) => articles.map((article) => `${id} ${article}`));
  for (const pair of expected) expect(pairs).toContain(pair);
});

it('gives words that stand at their place, and what became of them', () => {
  const texts = new Map(marketEdition.articles.map(({ id, text }) => [id, text]));
  for (const { report, quote, start, end } of rows.filter(({ claim }) => claim))
    expect(String(quote).startsWith(texts.get(String(report))?.slice(Number(start), Number(end)) ?? '?')).toBe(true);
  const counted = rows.filter(({ attribute, used }) => attribute === 'killed' && used === true);
  expect(counted.length).toBeGreaterThan(0);
  for (const { policy } of counted) expect(policy).toBe('recorder');
});

it('is documented column by column', () => {
  const page = readFileSync(new URL('../../../docs/crosswalk.md', import.meta.url), 'utf8');
  const told = page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([a-z_]+)`/g)].map(([, name]) => name));
  expect(told).toEqual(table.columns.map(({ name }) => name));
});
