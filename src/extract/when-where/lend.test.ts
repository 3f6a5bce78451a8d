import { describe, expect, it } from 'vitest';
import { readDraftSentences } from '../../../test/kits/report-texts.ts';
import { rankTimes } from '../scenes/event-time.ts';
import type { Scene } from '../scenes/scene.ts';
import type { Decision } from './decide.ts';
import { undecided } from './index.ts';
import { lendDay } from './lend.ts';

const read = (text: string) => readDraftSentences({ text }).map((sentence) => ({ sentence, triggers: [] }));
const times = rankTimes(read('A bomb killed 12 people in Velm on Monday.'), false).map((best) => ({
  best,
  probability: 1,
}));
const news = { ...undecided, times } as unknown as Decision;

function lend(text: string, more: Partial<Scene> = { beside: true }): Decision {
  return lendDay(undecided, { main: false, sentences: read(text), ...more }, news);
}

describe('lendDay', () => {
  it('gives what is told beside the news its day', () => {
    expect(news.times).toHaveLength(1);
    expect(lend('Another bomb killed eight people in Norrby.').times).toBe(news.times);
  });

  it.each([
    ['what had been', 'A bomb had killed eight people in Norrby.', { beside: true }],
    ['what was earlier', 'An earlier bomb killed eight people in Norrby.', { beside: true }],
    ['what stands aside', 'A bomb killed eight people in Norrby.', {}],
  ])('gives none to %s', (_, text, more) => expect(lend(text, more)).toBe(undecided));

  it('leaves a day of its own', () => {
    const own = { ...undecided, times: [...news.times] };
    expect(lendDay(own, { main: false, beside: true, sentences: [] }, news)).toBe(own);
  });
});
