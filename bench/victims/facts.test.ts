import { describe, expect, it } from 'vitest';
import { isSameDay, lastWeekday } from './days.ts';
import { ask, countFacts } from './facts.ts';
import { dayOf, textOfMarkup } from './hrdsattack.ts';
import { firstCountry, firstGovernorate, firstPlace, foldCountry, isInGovernorate, placeOfDateline } from './places.ts';

describe('days', () => {
  it('go back to the last such weekday, the day itself counting', () => {
    // 2026-03-04 is a Wednesday, so the last Monday is two days earlier.
    expect(lastWeekday('They met on Monday and on Friday.', '2026-03-04')).toBe('2026-03-02');
    expect(lastWeekday('A bomb on Wednesday.', '2026-03-04')).toBe('2026-03-04');
    expect(lastWeekday('A bomb last week.', '2026-03-04')).toBeUndefined();
  });

  it.for([
    ['2026-03-04', '2026-03-04', true],
    ['2026-03-04', '2026-03', true],
    ['2026-03', '2026-03-04', false],
    ['2026-03-04', '2026-03-01/2026-03-05', true],
    ['2026-03-07', '2026-03-01/2026-03-05', false],
    ['2026-03-01/2026-03-05', '2026-03-01/2026-03-05', true],
    ['2026-08-21', 'XXXX-08-21', true],
  ] as const)('%s for %s: %s', ([answered, wanted, same]) => {
    expect(isSameDay(answered, wanted)).toBe(same);
  });

  it('are put together from fields as people typed them', () => {
    expect(dayOf('2021.0', 'Novermber', '18.0')).toBe('2021-11-18');
    expect(dayOf('2021', '02', '')).toBe('2021-02');
    expect(dayOf('2014.0', '', '')).toBe('2014');
    expect(dayOf('', '02', '3')).toBeUndefined();
  });
});

describe('places', () => {
  it('of a dateline, or first after "in"', () => {
    expect(placeOfDateline('ORLA, Tessaly (Agency) — Two men died.')).toBe('ORLA');
    expect(placeOfDateline('Two men died in Orla.')).toBeUndefined();
    expect(firstPlace('On a road in March, near Port Ilva, two died.')).toBe('Port Ilva');
  });

  it('are known by any spelling of the governorate', () => {
    expect(isInGovernorate(['a village', 'Dayr az-Zawr'], 'deir ezzor')).toBe(true);
    expect(isInGovernorate(['Hamadan'], 'hama')).toBe(false);
    expect(firstGovernorate('Shells fell on Idlib, not on Aleppo.')).toBe('idlib');
  });

  it('of a country by any of its names', () => {
    expect(firstCountry('The envoy of Burma flew to Kenya.')).toBe('myanmar');
    expect(foldCountry('USA')).toBe(foldCountry('the United States'.slice(4)));
    expect(firstCountry('Nobody left us.')).toBeUndefined();
  });
});

describe('facts', () => {
  it('are counted once wanted, and right where they agree', () => {
    const same = (a: number, b: number) => a === b;
    const asked = [ask(2, 2, same), ask(3, 4, same), ask(5, undefined, same)];
    expect(countFacts(asked)).toEqual({ right: 1, answered: 2, found: 1, wanted: 3 });
  });

  it('are read from paragraphs without markup', () => {
    expect(textOfMarkup('<p>Orla &amp; Ilva.</p> <p>Two <b>men</b>.</p>')).toBe('Orla & Ilva.\n\nTwo men.');
  });
});
