import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NewsServer, startNewsServer } from '../../../test/kits/news-server.ts';
import { type InputReadings, readEach } from '../index.ts';
import type { Input } from './inputs.ts';

const report = (count: string) =>
  `<html><head><title>Crane falls in Norwick</title></head><body><article><h1>Crane falls in Norwick</h1><p>${count} people were hurt when a crane fell at the port of Norwick on Monday, the harbour office said.</p><p>The port was closed for the rest of the day, and work began again on Tuesday morning.</p></article></body></html>`;
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Ledger</title>${items}</channel></rss>`;
const item = (link: string, summary = 'A crane fell in Norwick.') =>
  `<item><title>Crane falls</title><link>${link}</link><pubDate>Tue, 04 Feb 2031 10:00:00 GMT</pubDate><description>${summary}</description></item>`;

let server: NewsServer;
beforeEach(async () => {
  server = await startNewsServer({ '/1': report('Two'), '/2': report('Three') });
});
afterEach(() => server.close());

const fetching = { allowed: true, privateAddresses: true, secondsBetweenRequests: 0, maxSeconds: 2 };
const readAll = async (inputs: readonly Input[], fetch: object = fetching) => {
  const parts: InputReadings[] = [];
  const options = { reader: 'fast' as const, now: '2031-02-05T00:00:00Z', fetch };
  for await (const part of readEach(inputs, options)) parts.push(part);
  return {
    articles: parts.flatMap(({ articles }) => articles),
    issues: parts.flatMap(({ issues }) => issues).filter(({ severity }) => severity !== 'info'),
    setAside: parts.reduce((sum, part) => sum + part.setAside, 0),
  };
};
const pathsAsked = () => server.asked.map(({ path }) => path);

describe('addresses as inputs', () => {
  it('are fetched where that is allowed, in an order of their own', async () => {
    const { articles } = await readAll([`${server.origin}/2`, `${server.origin}/1`, `${server.origin}/1`]);
    expect(articles.map(({ source }) => source.url)).toEqual([`${server.origin}/1`, `${server.origin}/2`]);
    expect(pathsAsked()).toEqual(['/robots.txt', '/1', '/2']);
  });

  it('are set aside one by one where it is not', async () => {
    const { articles, issues, setAside } = await readAll([`${server.origin}/1`], {});
    expect([articles.length, setAside]).toEqual([0, 1]);
    expect(issues).toMatchObject([{ code: 'fetch/not-allowed', path: `${server.origin}/1` }]);
    expect(server.asked).toEqual([]);
  });

  it('cost nothing else where one fails', async () => {
    const { articles, issues } = await readAll([`${server.origin}/none`, `${server.origin}/1`]);
    expect(articles).toHaveLength(1);
    expect(issues).toMatchObject([{ code: 'fetch/http-status', path: `${server.origin}/none` }]);
  });

  it('are read in the charset that the server names', async () => {
    const bytes = Buffer.from(report('Two').replace('Norwick on', 'N\u043e\u0440\u0432\u0438\u043a on'), 'utf8');
    const narrow = Buffer.concat([...new TextDecoder().decode(bytes)].map((letter) => encode1251(letter)));
    server.pages.set('/old', (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=windows-1251' }).end(narrow),
    );
    const { articles } = await readAll([`${server.origin}/old`]);
    expect(articles[0]?.text.value).toContain('N\u043e\u0440\u0432\u0438\u043a on Monday');
  });
});

/** Cyrillic of windows-1251 lies 0x350 below its place in Unicode. */
function encode1251(letter: string): Buffer {
  const code = letter.charCodeAt(0);
  return Buffer.from([code >= 0x410 && code <= 0x44f ? code - 0x350 : code]);
}

describe('feeds that lead on', () => {
  it('are followed to their pages, with what the feed says of them', async () => {
    server.pages.set('/feed', rss(item('/1?utm_source=rss') + item('/2')));
    const { articles } = await readAll([`${server.origin}/feed`]);
    expect(articles.map(({ url, published, outlet }) => [url, published?.value, published?.how, outlet])).toEqual([
      [`${server.origin}/1`, '2031-02-04T10:00:00Z', 'feed', 'Harbour Ledger'],
      [`${server.origin}/2`, '2031-02-04T10:00:00Z', 'feed', 'Harbour Ledger'],
    ]);
    expect(articles[0]?.text.value).toContain('Two people were hurt');
  });

  it('are read as they are where nothing is to be fetched', async () => {
    const content = rss(item(`${server.origin}/1`));
    const { articles } = await readAll([{ content, path: 'feed.xml' }], {});
    expect(articles.map(({ text, source }) => [source.path, text.value])).toEqual([
      ['feed.xml#1', 'Crane falls\n\nA crane fell in Norwick.'],
    ]);
    expect(server.asked).toEqual([]);
  });

  it('give what they tell of a page that cannot be had', async () => {
    server.pages.set('/robots.txt', 'User-agent: *\nDisallow: /2\n');
    const content = rss(item(`${server.origin}/1`) + item(`${server.origin}/2`, 'Three people were hurt in Norwick.'));
    const { articles, issues, setAside } = await readAll([{ content, path: 'feed.xml' }]);
    expect(articles).toHaveLength(2);
    expect(articles[1]?.text.value).toContain('Three people were hurt in Norwick.');
    expect(setAside).toBe(0);
    expect(issues).toMatchObject([{ code: 'fetch/robots-disallow', severity: 'warning' }]);
  });

  it('are followed to the newest pages only, where there are too many', async () => {
    const dated = (path: string, day: number) =>
      `<url><loc>${server.origin}${path}</loc><lastmod>2031-02-0${day}</lastmod></url>`;
    const content = `<?xml version="1.0"?><urlset>${dated('/none', 1)}${dated('/1', 3)}${dated('/2', 2)}</urlset>`;
    const { articles, issues } = await readAll([{ content, path: 'map.xml' }], { ...fetching, maxPagesPerFeed: 2 });
    expect(articles.map(({ url }) => url)).toEqual([`${server.origin}/1`, `${server.origin}/2`]);
    expect(issues).toMatchObject([{ code: 'fetch/too-many-links' }]);
  });
});

describe('sitemaps of sitemaps', () => {
  const index = (...paths: readonly string[]) =>
    `<?xml version="1.0"?><sitemapindex>${paths.map((path) => `<sitemap><loc>${server.origin}${path}</loc></sitemap>`).join('')}</sitemapindex>`;

  it('are opened, packed ones too, and one that leads back to itself only once', async () => {
    const map = `<?xml version="1.0"?><urlset><url><loc>${server.origin}/1</loc></url></urlset>`;
    server.pages.set('/map.xml.gz', (_, response) =>
      response.writeHead(200, { 'content-type': 'application/gzip' }).end(gzipSync(map)),
    );
    server.pages.set('/index.xml', index('/map.xml.gz', '/index.xml', '/lost.xml'));
    const { articles, issues } = await readAll([`${server.origin}/index.xml`]);
    expect(articles.map(({ url }) => url)).toEqual([`${server.origin}/1`]);
    expect(issues).toMatchObject([{ code: 'fetch/http-status', path: `${server.origin}/lost.xml` }]);
    expect(pathsAsked().filter((path) => path === '/index.xml').length).toBeLessThanOrEqual(2);
  });

  it('end, however deep they are', async () => {
    for (let at = 0; at < 20; at += 1) server.pages.set(`/deep${at}.xml`, index(`/deep${at + 1}.xml`));
    const { articles } = await readAll([`${server.origin}/deep0.xml`]);
    expect(articles).toEqual([]);
    expect(server.asked.length).toBeLessThan(6);
  });
});
