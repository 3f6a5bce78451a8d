import { describe, expect, it } from 'vitest';
import { headOf } from './heads.ts';

describe('headOf', () => {
  it.for([
    ['three aid workers', 'workers'],
    ['hundreds of villagers', 'hundreds'],
    ['the mayor of Orla', 'mayor'],
    ['two brothers who fled', 'brothers'],
    ['Ilva Tarn', 'Tarn'],
    ['43', '43'],
  ] as const)('of "%s" is "%s"', ([mention, head]) => {
    const text = `They say ${mention} died.`;
    const start = text.indexOf(mention);
    const found = headOf({ start, end: start + mention.length }, text);
    expect(text.slice(found.start, found.end)).toBe(head);
  });
});
