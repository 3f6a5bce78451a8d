import { describe, expect, it } from 'vitest';
import { dateEvidences } from '../model/index.ts';
import { anchorOf } from './calendar-anchor.ts';

describe('anchorOf', () => {
  it('takes the day as printed in the source’s own zone', () => {
    expect(anchorOf({ published: { value: '2024-03-22T23:30:00-05:00', how: 'metadata' } })).toBe('2024-03-22');
  });

  it.each(dateEvidences.map((how) => [how] as const))('weighs the evidence %s', (how) => {
    const anchor = anchorOf({ published: { value: '2024-03-22', how } });
    expect(anchor).toBe(how === 'story' ? undefined : '2024-03-22');
  });

  it.each(['2024', '2024-03', 'yesterday', '2024-13-45', ''])('refuses %j, which is no day', (value) => {
    expect(anchorOf({ published: { value, how: 'page' } })).toBeUndefined();
  });

  it('takes the day of copying where a copy has no date', () => {
    const source = { fetchedAt: '2031-02-05T10:00:00Z' };
    expect(anchorOf({ source })).toBe('2031-02-05');
    expect(anchorOf({ source, published: { value: '2031-02-04', how: 'page' } })).toBe('2031-02-04');
  });

  it('refuses a disputed or missing date', () => {
    expect(anchorOf({ published: { value: '2024-03-22', how: 'page', disputed: true } })).toBeUndefined();
    expect(anchorOf({})).toBeUndefined();
  });
});
