import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { html, page, serveEachTest, textOf } from '../../../test/kits/fetching.ts';

const site = serveEachTest();

describe('the cache', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'variorum-cache-'));
    site.server.pages.set('/kept', (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else
        response.writeHead(200, { ...html, etag: '"v1"', 'last-modified': 'Tue, 04 Feb 2031 10:00:00 GMT' }).end(page);
    });
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const read = async () => (await site.open({}, { cache: folder })).fetch(`${site.server.origin}/kept`);

  it('spares a server what has not changed', async () => {
    expect(await read()).toMatchObject({ fresh: true });
    const again = await read();
    expect(again).toMatchObject({ fresh: false, charset: 'windows-1252' });
    expect(textOf(again)).toBe(page);
    expect(site.server.asked.at(-1)?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Tue, 04 Feb 2031 10:00:00 GMT',
    });
  });

  it('remembers a host that asked to be left alone, from run to run', async () => {
    site.server.pages.set('/busy', (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    for (const path of ['/busy', '/kept']) {
      const outcome = (await site.open({}, { cache: folder })).fetch(`${site.server.origin}${path}`);
      await expect(outcome).rejects.toMatchObject({ code: 'fetch/told-to-wait' });
    }
    expect(site.pathsAsked()).toEqual(['/robots.txt', '/busy']);
  });

  it('is not believed where it is broken', async () => {
    await read();
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"url":"x"}\nshort');
    expect(await read()).toMatchObject({ fresh: true });
  });

  it('is not asked for what a server never kept apart: an answer without a validator is not kept', async () => {
    await (await site.open({}, { cache: folder })).fetch(`${site.server.origin}/1`);
    expect(readdirSync(folder)).toEqual([]);
  });
});
