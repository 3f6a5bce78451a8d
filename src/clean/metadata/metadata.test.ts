import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../language.ts';
import { originalAddress } from './address.ts';
import { splitNames } from './authors.ts';
import { stripSite } from './headline.ts';
import { nameAgency } from './outlet.ts';

describe('splitNames', () => {
  it.each([
    ['By Ann Okoro and Bo Lind, Harbour Ledger | 3 May 2031', ['Ann Okoro', 'Bo Lind']],
    ['BY ANN OKORO', ['Ann Okoro']],
    ['Ann van der Berg', ['Ann van der Berg']],
    ['By The Associated Press', []],
    ['Staff Writer', []],
    ['By Harbour Ledger staff', []],
  ])('reads %j', (byline, names) => {
    expect(splitNames(byline).filter((name) => name !== 'Harbour Ledger')).toEqual(names);
  });
});

describe('stripSite', () => {
  it('drops the name of the site and nothing else', () => {
    expect(stripSite('Two hurt in ferry fire | Harbour Ledger', [])).toBe('Two hurt in ferry fire');
    expect(stripSite('Two hurt in ferry fire - Harbour Ledger', ['harbour ledger'])).toBe('Two hurt in ferry fire');
    expect(stripSite('Two hurt in ferry fire - ledger.com News', [])).toBe('Two hurt in ferry fire');
    expect(stripSite('Two hurt in ferry fire - WXYZ Channel 4', ['wxyz.example'])).toBe('Two hurt in ferry fire');
    expect(stripSite('Two hurt in ferry fire - police', ['harbour ledger'])).toBe('Two hurt in ferry fire - police');
  });
});

describe('originalAddress', () => {
  it('unwraps what an archive keeps', () => {
    const inner = 'http://ledger.example/2031/02/03/ferry';
    expect(originalAddress(`http://web.archive.org/web/20310630101010/${inner}`)).toBe(inner);
    expect(originalAddress('https://archive.org/web/20310630101010/ledger.example/a')).toBe('http://ledger.example/a');
    expect(originalAddress(inner)).toBe(inner);
    expect(originalAddress('not an address')).toBe('not an address');
  });
});

describe('nameAgency', () => {
  it('knows agencies by any of their names', () => {
    expect(nameAgency('ap')).toBe('Associated Press');
    expect(nameAgency('Harbour Ledger')).toBeUndefined();
  });
});

describe('detectLanguage', () => {
  it.each([
    ['en', 'The coast guard said on Tuesday that nine people were missing after a ferry sank near the harbour.'],
    ['en', 'FOUR PEASANTS WERE KILLED IN THE ATTACK BY UNIDENTIFIED GUNMEN ON THE ROAD TO THE PORT, POLICE SAID.'],
    ['hu', 'A komp elsüllyedt a kikötő előtt, és a parti őrség szerint a kilenc utas a vízben is eltűnt a ködben.'],
    [
      'de',
      'Die Küstenwache teilte am Dienstag mit, dass nach dem Untergang einer Fähre neun Menschen vermisst werden.',
    ],
    ['fr', 'La garde côtière a déclaré mardi que neuf personnes étaient portées disparues après le naufrage du ferry.'],
    ['ru', 'Береговая охрана сообщила во вторник, что после крушения парома девять человек пропали без вести.'],
  ])('tells %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('does not guess from a few words', () => {
    expect(detectLanguage('Die Hard 2')).toBeUndefined();
  });
});
