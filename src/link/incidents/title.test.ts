import { describe, expect, it } from 'vitest';
import { absolute, town } from '../../../test/kits/link-documents.ts';
import { defined } from '../../model/index.ts';
import { nameTitle, spellDate, titleIncident } from './title.ts';

describe('titleIncident', () => {
  it.each([
    [
      { type: 'armed-attack', venue: 'Harbour Hall', place: town('Velmora'), date: absolute('', '2031-03-22') },
      'Attack at Harbour Hall, Velmora, 22 March 2031',
    ],
    [{ type: 'shooting', place: town('Velmora') }, 'Shooting in Velmora'],
    [{ type: 'disaster', word: 'quake', place: town('Velmora') }, 'Earthquake in Velmora'],
    [{ type: 'accident', word: 'accident', place: town('Velmora') }, 'Accident in Velmora'],
    [
      { type: 'bombing', name: 'cargo Gate bombing', place: town('Ostrel'), date: absolute('', '2028') },
      'Cargo Gate bombing, Ostrel, 2028',
    ],
    [
      { type: 'fire', venue: 'Velmora Mill', place: town('Velmora'), date: absolute('', '2031-03') },
      'Fire at Velmora Mill, March 2031',
    ],
  ] as const)(
    'titles %o',
    ({
      date,
      ...parts
    }: { date?: ReturnType<typeof absolute> } & Omit<Parameters<typeof titleIncident>[0], 'date'>, title) => {
      const value = date?.reference.kind === 'absolute' ? date.reference.value : undefined;
      expect(titleIncident({ ...parts, ...defined({ date: value }) })).toBe(title);
    },
  );

  it('spells a span of days as one', () => {
    const span = { kind: 'date', edtf: '', earliest: '2031-03-21', latest: '2031-03-22', precision: 'days' } as const;
    expect(spellDate(span)).toBe('21 March 2031 to 22 March 2031');
  });
});

describe('nameTitle', () => {
  it.each([
    ['Harbour Hall attack', 'Harbour Hall attack'],
    ['Harbour Hall terrorist attack', 'Harbour Hall attack'],
    ['Fridays Harbour Hall raid', 'Harbour Hall raid'],
    ['March Harbour Hall bombing', 'Harbour Hall bombing'],
    ['Saturday morning ferry crash', undefined],
    ['January suicide bombing', undefined],
    ['Al-Qaeda attacks', undefined],
    ['Boko Haram raid', undefined],
    ['Qaeda attacks', undefined],
    ['Khorasan Gate bombing', 'Khorasan Gate bombing'],
  ])('makes of "%s" %o', (name, title) => expect(nameTitle(name)).toBe(title));
});
