import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import chromium from '@sparticuz/chromium';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { build } from 'vite';
import { expect } from 'vitest';
import { nameCookie } from '../../src/http/guard.ts';
import { makeApp, openLocalSessions, openTeamSessions, type Sessions } from '../../src/http/index.ts';
import { openProvider, type ProviderSettings } from '../../src/http/team/provider.ts';
import { type Archive, addReports, openRoom, type Room } from '../../src/service/index.ts';
import { openTestArchive } from './archives.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Build the room in memory, so that a test never uses an outdated `web/dist`. */
async function buildRoom(): Promise<{ readonly script: string; readonly style: string }> {
  const folder = join(root, 'web');
  const built = await build({ root: folder, configFile: join(folder, 'vite.room.config.ts'), build: { write: false } });
  const files = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  const script = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('');
  const style = files.flatMap((file) => (file.type === 'asset' ? [String(file.source)] : [])).join('');
  return { script, style };
}

/** A reading room that is served, and a browser to look at it with. */
export interface ServedRoom {
  readonly archive: Archive;
  readonly room: Room;
  readonly browser: Browser;
  readonly origin: string;
  /** Address with a token that is good once; each call lets one more person in, under a name. */
  readonly invite: (name: string) => string;
  /** What the server took for its own mistake. */
  readonly complaints: readonly unknown[];
  readonly close: () => Promise<void>;
}

function launchBrowser(): Promise<Browser> {
  return chromium.executablePath().then((executablePath) =>
    playwright.launch({
      executablePath,
      args: ['--no-sandbox', ...chromium.args.filter((arg) => arg !== '--single-process')],
      headless: true,
    }),
  );
}

/** Serve the room of the examples, or of other reports. */
export async function serveTestRoom(
  inputs: Parameters<typeof addReports>[1] = [join(root, 'examples/*/[0-9]*')],
): Promise<ServedRoom> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-room-'));
  const archive = await openTestArchive(join(folder, 'archive'));
  if (inputs.length > 0) await addReports(archive, inputs);
  const served = await serveArchiveRoom(archive);
  return {
    ...served,
    close: async () => {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Doors = Map<string, ReturnType<typeof openLocalSessions>>;

/** Let in whoever comes by one of several doors. */
function openDoors(doors: Doors): Sessions {
  return {
    enter: async (token) => doors.get(token)?.sessions.enter(token),
    find: async (cookie) => {
      const found = await Promise.all([...doors.values()].map((door) => door.sessions.find(cookie)));
      return found.find((session) => session !== undefined);
    },
    findToken: async () => undefined,
  };
}

/** Serve the room of an archive to any number of people: each let in under a name, or, as a team, signing in. */
export async function serveArchiveRoom(
  archive: Archive,
  isTeam = false,
  settings?: ProviderSettings,
): Promise<ServedRoom> {
  const provider = settings && (await openProvider(settings));
  const room = await openRoom(archive);
  const doors: Doors = new Map();
  const sessions = isTeam ? openTeamSessions(archive, nameCookie('session', false)) : openDoors(doors);
  const complaints: unknown[] = [];
  const hosts = new Set<string>();
  const complain = (error: unknown): void => void complaints.push(error);
  const own = { room, sessions, isTeam, hosts, name: 'examples', complain, ...(provider && { provider }) };
  const app = makeApp({ ...own, assets: await buildRoom() });
  const server = serve({
    fetch: app.fetch,
    hostname: '127.0.0.1',
    port: 0,
    serverOptions: { keepAliveTimeout: 65_000 },
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  hosts.add(`127.0.0.1:${port}`);
  const origin = `http://127.0.0.1:${port}`;
  const browser = await launchBrowser();
  return {
    ...{ archive, room, browser, origin, complaints },
    invite: (name) => {
      const door = openLocalSessions(name);
      doors.set(door.token, door);
      return `${origin}/enter/${door.token}`;
    },
    close: async () => {
      await browser.close();
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await archive.close();
    },
  };
}

/** List what axe finds wrong with a view, by WCAG 2.2 AA. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<AxeResults>(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })",
  );
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 4)
        .map(({ target, failureSummary }) => `${String(target)} ${failureSummary ?? ''}`)
        .join(' | ')}`,
  );
}

/** Hold a view to having no barrier by axe, and nothing wider than the screen. */
export async function expectReachable(page: Page, view: string): Promise<void> {
  expect([view, await findBarriers(page)]).toEqual([view, []]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect([view, overflow <= 0]).toEqual([view, true]);
}

/** Code the record that is open blind, by keyboard: the killed as said, the rest unknown. */
export async function codeByKey(page: Page, killed: string): Promise<void> {
  const fields = await page.locator('.blind input').count();
  for (let at = 0; at < fields; at += 1) {
    await page.keyboard.type(at === 0 ? killed : '?');
    await page.keyboard.press(at === fields - 1 ? 'Enter' : 'Tab');
  }
  await expect.poll(() => page.locator('.notice').textContent()).toContain('Kept as your coding');
}
