import { expect, it } from 'vitest';
import { prepare } from '../../../test/kits/report-texts.ts';
import type { ProperName } from '../../model/index.ts';
import { viewSentences } from '../index.ts';
import { listToldPlaces } from './told-places.ts';

/** List the places of a text where a reader takes some of its names for places. */
function tellPlaces(text: string, read: readonly string[]): readonly string[] {
  const { article, annotations } = prepare({ text, published: '2024-05-16' });
  const tokens = annotations.tokens.items;
  const proper = read.flatMap((name) => {
    const words = name.split(' ');
    return tokens.flatMap(({ start }, first): readonly ProperName[] => {
      const last = first + words.length;
      const isHere = words.every((word, at) => tokens[first + at]?.form === word);
      return isHere ? [{ type: 'place', first, last, start, end: tokens[last - 1]?.end ?? start }] : [];
    });
  });
  const sorted = proper.sort((a, b) => a.first - b.first);
  const views = viewSentences(article, annotations);
  return listToldPlaces(views, annotations.sentences.items, sorted).map(({ value }) => value.name);
}

it('takes no vessel for a place, wherever it is named', () => {
  const text =
    'Nine people died when the ferry Quolva Mar sank on Monday. Those on Quolva Mar swam ashore, police said.';
  expect(tellPlaces(text, ['Quolva Mar'])).toEqual([]);
});

it('takes a name that only the reader knows for a place', () => {
  const text =
    'Nine people died when a ferry sank off Quolva Mar on Monday. Those of Quolva Mar swam out, police said.';
  expect(tellPlaces(text, ['Quolva Mar'])).toEqual(['Quolva Mar', 'Quolva Mar']);
});
