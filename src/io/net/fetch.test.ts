import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NewsServer, startNewsServer } from '../../../test/kits/news-server.ts';
import { type Fetcher, type FetchOptions, fetchDefaults, openFetcher } from './index.ts';

const quick: FetchOptions = {
  ...fetchDefaults,
  allowed: true,
  privateAddresses: true,
  secondsBetweenRequests: 0,
  maxSeconds: 1,
  maxWaitSeconds: 2,
  maxMegabytes: 0.1,
};
const page = '<html><body><p>Two people were hurt in Norwick.</p></body></html>';
const html = { 'content-type': 'text/html; charset=windows-1252' };

let server: NewsServer;
let fetchers: Fetcher[];
const open = async (options: Partial<FetchOptions> = {}, world: object = {}): Promise<Fetcher> => {
  const fetcher = await openFetcher({ ...quick, ...options }, { product: 'Variorum/1.0', ...world });
  fetchers.push(fetcher);
  return fetcher;
};
const get = async (path: string, options: Partial<FetchOptions> = {}) =>
  (await open(options)).fetch(path.startsWith('http') ? path : `${server.origin}${path}`);
const textOf = ({ bytes }: { readonly bytes: Uint8Array }) => new TextDecoder().decode(bytes);
const pathsAsked = () => server.asked.map(({ path }) => path);

beforeEach(async () => {
  fetchers = [];
  server = await startNewsServer({ '/1': page });
});
afterEach(async () => {
  await Promise.all(fetchers.map((fetcher) => fetcher.close()));
  await server.close();
});

describe('fetching', () => {
  it('brings a page, names us, and asks for the rules first', async () => {
    expect(textOf(await get('/1'))).toBe(page);
    expect(pathsAsked()).toEqual(['/robots.txt', '/1']);
    expect(server.asked.map(({ headers }) => headers['user-agent'])).toEqual(
      Array(2).fill('Variorum/1.0 (reader of news reports for casualty records)'),
    );
    await get('/1', { contact: 'desk@recorder.example' });
    expect(server.asked.at(-1)?.headers['user-agent']).toBe('Variorum/1.0 (desk@recorder.example)');
  });

  it('asks for nothing where it was not allowed', async () => {
    await expect(get('/1', { allowed: false })).rejects.toMatchObject({ code: 'fetch/not-allowed' });
    expect(server.asked).toEqual([]);
  });

  it('tells the charset, and the address after redirects', async () => {
    server.pages.set('/old', (_, response) => response.writeHead(301, { location: '/moved?x=1' }).end());
    server.pages.set('/moved?x=1', (_, response) => response.writeHead(200, html).end(page));
    expect(await get('/old')).toMatchObject({
      url: `${server.origin}/moved?x=1`,
      charset: 'windows-1252',
      fresh: true,
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('unpacks %s', async (coding, pack) => {
    server.pages.set('/packed', (_, response) =>
      response.writeHead(200, { ...html, 'content-encoding': coding }).end(pack(Buffer.from(page))),
    );
    expect(textOf(await get('/packed'))).toBe(page);
  });
});

describe('what a host forbids', () => {
  it('is not asked for, by our name and by any', async () => {
    server.pages.set('/robots.txt', 'User-agent: *\nDisallow: /private\n\nUser-agent: variorum\nDisallow: /drafts/\n');
    server.pages.set('/drafts/1', page);
    await expect(get('/drafts/1')).rejects.toMatchObject({
      code: 'fetch/robots-disallow',
      message: expect.stringContaining('(line 5)'),
    });
    expect(textOf(await get('/1'))).toBe(page);
    expect(pathsAsked()).not.toContain('/drafts/1');
  });

  it.each([404, 403])('is nothing where it has no rules to show (%i)', async (status) => {
    server.pages.set('/robots.txt', (_, response) => response.writeHead(status).end('Disallow: /'));
    expect(textOf(await get('/1'))).toBe(page);
  });

  it('is everything where its rules cannot be had', async () => {
    server.pages.set('/robots.txt', (_, response) => response.writeHead(500).end());
    await expect(get('/1')).rejects.toMatchObject({ code: 'fetch/robots-unreachable', mayPass: true });
    expect(pathsAsked()).toEqual(['/robots.txt']);
  });

  it('holds for where a redirect leads, too', async () => {
    server.pages.set('/robots.txt', 'User-agent: *\nDisallow: /private\n');
    server.pages.set('/to', (_, response) => response.writeHead(302, { location: '/private/1' }).end());
    await expect(get('/to')).rejects.toMatchObject({ code: 'fetch/robots-disallow' });
    expect(pathsAsked()).toEqual(['/robots.txt', '/to']);
  });

  it('is read to a bound, however long the rules are', async () => {
    server.pages.set('/robots.txt', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end(`User-agent: *\nDisallow: /1\n${'# nothing\n'.repeat(200_000)}`);
    });
    await expect(get('/1')).rejects.toMatchObject({ code: 'fetch/robots-disallow' });
  });
});

describe('private addresses', () => {
  const careful = { privateAddresses: false };

  it('are refused before anything is sent', async () => {
    await expect(get('/1', careful)).rejects.toMatchObject({ code: 'fetch/private-address' });
    expect(server.asked).toEqual([]);
  });

  it('are refused where a name resolves to one, whatever the name', async () => {
    const { port } = new URL(server.origin);
    const fetcher = await open(careful, { resolve: async () => ['127.0.0.1'] });
    await expect(fetcher.fetch(`http://ledger.example:${port}/1`)).rejects.toMatchObject({
      code: 'fetch/private-address',
      message: expect.stringContaining('ledger.example (127.0.0.1)'),
    });
    expect(server.asked).toEqual([]);
  });

  it('are what is connected to only where they were checked: a name is resolved once a connection', async () => {
    const { port } = new URL(server.origin);
    let looked = 0;
    const resolve = async () => {
      looked += 1;
      return ['127.0.0.1'];
    };
    const fetcher = await open({}, { resolve });
    await fetcher.fetch(`http://ledger.example:${port}/1`);
    expect(looked).toBe(1);
    expect(server.asked[1]?.headers.host).toBe(`ledger.example:${port}`);
  });

  it.each([
    ['http://169.254.169.254/latest', 'fetch/private-address'],
    ['http://[::ffff:10.0.0.1]/', 'fetch/private-address'],
    ['http://0.0.0.0:1/', 'fetch/private-address'],
    ['http://elsewhere.example/', 'fetch/private-address'],
    ['file:///etc/passwd', 'fetch/bad-address'],
    ['http://ada:word@ledger.example/', 'fetch/bad-address'],
  ])('are refused where a host that may be one redirects to another: %s', async (location, code) => {
    const { port } = new URL(server.origin);
    server.pages.set('/to', (_, response) => response.writeHead(302, { location }).end());
    const trusted = { ...careful, privateHosts: ['ledger.example'] };
    const fetcher = await open(trusted, { resolve: async () => ['127.0.0.1'] });
    await expect(fetcher.fetch(`http://ledger.example:${port}/to`)).rejects.toMatchObject({ code });
    expect(textOf(await fetcher.fetch(`http://ledger.example:${port}/1`))).toBe(page);
  });
});

describe('a hostile server', () => {
  const answer = (head: Readonly<Record<string, string>>, body: Buffer | string) => () =>
    server.pages.set('/x', (_, response) => response.writeHead(200, { ...html, ...head }).end(body));

  it.each([
    [
      'redirects in a circle',
      () => server.pages.set('/x', (_, r) => r.writeHead(302, { location: '/x' }).end()),
      'fetch/redirect-loop',
    ],
    [
      'redirects without end',
      () => {
        for (let at = 0; at < 20; at += 1)
          server.pages.set(at === 0 ? '/x' : `/x${at}`, (_, r) => r.writeHead(302, { location: `/x${at + 1}` }).end());
      },
      'fetch/too-many-redirects',
    ],
    ['says it sends too much', answer({ 'content-length': '999999999' }, ''), 'fetch/too-large'],
    [
      'sends without end',
      () =>
        server.pages.set('/x', (_, response) => {
          response.writeHead(200, html);
          const more = (): void => {
            while (!response.destroyed && response.write('x'.repeat(10_000)));
            if (!response.destroyed) response.once('drain', more);
          };
          more();
        }),
      'fetch/too-large',
    ],
    [
      'sends a gzip bomb',
      answer({ 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50_000_000))),
      'fetch/too-large',
    ],
    [
      'sends a brotli bomb',
      answer({ 'content-encoding': 'br' }, brotliCompressSync(Buffer.alloc(5_000_000))),
      'fetch/too-large',
    ],
    [
      'packs a bomb twice',
      answer({ 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(Buffer.alloc(50_000_000)))),
      'fetch/too-large',
    ],
    ['packs three times', answer({ 'content-encoding': 'gzip, gzip, gzip' }, 'x'), 'fetch/bad-encoding'],
    ['packs as nobody does', answer({ 'content-encoding': 'exi' }, 'x'), 'fetch/bad-encoding'],
    ['packs what is not packed', answer({ 'content-encoding': 'gzip' }, page), 'fetch/bad-encoding'],
    [
      'cuts packed data short',
      answer({ 'content-encoding': 'gzip' }, gzipSync(Buffer.from(page)).subarray(0, 40)),
      'fetch/cut-short',
    ],
    [
      'trickles',
      () =>
        server.pages.set('/x', (_, response) => {
          response.writeHead(200, html);
          const timer = setInterval(() => response.write('x'), 50);
          response.on('close', () => clearInterval(timer));
        }),
      'fetch/too-slow',
    ],
    ['never answers', () => server.pages.set('/x', () => undefined), 'fetch/too-slow'],
    [
      'sends less than it says',
      () =>
        server.pages.set('/x', (_, response) => {
          response.writeHead(200, { ...html, 'content-length': '500' });
          response.write(page, () => response.destroy());
        }),
      'fetch/cut-short',
    ],
    [
      "answers no web server's words",
      () => server.pages.set('/x', (request) => void request.socket.end('220 mail ready\r\n\r\n')),
      'fetch/unreachable',
    ],
    ['sends a film', answer({ 'content-type': 'video/mp4' }, 'x'), 'fetch/wrong-type'],
    ['has no such page', () => server.pages.delete('/x'), 'fetch/http-status'],
  ])('that %s is refused by name', async (_, prepare, code) => {
    prepare();
    const began = performance.now();
    await expect(get('/x')).rejects.toMatchObject({ code });
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('costs the others nothing', async () => {
    server.pages.set('/x', () => undefined);
    const fetcher = await open();
    const [bad, good] = await Promise.allSettled([
      fetcher.fetch(`${server.origin}/x`),
      fetcher.fetch(`${server.origin}/1`),
    ]);
    expect([bad?.status, good?.status]).toEqual(['rejected', 'fulfilled']);
  });

  it('that takes no connections is said to', async () => {
    await server.close();
    await expect(get('/1')).rejects.toMatchObject({
      code: 'fetch/robots-unreachable',
      message: expect.stringContaining('takes no connections'),
    });
  });
});

describe('politeness', () => {
  it('leaves time between requests to one host, and asks one after the other', async () => {
    server.pages.set('/2', page);
    const fetcher = await open({ secondsBetweenRequests: 0.2 });
    await Promise.all(['/1', '/2', '/1'].map((path) => fetcher.fetch(`${server.origin}${path}`)));
    const times = server.asked.filter(({ path }) => path !== '/robots.txt').map(({ at }) => at);
    expect(times).toHaveLength(3);
    for (const [at, time] of times.slice(1).entries()) expect(time - (times[at] ?? 0)).toBeGreaterThan(190);
    expect(pathsAsked().filter((path) => path === '/robots.txt')).toHaveLength(1);
  });

  it('keeps the longer time that a host asks for', async () => {
    server.pages.set('/robots.txt', 'User-agent: *\nCrawl-delay: 0.3\n');
    const fetcher = await open();
    await fetcher.fetch(`${server.origin}/1`);
    await fetcher.fetch(`${server.origin}/1`);
    expect((server.asked[2]?.at ?? 0) - (server.asked[1]?.at ?? 0)).toBeGreaterThan(290);
  });

  it('leaves a host alone that asks for more time than there is', async () => {
    server.pages.set('/robots.txt', 'User-agent: *\nCrawl-delay: 3600\n');
    await expect(get('/1')).rejects.toMatchObject({ code: 'fetch/told-to-wait', mayPass: true });
    expect(pathsAsked()).toEqual(['/robots.txt']);
  });

  it('waits as long as an overrun host says, and asks once more', async () => {
    let times = 0;
    server.pages.set('/busy', (_, response) => {
      times += 1;
      if (times === 1) response.writeHead(429, { 'retry-after': '1' }).end();
      else response.writeHead(200, html).end(page);
    });
    expect(textOf(await get('/busy'))).toBe(page);
    const [first, second] = server.asked.filter(({ path }) => path === '/busy');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(990);
  });

  it('gives up on a host that wants longer, and asks it for nothing more', async () => {
    server.pages.set('/busy', (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    const fetcher = await open();
    for (const path of ['/busy', '/1'])
      await expect(fetcher.fetch(`${server.origin}${path}`)).rejects.toMatchObject({ code: 'fetch/told-to-wait' });
    expect(pathsAsked()).toEqual(['/robots.txt', '/busy']);
  });
});

describe('the cache', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'variorum-cache-'));
    server.pages.set('/kept', (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else
        response.writeHead(200, { ...html, etag: '"v1"', 'last-modified': 'Tue, 04 Feb 2031 10:00:00 GMT' }).end(page);
    });
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const read = async () => (await open({}, { cache: folder })).fetch(`${server.origin}/kept`);

  it('spares a server what has not changed', async () => {
    expect(await read()).toMatchObject({ fresh: true });
    const again = await read();
    expect(again).toMatchObject({ fresh: false, charset: 'windows-1252' });
    expect(textOf(again)).toBe(page);
    expect(server.asked.at(-1)?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Tue, 04 Feb 2031 10:00:00 GMT',
    });
  });

  it('remembers a host that asked to be left alone, from run to run', async () => {
    server.pages.set('/busy', (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    for (const path of ['/busy', '/kept']) {
      const outcome = (await open({}, { cache: folder })).fetch(`${server.origin}${path}`);
      await expect(outcome).rejects.toMatchObject({ code: 'fetch/told-to-wait' });
    }
    expect(pathsAsked()).toEqual(['/robots.txt', '/busy']);
  });

  it('is not believed where it is broken', async () => {
    await read();
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"url":"x"}\nshort');
    expect(await read()).toMatchObject({ fresh: true });
  });

  it('is not asked for what a server never kept apart: an answer without a validator is not kept', async () => {
    await (await open({}, { cache: folder })).fetch(`${server.origin}/1`);
    expect(readdirSync(folder)).toEqual([]);
  });
});
