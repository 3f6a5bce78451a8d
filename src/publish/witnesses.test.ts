import { expect, it } from 'vitest';
import { siglumAt } from './witnesses.ts';

it('names witnesses by letters however many there are', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 727, 728].map(siglumAt)).toEqual([
    'A',
    'Z',
    'Aa',
    'Az',
    'Ba',
    'Zz',
    'Aaa',
    'Aaz',
    'Aba',
  ]);
});
