import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as client from '../src/client/index.ts';
import { operations } from '../src/http/index.ts';
import { usualLimits } from '../src/http/limits.ts';
import { type Archive, addReports } from '../src/service/index.ts';
import { type ServedApi, serveApi } from './kits/api.ts';
import { openTestArchive, writeReport } from './kits/archives.ts';

const page = readFileSync(new URL('../docs/api.md', import.meta.url), 'utf8');
const requests = [...page.matchAll(/^```sh\n(.*?)\n```\n\n```json\n(.*?)\n```$/gms)].map(([, command, answer]) => ({
  command: command ?? '',
  answer: answer ?? '',
}));
const [, example = ''] = /^```ts\n(.*?)\n```$/ms.exec(page) ?? [];

let folder: string;
let archive: Archive;
let served: ServedApi;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-api-docs-'));
  archive = await openTestArchive(join(folder, 'archive'));
  await addReports(archive, [
    { path: 'a.json', content: writeReport('Springfield', 12) },
    { path: 'b.json', content: writeReport('Springfield', 14, 'officials', '2031-05-07') },
    { path: 'c.json', content: writeReport('Dayton', 3) },
  ]);
  served = await serveApi(archive, usualLimits);
}, 120_000);
afterAll(async () => {
  await served.close();
  await archive.close();
  rmSync(folder, { recursive: true });
});

it('has examples of both', () => {
  expect(requests.length).toBeGreaterThan(3);
  expect(example).toContain("from 'variorum/client'");
});

it.each(requests)('gives what it says: $command', async ({ command, answer }) => {
  const env = { ...process.env, TOKEN: 'admin', ROOM: served.origin };
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { env });
  expect(JSON.parse(stdout)).toMatchObject(JSON.parse(answer));
});

it('runs the example of the client, which prints what it says', async () => {
  const code = example.replace(/^import .*$/m, '');
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const printed: string[] = [];
  const given = {
    ...client,
    room: served.origin,
    token: 'editor',
    print: (said: unknown) => printed.push(String(said)),
  };
  const names = Object.keys(given);
  const run = new Function(...names, `return (async () => {${outputText}})();`) as (...all: unknown[]) => Promise<void>;
  await run(...Object.values(given));
  expect(printed).toEqual([...example.matchAll(/\/\/ → (.*)$/gm)].map(([, said]) => said));
  expect(served.complaints).toEqual([]);
});

it('names every path that can be asked', () => {
  const missing = operations
    .map(({ path }) => path)
    .filter((path) => {
      const short = path.replace('/incidents/{incident}/explanation', '/explanation');
      return !page.includes(`\`${short}\``) && !page.includes(`\`${short}?`);
    });
  expect(missing).toEqual([]);
});
