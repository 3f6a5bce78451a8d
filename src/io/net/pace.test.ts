import { describe, expect, it } from 'vitest';
import { html, page, serveEachTest, textOf } from '../../../test/kits/fetching.ts';

const site = serveEachTest();

describe('politeness', () => {
  it('leaves time between requests to one host, and asks one after the other', async () => {
    site.server.pages.set('/2', page);
    const fetcher = await site.open({ secondsBetweenRequests: 0.2 });
    await Promise.all(['/1', '/2', '/1'].map((path) => fetcher.fetch(`${site.server.origin}${path}`)));
    const times = site.server.asked.filter(({ path }) => path !== '/robots.txt').map(({ at }) => at);
    expect(times).toHaveLength(3);
    for (const [at, time] of times.slice(1).entries()) expect(time - (times[at] ?? 0)).toBeGreaterThan(190);
    expect(site.pathsAsked().filter((path) => path === '/robots.txt')).toHaveLength(1);
  });

  it('keeps the longer time that a host asks for', async () => {
    site.server.pages.set('/robots.txt', 'User-agent: *\nCrawl-delay: 0.3\n');
    const fetcher = await site.open();
    await fetcher.fetch(`${site.server.origin}/1`);
    await fetcher.fetch(`${site.server.origin}/1`);
    expect((site.server.asked[2]?.at ?? 0) - (site.server.asked[1]?.at ?? 0)).toBeGreaterThan(290);
  });

  it('leaves a host alone that asks for more time than there is', async () => {
    site.server.pages.set('/robots.txt', 'User-agent: *\nCrawl-delay: 3600\n');
    await expect(site.get('/1')).rejects.toMatchObject({ code: 'fetch/told-to-wait', mayPass: true });
    expect(site.pathsAsked()).toEqual(['/robots.txt']);
  });

  it('waits as long as an overrun host says, and asks once more', async () => {
    let times = 0;
    site.server.pages.set('/busy', (_, response) => {
      times += 1;
      if (times === 1) response.writeHead(429, { 'retry-after': '1' }).end();
      else response.writeHead(200, html).end(page);
    });
    expect(textOf(await site.get('/busy'))).toBe(page);
    const [first, second] = site.server.asked.filter(({ path }) => path === '/busy');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(990);
  });

  it('gives up on a host that wants longer, and asks it for nothing more', async () => {
    site.server.pages.set('/busy', (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    const fetcher = await site.open();
    for (const path of ['/busy', '/1'])
      await expect(fetcher.fetch(`${site.server.origin}${path}`)).rejects.toMatchObject({ code: 'fetch/told-to-wait' });
    expect(site.pathsAsked()).toEqual(['/robots.txt', '/busy']);
  });
});
