import { expect, it } from 'vitest';
import { viewText } from '../../../test/kits/views.ts';
import { readCategories } from './categories.ts';

const weaponsIn = (text: string) =>
  readCategories(viewText(text)).flatMap(({ attribute, term }) => (attribute === 'weapon' ? [term] : []));

it.each([
  ['A bullet hit the guard in Varlow.', 'firearm'],
  ['The lorry drove over a mine near Varlow.', 'explosive'],
  ['Residents said gas had been dropped on Varlow.', 'chemical'],
])('finds the weapon in: %s', (text, weapon) => expect(weaponsIn(text)).toEqual([weapon]));

it.each([
  'Bullet trains to Varlow were halted after the earthquake.',
  'The coal mine at Varlow collapsed.',
  'Natural gas was turned off in Varlow.',
  'A gas station burnt down.',
])('finds no weapon in: %s', (text) => expect(weaponsIn(text)).toEqual([]));
