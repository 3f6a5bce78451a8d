import { describe, expect, it } from 'vitest';
import { readReport } from '../../../test/kits/speech.ts';

const classOf = (text: string) => {
  const claim = readReport(text).claims.find(({ attribute }) => attribute === 'type');
  return claim?.class && `${claim.class.scheme}:${claim.class.code}`;
};

describe('classes of incidents', () => {
  it.each([
    ['A bombing at the market in Varlow killed four people on Monday.', 'gtd:3'],
    ['A gunman killed four people in a shooting in Varlow on Monday.', 'gtd:2'],
    ['The mayor of Varlow was assassinated in a bombing on Monday that also killed two guards.', 'gtd:1'],
    ['Two engineers were kidnapped near Varlow on Monday in an attack that killed a guard.', 'gtd:6'],
    ['A bus crash near Varlow killed twelve people on Monday.', 'emdat:tec-tra-roa-roa'],
    ['The derailment of a train near Varlow killed twelve people on Monday.', 'emdat:tec-tra-rai-rai'],
    ['A helicopter crash near Varlow killed three people on Monday.', 'emdat:tec-tra-air-air'],
    ['Flash floods in Varlow killed twelve people on Monday.', 'emdat:nat-hyd-flo-fla'],
    ['An earthquake near Varlow killed twelve people on Monday.', 'emdat:nat-geo-ear-gro'],
    ['A fire in a textile factory in Varlow killed twelve people on Monday.', 'emdat:tec-ind-fir-fir'],
    ['A house fire in Varlow killed three people on Monday.', 'emdat:tec-mis-fir-fir'],
  ])('classes %s', (text, expected) => expect(classOf(text)).toBe(expected));

  it.each([
    ['Two people died in a crash near Varlow on Monday.'],
    ['A protest in Varlow on Monday left two people dead.'],
    ['Three people were killed in Varlow on Monday, police said.'],
  ])('guesses no class: %s', (text) => expect(classOf(text)).toBeUndefined());
});
