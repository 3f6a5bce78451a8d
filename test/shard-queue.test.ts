import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateArticles } from '../bench/run/generate.ts';
import { type Input, linkShards, mapShards, reconcileShards, runRead } from '../src/pipeline/index.ts';
import { publishJson } from '../src/publish/index.ts';
import { gatherShards, queueShards, workShards } from '../src/service/index.ts';
import { openShardQueue } from '../src/store/index.ts';
import { startPostgres } from './kits/postgres.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const options = { reader: 'fast' } as const;
const invented = generateArticles(200).map(
  (article, number): Input => ({ path: `invented/${number}.json`, content: JSON.stringify(article) }),
);
const inputs: readonly Input[] = [
  ...[at('examples'), ...invented, 'no/such/report.txt'],
  { path: 'again.json', content: JSON.stringify(generateArticles(1)[0]) },
  { path: 'empty.txt', content: '' },
];

const server = await startPostgres();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-queue-'));
});
afterAll(() => {
  server?.stop();
  rmSync(folder, { recursive: true });
});

/** Start a worker as a process of its own, which is no part of this one when it is killed. */
function startWorker(address: string): ChildProcess {
  const program = ['--import', at('node_modules/tsx/dist/loader.mjs'), at('src/cli/main.ts')];
  return spawn(process.execPath, [...program, 'worker', '--database', address, '--lease', '20'], { stdio: 'ignore' });
}

const files = (place: string): readonly (readonly [string, string])[] =>
  readdirSync(place)
    .filter((name) => name.startsWith('shard-'))
    .map((name) => [name, readFileSync(join(place, name)).toString('base64')]);

describe.skipIf(server === undefined)('a queue of shards in PostgreSQL', () => {
  const addressOf = (name: string): string => server?.address(name) ?? '';

  it('gives the bytes that reading gives, though workers are killed while they read', async () => {
    const address = addressOf('killed');
    const shards = 30;
    await queueShards(address, inputs, { ...options, shards });
    const queue = await openShardQueue(address);
    // Each of these is killed while it holds a shard, however fast the machine is; the last one reads what is left.
    for (let kills = 0; kills < 3; kills += 1) {
      const worker = startWorker(address);
      const ended = once(worker, 'exit');
      await expect.poll(async () => (await queue.state()).leased, { timeout: 60_000, interval: 20 }).toBe(kills + 1);
      expect(worker.kill('SIGKILL')).toBe(true);
      await ended;
      expect((await queue.state()).waiting).toBeGreaterThan(0);
    }
    await once(startWorker(address), 'exit');
    await queue.close();
    await gatherShards(address, join(folder, 'gathered'));
    for await (const _ of mapShards(inputs, join(folder, 'mapped'), { ...options, shards }));
    expect(files(join(folder, 'gathered'))).toEqual(files(join(folder, 'mapped')));
    await linkShards(join(folder, 'gathered'));
    const wanted = publishJson((await runRead(inputs, options)).edition);
    expect(publishJson((await reconcileShards(join(folder, 'gathered'))).edition)).toBe(wanted);
  }, 400_000);

  it('sets a shard aside that no worker gets done, and says why', async () => {
    const address = addressOf('poison');
    await queueShards(address, invented.slice(0, 6), { ...options, shards: 2 });
    await expect(queueShards(address, [], { ...options, shards: 2 })).rejects.toThrow('a queue is there already');
    const queue = await openShardQueue(address);
    await queue.put(1, [new Uint8Array([1, 2, 3])]);
    await expect(gatherShards(address, folder)).rejects.toThrow('2 shards are not read yet');
    const told: unknown[] = [];
    await workShards(address, {
      who: 'a',
      tell: ({ index, articles }) => void told.push([index, articles !== undefined]),
    });
    expect(told.filter((one) => JSON.stringify(one) === '[1,false]')).toHaveLength(3);
    expect((await queue.state()).aside).toEqual([{ index: 1, reason: expect.any(String) }]);
    await expect(gatherShards(address, folder)).rejects.toThrow('set aside: shard 1 (');
    await queue.close();
  }, 60_000);

  it('gives a shard to another worker where the first is not heard of', async () => {
    const address = addressOf('silent');
    await queueShards(address, invented.slice(0, 3), { ...options, shards: 1 });
    const queue = await openShardQueue(address);
    expect((await queue.lease('silent', 1))?.index).toBe(0);
    expect(await queue.lease('other', 1)).toBeUndefined();
    await expect.poll(() => queue.lease('other', 30), { timeout: 5000 }).toMatchObject({ index: 0, tries: 2 });
    expect(await queue.renew(0, 'silent', 30)).toBe(false);
    await queue.finish({ index: 0, manifest: '{}', content: new Uint8Array() }, 'silent');
    expect(await queue.state()).toMatchObject({ done: 0, leased: 1 });
    await queue.close();
  }, 60_000);
});
