import { expect, test } from 'vitest';
import { marketEdition } from '../../test/kits/edition.ts';
import { severalEdition } from '../../test/kits/several.ts';
import { listStories, nameIncident } from './stories.ts';

test('a main incident of no one story is listed by its own, and its reports are not told to be silent', () => {
  const incidents = severalEdition.incidents.map((incident) => {
    if (incident.title !== 'Bombing of the central station of Oskara, October 2019') return incident;
    const { story: _story, ...rest } = incident;
    return { ...rest, articles: severalEdition.articles.map(({ id }) => id) };
  });
  const stories = listStories({ ...severalEdition, incidents });
  expect(stories.map(({ lead, articles }) => [lead?.type, articles.length])).toEqual([
    ['bombing', 5],
    ['bombing', 3],
  ]);
});

test('one story is one', () => {
  expect(listStories(marketEdition).map(({ title }) => title)).toEqual(['Bombing of the river market in Oskara']);
});

test.each([
  ['Fire in Norwick, 4 May 2031', 'Fire in Norwick'],
  ['Attack, 1972', 'Attack'],
  ['Attack in Tarn, 1997 to 1999', 'Attack in Tarn'],
  ['Siege in Oskara, March 2031', 'Siege in Oskara'],
  ['Flood of the Sarn, 3 March 2031 to 9 March 2031', 'Flood of the Sarn'],
  ['Shooting at Hall 2019', 'Shooting at Hall 2019'],
])('without its date "%s" is "%s"', (title, name) => {
  const [incident] = marketEdition.incidents;
  if (incident === undefined) throw new Error('the market edition has incidents');
  expect(nameIncident({ ...incident, title })).toBe(name);
  const undated = { ...incident, title, date: { ...incident.date, value: null } };
  expect(nameIncident(undated)).toBe(title);
});
