import { describe, expect, it } from 'vitest';
import { KeyIndex } from './keys.ts';

describe('KeyIndex', () => {
  it('finds the holders of a key until too many hold it', () => {
    const index = new KeyIndex([1, 2]);
    expect([...index.set(1, [7])]).toEqual([]);
    expect(index.find(7)).toEqual([1]);
    expect([...index.set(2, [7])]).toEqual([1]);
    expect([...index.find(7)].sort()).toEqual([1, 2]);
    expect([...index.set(3, [7])].sort()).toEqual([1, 2]);
    expect(index.find(7)).toEqual([]);
    expect(index.rankOf(7)).toBe(2);
  });

  it('gives a worn key back when a holder lets go of it', () => {
    const index = new KeyIndex([1]);
    index.set(1, [7]);
    index.set(2, [7, 8]);
    expect([...index.set(2, [8])]).toEqual([1]);
    expect(index.find(7)).toEqual([1]);
    expect(index.find(8)).toEqual([2]);
  });
});
