import { expect, it } from 'vitest';
import { hashKey, hashWord } from './hash.ts';

it('hashes words as FNV-1a does', () => {
  expect(hashWord('')).toBe(0x811c9dc5);
  expect(hashWord('a')).toBe(0xe40c292c);
  expect(hashWord('foobar')).toBe(0xbf9cf968);
  expect(hashWord('a', 1)).not.toBe(hashWord('a'));
});

it('keeps the parts of a key apart', () => {
  expect(hashKey('ab', 'c')).not.toBe(hashKey('a', 'bc'));
  expect(hashKey('day', 3)).toBe(hashKey('day', '3'));
});
