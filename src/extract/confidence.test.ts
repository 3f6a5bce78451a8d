import { expect, it } from 'vitest';
import { exactly } from '../model/index.ts';
import { confidenceOf, evidenceOf, familyOf, type Grounds } from './confidence.ts';

const figure: Grounds = {
  rule: 'verb/passive',
  modality: 'asserted',
  value: exactly(12),
  person: false,
  derived: false,
};

it('names what a figure rests on, the weakest first', () => {
  expect(evidenceOf(figure)).toBe('figure');
  expect(evidenceOf({ ...figure, person: true })).toBe('person');
  expect(evidenceOf({ ...figure, derived: true })).toBe('derived');
  expect(evidenceOf({ ...figure, modality: 'feared', derived: true })).toBe('unsure');
  expect(familyOf(figure)).toBe('verb figure');
});

it('is surer of a number in so many words than of a sum, and knows every rule', () => {
  expect(confidenceOf(figure)).toBeGreaterThan(confidenceOf({ ...figure, derived: true }));
  const unknown = confidenceOf({ ...figure, rule: 'new/rule' });
  expect(unknown).toBeGreaterThan(0.5);
  expect(unknown).toBeLessThan(1);
});
