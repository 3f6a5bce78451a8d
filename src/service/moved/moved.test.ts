import { parseAtomFeed } from 'feedsmith';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDialects, writeReport } from '../../../test/kits/archives.ts';
import { startNewsServer } from '../../../test/kits/news-server.ts';
import { openPoster } from '../../pipeline/index.ts';
import { type Archive, addReports, openArchive } from '../index.ts';
import { findIncidents, getIncident, NotThere, type Page } from '../query/index.ts';
import { decideRecord, openRoom, type Room, refreshRoom } from '../room/index.ts';
import {
  addWebhook,
  deliverDue,
  findDeliveries,
  findMovedFigures,
  findWebhooks,
  printMovedFeed,
  removeWebhook,
  retryDelivery,
} from './index.ts';

const { dialects, close } = await openDialects();
afterAll(close);

const poster = openPoster({ isPrivateAllowed: true });
afterAll(() => poster.close());

describe.each(dialects)('figures that move in an archive in $name', ({ makePlace }) => {
  let room: Room;
  let archive: Archive;
  let server: Awaited<ReturnType<typeof startNewsServer>>;
  let clock = Date.parse('2031-05-20T12:00:00.000Z');
  const got: { readonly headers: Record<string, string>; readonly body: string }[] = [];
  let status = 204;

  /** Let seconds pass, and tell what is due then. */
  const pass = async (seconds: number): Promise<number> => {
    clock += seconds * 1000;
    return deliverDue(room, poster);
  };
  const add = async (path: string, content: string): Promise<void> => {
    await addReports(archive, [{ path, content }]);
    await refreshRoom(room, 'A. Coder');
  };

  beforeAll(async () => {
    const opened = await openArchive(makePlace(), { create: true, settings: { reader: 'fast' }, who: 'tester' });
    archive = { ...opened, now: () => new Date(clock).toISOString() };
    await addReports(archive, [{ path: 'a.json', content: writeReport('Springfield', 12) }]);
    room = await openRoom(archive);
    server = await startNewsServer({
      '/told': (request, response) => {
        let body = '';
        request.on('data', (some) => {
          body += String(some);
        });
        request.on('end', () => {
          got.push({ headers: request.headers as Record<string, string>, body });
          response.writeHead(status).end();
        });
      },
    });
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await archive.close();
  });

  it('are listed with the reports they moved because of, and printed as an Atom feed', async () => {
    await add('b.json', writeReport('Springfield', 14, 'officials', '2031-05-07'));
    const { items } = await findMovedFigures(room, 10);
    const killed = items.find(({ attribute }) => attribute === 'killed');
    expect(killed).toMatchObject({
      ...{ was: { best: 12 }, now: { best: 14 } },
      reports: [{ url: 'https://courier.example/springfield-officials-14', day: '2031-05-07' }],
    });
    const pages: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page: Page<{ attribute?: string | undefined }> = await findMovedFigures(room, 1, cursor);
      pages.push(...page.items.map(({ attribute }) => String(attribute)));
      if (page.next === undefined) break;
      cursor = page.next;
    }
    expect(pages).toEqual(items.map(({ attribute }) => String(attribute)));
    const feed = parseAtomFeed(await printMovedFeed(room, 'https://desk.example/api/v1/moves/feed'));
    expect(feed.links).toMatchObject([{ rel: 'self', href: 'https://desk.example/api/v1/moves/feed' }]);
    const entry = feed.entries?.find(({ title }) => title?.value?.endsWith('killed moved'));
    expect(entry?.content?.value).toMatch(/killed was 12, is 14 \(.*2031-05-07\)\.$/);
    expect(entry?.links).toContainEqual({ rel: 'via', href: 'https://courier.example/springfield-officials-14' });
  });

  it('are told to a webhook, signed as Standard Webhooks says', async () => {
    const { id, secret } = await addWebhook(room, 'A. Admin', `${server.origin}/told`, poster);
    await add('c.json', writeReport('Dayton', 3));
    expect(await pass(0)).toBe(1);
    const [message] = got;
    const signed = { ...message?.headers, 'webhook-timestamp': String(Math.floor(Date.now() / 1000)) };
    // The package verifies the present time alone: its own signature over the same words is what ours must be.
    const at = new Date(Number(message?.headers['webhook-timestamp']) * 1000);
    const wanted = new Webhook(secret).sign(String(message?.headers['webhook-id']), at, message?.body ?? '');
    expect(message?.headers['webhook-signature']).toBe(wanted);
    expect(() => new Webhook(secret).verify(message?.body ?? '', signed)).toThrow();
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      type: 'figures.moved',
      data: { moves: [{ reports: [{ day: '2031-05-06' }] }], more: 0 },
    });
    expect(await findDeliveries(room, id, { limit: 5 })).toMatchObject({
      items: [{ state: 'sent', attempts: 1, outcome: 'answered 204' }],
    });
    expect(await pass(1000)).toBe(0);
  });

  it('are told again later where that failed, the same each time, and given up after ten attempts', async () => {
    const [webhook] = await findWebhooks(room);
    const name = webhook?.id ?? '';
    [status, got.length] = [500, 0];
    const { items } = findIncidents(room, { words: 'Springfield' });
    const incident = items[0]?.id ?? '';
    const { hash } = await getIncident(room, incident);
    const request = { action: 'override', target: `${incident}.killed`, value: 13, reason: 'The list.' } as const;
    await decideRecord(room, 'A. Coder', incident, request, hash);
    expect(await pass(0)).toBe(1);
    expect(await pass(4)).toBe(0);
    for (const seconds of [1, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400])
      expect([seconds, await pass(seconds)]).toEqual([seconds, 1]);
    expect(new Set(got.map(({ body, headers }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
    expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({ data: { moves: [{ by: 'A. Coder', now: { best: 13 } }] } });
    const dead = await findDeliveries(room, name, { limit: 5, state: 'dead' });
    expect(dead.items).toMatchObject([{ state: 'dead', attempts: 10, outcome: 'answered 500' }]);
    expect(await pass(1e6)).toBe(0);
    status = 200;
    expect(await retryDelivery(room, dead.items[0]?.id ?? '')).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(await pass(0)).toBe(1);
    expect(await findDeliveries(room, name, { limit: 1, state: 'sent' })).toMatchObject({ items: [{ attempts: 1 }] });
  });

  it('are told no more where the server says that it is gone, or somebody takes the webhook out', async () => {
    const [webhook] = await findWebhooks(room);
    status = 410;
    await add('d.json', writeReport('Salem', 5));
    expect(await pass(0)).toBe(1);
    expect(await findWebhooks(room)).toMatchObject([{ stopped: new Date(clock).toISOString() }]);
    await removeWebhook(room, webhook?.id ?? '');
    expect(await findWebhooks(room)).toEqual([]);
    await expect(removeWebhook(room, webhook?.id ?? '')).rejects.toThrow(NotThere);
  });

  it('are told to nobody on this machine or in a private network, unless that is allowed', async () => {
    const strict = openPoster();
    for (const url of ['http://127.0.0.1/', 'http://[::1]/', 'http://10.1.2.3/', 'http://user:word@desk.example/'])
      await expect(addWebhook(room, 'A. Admin', url, strict)).rejects.toThrow('url: ');
    // A name is looked up when it is sent to, and refused there.
    await addWebhook(room, 'A. Admin', 'http://localhost:65009/', strict);
    await add('e.json', writeReport('Salem', 6, 'officials', '2031-05-08'));
    expect(await deliverDue(room, strict)).toBe(1);
    const [webhook] = await findWebhooks(room);
    const { items } = await findDeliveries(room, webhook?.id ?? '', { limit: 1 });
    expect(items).toMatchObject([{ state: 'waiting', outcome: expect.stringContaining('private network') }]);
    await strict.close();
  });
});
