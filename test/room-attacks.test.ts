import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { operations } from '../src/http/api/operations/index.ts';
import { routes } from '../src/http/index.ts';
import { viewPaths } from '../src/http/shell.ts';
import { type Adding, addReports, isUnderWay, listAdding, openRoom, type Room } from '../src/service/index.ts';
import { openTestArchive, writeReport } from './kits/archives.ts';
import { type BareServer, csrf, fillSchema, hostileWords, sendRaw, serveBare } from './kits/room-attacks.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const secret = /root:.*:0:0|"name": "variorum"/;
let folder: string;
let room: Room;
let server: BareServer;
let sessions = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-attacks-'));
  const archive = await openTestArchive(join(folder, 'archive'));
  await addReports(archive, [{ path: 'a.json', content: writeReport('Springfield', 12) }]);
  room = await openRoom(archive);
  server = await serveBare(room);
}, 120_000);
afterAll(async () => {
  server.close();
  await room.archive.close();
  rmSync(folder, { recursive: true });
});

/** Ask without the network; each question is of a session of its own, so that none is held back. */
function ask(path: string, init: RequestInit = {}, headers: Readonly<Record<string, string>> = {}) {
  sessions += 1;
  const own = { host: server.host, cookie: `variorum=s${sessions}`, 'x-variorum-csrf': csrf };
  return Promise.resolve(
    server.app.request(`http://${server.host}${path}`, { ...init, headers: { ...own, ...headers } }),
  );
}

const guards: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /^default-src 'none';.*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'cache-control': /^(?:private, )?no-(?:store|cache)$/,
};

/** Say what is wrong with an answer to something hostile; nothing where it is as it should be. */
async function findFaults(answer: Response): Promise<readonly string[]> {
  const faults: string[] = [];
  if (answer.status >= 500) faults.push(`status ${answer.status}`);
  for (const [name, wanted] of Object.entries(guards))
    if (!wanted.test(answer.headers.get(name) ?? '')) faults.push(`${name}: ${answer.headers.get(name)}`);
  if (answer.headers.has('set-cookie')) faults.push('a cookie');
  if ([...answer.headers.keys()].some((name) => name.startsWith('access-control'))) faults.push('lets others in');
  const body = answer.headers.get('content-type')?.startsWith('text/event-stream') ? '' : await answer.text();
  if (secret.test(body)) faults.push('a file of this machine');
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (isPage && /<script>alert|<img src=x/.test(body)) faults.push('words taken for a page');
  return faults;
}

const encode = (words: string): string => (words === '' ? '%20' : encodeURIComponent(words));

/** Something that can be asked, by the page of the room or by a program. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query?: z.ZodType | undefined;
  readonly body?: z.ZodType | undefined;
  readonly files?: true | undefined;
}

const everything: readonly Asked[] = [
  ...routes.map((route) => ({ ...route, path: `/room/api${route.path}` })),
  ...operations.map(({ method, path, query, body }) => ({ method, path: `/api/v1${path}`, query, body })),
];

function addressOf(route: Asked, words: string): string {
  const path = route.path.replace(/:\w+|\{\w+\}/g, encode(words));
  if (route.query === undefined) return path;
  const asked = fillSchema(route.query, words, 1) as Readonly<Record<string, unknown>>;
  const query = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
  return `${path}?${query}`;
}

/** Addresses that lead nowhere: what is fetched is another test's. */
const isFetching = ({ path }: Asked): boolean => /addresses|reports$/.test(path);

describe('a walk of all that can be asked, with hostile values', () => {
  test.each(everything.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    async (_name, route) => {
      for (const words of hostileWords) {
        const method = route.method.toUpperCase();
        const bodies: (BodyInit | undefined)[] = [undefined];
        if (route.files === true) bodies.push(formOf(words));
        if (route.body !== undefined && !isFetching(route)) {
          const filled = fillSchema(route.body, words, 1);
          bodies.push(JSON.stringify(filled), JSON.stringify([filled]), JSON.stringify(words), words);
          for (const count of [-1, 1e308, 0.5]) bodies.push(JSON.stringify(fillSchema(route.body, words, count)));
          bodies.push(`{"__proto__":{"polluted":1},${JSON.stringify(filled).slice(1)}`);
        }
        for (const body of route.method === 'get' ? [undefined] : bodies) {
          const answer = await ask(addressOf(route, words), { method, ...(body === undefined ? {} : { body }) });
          expect([words, await findFaults(answer)]).toEqual([words, []]);
        }
      }
      expect('polluted' in {}).toBe(false);
      expect(server.complaints.map(String)).toEqual([]);
    },
    60_000,
  );

  test('pages, records without scripts, the door, and what is not there', async () => {
    const paths = [
      ...viewPaths,
      '/plain',
      '/plain/:incident',
      '/enter/:token',
      '/room.js',
      '/room.css',
      '/none/:a',
      '/room/api/:a',
    ];
    for (const path of paths)
      for (const words of hostileWords)
        for (const accept of ['text/html', 'application/json']) {
          const answer = await ask(path.replace(/:\w+/g, encode(words)), {}, { accept });
          expect([path, words, await findFaults(answer)]).toEqual([path, words, []]);
        }
    expect(server.complaints.map(String)).toEqual([]);
  });
});

function formOf(name: string): FormData {
  const form = new FormData();
  form.append('files', new File(['Two people were killed in Dayton, Ohio, on Monday, police said.'], `${name}.txt`));
  form.append(name, 'no file');
  return form;
}

describe('from outside', () => {
  const cookie = 'cookie: variorum=raw';
  const get = (path: string, ...more: readonly string[]): string =>
    [`GET ${path} HTTP/1.1`, `host: ${server.host}`, cookie, 'connection: close', ...more, '', ''].join('\r\n');

  test.each([
    '/../../../../../../etc/passwd',
    '/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/room.js/../../package.json',
    '/room.js/..%2f..%2fpackage.json',
    '//etc/passwd',
    '/..\\..\\package.json',
    '/package.json',
    '/.git/config',
    '/archive.db',
    'http://evil.example/room.js',
    '/plain/..%2f..%2farchive.db',
    '/room/api/editions/..%2f..%2f..%2fetc%2fpasswd/exports/json',
    '/room/api/reports/..%2f..%2fpackage.json/versions',
  ])('no file of this machine is given for %s', async (path) => {
    const answer = await sendRaw(server.port, get(path));
    expect(answer).toMatch(/^HTTP\/1\.1 [1234]/);
    expect(answer).not.toMatch(secret);
    expect(answer).not.toContain('SQLite format');
  });

  test.each([
    ['another name', ['evil.example']],
    ['another port', ['127.0.0.1:1']],
    ['a name in front', ['127.0.0.1@evil.example']],
    ['none', []],
    ['two', ['evil.example', '127.0.0.1']],
    ['signs', ['<script>alert(1)</script>']],
  ])('a host header with %s is refused', async (_name, hosts) => {
    const lines = ['GET /room/api/front HTTP/1.1', ...hosts.map((one) => `host: ${one}`), cookie, 'connection: close'];
    const answer = await sendRaw(server.port, [...lines, '', ''].join('\r\n'));
    expect(answer).toMatch(/^HTTP\/1\.1 4/);
    expect(answer).not.toContain('<script>alert');
  });

  test('what a proxy would say is not believed', async () => {
    const answer = await sendRaw(
      server.port,
      get('/', 'x-forwarded-host: evil.example', 'x-original-url: /etc/passwd'),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200/);
    expect(answer).not.toContain('evil.example');
  });

  test('lines do not get into the head of an answer', async () => {
    for (const path of ['/enter/x%0d%0aset-cookie:%20a=b', '/room/api/editions/a%0d%0ax-evil:%201/exports/json']) {
      const [head = ''] = (await sendRaw(server.port, get(path))).split('\r\n\r\n');
      expect(head).not.toMatch(/^(?:set-cookie|x-evil)/im);
    }
    const form = 'x\r\n';
    expect((await sendRaw(server.port, get('/', `x-a: b${form}x-b: c`))).length).toBeGreaterThan(0);
  });

  test('a page of another site changes nothing, and reads nothing', async () => {
    const [id = ''] = room.board.keys();
    const seq = room.seq;
    const origin = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'x-variorum-csrf': '' };
    const simple = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
    for (const type of [...simple, 'application/json'])
      for (const path of [`/room/api/incidents/${id}/decisions`, '/room/api/adding/files', '/room/api/editions']) {
        const answer = await ask(path, { method: 'POST', body: '{}' }, { ...origin, 'content-type': type });
        expect([type, path, answer.status]).toEqual([type, path, 403]);
      }
    for (const method of ['OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await ask(`/room/api/incidents/${id}`, { method }, origin);
      expect([method, answer.status >= 400, await findFaults(answer)]).toEqual([method, true, []]);
    }
    expect(room.seq).toBe(seq);
  });

  test.each([
    ['half of it', '{"request":'],
    ['a million brackets', '['.repeat(1_000_000)],
    ['very deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['bytes that are no text', '\xff\xfe{}'],
    ['a number without end', `{"seen":1${'0'.repeat(100_000)}}`],
    ['words for an object', '"words"'],
    ['nothing but null', 'null'],
  ])('JSON that is no request is refused: %s', async (_name, body) => {
    const answer = await ask('/room/api/incidents/x/decisions', { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(server.complaints.map(String)).toEqual([]);
  });

  test('a body that is said to be huge is refused before it comes', async () => {
    const post = ['POST /room/api/adding/files HTTP/1.1', `host: ${server.host}`, cookie, `x-variorum-csrf: ${csrf}`];
    const said = await sendRaw(server.port, [...post, 'content-length: 999999999999', '', ''].join('\r\n'));
    expect(said).toMatch(/^HTTP\/1\.1 413/);
  }, 30_000);
});

/** Sets of reports wait for each other; what the walks above began is let end first. */
const settle = (): Promise<void> =>
  vi.waitFor(() => expect(listAdding(room).some(isUnderWay)).toBe(false), { timeout: 150_000, interval: 100 });

describe('uploads', () => {
  beforeAll(settle, 160_000);

  async function upload(files: readonly File[]): Promise<Adding> {
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    const answer = await ask('/room/api/adding/files', { method: 'POST', body: form });
    expect(answer.status).toBe(200);
    const { id } = (await answer.json()) as Adding;
    return vi.waitFor(
      () => {
        const run = listAdding(room).find((one) => one.id === id);
        if (run === undefined || isUnderWay(run)) throw new Error('under way');
        return run;
      },
      { timeout: 150_000, interval: 100 },
    );
  }
  const file = (name: string, content: string | Uint8Array<ArrayBuffer>): File => new File([content], name);

  test('names of files are names alone: nothing is written or read where they point', async () => {
    const before = readFileSync(join(root, 'package.json'), 'utf8');
    const text = 'Three people were killed in a fire in Salem, Oregon, on Monday, police said.';
    const names = [
      '../../../package.json',
      '/etc/passwd',
      'C:\\x.txt',
      'https://127.0.0.1/x',
      'a\u0000.txt',
      `${'n'.repeat(5000)}.txt`,
    ];
    const run = await upload(names.map((name, at) => file(name, `${text} ${at}`)));
    expect(run.state).toBe('done');
    expect(readFileSync(join(root, 'package.json'), 'utf8')).toBe(before);
    const hits = (await (await ask('/room/api/reports?words=salem')).json()) as {
      hits: readonly { snippet: string }[];
    };
    expect(JSON.stringify(hits)).not.toMatch(secret);
    expect(server.complaints.map(String)).toEqual([]);
  }, 180_000);

  test('more files than a person drops are refused', async () => {
    const form = new FormData();
    for (let at = 0; at < 501; at += 1) form.append('files', file(`${at}.txt`, 'x'));
    expect((await ask('/room/api/adding/files', { method: 'POST', body: form })).status).toBe(413);
  });
});

describe('addresses that are pasted', () => {
  beforeAll(settle, 160_000);

  test('lead to no private place, no other service and no other scheme', async () => {
    const inside = [
      `http://127.0.0.1:${server.port}/room/api/front`,
      `http://localhost:${server.port}/`,
      `http://[::1]:${server.port}/`,
      `http://[::ffff:127.0.0.1]:${server.port}/`,
      `http://0x7f.1:${server.port}/`,
      `http://0.0.0.0:${server.port}/`,
      'http://10.0.0.1/',
      'http://169.254.169.254/latest/meta-data/',
      'http://[fe80::1]/',
      'http://[fd00::1]/',
      'http://user:word@192.168.0.1/',
      'http://93.184.215.14:22/',
    ];
    const answer = await ask('/room/api/adding/addresses', {
      method: 'POST',
      body: JSON.stringify({ addresses: inside }),
    });
    const { id } = (await answer.json()) as Adding;
    const run = await vi.waitFor(
      () => {
        const one = listAdding(room).find((each) => each.id === id);
        if (one === undefined || isUnderWay(one)) throw new Error('under way');
        return one;
      },
      { timeout: 50_000, interval: 100 },
    );
    expect([run.state, run.kept]).toEqual(['done', 0]);
    const codes = run.issues?.map(({ code }) => code) ?? [];
    expect(codes).toHaveLength(inside.length);
    expect(new Set(codes)).toEqual(new Set(['fetch/private-address', 'fetch/bad-address']));
    for (const address of [
      'file:///etc/passwd',
      'ftp://a.example/x',
      'javascript:alert(1)',
      '/etc/passwd',
      'gopher://a',
    ]) {
      const other = await ask('/room/api/adding/addresses', {
        method: 'POST',
        body: JSON.stringify({ addresses: [address] }),
      });
      expect([address, other.status]).toEqual([address, 422]);
    }
  }, 60_000);
});
