import { expect, it } from 'vitest';
import { openSpill } from './spill.ts';

it('gives back what was put away, in any order, until it is closed', () => {
  const spill = openSpill();
  const texts = ['', 'a fire in Norwick', 'x'.repeat(100_000), 'a flood'];
  const held = texts.map((text) => spill.put(new TextEncoder().encode(text)));
  for (const [at, number] of [...held.entries()].reverse())
    expect(new TextDecoder().decode(spill.get(number))).toBe(texts[at]);
  spill.close();
  expect(() => spill.get(held[1] ?? 0)).toThrow();
});
