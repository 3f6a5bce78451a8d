import { describe, expect, it } from 'vitest';
import { readDeepSentences } from '../../../test/kits/deep-sentences.ts';
import { findAnchors } from './anchors.ts';
import { findSpots, nameSigns } from './spots.ts';

async function readOne(text: string) {
  const sentences = await readDeepSentences({ title: 'Notes', text, published: '2031-05-13' });
  const last = sentences.at(-1);
  if (last === undefined) throw new Error('nothing was read');
  const anchors = findAnchors(last.view, last.groups, last.ruled);
  const word = (at: number): string => last.view.tokens[at]?.form ?? '';
  return { ...last, anchors, word, arcs: last.view.parse?.arcs ?? [] };
}

describe('anchors and their spots', () => {
  it('are the number, its noun, what is said of it and its subject', async () => {
    const { anchors, word, arcs } = await readOne('Rescuers pulled 12 miners from the shaft on Monday.');
    const twelve = anchors.find(({ at }) => word(at) === '12');
    expect(twelve?.kind).toBe('number');
    const spots = twelve === undefined ? [] : findSpots(twelve, arcs).map(word);
    expect(spots.slice(0, 3)).toEqual(['12', 'miners', 'pulled']);
    expect(spots[5]).toBe('Rescuers');
  });

  it('mark the number that a toll counts, not the word it is told with', async () => {
    const { anchors, word } = await readOne('The number of people killed in the fire has risen to 19.');
    expect(anchors.find(({ at }) => word(at) === '19')?.fate).toBe('killed');
    expect(anchors.find(({ at }) => word(at) === 'number')?.fate).toBeUndefined();
  });

  it('have signs of senses, times and place in the article', async () => {
    const { anchors, word, arcs, view } = await readOne('Last year 12 miners drowned in the shaft.');
    const twelve = anchors.find(({ at }) => word(at) === '12');
    const signs = twelve === undefined ? [] : nameSigns(view, twelve, findSpots(twelve, arcs), arcs);
    expect(signs).toEqual(expect.arrayContaining(['predicate dying', 'time point offset year', 'position 2']));
  });
});
