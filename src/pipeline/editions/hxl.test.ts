import { describe, expect, it } from 'vitest';
import { marketEdition } from '../../../test/kits/edition.ts';
import { hxlTables } from '../../publish/index.ts';
import { publish } from './publish.ts';

// Hashtag and attributes as the HXL standard 1.1 spells them; a blank cell is an untagged column.
const tag = /^(?:#[a-z][a-z0-9_]*(?:\+[a-z][a-z0-9_]*)*)?$/;

describe.each(hxlTables)('the hashtags of %s', (format) => {
  it('stand in a row of their own under the head, one a column', async () => {
    const [head, tags, first] = String((await publish(marketEdition, format, { hxl: true })).content).split('\r\n');
    const plain = String((await publish(marketEdition, format)).content).split('\r\n');
    const cells = tags?.split(',') ?? [];
    expect(cells).toHaveLength(head?.split(',').length ?? 0);
    for (const cell of cells) expect(cell).toMatch(tag);
    expect(cells.filter((cell) => cell !== '').length).toBeGreaterThan(10);
    expect([head, first]).toEqual(plain.slice(0, 2));
  });
});

it('two rows of head are told in the metadata', async () => {
  const { describe: tell } = await publish(marketEdition, 'ucdp', { hxl: true });
  const metadata = JSON.parse(tell?.('events.csv') ?? '{}');
  expect(metadata.dialect.headerRowCount).toBe(2);
  expect(metadata.tableSchema.columns.at(-5).titles).toEqual(['best', '#affected+killed+best']);
});
