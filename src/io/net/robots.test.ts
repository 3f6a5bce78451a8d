import { describe, expect, it } from 'vitest';
import { page, serveEachTest, textOf } from '../../../test/kits/fetching.ts';

const site = serveEachTest();

describe('what a host forbids', () => {
  it('is not asked for, by our name and by any', async () => {
    site.server.pages.set(
      '/robots.txt',
      'User-agent: *\nDisallow: /private\n\nUser-agent: variorum\nDisallow: /drafts/\n',
    );
    site.server.pages.set('/drafts/1', page);
    await expect(site.get('/drafts/1')).rejects.toMatchObject({
      code: 'fetch/robots-disallow',
      message: expect.stringContaining('(line 5)'),
    });
    expect(textOf(await site.get('/1'))).toBe(page);
    expect(site.pathsAsked()).not.toContain('/drafts/1');
  });

  it.each([404, 403])('is nothing where it has no rules to show (%i)', async (status) => {
    site.server.pages.set('/robots.txt', (_, response) => response.writeHead(status).end('Disallow: /'));
    expect(textOf(await site.get('/1'))).toBe(page);
  });

  it('is everything where its rules cannot be had', async () => {
    site.server.pages.set('/robots.txt', (_, response) => response.writeHead(500).end());
    await expect(site.get('/1')).rejects.toMatchObject({ code: 'fetch/robots-unreachable', mayPass: true });
    expect(site.pathsAsked()).toEqual(['/robots.txt']);
  });

  it('holds for where a redirect leads, too', async () => {
    site.server.pages.set('/robots.txt', 'User-agent: *\nDisallow: /private\n');
    site.server.pages.set('/to', (_, response) => response.writeHead(302, { location: '/private/1' }).end());
    await expect(site.get('/to')).rejects.toMatchObject({ code: 'fetch/robots-disallow' });
    expect(site.pathsAsked()).toEqual(['/robots.txt', '/to']);
  });

  it('is read to a bound, however long the rules are', async () => {
    site.server.pages.set('/robots.txt', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end(`User-agent: *\nDisallow: /1\n${'# nothing\n'.repeat(200_000)}`);
    });
    await expect(site.get('/1')).rejects.toMatchObject({ code: 'fetch/robots-disallow' });
  });
});
