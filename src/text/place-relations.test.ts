import { describe, expect, it } from 'vitest';
import type { PlaceValue } from '../model/index.ts';
import { locateRelation } from './place-points.ts';
import { readRelation } from './place-relations.ts';

const names = ['Zuara', 'Norwick', 'Velmoor', 'Quolva', 'Ruritania', 'Arden Sea', 'Arden', 'Petrograd'];

/** Read the relation of the first name of a text. */
function read(text: string, isWater = false) {
  const found = names
    .flatMap((name) => {
      const start = text.indexOf(name);
      const isLonger = names.some((other) => other !== name && other.startsWith(name) && text.startsWith(other, start));
      return start < 0 || isLonger ? [] : [{ name, start, end: start + name.length }];
    })
    .sort((a, b) => a.start - b.start);
  const [first] = found;
  return first && readRelation(text, first, found, isWater)?.relation;
}

describe('how what happened lies to a place', () => {
  it.each([
    ['A boat sank 60 km off Zuara.', { kind: 'off', words: '60 km off Zuara', km: 60 }],
    ['A boat sank about 40 miles (64 km) off the coast of Zuara.', { kind: 'off', km: 64.4 }],
    ['A bus fell 30 kilometres north-west of Norwick.', { kind: 'distance', km: 30, bearing: 315 }],
    ['It hit a camp some 12 miles from the city of Norwick.', { kind: 'distance', km: 19.3 }],
    ['A bomb went off north of the town of Norwick.', { kind: 'bearing', bearing: 0 }],
    ['A ferry sank off the coast of Ruritania.', { kind: 'off', words: 'off the coast of Ruritania' }],
    ['A mine killed two near Norwick.', { kind: 'near', words: 'near Norwick' }],
    ['A mine killed two on the outskirts of the town of Norwick.', { kind: 'near' }],
    ['It hit a bus on the road between Norwick and Velmoor.', { kind: 'between', anchors: ['Norwick', 'Velmoor'] }],
    ['Two cars crashed on the Norwick-Velmoor highway.', { kind: 'along', words: 'Norwick-Velmoor highway' }],
    ['They were shot on the road from Norwick to Velmoor.', { kind: 'along', anchors: ['Norwick', 'Velmoor'] }],
    ['They were shot on the road to Norwick.', { kind: 'along', words: 'on the road to Norwick' }],
    ['Nine died on the border with Ruritania.', { kind: 'border', words: 'on the border with Ruritania' }],
    ['Nine died near the border between Ruritania and Quolva.', { kind: 'border', anchors: ['Ruritania', 'Quolva'] }],
    ['A quake hit several kilometres east of Norwick.', { kind: 'distance', km: 8, bearing: 90 }],
  ])('%s', (text, relation) => expect(read(text)).toMatchObject(relation));

  it('tells what is at sea or along a river', () => {
    expect(read('A tanker burned in the Arden Sea.', true)).toMatchObject({ kind: 'at-sea' });
    expect(read('Villages along the Arden were flooded.', true)).toMatchObject({ kind: 'along' });
  });

  it.each([
    'A bomb killed two in Norwick.',
    'Fighting between Ruritania and Quolva killed nine.',
    'He drove 60 km to Norwick.',
    'She ran for 30 miles. Norwick was calm.',
    'The crew of the north met Norwick.',
    'They flew from Norwick to Velmoor.',
    'He took time off Monday. In Norwick two died.',
  ])('leaves alone: %s', (text) => expect(read(text)).toBeUndefined());
});

describe('where a relation puts what happened', () => {
  const norwick: PlaceValue = { kind: 'place', name: 'Norwick', level: 'city', lat: 50, lon: 10 };
  const velmoor: PlaceValue = { kind: 'place', name: 'Velmoor', level: 'city', lat: 51, lon: 10 };
  const of = (text: string, anchors: readonly PlaceValue[]) => {
    const relation = read(text);
    return relation && locateRelation(relation, anchors);
  };

  it('moves by distance and bearing', () => {
    expect(of('It fell 50 km north of Norwick.', [norwick])).toEqual({ lat: 50.45, lon: 10, radiusKm: 20 });
  });
  it('leaves a distance without a bearing as a circle', () => {
    expect(of('It sank 60 km off Norwick.', [norwick])).toEqual({ lat: 50, lon: 10, radiusKm: 66 });
  });
  it('takes the middle of two towns', () => {
    expect(of('On the road between Norwick and Velmoor it fell.', [norwick, velmoor])).toEqual({
      lat: 50.5,
      lon: 10,
      radiusKm: 58,
    });
  });
  it('counts from no country', () => {
    expect(of('It sank off Ruritania.', [{ ...norwick, name: 'Ruritania', level: 'country' }])).toBeUndefined();
  });
});
