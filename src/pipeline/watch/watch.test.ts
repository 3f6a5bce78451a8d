import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Handler, type NewsServer, startNewsServer } from '../../../test/kits/news-server.ts';
import { type RunOptions, read } from '../run.ts';
import { openWatch, type Watch } from './watch.ts';

const page = (killed: string) =>
  `<html><head><title>Market attack in Norwick</title><meta property="article:published_time" content="2031-02-04T10:00:00Z"></head><body><article><h1>Market attack in Norwick</h1><p>Gunmen opened fire at a market in Norwick on Tuesday, killing ${killed} people, police said.</p><p>The attackers fled on motorcycles, and nobody has said that they did it.</p></article></body></html>`;
const hospital =
  '<html><head><title>Toll rises</title><meta property="article:published_time" content="2031-02-05T10:00:00Z"></head><body><article><h1>Toll of Norwick market attack rises</h1><p>The death toll of the attack on a market in Norwick on Tuesday has risen to 11, the hospital director said on Wednesday.</p><p>Gunmen had opened fire at the market in Norwick, and fled on motorcycles.</p></article></body></html>';
const item = (path: string, title: string, day = '04') =>
  `<item><guid isPermaLink="false">${path}</guid><title>${title}</title><link>${path}</link><pubDate>${day} Feb 2031 10:00:00 GMT</pubDate><description>${title}.</description></item>`;
const rss = (...items: readonly string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Ledger</title><link>https://ledger.example/</link>${items.join('')}</channel></rss>`;

let folder: string;
let server: NewsServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-watch-'));
  server = await startNewsServer({
    '/1': page('nine'),
    '/2': hospital,
    '/feed': rss(item('/1', 'Nine killed in Norwick')),
  });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const fetch = { allowed: true, privateAddresses: true, secondsBetweenRequests: 0, maxSeconds: 2 };
const options = { reader: 'fast' as const, now: '2031-02-06T00:00:00Z', fetch };
const lookAtFeeds = async (watch: Watch, given: RunOptions) => {
  const watcher = openWatch(watch, given);
  try {
    return await watcher.look();
  } finally {
    await watcher.close();
  }
};
const look = async (feeds = [`${server.origin}/feed`], more: object = {}) => {
  const seen = await lookAtFeeds({ feeds, folder, ...more }, options);
  await seen.settle();
  return seen;
};
const killed = ({ edition }: Awaited<ReturnType<typeof look>>) => edition.incidents[0]?.attributes.killed;
const pathsAsked = () => server.asked.map(({ path }) => path).filter((path) => path !== '/robots.txt');

describe('watching', () => {
  it('reads what is new, says what moved, and reads nothing twice', async () => {
    const first = await look();
    expect(first.counts).toEqual({ items: 1, fresh: 1, changed: 0, failed: 0 });
    expect(first.changes.map(({ kind }) => kind)).toEqual(['incident-appeared']);
    expect(pathsAsked()).toEqual(['/feed', '/1']);

    const second = await look();
    expect([second.counts.fresh, second.text]).toEqual([0, 'Nothing changed.\n']);
    expect(pathsAsked()).toEqual(['/feed', '/1', '/feed']);

    server.pages.set('/feed', rss(item('/2', 'Toll rises', '05'), item('/1', 'Nine killed in Norwick')));
    const third = await look();
    expect(pathsAsked().slice(3)).toEqual(['/feed', '/2']);
    expect(third.changes.map(({ attribute, before }) => [attribute, before])).toContainEqual(['Killed', '9']);
    expect(third.edition.incidents.map(({ id }) => id)).toEqual(first.edition.incidents.map(({ id }) => id));
    expect(third.text).toContain('Because of Harbour Ledger, 2031-02-05.');
  });

  it('lets a report that changed take the place of what it said, and keeps both on disk', async () => {
    const first = await look();
    server.pages.set('/1', page('twelve'));
    server.pages.set('/feed', rss(item('/1', 'Twelve killed in Norwick')));
    const second = await look();
    expect(second.counts).toMatchObject({ fresh: 0, changed: 1 });
    expect([killed(first), killed(second)]).toMatchObject([{ best: 9 }, { best: 12 }]);
    expect(second.edition.articles).toHaveLength(1);
    expect(second.edition.incidents[0]?.id).toBe(first.edition.incidents[0]?.id);
    expect(second.text).toContain('Because of Harbour Ledger, 2031-02-04 (changed since).');
    expect(readdirSync(join(folder, 'items'))).toHaveLength(2);
  });

  it('asks again for a page that failed for now, and not for one that is forbidden', async () => {
    server.pages.set('/robots.txt', 'User-agent: *\nDisallow: /3\n');
    server.pages.set('/1', (_, response) => response.writeHead(500).end());
    server.pages.set(
      '/feed',
      rss(item('/1', 'Nine people killed in Norwick'), item('/3', 'Two people killed in Port Arlen')),
    );
    const first = await look();
    expect(first.issues.map(({ code }) => code)).toEqual(['fetch/http-status', 'fetch/robots-disallow']);
    expect(first.edition.articles).toHaveLength(2);
    server.pages.set('/1', page('nine'));
    const second = await look();
    expect(second.counts).toMatchObject({ fresh: 0, changed: 1 });
    expect(pathsAsked()).toEqual(['/feed', '/1', '/feed', '/1']);
    expect(second.edition.articles.some(({ text }) => text.includes('Gunmen opened fire'))).toBe(true);
  });

  it('goes on where it was killed: a torn line, an edition that was not delivered', async () => {
    const first = await lookAtFeeds({ feeds: [`${server.origin}/feed`], folder }, options);
    appendFileSync(join(folder, 'items.jsonl'), '{"feed":"x","key":"y","sta');
    const again = await look();
    expect(again.counts.fresh).toBe(0);
    expect(again.changes).toEqual(first.changes);
    expect(again.edition).toEqual(first.edition);
    server.pages.set('/feed', rss(item('/1', 'Nine killed in Norwick'), item('/2', 'Toll rises', '05')));
    expect((await look()).edition.articles).toHaveLength(2);
    expect((await look()).counts.fresh).toBe(0);
  });

  it('remembers from look to look what a host has asked for', async () => {
    server.pages.set('/feed', (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    const watcher = openWatch({ feeds: [`${server.origin}/feed`], folder }, options);
    for (const _ of [1, 2])
      expect((await watcher.look()).issues).toMatchObject([
        { code: 'fetch/told-to-wait', path: `${server.origin}/feed` },
      ]);
    await watcher.close();
    expect(pathsAsked()).toEqual(['/feed']);
  });

  it('puts the edition together again only where a report or a setting is not as it was', async () => {
    const first = await look();
    const time = () => statSync(join(folder, 'work', 'manifest.jsonl')).mtimeMs;
    const before = time();
    const second = await look();
    expect([time(), second.edition]).toEqual([before, first.edition]);
    const third = await lookAtFeeds({ feeds: [`${server.origin}/feed`], folder }, { ...options, policy: 'ucdp' });
    expect(third.edition.config.policy).toBe('ucdp');
    expect(time()).toBeGreaterThan(before);
    for (const runtime of ['native', 'wasm'] as const) {
      const deep = { ...options, reader: 'deep', runtime } as const;
      const seen = await lookAtFeeds({ feeds: [`${server.origin}/feed`], folder }, deep);
      await seen.settle();
      expect(seen.edition.config.runtime).toBe(runtime);
    }
  });

  it('costs the other feeds nothing where one fails, and says which', async () => {
    const { counts, issues, edition } = await look([
      `${server.origin}/none`,
      `${server.origin}/1`,
      `${server.origin}/feed`,
      'none.xml',
    ]);
    expect([counts.failed, edition.articles.length]).toEqual([3, 1]);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['fetch/http-status', `${server.origin}/none`],
      ['pipeline/no-feed', `${server.origin}/1`],
      ['io/unreadable-path', 'none.xml'],
    ]);
  });

  it('keeps what several hosts serve alike, and what several ask for, at the same time', async () => {
    const others = await Promise.all(Array.from({ length: 6 }, () => startNewsServer({ '/1': page('nine') })));
    const busy: Handler = (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end();
    for (const other of others) other.pages.set('/busy', busy);
    const items = ['/1', '/busy'].flatMap((path) =>
      others.map(({ origin }) => item(`${origin}${path}`, `Nine killed in Norwick ${path}`)),
    );
    server.pages.set('/feed', rss(...items));
    try {
      const { issues, edition } = await look();
      expect(issues.map(({ code }) => code)).toEqual(Array(6).fill('fetch/told-to-wait'));
      expect(edition.articles).not.toEqual([]);
      const held = JSON.parse(readFileSync(join(folder, 'cache', 'hosts.json'), 'utf8'));
      expect(Object.keys(held)).toHaveLength(6);
    } finally {
      await Promise.all(others.map((other) => other.close()));
    }
  });

  it('takes a page that two feeds tell of for one', async () => {
    server.pages.set('/other', rss(item(`${server.origin}/1?utm_source=other`, 'Norwick market attacked')));
    const feeds = [`${server.origin}/feed`, `${server.origin}/other`];
    expect((await look(feeds)).edition.articles).toHaveLength(1);
    expect((await look(feeds)).counts).toMatchObject({ items: 2, fresh: 0, changed: 0 });
    expect(pathsAsked().filter((path) => path.startsWith('/1'))).toEqual(['/1']);
  });
});

describe('watching without a network', () => {
  it('reads feeds from files as they are, and sees what is added to them', async () => {
    const feed = join(folder, 'feed.xml');
    writeFileSync(
      feed,
      rss(item('https://ledger.example/1', 'Nine people were killed in an attack on a market in Norwick on Tuesday')),
    );
    const closed = { ...options, fetch: { allowed: false } };
    const first = await lookAtFeeds({ feeds: [feed], folder }, closed);
    await first.settle();
    expect(first.issues).toEqual([]);
    expect(first.edition.articles.map(({ url, published }) => [url, published?.how])).toEqual([
      ['https://ledger.example/1', 'feed'],
    ]);
    writeFileSync(
      feed,
      rss(item('https://ledger.example/1', 'Ten people were killed in an attack on a market in Norwick on Tuesday')),
    );
    const second = await lookAtFeeds({ feeds: [feed], folder }, closed);
    expect(second.counts).toMatchObject({ fresh: 0, changed: 1 });
    expect(second.changes).toMatchObject([{ kind: 'moved', attribute: 'Killed', before: '9', after: '10' }]);
    expect(server.asked).toEqual([]);
  });

  it('follows later, once that is allowed, what it could only read as it was told', async () => {
    const map = join(folder, 'map.xml');
    const entry = (path: string, told = '') => `<url><loc>${server.origin}${path}</loc>${told}</url>`;
    const news =
      '<news:news><news:title>Nine people were killed in an attack on a market in Norwick on Tuesday</news:title></news:news>';
    writeFileSync(map, `<?xml version="1.0"?><urlset>${entry('/1', news)}${entry('/2')}</urlset>`);
    const watcher = openWatch({ feeds: [map], folder }, { ...options, fetch: { allowed: false } });
    const first = await watcher.look();
    expect(first.edition.articles).toHaveLength(1);
    expect(first.issues).toMatchObject([{ code: 'ingest/links-only', path: map }]);
    await first.settle();
    expect((await watcher.look()).counts).toMatchObject({ fresh: 0, changed: 0 });
    expect((await look([map])).counts).toMatchObject({ items: 2, fresh: 1, changed: 1 });
    expect((await look([map])).counts).toMatchObject({ fresh: 0, changed: 0 });
    expect(pathsAsked()).toEqual(['/1', '/2']);
  });

  it('reads reports beside, and the kept items give the same edition again', async () => {
    const beside = join(folder, 'beside.html');
    writeFileSync(beside, hospital);
    const { edition } = await look(undefined, { beside: [beside] });
    expect(edition.articles).toHaveLength(2);
    const lines = readFileSync(join(folder, 'items.jsonl'), 'utf8').trim().split('\n');
    const { kept } = JSON.parse(lines[0] ?? '{}');
    const { sha256, isPage: _, bytes: _size, ...origin } = kept;
    const content = new Uint8Array(readFileSync(join(folder, 'items', sha256)));
    expect(await read([{ ...origin, content }, beside], { ...options, fetch: { allowed: false } })).toEqual(edition);
  });
});
