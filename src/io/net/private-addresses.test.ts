import { describe, expect, it } from 'vitest';
import { page, serveEachTest, textOf } from '../../../test/kits/fetching.ts';

const site = serveEachTest();

describe('private addresses', () => {
  const careful = { privateAddresses: false };

  it('are refused before anything is sent', async () => {
    await expect(site.get('/1', careful)).rejects.toMatchObject({ code: 'fetch/private-address' });
    expect(site.server.asked).toEqual([]);
  });

  it('are refused where a name resolves to one, whatever the name', async () => {
    const { port } = new URL(site.server.origin);
    const fetcher = await site.open(careful, { resolve: async () => ['127.0.0.1'] });
    await expect(fetcher.fetch(`http://ledger.example:${port}/1`)).rejects.toMatchObject({
      code: 'fetch/private-address',
      message: expect.stringContaining('ledger.example (127.0.0.1)'),
    });
    expect(site.server.asked).toEqual([]);
  });

  it('are what is connected to only where they were checked: a name is resolved once a connection', async () => {
    const { port } = new URL(site.server.origin);
    let looked = 0;
    const resolve = async () => {
      looked += 1;
      return ['127.0.0.1'];
    };
    const fetcher = await site.open({}, { resolve });
    await fetcher.fetch(`http://ledger.example:${port}/1`);
    expect(looked).toBe(1);
    expect(site.server.asked[1]?.headers.host).toBe(`ledger.example:${port}`);
  });

  it.each([
    ['http://169.254.169.254/latest', 'fetch/private-address'],
    ['http://[::ffff:10.0.0.1]/', 'fetch/private-address'],
    ['http://0.0.0.0:1/', 'fetch/private-address'],
    ['http://elsewhere.example/', 'fetch/private-address'],
    ['file:///etc/passwd', 'fetch/bad-address'],
    ['http://ada:word@ledger.example/', 'fetch/bad-address'],
  ])('are refused where a host that may be one redirects to another: %s', async (location, code) => {
    const { port } = new URL(site.server.origin);
    site.server.pages.set('/to', (_, response) => response.writeHead(302, { location }).end());
    const trusted = { ...careful, privateHosts: ['ledger.example'] };
    const fetcher = await site.open(trusted, { resolve: async () => ['127.0.0.1'] });
    await expect(fetcher.fetch(`http://ledger.example:${port}/to`)).rejects.toMatchObject({ code });
    expect(textOf(await fetcher.fetch(`http://ledger.example:${port}/1`))).toBe(page);
  });
});
