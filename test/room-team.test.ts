import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addPerson,
  addReports,
  chooseRows,
  invite,
  proposeDecision,
  type Role,
  takeInvitation,
} from '../src/service/index.ts';
import { openTestArchive, writeReport } from './kits/archives.ts';
import { startProvider, type TestProvider } from './kits/provider.ts';
import { expectReachable, findBarriers, type ServedRoom, serveArchiveRoom } from './kits/room.ts';

const desk = { width: 1400, height: 900 };
const phone = { width: 390, height: 844 };
const password = 'ferry lantern upland';
/** Others hear of a decision within some seconds: the record is computed anew on two busy cores. */
const soonMs = 10_000;
let folder: string;
let served: ServedRoom;
let provider: TestProvider;
let incident: string;
let errors: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-team-'));
  const archive = { ...(await openTestArchive(join(folder, 'archive'))), now: () => new Date().toISOString() };
  const reports = [
    writeReport('Springfield', 12),
    writeReport('Springfield', 14, 'officials'),
    writeReport('Dayton', 5),
  ];
  await addReports(
    archive,
    reports.map((content, at) => ({ path: `${at}.json`, content })),
  );
  provider = await startProvider();
  const { issuer } = provider;
  served = await serveArchiveRoom(archive, true, { issuer, clientId: 'room', clientSecret: 'x', label: 'The Desk' });
  provider.admit('room', 'x', `${served.origin}/sign-in/provider/back`);
  const people: readonly (readonly [name: string, role: Role])[] = [
    ['A. Admin', 'admin'],
    ['B. Coder', 'coder'],
    ['C. Reader', 'reader'],
  ];
  for (const [name, role] of people) {
    const admin = { who: 'tester', address: '' };
    const { id } = await addPerson(archive, admin, { name, signIn: role, role, unveils: role === 'admin' });
    await takeInvitation(archive, { token: await invite(archive, admin, id), password, address: '' });
  }
  incident = chooseRows(served.room.board.values(), { words: 'springfield' })[0]?.id ?? '';
}, 240_000);
afterAll(async () => {
  await served?.close();
  provider?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sign in by the form, in a browser of one's own. */
async function signIn(role: Role, options: Parameters<typeof served.browser.newContext>[0] = {}): Promise<Page> {
  const context = await served.browser.newContext({ viewport: desk, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${served.origin}/incidents`);
  await page.locator('input[name=signIn]').fill(role);
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#view main h1');
  return page;
}

async function openIncident(page: Page): Promise<void> {
  await page.goto(`${served.origin}/incidents/${incident}`);
  await page.waitForSelector('.record-view');
  // What happens before a page listens is in what it loads; here it is to be told.
  await expect.poll(() => page.locator('.who .live').textContent()).toBe('live');
}

describe('people who sign in', () => {
  test('one decides, and the other sees it in their own browser without asking', async () => {
    const [a, b] = [await signIn('admin'), await signIn('coder')];
    expect([await a.locator('.who').textContent(), await b.locator('.who').textContent()]).toEqual([
      expect.stringContaining('A. Admin'),
      expect.stringContaining('B. Coder'),
    ]);
    for (const page of [a, b]) await openIncident(page);
    const asked: string[] = [];
    b.on('framenavigated', (frame) => asked.push(frame.url()));
    await a.keyboard.press('j');
    await a.keyboard.press('o');
    await a.waitForSelector('form.act');
    await a.keyboard.type('13');
    await a.keyboard.press('Tab');
    await a.keyboard.type('a list of names');
    await expect.poll(() => a.locator('.preview').textContent()).toContain('13');
    await a.keyboard.press('Enter');
    await expect
      .poll(() => chooseRows(served.room.board.values(), { words: 'springfield' })[0]?.decided?.by)
      .toBe('A. Admin');
    const seen = () => b.locator('[data-a="killed"] .figure').textContent();
    await expect.poll(seen, { timeout: soonMs }).toBe('13');
    expect(await b.locator('[data-a="killed"] .decided').textContent()).toContain('A. Admin');
    expect([asked, errors]).toEqual([[], []]);
    for (const page of [a, b]) await page.context().close();
  });

  test('a reader reads, and is not offered what a coder decides by', async () => {
    const offered = (page: Page) =>
      page.evaluate(() => ({
        tools: document.querySelectorAll('.record .tools button').length > 0,
        views: [...document.querySelectorAll('.room-head nav a')].map((link) => link.textContent),
      }));
    const [reader, coder] = [await signIn('reader'), await signIn('coder')];
    for (const page of [reader, coder]) await openIncident(page);
    const [less, more] = [await offered(reader), await offered(coder)];
    expect([less.tools, more.tools]).toEqual([false, true]);
    expect(more.views.filter((view) => !less.views.includes(view))).toEqual(['queue', 'agreement']);
    expect(more.views).not.toContain('people');
    for (const key of ['j', 'o', 'm', 'c', 'f']) await reader.keyboard.press(key);
    expect(await reader.locator('form.act').count()).toBe(0);
    for (const page of [reader, coder]) await page.context().close();
  });

  test('signing out leads back to the door, which leads to where one wanted to go', async () => {
    const page = await signIn('reader');
    await page.locator('.sign-out button').click();
    await page.waitForURL(/\/sign-in/);
    await page.goto(`${served.origin}/incidents/${incident}`);
    await page.locator('input[name=signIn]').fill('reader');
    await page.locator('input[name=password]').fill('a wrong guess');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=alert]');
    await page.locator('input[name=password]').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.record-view');
    expect(new URL(page.url()).pathname).toBe(`/incidents/${incident}`);
    await page.context().close();
  });
});

test('somebody comes in by an account of another place, from their invitation to the front page', async () => {
  const admin = { who: 'tester', address: '' };
  const { id } = await addPerson(served.archive, admin, { name: 'D. Esk', role: 'coder' });
  const context = await served.browser.newContext({ viewport: phone, colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(`${served.origin}/invitation/${await invite(served.archive, admin, id)}`);
  await expectReachable(page, 'invitation');
  const goRound = async (): Promise<void> => {
    await page.locator('button:has-text("Sign in with The Desk")').click();
    await page.waitForURL((url) => url.origin === provider.issuer);
    await page.locator('input[name=login]').fill('d.esk');
    await page.locator('input[name=password]').fill('what it asks');
    await page.keyboard.press('Enter');
    await page.locator('button:has-text("Continue")').click();
    await page.waitForSelector('#view main h1');
  };
  await goRound();
  expect(await page.locator('.who').textContent()).toContain('D. Esk');
  await page.locator('.sign-out button').click();
  await page.waitForURL(/\/sign-in/);
  await expectReachable(page, 'sign-in');
  await page.goto(`${served.origin}/log`);
  await page.locator('button:has-text("Sign in with The Desk")').click();
  // The other place knows them still; nothing is asked again.
  await page.waitForSelector('#view main h1');
  expect(new URL(page.url()).pathname).toBe('/log');
  await context.close();
});

test('whoever is asked to settle something is one of the team', async () => {
  const page = await signIn('coder');
  await openIncident(page);
  await page.keyboard.press('a');
  await page.waitForSelector('form.act select');
  await expect.poll(() => page.locator('form.act option').allTextContents()).toContain('A. Admin');
  // Whoever only reads is not asked.
  expect(await page.locator('form.act option').allTextContents()).not.toContain('C. Reader');
  await page.locator('form.act select').selectOption('A. Admin');
  await page.locator('form.act button[type=submit]').click();
  await expect.poll(() => page.locator('.record-view').textContent()).toContain('asked of A. Admin');
  await page.context().close();
});

test('a proposal stands above the queue, and goes when a person accepts it', async () => {
  const request = { action: 'override', target: `${incident}.killed`, value: 14, reason: 'Officials say 14.' } as const;
  await proposeDecision(served.room, 'assistant of B. Coder', incident, request);
  const page = await signIn('coder');
  await page.goto(`${served.origin}/queue`);
  await page.waitForSelector('.proposals');
  expect(await findBarriers(page)).toEqual([]);
  expect(await page.locator('main table').first().getAttribute('class')).toContain('proposals');
  await page.locator('.proposals button:has-text("accept")').click();
  await expect.poll(() => page.locator('.proposals').count()).toBe(0);
  const row = served.room.board.get(incident);
  expect([row?.figures.killed?.best, row?.decided?.by]).toEqual([14, 'B. Coder']);
  await page.context().close();
});

test('the server took nothing for its own mistake', () => {
  expect(served.complaints.map(String)).toEqual([]);
});
