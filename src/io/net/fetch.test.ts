import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { html, page, serveEachTest, textOf } from '../../../test/kits/fetching.ts';

const site = serveEachTest();

describe('fetching', () => {
  it('brings a page, names us, and asks for the rules first', async () => {
    expect(textOf(await site.get('/1'))).toBe(page);
    expect(site.pathsAsked()).toEqual(['/robots.txt', '/1']);
    expect(site.server.asked.map(({ headers }) => headers['user-agent'])).toEqual(
      Array(2).fill('Variorum/1.0 (reader of news reports for casualty records)'),
    );
    await site.get('/1', { contact: 'desk@recorder.example' });
    expect(site.server.asked.at(-1)?.headers['user-agent']).toBe('Variorum/1.0 (desk@recorder.example)');
  });

  it('asks for nothing where it was not allowed', async () => {
    await expect(site.get('/1', { allowed: false })).rejects.toMatchObject({ code: 'fetch/not-allowed' });
    expect(site.server.asked).toEqual([]);
  });

  it('tells the charset, and the address after redirects', async () => {
    site.server.pages.set('/old', (_, response) => response.writeHead(301, { location: '/moved?x=1' }).end());
    site.server.pages.set('/moved?x=1', (_, response) => response.writeHead(200, html).end(page));
    expect(await site.get('/old')).toMatchObject({
      url: `${site.server.origin}/moved?x=1`,
      charset: 'windows-1252',
      fresh: true,
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('unpacks %s', async (coding, pack) => {
    site.server.pages.set('/packed', (_, response) =>
      response.writeHead(200, { ...html, 'content-encoding': coding }).end(pack(Buffer.from(page))),
    );
    expect(textOf(await site.get('/packed'))).toBe(page);
  });
});
