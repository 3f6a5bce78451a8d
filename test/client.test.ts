import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiProblem, type ArchiveClient, dataOf, itemsOf, openClient } from '../src/client/index.ts';
import { usualLimits } from '../src/http/limits.ts';
import { type Archive, addReports, openRoom } from '../src/service/index.ts';
import { makeTestApi, type TestApi } from './kits/api.ts';
import { openTestArchive, writeReport } from './kits/archives.ts';

let folder: string;
let archive: Archive;
let api: TestApi;
let client: ArchiveClient;
const url = 'http://127.0.0.1:8417/';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-client-'));
  archive = await openTestArchive(join(folder, 'archive'));
  await addReports(archive, [
    { path: 'a.json', content: writeReport('Springfield', 12) },
    { path: 'b.json', content: writeReport('Springfield', 14, 'officials', '2031-05-07') },
    { path: 'c.json', content: writeReport('Dayton', 3) },
  ]);
  api = makeTestApi(await openRoom(archive));
  client = openClient({ url, token: 'editor', fetch: api.send, waitMs: 1 });
}, 120_000);
afterAll(async () => {
  await archive.close();
  rmSync(folder, { recursive: true });
});

it('goes a whole round: find, explain, release, decide, compare, export', async () => {
  const found = await dataOf(client.GET('/incidents', { params: { query: { words: 'Springfield' } } }));
  const { id = '' } = found.items[0] ?? {};
  expect(found.total).toBe(1);
  const params = { path: { incident: id } };
  const why = await dataOf(
    client.GET('/incidents/{incident}/explanation', { params: { ...params, query: { attribute: 'killed' } } }),
  );
  expect(why.figures[0]?.count?.best).toBe(14);
  expect(why.text).toContain('“At least 14 people were killed” (officials');
  await dataOf(client.POST('/editions', { body: { name: 'May' } }));
  const { hash } = await dataOf(client.GET('/incidents/{incident}', { params }));
  const ruling = { incident: id, attribute: 'killed', action: 'override', value: 13, reason: 'The list.' } as const;
  const kept = await dataOf(client.POST('/decisions', { body: { ...ruling, seen: hash } }));
  expect(kept.incident).toBe(id);
  const moved = await dataOf(
    client.GET('/editions/{before}/diff/{after}', { params: { path: { before: 'May', after: 'now' } } }),
  );
  expect(moved.items).toMatchObject([{ incident: id, attribute: 'Killed', after: '13' }]);
  const table = client.GET('/exports/{format}', { params: { path: { format: 'csv' } }, parseAs: 'text' });
  expect(await dataOf(table as Promise<{ data?: string; response: Response }>)).toContain('Springfield');
});

it('waits for whole editions that take longer', async () => {
  const hasty = makeTestApi(await openRoom(archive), { limits: { ...usualLimits, patience: 0 } });
  const seen: number[] = [];
  const patient = openClient({
    ...{ url, token: 'editor', waitMs: 20 },
    fetch: async (request) => {
      const answer = await hasty.send(request);
      seen.push(answer.status);
      return answer;
    },
  });
  expect((await dataOf(patient.POST('/editions', { body: { name: 'August' } }))).name).toBe('August');
  expect([seen[0], seen.at(-1)]).toEqual([202, 201]);
  const path = { before: 'August', after: 'now' };
  expect((await dataOf(patient.GET('/editions/{before}/diff/{after}', { params: { path } }))).items).toEqual([]);
  const job = await patient.GET('/exports/{format}', {
    ...{ params: { path: { format: 'summary' } }, headers: { prefer: 'respond-async' } },
  });
  expect([job.response.status, job.data]).toMatchObject([202, { kind: 'export', about: 'now.summary' }]);
});

it('turns pages to the end', async () => {
  const quotes: string[] = [];
  const turned = itemsOf((cursor) =>
    client.GET('/quotes', { params: { query: { limit: 2, ...(cursor && { cursor }) } } }),
  );
  for await (const { claim } of turned) quotes.push(claim);
  expect(quotes.length).toBeGreaterThan(6);
  expect(new Set(quotes).size).toBe(quotes.length);
});

it('says what was refused, and by whom', async () => {
  const wrong = dataOf(client.GET('/incidents/{incident}', { params: { path: { incident: 'nothing' } } }));
  await expect(wrong).rejects.toThrow(ApiProblem);
  await expect(wrong).rejects.toMatchObject({ status: 404, problem: { title: 'Not found' } });
  const reader = openClient({ url, token: 'reader', fetch: api.send });
  await expect(dataOf(reader.POST('/editions', { body: { name: 'June' } }))).rejects.toMatchObject({ status: 403 });
});

it('asks again by itself what the server was too busy for, under one key', async () => {
  const keys: (string | null)[] = [];
  const busy = openClient({
    ...{ url, token: 'editor', waitMs: 1 },
    fetch: async (request) => {
      keys.push(request.headers.get('idempotency-key'));
      return keys.length < 3 ? new Response('{}', { status: 503 }) : api.send(request);
    },
  });
  expect((await dataOf(busy.POST('/editions', { body: { name: 'July' } }))).name).toBe('July');
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  const never = openClient({ url, token: 'x', waitMs: 1, fetch: async () => new Response('busy', { status: 429 }) });
  await expect(dataOf(never.GET('/status'))).rejects.toThrow('the server answered 429');
});
