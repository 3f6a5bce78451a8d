import { describe, expect, it } from 'vitest';
import type { KnownDate } from '../../model/index.ts';
import { preferShown } from './shown-date.ts';

const field = (value: string, zone = 'Z'): KnownDate => ({
  value,
  how: 'metadata',
  evidence: `meta:published: ${value.replace(/Z$/, zone)}`,
});
const shown = (value: string): KnownDate => ({ value, how: 'page', evidence: 'shown' });
const address = (value: string): KnownDate => ({ value, how: 'url', evidence: '/2031/02/03/' });
const first = (...dates: readonly KnownDate[]) => preferShown(dates)[0]?.value;

describe('preferShown', () => {
  it('believes the day the page shows over the next day in UTC', () => {
    expect(first(field('2031-02-04T04:30:00Z'), shown('2031-02-03'))).toBe('2031-02-03');
    expect(first(field('2031-02-04T04:30:00Z'), shown('2031-02-03T22:30:00Z'))).toBe('2031-02-03T22:30:00Z');
    expect(first(field('2031-02-04T04:30:00Z'), address('2031-02-03'))).toBe('2031-02-03');
  });

  it('believes the day after only where both clocks show the same minute', () => {
    expect(first(field('2031-02-03T20:15:00Z'), shown('2031-02-04T07:15:00Z'))).toBe('2031-02-04T07:15:00Z');
    expect(first(field('2031-02-03T20:15:00Z'), shown('2031-02-04'))).toBe('2031-02-03T20:15:00Z');
    expect(first(field('2031-02-03T20:15:00Z'), shown('2031-02-04T09:41:00Z'))).toBe('2031-02-03T20:15:00Z');
  });

  it('takes the local one of two fields of the same second', () => {
    const local = field('2031-02-03T22:30:12Z', '');
    expect(first(field('2031-02-04T04:30:12Z'), local)).toBe('2031-02-03T22:30:12Z');
    expect(first(local, field('2031-02-04T04:30:12Z'))).toBe('2031-02-03T22:30:12Z');
  });

  it('leaves alone what is no matter of time zones', () => {
    expect(first(field('2031-02-04T18:30:00Z'), shown('2031-02-03'))).toBe('2031-02-04T18:30:00Z');
    expect(first(field('2031-02-04T04:30:00Z'), shown('2031-02-01'))).toBe('2031-02-04T04:30:00Z');
    expect(first(field('2031-02-04'), shown('2031-02-03'))).toBe('2031-02-04');
    expect(first(field('2031-02-04T04:30:00Z'), shown('2031-02-04'), address('2031-02-03'))).toBe(
      '2031-02-04T04:30:00Z',
    );
    expect(preferShown([])).toEqual([]);
  });

  it('keeps every date', () => {
    const dates = [field('2031-02-04T04:30:00Z'), shown('2031-02-03'), address('2031-02-03')];
    expect([...preferShown(dates)].sort()).toHaveLength(3);
  });
});
