import { describe, expect, it } from 'vitest';
import { ingest, listFeed } from '../index.ts';

const list = (text: string, url = 'https://ledger.example/sitemap.xml') =>
  listFeed({ bytes: new TextEncoder().encode(text), url })?.value;
const read = (text: string) => ingest({ bytes: new TextEncoder().encode(text), path: 'sitemap.xml' });
const opening = '<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet type="text/xsl" href="/main.xsl"?>\n';
const urlset = (entries: string) =>
  `${opening}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${entries}</urlset>`;
const news =
  '<url><loc>https://ledger.example/1?a=1&amp;b=2</loc><image:image><image:loc>https://ledger.example/1.jpg</image:loc><image:title>A crane</image:title></image:image><news:news><news:publication><news:name>Harbour Ledger</news:name><news:language>en</news:language></news:publication><news:publication_date>2031-02-04T10:00:00+01:00</news:publication_date><news:title>Two hurt as crane falls in Norwick</news:title></news:news></url>';

describe('sitemaps', () => {
  it('tells what a news sitemap says of a report', () => {
    expect(list(urlset(news))).toEqual([
      {
        kind: 'sitemap',
        key: 'https://ledger.example/1?a=1&b=2',
        url: 'https://ledger.example/1?a=1&b=2',
        whole: false,
        record: {
          headline: 'Two hurt as crane falls in Norwick',
          published: '2031-02-04T10:00:00+01:00',
          outlet: 'Harbour Ledger',
          language: 'en',
          url: 'https://ledger.example/1?a=1&b=2',
        },
      },
    ]);
  });

  it('reads the headlines of a news sitemap, and counts what is an address alone', () => {
    const { value, issues } = read(urlset(`${news}<url><loc>https://ledger.example/2</loc></url>`));
    expect(value.map(({ text, source }) => [text.value, source.url])).toEqual([
      ['Two hurt as crane falls in Norwick', 'https://ledger.example/1?a=1&b=2'],
    ]);
    expect(value[0]?.fields.map(({ name, from }) => [name, from])).toContainEqual(['published', 'sitemap:published']);
    expect(issues).toMatchObject([
      { code: 'ingest/links-only', message: '1 of its entries is an address and no text.' },
    ]);
  });

  it('tells a sitemap of sitemaps by its entries', () => {
    const index = `${opening}<sm:sitemapindex xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9"><sm:sitemap><sm:loc>https://ledger.example/news.xml</sm:loc><sm:lastmod>2031-02-04</sm:lastmod></sm:sitemap></sm:sitemapindex>`;
    expect(list(index)).toMatchObject([
      { url: 'https://ledger.example/news.xml', isList: true, record: { modified: '2031-02-04' } },
    ]);
    expect(read(index)).toMatchObject({ value: [], issues: [{ code: 'ingest/links-only' }] });
  });

  it('reads the text form, one address a line, each once', () => {
    const text = 'https://ledger.example/1\r\nhttps://ledger.example/2\r\n\r\nhttps://ledger.example/1\r\n';
    expect(list(text)?.map(({ url }) => url)).toEqual(['https://ledger.example/1', 'https://ledger.example/2']);
  });

  it.each([
    ['text that begins with an address', 'https://ledger.example/1\nTwo people were hurt in Norwick on Monday.'],
    ['a page', '<!doctype html><html><body><p>Two people were hurt.</p></body></html>'],
    ['nothing', ' \n'],
  ])('takes %s for no sitemap', (_, text) => expect(list(text)).toBe(undefined));

  it('does not expand what a document defines, nor keep addresses that are not of the web', () => {
    const bomb = `<!DOCTYPE u [<!ENTITY a "https://ledger.example/${'x'.repeat(100)}">]>${urlset('<url><loc>&a;</loc></url><url><loc>javascript:1</loc></url><url><loc>ftp://ledger.example/1</loc></url>')}`;
    expect(list(bomb) ?? []).toEqual([]);
  });

  it('reads a big one in time, and keeps as many as the protocol allows', () => {
    const entries = Array.from({ length: 60_000 }, (_, at) => `<url><loc>https://ledger.example/${at}</loc></url>`);
    const { value = [], issues = [] } = listFeed({ bytes: new TextEncoder().encode(urlset(entries.join(''))) }) ?? {};
    expect(value).toHaveLength(50_000);
    expect(issues).toMatchObject([{ code: 'ingest/too-many-items' }]);
  });
});
