import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeClientTypes } from '../../../scripts/client-types.ts';
import { makeTestApi, type TestApi, tokenSessions } from '../../../test/kits/api.ts';
import { openTestArchive, writeReport } from '../../../test/kits/archives.ts';
import { type Archive, addReports, openRoom, type Room, roles } from '../../service/index.ts';
import { usualLimits } from '../limits.ts';
import { documentOf } from './document.ts';
import { operations } from './operations/index.ts';

const at = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
let folder: string;
let archive: Archive;
let room: Room;
let api: TestApi;
let incident: string;
let article: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-api-'));
  archive = await openTestArchive(join(folder, 'archive'));
  await addReports(archive, [
    { path: 'a.json', content: writeReport('Springfield', 12) },
    { path: 'b.json', content: writeReport('Springfield', 14, 'officials', '2031-05-07') },
    { path: 'c.json', content: writeReport('Dayton', 3) },
  ]);
  room = await openRoom(archive);
  api = makeTestApi(room);
  const row = [...room.board.values()].find(({ title }) => title.includes('Springfield'));
  [incident, article] = [row?.id ?? '', row?.articles[0] ?? ''];
}, 120_000);
afterAll(async () => {
  await archive.close();
  rmSync(folder, { recursive: true });
});

const pathOf = (path: string): string => `/api/v1${path.replace(/\{\w+\}/g, 'nothing')}`;
const json = (body: unknown): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});
const read = async <T>(path: string): Promise<T> => (await api.ask(`/api/v1${path}`)).json() as Promise<T>;

describe('the document of the API', () => {
  it('is committed as it is, with the types of the client (npm run schema)', async () => {
    expect(JSON.parse(readFileSync(at('schema/openapi.json'), 'utf8'))).toEqual(documentOf());
    expect(readFileSync(at('src/client/paths.ts'), 'utf8')).toBe(await writeClientTypes(documentOf()));
  });

  it('is given to whoever asks, and listed on a page', async () => {
    expect(await (await api.ask('/api/v1/openapi.json')).json()).toEqual(documentOf());
    const page = await (await api.ask('/api')).text();
    for (const { path } of operations) expect(page).toContain(path);
  });

  it('names each operation once', () => {
    const ids = operations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('every operation', () => {
  it.each(roles)('may be asked by a %s where the table says so', async (role) => {
    for (const { id, method, path, role: least } of operations) {
      const answer = await api.ask(pathOf(path), { method: method.toUpperCase(), role });
      expect([id, answer.status === 403]).toEqual([id, roles.indexOf(role) < roles.indexOf(least)]);
    }
    expect(api.complaints).toEqual([]);
  });

  it('asks for somebody, and for a token that is made for it', async () => {
    const reading = makeTestApi(room, { sessions: tokenSessions(['read']) });
    for (const { id, method, path, role } of operations) {
      const init = { method: method.toUpperCase() };
      expect([id, (await api.ask(pathOf(path), { ...init, headers: { authorization: '' } })).status]).toEqual([
        id,
        401,
      ]);
      expect([id, (await reading.ask(pathOf(path), init)).status === 403]).toEqual([
        id,
        method !== 'get' || role === 'admin',
      ]);
    }
  });

  it('answers a look as its schema says', async () => {
    const values: Readonly<Record<string, string>> = { incident, article, before: 'now', after: 'now', format: 'csv' };
    for (const { id, method, path, answer, isTagged } of operations) {
      if (method !== 'get' || /\{(?:job|webhook)\}/.test(path)) continue;
      const there = await api.ask(`/api/v1${path.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')}`);
      expect([id, there.status]).toEqual([id, 200]);
      expect(there.headers.has('etag')).toBe(isTagged);
      if (answer instanceof z.ZodType) expect(() => answer.parse(undefined)).toThrow();
      if (answer instanceof z.ZodType) answer.parse(await there.json());
      else expect(answer).toContain(there.headers.get('content-type'));
    }
  });
});

describe('the API', () => {
  it('finds incidents page by page, and refuses what it does not know', async () => {
    const first = await read<{ items: { title: string }[]; next: string; total: number }>('/incidents?limit=1');
    expect([first.items.length, first.total]).toEqual([1, 2]);
    const second = await read<{ items: { title: string }[]; next?: string }>(`/incidents?limit=1&cursor=${first.next}`);
    expect(second.items[0]?.title).not.toBe(first.items[0]?.title);
    expect(second.next).toBeUndefined();
    for (const [query, status] of [
      ['limit=0', 400],
      ['limit=many', 400],
      ['size=3', 400],
      ['cursor=x', 422],
      ['from=yesterday', 400],
      ['words=%00', 400],
    ] as const)
      expect([query, (await api.ask(`/api/v1/incidents?${query}`)).status]).toEqual([query, status]);
  });

  it('does not send again what whoever asks has', async () => {
    const first = await api.ask('/api/v1/incidents');
    const etag = first.headers.get('etag') ?? '';
    const again = (tag: string) => api.ask('/api/v1/incidents', { headers: { 'if-none-match': tag } });
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    for (const tag of [etag, `W/${etag}, "other"`, '*']) expect((await again(tag)).status).toBe(304);
    expect((await again('"other"')).status).toBe(200);
    const { hash } = await read<{ hash: string }>(`/incidents/${incident}`);
    const ruling = { incident, action: 'note', reason: 'The mill has two halls.', seen: hash };
    expect((await api.ask('/api/v1/decisions', json(ruling))).status).toBe(201);
    expect((await again(etag)).status).toBe(200);
  });

  it('decides what was seen, says what it would change, and takes it back', async () => {
    const { hash } = await read<{ hash: string }>(`/incidents/${incident}`);
    const ruling = {
      incident,
      attribute: 'killed',
      action: 'override',
      value: 13,
      reason: 'The list of the hospital.',
    };
    const preview = await api.ask('/api/v1/decisions/preview', json(ruling));
    expect(await preview.json()).toMatchObject({ changes: [{ attribute: 'Killed', after: '13' }] });
    const made = await api.ask('/api/v1/decisions', json({ ...ruling, seen: hash }));
    const kept = (await made.json()) as { decision: string };
    expect(made.status).toBe(201);
    expect((await api.ask('/api/v1/decisions', json({ ...ruling, value: 15, seen: hash }))).status).toBe(409);
    expect(await read('/decisions?limit=1')).toMatchObject({ items: [{ decision: { value: { anchor: 13 } } }] });
    expect((await api.ask(`/api/v1/decisions/${kept.decision}/undo`, json({ reason: 'A slip.' }))).status).toBe(201);
    expect((await api.ask(`/api/v1/decisions/${kept.decision}/undo`, json({}))).status).toBe(422);
  });

  it('does once what is sent again under one key, and answers as the first time', async () => {
    const { hash } = await read<{ hash: string }>(`/incidents/${incident}`);
    const body = { incident, action: 'note', reason: 'Two halls burned.', seen: hash };
    const send = (key: string, what: unknown = body, role: 'admin' | 'coder' = 'admin') => {
      const init = json(what);
      return api.ask('/api/v1/decisions', { ...init, role, headers: { ...init.headers, 'idempotency-key': key } });
    };
    const [first, second] = [await send('key-1'), await send('key-1')];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await second.json()).toEqual(await first.json());
    expect((await send('key-1', { ...body, reason: 'One hall burned.' })).status).toBe(422);
    // What failed was not done, and may be tried again.
    expect((await send('key-2')).status).toBe(409);
    const { hash: now } = await read<{ hash: string }>(`/incidents/${incident}`);
    const both = { ...body, reason: 'Three halls burned.', seen: now };
    const answers = await Promise.all([send('key-3', both), send('key-3', both)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await send('a key')).status).toBe(400);
  });

  it('adds reports as a job, which is looked after', async () => {
    const documents = [
      { name: 'd.json', content: writeReport('Salem', 5) },
      { name: 'e.json', encoding: 'base64', content: Buffer.from(writeReport('Salem', 6)).toString('base64') },
    ];
    const begun = await api.ask('/api/v1/reports', json({ documents }));
    const { id } = (await begun.json()) as { id: string };
    expect(begun.status).toBe(202);
    await expect.poll(() => read(`/jobs/${id}`), { timeout: 60_000 }).toMatchObject({ state: 'done', kept: 2 });
    expect((await read<{ items: { id: string }[] }>('/jobs')).items[0]).toMatchObject({ id, kind: 'add' });
    expect(await read('/incidents?words=Salem')).toMatchObject({ total: 1 });
    expect((await api.ask(`/api/v1/jobs/${id}/cancel`, { method: 'POST' })).status).toBe(200);
    expect((await api.ask('/api/v1/jobs/none')).status).toBe(404);
    expect((await api.ask('/api/v1/reports', json({}))).status).toBe(422);
    const broken = { documents: [{ name: 'f.txt', content: '%', encoding: 'base64' }] };
    expect((await api.ask('/api/v1/reports', json(broken))).status).toBe(422);
  });

  it('tells of the job where a whole edition takes longer, and gives what it printed', async () => {
    const { hash } = await read<{ hash: string }>(`/incidents/${incident}`);
    // Another state of the archive than what was exported before.
    await api.ask('/api/v1/decisions', json({ incident, action: 'note', reason: 'Four halls.', seen: hash }));
    const prefer = { headers: { prefer: 'respond-async' } };
    const told = await api.ask('/api/v1/exports/csv', prefer);
    const job = (await told.json()) as { id: string };
    expect([told.status, told.headers.get('location')]).toEqual([202, `/api/v1/jobs/${job.id}`]);
    expect((await api.ask(`/api/v1/jobs/${job.id}/result`)).status).toBe(422);
    await expect
      .poll(() => read(`/jobs/${job.id}`), { timeout: 60_000 })
      .toMatchObject({ state: 'done', kind: 'export' });
    const result = await api.ask(`/api/v1/jobs/${job.id}/result`);
    expect(result.headers.get('content-type')).toBe('text/csv');
    // What was computed is not computed again.
    const again = await api.ask('/api/v1/exports/csv', prefer);
    expect([again.status, await again.text()]).toEqual([200, await result.text()]);
    expect((await api.ask('/api/v1/jobs/work-0/result')).status).toBe(404);
  });

  it('tells what is wrong as a problem (RFC 9457), whatever it is', async () => {
    const one = `/api/v1/incidents/${incident}`;
    const asked: readonly (readonly [string, RequestInit, number])[] = [
      ['/api/v1/nothing', {}, 404],
      ['/api/v1/incidents/nothing', {}, 404],
      [`${one}/readings?attribute=hostages`, {}, 404],
      ['/api/v1/exports/scroll', {}, 404],
      [one, { method: 'PUT' }, 405],
      ['/api/v1/decisions', { ...json({}), body: '{' }, 400],
      ['/api/v1/decisions', { method: 'POST', body: 'a=b', headers: { 'content-type': 'text/plain' } }, 415],
      ['/api/v1/decisions', json({ incident: 'nothing', action: 'note', seen: '' }), 404],
    ];
    for (const [path, init, status] of asked) {
      const answer = await api.ask(path, init);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ status, title: expect.any(String) });
    }
    expect((await api.ask(one, { method: 'PUT' })).headers.get('allow')).toBe('GET, HEAD');
    expect((await api.ask(one, { method: 'HEAD' })).status).toBe(200);
    expect(api.complaints).toEqual([]);
  });

  it('gives up what takes too long, and holds back whoever asks too much or sends too much', async () => {
    const stuck = { ...archive.database, read: () => new Promise<never>(() => undefined) };
    const limits = { ...usualLimits, seconds: 0.05 };
    const hasty = makeTestApi({ ...room, archive: { ...archive, database: stuck } }, { limits });
    expect((await hasty.ask('/api/v1/status')).status).toBe(504);
    const strict = makeTestApi(room, { limits: { ...usualLimits, burst: 3, perSecond: 0.001, bodyBytes: 1000 } });
    const large = { ...json({ documents: [{ name: 'a', content: 'a'.repeat(2000) }] }) };
    expect((await strict.ask('/api/v1/reports', large)).status).toBe(413);
    await strict.ask('/api/v1/status');
    await strict.ask('/api/v1/status');
    const late = await strict.ask('/api/v1/status');
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await strict.ask('/api/v1/status', { role: 'reader' })).status).toBe(200);
  });
});

it('lets pages of no other site ask, unless it is told of them', async () => {
  const from = (origin: string) => ({ headers: { origin } });
  const closed = await api.ask('/api/v1/status', from('https://desk.example'));
  expect(closed.headers.has('access-control-allow-origin')).toBe(false);
  const open = makeTestApi(room, { origins: ['https://desk.example'] });
  const allowed = await open.ask('/api/v1/status', from('https://desk.example'));
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://desk.example');
  const other = await open.ask('/api/v1/status', from('https://other.example'));
  expect(other.headers.has('access-control-allow-origin')).toBe(false);
});

describe('what looks after a server', () => {
  it('hears whether it runs and whether its database answers, under any name', async () => {
    const ask = (path: string) => api.ask(path, { headers: { host: '10.0.0.7:80', authorization: '' } });
    expect(await (await ask('/health')).json()).toEqual({ status: 'pass' });
    expect((await ask('/ready')).status).toBe(200);
    const broken = { ...archive.database, read: () => Promise.reject(new Error('gone')) };
    const down = makeTestApi({ ...room, archive: { ...archive, database: broken } });
    expect((await down.ask('/ready')).status).toBe(503);
  });

  it('reads figures of requests and of the archive, where it may look', async () => {
    await api.ask(`/api/v1/incidents/${incident}`);
    const metrics = await (await api.ask('/metrics')).text();
    expect(metrics).toMatch(/^variorum_archive\{what="incidents"\} \d+$/m);
    expect(metrics).toContain(
      'variorum_http_request_seconds_count{method="GET",route="/api/v1/incidents/:incident",status="200"}',
    );
    expect(metrics).not.toContain(incident);
    expect((await api.ask('/metrics', { headers: { authorization: '' } })).status).toBe(401);
  });
});
