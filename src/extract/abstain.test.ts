import { expect, it } from 'vitest';
import type { Claim } from '../model/index.ts';
import { abstain } from './abstain.ts';

function claim(id: string, confidence: number, more: Partial<Claim> = {}): Claim {
  return { id, confidence, value: { kind: 'count', min: 2, max: 2, anchor: 2 }, ...more } as Claim;
}

const claims = [
  claim('whole', 0.8),
  claim('part', 0.95, { of: 'whole' }),
  claim('sum', 0.95, { parts: ['whole', 'part'] }),
  claim('reason', 0.6, { value: { kind: 'statement', text: 'a quarrel' } }),
];

it('tells everything at level 0', () => {
  expect(abstain(claims, 0)).toBe(claims);
});

it('holds back counts below the level and leaves nothing that points at them', () => {
  const told = abstain(claims, 0.9);
  expect(told.map(({ id }) => id)).toEqual(['part', 'sum', 'reason']);
  expect(told.map(({ of, parts }) => [of, parts])).toEqual([
    [undefined, undefined],
    [undefined, ['part']],
    [undefined, undefined],
  ]);
});
