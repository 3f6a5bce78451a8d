import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  assignIncident,
  codeBlind,
  decideRecord,
  exportReleased,
  openRecord,
  refreshRoom,
  releaseEdition,
} from '../src/service/index.ts';
import { type ServedRoom, serveTestRoom } from './kits/room.ts';

/** Runs where it is taken for a page: by its tag, as an attribute that it breaks out of, as an address. */
const hostile = (name: string): string =>
  `${name}"'><img src=x onerror="window.ran='${name}'"><script>window.ran='${name}'</script>`;
const place = 'Vellmark Hall in Dayton, Ohio';

function writeHostile(by: string, killed: number): string {
  return JSON.stringify({
    title: `Fire at ${hostile('headline')} ${place}`,
    text: `At least ${killed} people were killed in a fire at ${place}, on Monday, police said.\n\nThe fire began at night ${hostile('text')}, and ${killed + 3} others were injured, said ${hostile('speaker')}.`,
    authors: [hostile('author')],
    date_publish: '2031-05-06',
    url: `https://courier.example/${by}?q=${hostile('address')}`,
    source_domain: hostile(`outlet-${by}`),
    language: 'en',
  });
}

let served: ServedRoom;
let incident: string;

beforeAll(async () => {
  served = await serveTestRoom([
    { path: `${hostile('file')}.json`, content: writeHostile('one', 12) },
    { path: 'javascript:window.ran=1.json', content: writeHostile('two', 14) },
  ]);
  const { room } = served;
  [incident = ''] = room.board.keys();
  const who = hostile('person');
  const decide = async (request: Parameters<typeof decideRecord>[3]): Promise<void> => {
    const { hash } = await openRecord(room, incident);
    await decideRecord(room, who, incident, request, hash);
  };
  await decide({ action: 'override', target: `${incident}.killed`, value: 15, reason: hostile('reason') });
  await decide({ action: 'note', target: incident, reason: hostile('comment') });
  await decide({
    action: 're-place',
    target: incident,
    reason: 'x',
    place: { name: hostile('place'), level: 'city', country: 'US', lat: 39.7, lon: -84.2 },
  });
  await assignIncident(room, who, incident, hostile('assigned'));
  await codeBlind(room, hostile('coder'), incident, { killed: 12 });
  await codeBlind(room, 'B. Coder', incident, { killed: 14 });
  await refreshRoom(room);
  await releaseEdition(room, who, { name: 'first' });
}, 240_000);
afterAll(() => served?.close());

async function enter(): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const context = await served.browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => errors.push(`dialog ${dialog.message()}`));
  await page.goto(served.invite('A. Coder'));
  await page.waitForSelector('#view main h1');
  return { page, errors };
}

/** What of the words was taken for a page: scripts that ran, and elements and addresses that nobody of ours made. */
const findTaken = (page: Page) =>
  page.evaluate(() => ({
    ran: 'ran' in window,
    images: document.querySelectorAll('img[src="x"], img[src$="/x"], [onerror]').length,
    scripts: [...document.scripts].filter(
      (script) => !/json/.test(script.type) && (script.textContent ?? '').includes('window.ran'),
    ).length,
    links: [...document.querySelectorAll('a[href], form[action]')].filter((link) =>
      /^\s*(?:javascript|data|vbscript):/i.test(link.getAttribute('href') ?? link.getAttribute('action') ?? ''),
    ).length,
  }));
const nothing = { ran: false, images: 0, scripts: 0, links: 0 };

describe('words that strangers write are words, wherever they are shown', () => {
  test('in every view', async () => {
    const { page, errors } = await enter();
    const views: Readonly<Record<string, string>> = {
      '/': '',
      '/queue': '',
      '/incidents': '',
      [`/incidents/${incident}`]: 'reason',
      [`/code/${incident}`]: 'text',
      [`/adjudicate/${incident}/killed`]: 'coder',
      '/reports': 'outlet',
      [`/incidents?words=${encodeURIComponent(hostile('search'))}`]: '',
      '/map': '',
      '/timeline': '',
      '/editions': 'first',
      '/agreement': '',
      '/log': 'reason',
      '/settings': '',
      '/help': '',
      [`/incidents/${encodeURIComponent(hostile('id'))}`]: '',
    };
    for (const [path, shown] of Object.entries(views)) {
      await page.goto(served.origin + path);
      await page.waitForSelector('#view');
      await page.waitForTimeout(500);
      expect([path, await findTaken(page)]).toEqual([path, nothing]);
      expect([path, (await page.locator('body').textContent())?.includes(shown)]).toEqual([path, true]);
    }
    const refused = /status of 4\d\d/;
    expect(errors.filter((words) => !refused.test(words))).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('as words in the record: the reason, the comment, the headline, the text', async () => {
    const { page } = await enter();
    await page.goto(`${served.origin}/incidents/${incident}`);
    await page.waitForSelector('.record-view');
    const body = (await page.locator('body').textContent()) ?? '';
    for (const name of ['comment', 'headline'])
      expect([name, body.includes(`<script>window.ran='${name}'</script>`)]).toEqual([name, true]);
    // A report's own text is read without its tags.
    expect(body).toContain(`text"'>, and 17 others were injured`);
    expect(body).not.toContain(`window.ran='text'`);
    await page.context().close();
  });

  test('in what is typed: searches, filters, forms', async () => {
    const { page, errors } = await enter();
    await page.goto(`${served.origin}/incidents`);
    await page.locator('main input').first().fill(hostile('filter'));
    await page.waitForTimeout(300);
    await page.goto(`${served.origin}/reports`);
    await page.waitForSelector('main input[type=search], main input[type=text]');
    await page.locator('main input[type=search], main input[type=text]').first().fill(hostile('words'));
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    expect(await findTaken(page)).toEqual(nothing);
    await page.goto(`${served.origin}/incidents/${incident}`);
    await page.waitForSelector('.record-view');
    await page.keyboard.press('m');
    await page.locator('form.act input').first().fill(hostile('merge'));
    await page.waitForTimeout(400);
    expect(await findTaken(page)).toEqual(nothing);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('without scripts, and in the pages that are exported, where nothing forbids scripts', async () => {
    const { page } = await enter();
    for (const path of ['/plain', `/plain/${incident}`]) {
      await page.goto(served.origin + path);
      expect([path, await findTaken(page)]).toEqual([path, nothing]);
    }
    await page.context().close();
    const html = new TextDecoder().decode(await exportReleased(served.room, 'first', 'html', { who: 'A. Coder' }));
    const context = await served.browser.newContext();
    const exported = await context.newPage();
    await exported.route('**/*', (route) =>
      route.request().url() === 'http://export.example/'
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort(),
    );
    await exported.goto('http://export.example/');
    await exported.waitForTimeout(300);
    expect(await findTaken(exported)).toEqual(nothing);
    expect(await exported.locator('body').textContent()).toContain('<img src=x');
    await context.close();
  }, 120_000);
});

test('the server took nothing for its own mistake', () => {
  expect(served.complaints.map(String)).toEqual([]);
});
