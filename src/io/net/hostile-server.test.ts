import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { html, page, serveEachTest } from '../../../test/kits/fetching.ts';

const site = serveEachTest();

describe('a hostile server', () => {
  const answer = (head: Readonly<Record<string, string>>, body: Buffer | string) => () =>
    site.server.pages.set('/x', (_, response) => response.writeHead(200, { ...html, ...head }).end(body));

  it.each([
    [
      'redirects in a circle',
      () => site.server.pages.set('/x', (_, r) => r.writeHead(302, { location: '/x' }).end()),
      'fetch/redirect-loop',
    ],
    [
      'redirects without end',
      () => {
        for (let at = 0; at < 20; at += 1)
          site.server.pages.set(at === 0 ? '/x' : `/x${at}`, (_, r) =>
            r.writeHead(302, { location: `/x${at + 1}` }).end(),
          );
      },
      'fetch/too-many-redirects',
    ],
    ['says it sends too much', answer({ 'content-length': '999999999' }, ''), 'fetch/too-large'],
    [
      'sends without end',
      () =>
        site.server.pages.set('/x', (_, response) => {
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
        site.server.pages.set('/x', (_, response) => {
          response.writeHead(200, html);
          const timer = setInterval(() => response.write('x'), 50);
          response.on('close', () => clearInterval(timer));
        }),
      'fetch/too-slow',
    ],
    ['never answers', () => site.server.pages.set('/x', () => undefined), 'fetch/too-slow'],
    [
      'sends less than it says',
      () =>
        site.server.pages.set('/x', (_, response) => {
          response.writeHead(200, { ...html, 'content-length': '500' });
          response.write(page, () => response.destroy());
        }),
      'fetch/cut-short',
    ],
    [
      "answers no web server's words",
      () => site.server.pages.set('/x', (request) => void request.socket.end('220 mail ready\r\n\r\n')),
      'fetch/unreachable',
    ],
    ['sends a film', answer({ 'content-type': 'video/mp4' }, 'x'), 'fetch/wrong-type'],
    ['has no such page', () => site.server.pages.delete('/x'), 'fetch/http-status'],
  ])('that %s is refused by name', async (_, prepare, code) => {
    prepare();
    const began = performance.now();
    await expect(site.get('/x')).rejects.toMatchObject({ code });
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('costs the others nothing', async () => {
    site.server.pages.set('/x', () => undefined);
    const fetcher = await site.open();
    const [bad, good] = await Promise.allSettled([
      fetcher.fetch(`${site.server.origin}/x`),
      fetcher.fetch(`${site.server.origin}/1`),
    ]);
    expect([bad?.status, good?.status]).toEqual(['rejected', 'fulfilled']);
  });

  it('that takes no connections is said to', async () => {
    await site.server.close();
    await expect(site.get('/1')).rejects.toMatchObject({
      code: 'fetch/robots-unreachable',
      message: expect.stringContaining('takes no connections'),
    });
  });
});
