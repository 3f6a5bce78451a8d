import { expect, it } from 'vitest';
import { plantLayers } from '../../test/kits/trees.ts';
import { joinProperNames } from './proper-names.ts';

const layers = plantLayers(`
  1 Ilo Ilo PROPN 2 nsubj:pass person named
  2 was be AUX 3 aux:pass
  3 hurt hurt VERB 0 root`);

it('adds persons the rules of annotate do not name', () => {
  expect(joinProperNames(layers).map(({ name, type, key }) => [name, type, key])).toEqual([['Ilo', 'person', 'Ilo']]);
});

it('gives a short name the key of the bearer told in full', () => {
  const full = { start: 100, end: 108, type: 'person', name: 'Ilo Renn', key: 'Ilo Renn', rule: 'person-age' } as const;
  const names = { ...layers.names, items: [full] };
  expect(joinProperNames({ ...layers, names }).map(({ key }) => key)).toEqual(['Ilo Renn', 'Ilo Renn']);
});

it('leaves names and places already read as they are', () => {
  const place = { start: 0, end: 3, name: 'Ilo', value: {}, score: 1, rule: 'known' };
  const places = { ...layers.places, items: [place] } as unknown as typeof layers.places;
  expect(joinProperNames({ ...layers, places })).toEqual([]);
  expect(joinProperNames({ ...layers, deep: undefined } as unknown as typeof layers)).toEqual([]);
});
