import { expect, it } from 'vitest';
import {
  actorAttributes,
  attributes,
  attributeTable,
  countAttributes,
  countTable,
  tollAttributes,
} from './attribute.ts';

it('names every attribute once and differently', () => {
  expect(new Set(attributes).size).toBe(attributes.length);
  expect(new Set(attributes.map((name) => attributeTable[name].label)).size).toBe(attributes.length);
});

it('counts attackers beside victims of the same harm', () => {
  for (const name of countAttributes) {
    const { attackers, harm } = countTable[name];
    if (attackers === undefined) continue;
    expect(countTable[attackers]).toMatchObject({ harm, ofAttackers: true });
  }
});

it('tells what follows from its rows', () => {
  expect(tollAttributes).toEqual(['killed', 'injured', 'perpetratorsKilled', 'perpetratorsInjured']);
  expect(actorAttributes).toEqual(['inception', 'affiliation', 'strength', 'area']);
});
