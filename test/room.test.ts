import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseRows, listLog, readEdition } from '../src/service/index.ts';
import { codeByKey, type ServedRoom, serveTestRoom } from './kits/room.ts';

const desk = { width: 1400, height: 900 };
const phone = { width: 390, height: 844 };
let served: ServedRoom;
let errors: string[];

beforeAll(async () => {
  served = await serveTestRoom();
}, 120_000);
afterAll(() => served?.close());

/** Let a person in, with a browser of their own. */
async function enter(name: string, options: Parameters<typeof served.browser.newContext>[0] = {}): Promise<Page> {
  const context = await served.browser.newContext({ viewport: desk, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(served.invite(name));
  await page.waitForSelector('#view main h1');
  return page;
}

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const rowOf = (words: string) => chooseRows(served.room.board.values(), { words })[0];
const saying = (page: Page) => page.locator('.notice').textContent();

describe('the reading room, by keyboard alone', () => {
  test('from the front page through the queue: accept, override, reject, comment, undo', async () => {
    const page = await enter('A. Coder');
    await press(page, 'q');
    await page.waitForSelector('.record-view');
    const market = rowOf('lantern')?.id ?? '';
    await page.goto(`${served.origin}/incidents/${market}`);
    await page.waitForSelector('.record-view');
    await press(page, 'j');
    expect(await page.locator('.cursor').getAttribute('data-a')).toBe('killed');
    await press(page, 'Enter');
    await expect.poll(() => saying(page)).toContain('killed accepted as it stands');
    await expect.poll(() => page.locator('.cursor').getAttribute('data-a')).toBe('injured');
    // What is typed on goes into the field that the key opens.
    await press(page, 'o', '6', '1');
    await press(page, 'Tab');
    await page.keyboard.type('the list of the hospital');
    await expect.poll(() => page.locator('.preview').textContent()).toContain('injured: 57 → 61');
    await press(page, 'Enter');
    await expect.poll(() => page.locator('[data-a="injured"] .figure').textContent()).toBe('61');
    await expect.poll(() => rowOf('lantern')?.figures.injured?.best).toBe(61);
    await press(page, 'c');
    await page.waitForSelector('form.act');
    await page.keyboard.type('ask the ministry again');
    await press(page, 'Enter');
    await expect.poll(() => page.locator('.comments').textContent()).toContain('ask the ministry again');
    await press(page, 'u');
    await expect.poll(() => page.locator('.comments').count()).toBe(0);
    expect(listLog(served.room).lines[0]).toMatchObject({ decision: { action: 'note' }, undone: 'It was a slip.' });
    const { edition } = await readEdition(served.archive);
    const printed = edition.incidents.find(({ id }) => id === market);
    expect(printed?.attributes.injured).toMatchObject({ best: 61, rule: 'decision' });
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('one key goes from a value to its words and back; a figure that was not read is added by its words', async () => {
    const page = await enter('A. Coder');
    const ferry = rowOf('lisbon')?.id ?? '';
    await page.goto(`${served.origin}/incidents/${ferry}`);
    await page.waitForSelector('.record-view');
    await press(page, 'j', 't');
    expect(await page.evaluate(() => document.activeElement?.closest('#texts') !== null)).toBe(true);
    await press(page, 't');
    expect(await page.evaluate(() => document.activeElement?.closest('.record') !== null)).toBe(true);
    const words = await page.locator('#texts article[data-shown="yes"] .text p').nth(1).textContent();
    const quote = words?.split(/[,.]/)[0] ?? '';
    await press(page, 'n');
    await page.waitForSelector('form.act');
    await page.keyboard.type(quote);
    await press(page, 'Tab');
    await page.keyboard.type('Rescued');
    await press(page, 'Tab');
    await page.keyboard.type('4');
    await press(page, 'Tab');
    await page.keyboard.type('the reader missed it');
    await press(page, 'Enter');
    await expect.poll(() => listLog(served.room).lines[0]?.decision.action).toBe('add-claim');
    await page.context().close();
  });

  test('merges two incidents, and takes that back', async () => {
    const page = await enter('A. Coder');
    const flood = rowOf('disaster june')?.id ?? '';
    await page.goto(`${served.origin}/incidents/${flood}`);
    await page.waitForSelector('.record-view');
    const before = served.room.board.size;
    await press(page, 'm');
    await page.waitForSelector('form.act .option');
    await page.keyboard.type('lisbon');
    await expect.poll(() => page.locator('form.act .option').first().textContent()).toContain('Lisbon');
    await press(page, 'Tab', 'Space', 'Tab');
    await page.keyboard.type('to see whether it can be taken back');
    await expect.poll(() => page.locator('.preview li').count()).toBeGreaterThan(0);
    await press(page, 'Enter');
    await expect.poll(() => saying(page)).toContain('Merge with another incident: kept');
    expect(served.room.board.size).toBe(before - 1);
    await press(page, 'u');
    await expect.poll(() => served.room.board.size).toBe(before);
    await page.context().close();
  });
});

test('two people on one record: the second is told, and nothing is overwritten', async () => {
  const [a, b] = [await enter('A. Coder'), await enter('B. Coder')];
  const flood = rowOf('disaster june')?.id ?? '';
  for (const page of [a, b]) {
    await page.goto(`${served.origin}/incidents/${flood}`);
    await page.waitForSelector('.record-view');
  }
  // The second does not hear of the first in time.
  await b.route('**/room/api/incidents/*', (route) => route.abort());
  await press(a, 'j', 'Enter');
  await expect.poll(() => saying(a)).toContain('accepted');
  await press(b, 'j', 'o');
  await b.waitForSelector('form.act');
  await b.keyboard.type('13');
  await press(b, 'Tab');
  await b.keyboard.type('a list');
  await press(b, 'Enter');
  await expect.poll(() => b.locator('.preview .refused').textContent()).toContain('A. Coder was here');
  await expect.poll(() => rowOf('disaster june')?.figures.killed?.best).toBe(12);
  for (const page of [a, b]) await page.context().close();
});

test('files are added, an edition is released and exported, by keyboard and file chooser', async () => {
  const page = await enter('C. Editor');
  await page.goto(`${served.origin}/reports`);
  await page.waitForSelector('.hits');
  const text = 'Two people were killed in a fire at Velm Theatre in Dayton, Ohio, on Monday, police said.';
  const buffer = Buffer.from(`Fire at Velm Theatre\n\n${text} <img src=x onerror=alert(1)>`);
  await page.setInputFiles('input[type=file]', { name: '<b>fire</b>.txt', mimeType: 'text/plain', buffer });
  await expect.poll(() => page.locator('.runs').textContent(), { timeout: 60_000 }).toContain('1 source added');
  await page.goto(`${served.origin}/editions`);
  await page.waitForSelector('form[aria-label="Release an edition"]');
  await page.locator('form[aria-label="Release an edition"] input').focus();
  await page.keyboard.type('first');
  await press(page, 'Enter');
  await expect.poll(() => saying(page), { timeout: 60_000 }).toContain('first is released');
  const [saved] = await Promise.all([page.waitForEvent('download'), page.click('a[download]:has-text("first.html")')]);
  expect(saved.suggestedFilename()).toBe('first.html');
  expect(errors).toEqual([]);
  await page.context().close();
}, 180_000);

test('a second coder codes blind, and a third settles what differs, by keyboard', async () => {
  const ferry = rowOf('lisbon')?.id ?? '';
  for (const [name, killed] of [
    ['A. Coder', '23'],
    ['B. Coder', '21'],
  ] as const) {
    const page = await enter(name);
    await page.goto(`${served.origin}/incidents/${ferry}`);
    await page.waitForSelector('.record-view');
    await press(page, 'g');
    await page.waitForSelector('.blind input');
    expect(await page.locator('.figure, .lit.people:not(.key *)').count()).toBe(0);
    await codeByKey(page, killed);
    await page.context().close();
  }
  const page = await enter('D. Adjudicator');
  await page.goto(`${served.origin}/agreement`);
  await page.waitForSelector('.measures');
  await press(page, 'j', 'Enter');
  await page.waitForSelector('.columns');
  await page.locator('.column button').first().focus();
  await press(page, 'Enter', 'Tab', 'Tab', 'Tab');
  await page.keyboard.type('the later list');
  await press(page, 'Enter');
  await expect.poll(() => saying(page)).toContain('settled as 23');
  await expect.poll(() => page.locator('.cause').first().textContent()).toBe('settled by D. Adjudicator');
  expect(served.room.board.get(ferry)?.decided?.by).toBe('D. Adjudicator');
  expect(errors).toEqual([]);
  await page.context().close();
});

test('by touch on a phone: read, go to the words and back, accept; what people write is shown as words', async () => {
  const page = await enter('A. Coder', { viewport: phone, hasTouch: true, isMobile: true });
  const killing = rowOf('upland')?.id ?? '';
  await page.goto(`${served.origin}/incidents/${killing}`);
  await page.waitForSelector('.record-view');
  await page.locator('[data-a="killed"] .claim .quote').first().tap();
  await page.waitForSelector('#texts.raised .lit.on');
  await page.locator('#texts .close').tap();
  await page.locator('[data-a="killed"] .tools button').first().tap();
  await expect.poll(() => rowOf('upland')?.decided?.by).toBe('A. Coder');
  await page.locator('.tools.whole button:has-text("comment")').tap();
  await page.locator('form.act input').fill('<img src=x onerror=alert(1)><script>alert(2)</script>');
  await page.locator('form.act button[type=submit]').tap();
  await expect.poll(() => page.locator('.comments').textContent()).toContain('<img src=x');
  expect(await page.locator('.comments img, .comments script').count()).toBe(0);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('many incidents are accepted at once, after a look at what that settles', async () => {
  const page = await enter('A. Coder');
  await page.goto(`${served.origin}/incidents?words=killing`);
  await page.waitForSelector('.board a');
  await page.click('text=accept all shown');
  await expect.poll(() => page.locator('.bulk-lines').textContent()).toContain('killed 31');
  await press(page, 'Enter');
  await expect.poll(() => saying(page)).toContain('accepted as they stand');
  const killings = chooseRows(served.room.board.values(), { words: 'killing' });
  expect(killings.some(({ decided }) => decided?.by === 'A. Coder')).toBe(true);
  await page.context().close();
});

test('the server took nothing for its own mistake', () => {
  expect(served.complaints).toEqual([]);
});
