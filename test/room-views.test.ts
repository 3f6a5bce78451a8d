import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewPaths } from '../src/http/shell.ts';
import { addPerson, addReports, chooseRows, codeBlind, invite, takeInvitation } from '../src/service/index.ts';
import { openTestArchive } from './kits/archives.ts';
import { expectReachable, type ServedRoom, serveArchiveRoom } from './kits/room.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Where pictures of the views are put, to look at them; nowhere by default. */
const pictures = process.env.VARIORUM_PICTURES;
const password = 'ferry lantern upland';
const admin = { who: 'tester', address: '' };
let folder: string;
let served: ServedRoom;
let incident: string;
let article: string;
let invitation: string;

/** Every view, by its address in the table of the server, with what stands there once it is shown. */
const views: Readonly<Record<(typeof viewPaths)[number], string>> = {
  '/': '.front, main h1',
  '/incidents': '.board a',
  '/incidents/:incident': '.record-view',
  '/queue': 'main a',
  '/reports': '.adding',
  '/reports/:article': '.report-text',
  '/map': '.map svg, svg',
  '/timeline': 'svg, main a',
  '/editions': 'main h1',
  '/agreement': '.measures, main h1',
  '/code/:incident': '.blind input',
  '/adjudicate/:incident/:attribute': '.columns',
  '/log': 'main h1',
  '/people': '.people',
  '/access': '.access',
  '/settings': '#own-tokens',
  '/help': 'main h1',
};
/** Pages that need no script. */
const plain = ['/plain', '/plain/:incident', '/nothing'] as const;
/** The door, for whoever has not signed in. */
const doors = ['/sign-in', '/invitation/:token', '/invitation/used'] as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-views-'));
  const archive = { ...(await openTestArchive(join(folder, 'archive'))), now: () => new Date().toISOString() };
  await addReports(archive, [join(root, 'examples/*/[0-9]*')]);
  served = await serveArchiveRoom(archive, true);
  const [first] = chooseRows(served.room.board.values(), { words: 'lisbon' });
  incident = first?.id ?? '';
  article = first?.articles[0] ?? '';
  for (const [who, killed] of [
    ['A. Coder', 23],
    ['B. Coder', 21],
  ] as const)
    await codeBlind(served.room, who, incident, { killed });
  const { id } = await addPerson(archive, admin, { name: 'A. Admin', signIn: 'admin', role: 'admin', unveils: true });
  await takeInvitation(archive, { token: await invite(archive, admin, id), password, address: '' });
  const other = await addPerson(archive, admin, { name: 'B. Coder', role: 'coder' });
  invitation = await invite(archive, admin, other.id);
}, 240_000);
afterAll(async () => {
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

const parts = (): Readonly<Record<string, string>> => ({
  ...{ incident, article, attribute: 'killed', token: invitation },
});
const addressOf = (view: string): string =>
  served.origin + view.replace(/:(\w+)/g, (_, name: string) => parts()[name] ?? name);

async function picture(page: Page, view: string, how: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${view.replace(/\W+/g, '-')}-${how}.png`) });
}

test('the walk knows every view, and the page shows every one the server answers with it', () => {
  expect(Object.keys(views)).toEqual([...viewPaths]);
  const shell = readFileSync(join(root, 'web/src/room/shell.tsx'), 'utf8');
  const shown = [...shell.matchAll(/\bpath: \/(\^.*?\$)\/,\s+title/g)].map(([, path = '']) => new RegExp(path));
  const matches = viewPaths.map((path) => [path, shown.filter((one) => one.test(path)).length]);
  expect(matches).toEqual(viewPaths.map((path) => [path, 1]));
  expect(shown).toHaveLength(viewPaths.length);
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([
    ['desk', { width: 1400, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ] as const)(
    'no view has a barrier on a %s screen',
    async (name, viewport) => {
      const how = `${colorScheme}-${name}`;
      const context = await served.browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      for (const view of doors) {
        await page.goto(addressOf(view));
        await expectReachable(page, view);
        await picture(page, view, how);
      }
      await page.goto(`${served.origin}/sign-in`);
      await page.locator('input[name=signIn]').fill('admin');
      await page.locator('input[name=password]').fill(password);
      await page.keyboard.press('Enter');
      await page.waitForSelector('#view main h1');
      for (const view of [...viewPaths, ...plain]) {
        await page.goto(addressOf(view));
        if (view in views)
          await page
            .locator(views[view as keyof typeof views])
            .first()
            .waitFor();
        await page.waitForTimeout(150);
        await expectReachable(page, view);
        await picture(page, view, how);
      }
      expect(errors).toEqual([]);
      await context.close();
    },
    200_000,
  );
});

test('the server took nothing for its own mistake', () => {
  expect(served.complaints.map(String)).toEqual([]);
});
