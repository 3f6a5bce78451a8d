import { expect, it } from 'vitest';
import { readDeepSentences } from '../../../test/kits/deep-sentences.ts';
import { leaveOutPlay } from './sport.ts';

async function countFindings(text: string): Promise<number> {
  const sentences = await readDeepSentences({ title: 'Notes from Brenmark', text, published: '2031-05-13' });
  return leaveOutPlay(sentences).flatMap(({ findings }) => findings).length;
}

it.each([
  'Renn suffered a knee injury on Sunday. The striker scored twice this season for the league leaders.',
  'The quarterback suffered a shoulder injury. His coach said he would miss the playoffs.',
])('takes nobody hurt at play for a casualty: %s', async (text) => {
  expect(await countFindings(text)).toBe(0);
});

it.each([
  'Renn, a striker who scored twice this season, was shot and wounded outside the stadium. Two others were killed, his league said.',
  'Six fans were hurt when a stand fell at the league match. The striker had scored, and the coach was in tears.',
  'A cyclist suffered a head injury in a crash with a lorry on Sunday. Her league season is over, her coach and squad said.',
  'A cyclist suffered a head injury when a lorry hit her on Sunday.',
])('keeps harm that is no play: %s', async (text) => {
  expect(await countFindings(text)).toBeGreaterThan(0);
});
