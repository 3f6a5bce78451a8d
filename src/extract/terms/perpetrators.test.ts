import { describe, expect, it } from 'vitest';
import { readReport } from '../../../test/fixtures/hear.ts';

const perpetrators = (text: string) =>
  readReport(text)
    .claims.filter(({ attribute }) => attribute === 'perpetrator')
    .map(({ value, modality }) => [value.kind === 'actor' ? value.name : '', modality]);

describe('perpetrators', () => {
  it.each([
    ['The attack in Varlow was carried out by Boko Haram and killed two people.', [['Boko Haram', 'asserted']]],
    ['The attack in Varlow was blamed on Boko Haram and killed two people.', [['Boko Haram', 'alleged']]],
    ['Boko Haram bombed a market in Varlow, killing two people.', [['Boko Haram', 'asserted']]],
    [
      'If Boko Haram is responsible for the attack in Varlow, two people died for nothing.',
      [['Boko Haram', 'hypothetical']],
    ],
  ])('reads the doer: %s', (text, expected) => {
    expect(perpetrators(text)).toEqual(expected);
  });

  it.each([
    ['Two Boko Haram members were killed in the attack in Varlow.'],
    ['Boko Haram claimed responsibility behind the attack in Varlow that killed two people.'],
  ])('reads no doer: %s', (text) => {
    expect(perpetrators(text)).toEqual([]);
  });
});
