import { describe, expect, it } from 'vitest';
import { readReport } from '../../../test/kits/speech.ts';

const perpetrators = (text: string) =>
  readReport(text)
    .claims.filter(({ attribute }) => attribute === 'perpetrator')
    .map(({ value, modality }) => [value.kind === 'actor' ? value.name : '', modality]);

describe('perpetrators', () => {
  it.each([
    ['The attack in Varlow was carried out by Boko Haram and killed two people.', [['Boko Haram', 'asserted']]],
    ['The attack in Varlow was blamed on Boko Haram and killed two people.', [['Boko Haram', 'alleged']]],
    ['Boko Haram bombed a market in Varlow, killing two people.', [['Boko Haram', 'asserted']]],
    ['Two people were killed in Varlow in an attack claimed by Boko Haram.', [['Boko Haram', 'claimed']]],
    ['Two people were killed in Velmaran air strikes on Varlow.', [['Velmaran forces', 'asserted']]],
    ['Velmaran warplanes bombed a market in Varlow, killing two people.', [['Velmaran forces', 'asserted']]],
    [
      'If Boko Haram is responsible for the attack in Varlow, two people died for nothing.',
      [['Boko Haram', 'hypothetical']],
    ],
  ])('reads the doer: %s', (text, expected) => {
    expect(perpetrators(text)).toEqual(expected);
  });

  it.each([
    ['The attack in Varlow that killed two people was blamed on Boko Haram.', 'blamed', 'alleged'],
    [
      'Suspected Boko Haram fighters aside, Boko Haram bombed a market in Varlow, killing two people.',
      'suspected',
      'alleged',
    ],
    [
      'The attack in Varlow that killed two people was carried out by Boko Haram, charged with murder.',
      'charged',
      'alleged',
    ],
    [
      'The attack in Varlow that killed two people was carried out by Boko Haram, convicted of murder.',
      'convicted',
      'asserted',
    ],
    ['The attack in Varlow that killed two people was carried out by Boko Haram.', undefined, 'asserted'],
    [
      'The attack in Varlow that killed two people was carried out by Boko Haram, not charged with it.',
      undefined,
      'asserted',
    ],
    ['Crowds charged the gate as Boko Haram bombed a market in Varlow, killing two people.', undefined, 'asserted'],
  ])('tells how far the case has come: %s', (text, standing, modality) => {
    const claim = readReport(text).claims.find(({ attribute }) => attribute === 'perpetrator');
    expect([claim?.standing, claim?.modality]).toEqual([standing, modality]);
  });

  it.each([
    ['Two Boko Haram members were killed in the attack in Varlow.'],
    ['Two Velmaran soldiers killed during the attack in Varlow were buried.'],
    ['Gunmen killed two people in an attack in Varlow.'],
    ['The soldiers killed two people in an attack in Varlow.'],
    ['Boko Haram claimed responsibility behind the attack in Varlow that killed two people.'],
  ])('reads no doer: %s', (text) => {
    expect(perpetrators(text)).toEqual([]);
  });
});
