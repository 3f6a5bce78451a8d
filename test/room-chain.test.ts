import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isCountRecord } from '../src/model/index.ts';
import { chooseRows, listLog, readEdition } from '../src/service/index.ts';
import { codeByKey, type ServedRoom, serveTestRoom } from './kits/room.ts';

const examples = fileURLToPath(new URL('../examples', import.meta.url));
let served: ServedRoom;

beforeAll(async () => {
  served = await serveTestRoom([]);
}, 120_000);
afterAll(() => served?.close());

async function enter(name: string): Promise<Page> {
  const viewport = { width: 1400, height: 900 };
  const context = await served.browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(served.invite(name));
  await page.waitForSelector('#view main h1');
  return page;
}

const rowOf = (words: string) => chooseRows(served.room.board.values(), { words })[0];
const saying = (page: Page) => page.locator('.notice').textContent();
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Press a key until what is focused fits; a person looks where they are. */
async function pressUntil(page: Page, key: string, selector: string): Promise<void> {
  for (let at = 0; at < 80; at += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${selector}`);
}

/** Find a record by searching for its words. */
async function search(page: Page, words: string): Promise<void> {
  const { id = '' } = rowOf(words) ?? {};
  await page.goto(`${served.origin}/incidents`);
  await page.waitForSelector('.board a');
  await page.locator('main input').first().focus();
  await page.keyboard.type(words);
  await pressUntil(page, 'Tab', `a[href*="${id}"]`);
  await press(page, 'Enter');
  await page.waitForSelector('.record-view');
}

const listExamples = (): readonly string[] =>
  readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(examples, name)).map((file) => join(examples, name, file)))
    .filter((path) => /\/\d[^/]*$/.test(path))
    .sort();

test('by keyboard alone, from reports to an edition: what was decided is what the archive holds and the edition prints', async () => {
  const page = await enter('A. Coder');
  // The chooser of files is the system's; what it hands over is what is tested.
  await page.goto(`${served.origin}/reports`);
  await pressUntil(page, 'Tab', '.adding button');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Enter')]);
  await chooser.setFiles([...listExamples()]);
  await expect.poll(() => page.locator('.runs').textContent(), { timeout: 120_000 }).toContain('added');
  const before = served.room.board.size;
  expect(before).toBeGreaterThan(3);
  // The first reports move no figure; they are listed all the same.
  await expect.poll(() => page.locator('.hits li').count()).toBeGreaterThan(10);

  // The queue: accept what stands, go on.
  await press(page, 'q');
  await page.waitForSelector('.record-view');
  const queued = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await press(page, 'j', 'Enter');
  await expect.poll(() => saying(page)).toContain('accepted as it stands');
  await press(page, 'q');
  await expect.poll(() => page.url()).not.toContain(queued);

  // Override with a reason.
  await search(page, 'lantern');
  await press(page, 'j', 'o', '6', '1', 'Tab');
  await page.keyboard.type('a list of names');
  await press(page, 'Enter');
  await expect.poll(() => rowOf('lantern')?.figures.killed?.best).toBe(61);

  // Merge, and take it back; split, and keep it.
  await search(page, 'disaster june');
  await press(page, 'm');
  await page.waitForSelector('form.act .option');
  await page.keyboard.type('lisbon');
  await expect.poll(() => page.locator('form.act .option').first().textContent()).toContain('Lisbon');
  await press(page, 'Tab', 'Space', 'Tab');
  await page.keyboard.type('to see what that gives');
  await press(page, 'Enter');
  await expect.poll(() => saying(page)).toContain('Merge with another incident: kept');
  await press(page, 'u');
  await expect.poll(() => served.room.board.size).toBe(before);
  await search(page, 'lisbon');
  await press(page, 's');
  await page.waitForSelector('form.act .option');
  await page.keyboard.type('it is another day');
  await press(page, 'Tab', 'Space', 'Enter');
  await expect.poll(() => saying(page)).toContain('Split');
  await expect.poll(() => served.room.board.size).toBe(before + 1);

  // A figure that was not read.
  await search(page, 'upland');
  const words = await page.locator('#texts article[data-shown="yes"] .text p').nth(1).textContent();
  const quote = words?.split(/[,.]/)[0] ?? '';
  await press(page, 'n');
  await page.waitForSelector('form.act');
  await page.keyboard.type(quote);
  await press(page, 'Tab');
  await page.keyboard.type('Rescued');
  await press(page, 'Tab', '4', 'Tab');
  await page.keyboard.type('the reader missed it');
  await press(page, 'Enter');
  await expect.poll(() => listLog(served.room).lines[0]?.decision.action).toBe('add-claim');
  await page.context().close();

  // Two second coders, blind; a third settles.
  const flood = rowOf('disaster june')?.id ?? '';
  for (const [name, value] of [
    ['B. Coder', '23'],
    ['C. Coder', '21'],
  ] as const) {
    const coder = await enter(name);
    await search(coder, 'disaster june');
    await press(coder, 'g');
    await coder.waitForSelector('.blind input');
    await codeByKey(coder, value);
    await coder.context().close();
  }
  const editor = await enter('D. Editor');
  await editor.goto(`${served.origin}/agreement`);
  await editor.waitForSelector('.measures');
  await press(editor, 'j', 'Enter');
  await editor.waitForSelector('.columns');
  await pressUntil(editor, 'Tab', '.column button');
  await press(editor, 'Enter', 'Tab', 'Tab', 'Tab');
  await editor.keyboard.type('the later list');
  await press(editor, 'Enter');
  await expect.poll(() => saying(editor)).toContain('settled as 23');

  // Release, and export.
  await editor.goto(`${served.origin}/editions`);
  await pressUntil(editor, 'Tab', 'form[aria-label="Release an edition"] input');
  await editor.keyboard.type('spring');
  await press(editor, 'Enter');
  await expect.poll(() => saying(editor), { timeout: 60_000 }).toContain('spring is released');
  await pressUntil(editor, 'Tab', 'a[download][href*="spring"]');
  const [saved] = await Promise.all([editor.waitForEvent('download', { timeout: 60_000 }), press(editor, 'Enter')]);
  expect(saved.suggestedFilename()).toBe('spring.html');
  await editor.context().close();

  // The archive holds exactly these decisions, and its edition gives them.
  const log = listLog(served.room, 0, 500).lines.map(({ decision, undone }) => [
    decision.by,
    decision.action,
    undone !== undefined,
  ]);
  expect(log.toReversed()).toEqual([
    ['A. Coder', 'accept', false],
    ['A. Coder', 'override', false],
    ['A. Coder', 'merge', true],
    ['A. Coder', 'split', false],
    ['A. Coder', 'add-claim', false],
    ['D. Editor', 'override', false],
  ]);
  const { edition, hash } = await readEdition(served.archive, { at: 'spring' });
  expect((await readEdition(served.archive)).hash).toBe(hash);
  expect(edition.decisions?.map(({ status }) => status)).toEqual(edition.decisions?.map(() => 'applied'));
  const killedOf = (id: string) => {
    const record = edition.incidents.find((one) => one.id === id)?.attributes.killed;
    return record !== undefined && isCountRecord(record) ? record.best : undefined;
  };
  expect(killedOf(rowOf('lantern')?.id ?? '')).toBe(61);
  expect(killedOf(flood)).toBe(23);
  for (const { id } of chooseRows(served.room.board.values(), {}))
    expect(edition.incidents.some((one) => one.id === id)).toBe(true);
  expect(served.complaints).toEqual([]);
}, 300_000);
