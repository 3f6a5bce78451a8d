import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateArticles } from '../bench/run/generate.ts';
import { type Input, linkShards, mapShards, reconcileShards, runRead } from '../src/pipeline/index.ts';
import { publishJson } from '../src/publish/index.ts';

const examples = new URL('../examples', import.meta.url).pathname;
const options = { reader: 'fast', now: '2031-05-20T12:00:00.000Z' } as const;
const invented = generateArticles(120).map(
  (article, at): Input => ({
    path: `invented/${at}.json`,
    content: JSON.stringify(article),
  }),
);
/** Reports, one of them twice under two names, and inputs of which nothing comes. */
const inputs: readonly Input[] = [
  ...[examples, ...invented, 'no/such/report.txt'],
  { path: 'again.json', content: JSON.stringify(generateArticles(1)[0]) },
  { path: 'empty.txt', content: '' },
];

type MapOptions = Parameters<typeof mapShards>[2];
type Mapped = ReturnType<typeof mapShards> extends AsyncGenerator<infer T> ? T : never;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-shards-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function map(more: Partial<MapOptions> = {}, from = inputs): Promise<readonly Mapped[]> {
  const made: Mapped[] = [];
  for await (const one of mapShards(from, folder, { ...options, shards: 5, ...more })) made.push(one);
  return made;
}

async function joinAll(): Promise<string> {
  await linkShards(folder);
  return publishJson((await reconcileShards(folder)).edition);
}

describe('shards', () => {
  it('give the bytes that reading all of it gives, whoever makes which of them and in whatever order', async () => {
    const { edition, setAside } = await runRead(inputs, options);
    const wanted = publishJson(edition);
    await map({ only: [4, 1] });
    expect(await map({ only: [0, 2, 3], workers: 1 }, inputs.toReversed())).toHaveLength(3);
    expect(await joinAll()).toBe(wanted);
    expect((await reconcileShards(folder)).setAside).toBe(setAside);
    const ucdp = publishJson((await runRead(inputs, { ...options, policy: 'ucdp' })).edition);
    expect(publishJson((await reconcileShards(folder, { policy: 'ucdp' })).edition)).toBe(ucdp);
  }, 180_000);

  it('are not made again, but where one is broken, or an input is another', async () => {
    const some = invented.slice(0, 40);
    await map({}, some);
    const files = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);
    const first = files();
    expect((await map({}, some)).every(({ isKept }) => isKept)).toBe(true);
    const torn = readdirSync(folder).find((name) => name.startsWith('shard-00002') && name.endsWith('.gz')) ?? '';
    truncateSync(join(folder, torn), 100);
    await expect(linkShards(folder)).rejects.toThrow('run variorum map again');
    expect((await map({}, some)).map(({ isKept }) => isKept)).toEqual([true, true, false, true, true]);
    expect(files()).toEqual(first);
    const more = await map({}, [
      ...some,
      { path: 'new.txt', content: 'Two people died in a fire in Norwick on Monday.' },
    ]);
    expect(more.filter(({ isKept }) => !isKept)).toHaveLength(1);
  }, 60_000);

  it('are joined only where all are there, read in one way, and linked as they are', async () => {
    const some = invented.slice(0, 20);
    await expect(linkShards(folder)).rejects.toThrow('there is no shard');
    await map({ only: [0, 1, 2, 3] }, some);
    await expect(linkShards(folder)).rejects.toThrow('missing: 4');
    await map({ only: [4], clean: { minBodyWords: 6 } }, some);
    await expect(linkShards(folder)).rejects.toThrow('read otherwise');
    await map({}, some);
    await expect(reconcileShards(folder)).rejects.toThrow('run variorum link');
    await linkShards(folder);
    await map({}, some.slice(1));
    await expect(reconcileShards(folder)).rejects.toThrow('of other shards');
    await map({ shards: 2 }, some);
    await expect(linkShards(folder)).rejects.toThrow('shards of 2 and of 5');
    await expect(map({ only: [5] }, some)).rejects.toThrow('there is no shard 5: give 0 to 4');
  }, 60_000);
});
