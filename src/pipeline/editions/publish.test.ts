import { describe, expect, it } from 'vitest';
import { read } from '../run.ts';
import { publish } from './publish.ts';

const first = {
  title: 'Two die in Norwick mill fire',
  text: 'Two people died when the old mill in Norwick burned down on Tuesday, police said. Smoke was seen for miles, and the road along the river stayed shut until the evening.',
};
const second = {
  title: 'Blaze at riverside mill',
  text: 'Police said on Wednesday that a fire in Norwick had killed 2 people. The mill, which had stood empty for ten years, went up in flames on Tuesday. Neighbours had asked the council for a fence.',
};
const report = (outlet: string, told: typeof first) => ({
  path: `${told.title}.json`,
  content: JSON.stringify({ ...told, publisher: outlet, date: '2031-05-14' }),
});

/** Every bound of independence that a printed edition states, as a number. */
async function boundsOf(format: 'summary' | 'md' | 'html', outlets: readonly [string, string]) {
  const inputs = [report(outlets[0], first), report(outlets[1], second)];
  const edition = await read(inputs, { now: '2031-06-01T00:00:00Z', reader: 'fast' });
  expect(edition.articles).toHaveLength(2);
  const content = String((await publish(edition, format)).content).replace(/\s+/g, ' ');
  const words: Readonly<Record<string, number>> = { one: 1, two: 2 };
  return [...content.matchAll(/at most (\w+) independent/g)].map(([, bound = '']) => words[bound] ?? Number(bound));
}

describe('how many reports are independent', () => {
  it.each(['summary', 'md', 'html'] as const)(
    'is told under one definition all over an edition as %s',
    async (format) => {
      // Both write what police said of the dead, in different papers: one witness of that, two of the fire.
      const [most, ...others] = await boundsOf(format, ['Norwick Courier', 'Harbour Ledger']);
      expect([most, others.includes(1), others.every((bound) => bound <= 2)]).toEqual([2, true, true]);
      // Both stand in one paper: whatever they say has one witness, though neither copies the other.
      expect(new Set(await boundsOf(format, ['Norwick Courier', 'Norwick Courier']))).toEqual(new Set([1]));
    },
  );
});
