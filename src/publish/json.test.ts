import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { marketEdition } from '../../test/kits/edition.ts';
import { editionSchema } from '../model/index.ts';
import { makeEditionSchema, publishJson } from './json.ts';

/** Rebuild a value with the keys of every object in reverse order. */
function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reverseKeys(child)]),
  );
}

describe('publishJson', () => {
  test('loses nothing and satisfies the schema', () => {
    const printed = publishJson(marketEdition);
    expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(marketEdition)));
    expect(editionSchema.safeParse(JSON.parse(printed)).success).toBe(true);
  });

  test('prints the same bytes whatever the order of keys, contract keys first, one newline last', () => {
    const printed = publishJson(marketEdition);
    expect(publishJson(editionSchema.parse(reverseKeys(marketEdition)))).toBe(printed);
    expect(publishJson(JSON.parse(JSON.stringify(reverseKeys(marketEdition))))).toBe(printed);
    expect(Object.keys(JSON.parse(printed)).slice(0, 4)).toEqual(['variorum', 'version', 'config', 'articles']);
    expect(Object.keys(JSON.parse(printed).incidents[0].attributes)[0]).toBe('killed');
    expect(printed.endsWith('}\n')).toBe(true);
    expect(publishJson(marketEdition, { indent: 0 }).trimEnd()).not.toContain('\n');
  });
});

test('the committed schema is current (else: npx tsx scripts/write-schema.ts)', () => {
  const committed = readFileSync(new URL('../../schema/edition.schema.json', import.meta.url), 'utf8');
  expect(committed).toBe(`${JSON.stringify(makeEditionSchema(), null, 2)}\n`);
});
