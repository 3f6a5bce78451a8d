import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestArchive, writeReport } from '../../test/kits/archives.ts';
import {
  type Archive,
  addPerson,
  addReports,
  invite,
  makeToken,
  openRoom,
  type Role,
  type Room,
  readAccess,
  roles,
  signIn,
  takeInvitation,
} from '../service/index.ts';
import { makeApp } from './app.ts';
import { nameCookie } from './guard.ts';
import { routes } from './routes/index.ts';
import { serveRoom } from './serve.ts';
import { openTeamSessions } from './session.ts';

const host = 'room.example';
const password = 'ferry lantern upland';
const admin = { who: 'root', address: '' };
let folder: string;
let archive: Archive;
let room: Room;
let incident: string;
const accounts = new Map<Role, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-team-'));
  archive = { ...(await openTestArchive(join(folder, 'archive'))), now: () => new Date().toISOString() };
  await addReports(archive, [{ path: 'a.json', content: writeReport('Springfield', 12) }]);
  room = await openRoom(archive);
  incident = [...room.board.keys()][0] ?? '';
  for (const role of roles) {
    const { id } = await addPerson(archive, admin, {
      name: `The ${role}`,
      signIn: role,
      role,
      unveils: role === 'editor',
    });
    await takeInvitation(archive, { token: await invite(archive, admin, id), password, address: '' });
    accounts.set(role, id);
  }
}, 120_000);
afterAll(async () => {
  await archive.close();
  rmSync(folder, { recursive: true });
});

const name = nameCookie('session', true);

function serve() {
  const complaints: unknown[] = [];
  const sessions = openTeamSessions(archive, name);
  const assets = { script: '', style: '' };
  const options = { isTeam: true, isSecure: true, hosts: new Set([host]), name: 'ours' } as const;
  const app = makeApp({ room, sessions, assets, ...options, complain: (error) => void complaints.push(error) });
  const ask = (path: string, init: RequestInit = {}, headers: Readonly<Record<string, string>> = {}) =>
    app.request(`https://${host}${path}`, { ...init, headers: { host, ...headers } });
  return { ask, complaints };
}

type Ask = ReturnType<typeof serve>['ask'];

/** Sign in at the page, as a browser does. */
async function enter(ask: Ask, as: string, given = password, more: Readonly<Record<string, string>> = {}) {
  const page = await ask('/sign-in');
  const form = /name="form" value="([\w-]+)"/.exec(await page.text())?.[1] ?? '';
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const body = new URLSearchParams({ form, signIn: as, password: given, ...more });
  return ask('/sign-in', { method: 'POST', body }, { cookie });
}

/** Sign in, and give the headers that a page of the room sends from then on. */
async function signedIn(ask: Ask, role: Role) {
  const cookie = `${name}=${await signIn(archive, { signIn: role, password, address: '' })}`;
  const session = (await (await ask('/room/api/session', {}, { cookie })).json()) as { csrf: string };
  return { cookie, 'x-variorum-csrf': session.csrf };
}

const addressOf = (path: string): string => `/room/api${path.replace(/:\w+/g, 'nothing')}`;

describe('every route, for people who sign in', () => {
  it.each(roles)('a %s may do what the table says, and nothing else', async (role) => {
    const { ask, complaints } = serve();
    const headers = await signedIn(ask, role);
    for (const route of routes) {
      const answer = await ask(addressOf(route.path), { method: route.method.toUpperCase() }, headers);
      const may = roles.indexOf(role) >= roles.indexOf(route.role);
      // Names are unveiled for whoever was given that right, whatever the role.
      if (may && route.path.endsWith('/unveil')) continue;
      expect([route.method, route.path, answer.status === 403]).toEqual([route.method, route.path, !may]);
      expect([route.path, answer.status === 401]).toEqual([route.path, false]);
    }
    expect(complaints).toEqual([]);
  });

  it('lets nobody in who has not signed in, and takes no change that does not come from its page', async () => {
    const { ask } = serve();
    const { cookie } = await signedIn(ask, 'admin');
    for (const route of routes) {
      const method = route.method.toUpperCase();
      const answer = await ask(addressOf(route.path), { method });
      expect([route.path, answer.status, answer.headers.get('www-authenticate')]).toEqual([route.path, 401, 'Bearer']);
      if (route.method === 'get') continue;
      expect([route.path, (await ask(addressOf(route.path), { method }, { cookie })).status]).toEqual([
        route.path,
        403,
      ]);
    }
    for (const path of ['/', '/incidents', '/people', '/plain', `/plain/${incident}`]) {
      const answer = await ask(path, {}, { accept: 'text/html' });
      expect([path, answer.status]).toEqual([path, 303]);
      expect(answer.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    }
    expect((await ask('/room/api/events')).status).toBe(401);
  });

  it('tells nobody where on the server the archive lies', async () => {
    const { ask } = serve();
    for (const role of ['reader', 'admin'] as const) {
      const told = await (await ask('/room/api/settings', {}, await signedIn(ask, role))).text();
      expect([told.includes('sqlite'), told.includes(folder)]).toEqual([true, false]);
    }
  });

  it('lets programs do what their tokens are for, and never make more of it', async () => {
    const { ask } = serve();
    const person = accounts.get('admin') ?? '';
    const { token } = await makeToken(archive, admin, { person, name: 'ours', scopes: ['read', 'write'], days: 1 });
    const headers = { authorization: `Bearer ${token}` };
    for (const route of routes) {
      const answer = await ask(addressOf(route.path), { method: route.method.toUpperCase() }, headers);
      const may = route.role !== 'admin' && route.browser !== true;
      expect([route.path, answer.status === 403]).toEqual([route.path, !may]);
    }
  });
});

describe('the door of a team', () => {
  it('signs in under a new session, by a cookie no script reads and https alone carries', async () => {
    const { ask } = serve();
    const [first, second] = [await enter(ask, 'coder'), await enter(ask, ' Coder ', password, { next: '/queue?next' })];
    expect([first.status, first.headers.get('location'), second.headers.get('location')]).toEqual([
      303,
      '/',
      '/queue?next',
    ]);
    expect(first.headers.get('set-cookie')).toMatch(
      /^__Host-variorum=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(first.headers.get('set-cookie')).not.toBe(second.headers.get('set-cookie'));
    expect(first.headers.get('strict-transport-security')).toContain('max-age=31536000');
    const fixed = await ask('/room/api/session', {}, { cookie: `${name}=chosen-by-another` });
    expect(fixed.status).toBe(401);
  });

  it('says the same whether name or password is wrong, brakes guesses, and logs them', async () => {
    const { ask } = serve();
    const pages = await Promise.all([enter(ask, 'reader', 'guessed guess'), enter(ask, 'nobody', 'guessed guess')]);
    const words = await Promise.all(pages.map(async (page) => /role="alert">([^<]+)/.exec(await page.text())?.[1]));
    expect([pages.map(({ status }) => status), new Set(words).size]).toEqual([[401, 401], 1]);
    for (let guess = 0; guess < 4; guess += 1) await enter(ask, 'nobody', 'guessed guess');
    const braked = await enter(ask, 'nobody', password);
    expect([braked.status, Number(braked.headers.get('retry-after')) > 0]).toEqual([429, true]);
    const [line] = await readAccess(archive, {});
    expect(line).toMatchObject({ kind: 'sign-in-failed', subject: 'nobody', detail: { why: 'no such name' } });
  });

  it('takes no form of another site, and leads nowhere else', async () => {
    const { ask } = serve();
    const body = new URLSearchParams({ form: 'x', signIn: 'coder', password });
    expect((await ask('/sign-in', { method: 'POST', body })).status).toBe(403);
    expect((await ask('/sign-in', { method: 'POST', body }, { cookie: '__Host-variorum-form=y' })).status).toBe(403);
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'])
      expect((await enter(ask, 'coder', password, { next })).headers.get('location')).toBe('/');
    const large = new URLSearchParams({ form: 'x', signIn: 'a'.repeat(20_000) });
    const length = { 'content-length': String(large.toString().length) };
    expect((await ask('/sign-in', { method: 'POST', body: large }, length)).status).toBe(413);
    const odd = await enter(ask, '"><script>alert(1)</script>', 'guessed guess');
    expect(await odd.text()).not.toContain('<script');
  });

  it('signs out by the page, and not by a link of another', async () => {
    const { ask } = serve();
    const headers = await signedIn(ask, 'coder');
    const { cookie } = headers;
    expect((await ask('/sign-out', { method: 'POST' }, { cookie })).status).toBe(403);
    expect((await ask('/room/api/front', {}, { cookie })).status).toBe(200);
    const body = new URLSearchParams({ csrf: headers['x-variorum-csrf'] });
    expect((await ask('/sign-out', { method: 'POST', body }, { cookie })).headers.get('location')).toBe('/sign-in');
    expect((await ask('/room/api/front', {}, { cookie })).status).toBe(401);
  });

  it('lets an invited person choose a password once', async () => {
    const { ask } = serve();
    const headers = await signedIn(ask, 'admin');
    const asked = { method: 'POST', body: JSON.stringify({ name: 'N. Ewcomer', role: 'coder' }) };
    const { invitation } = (await (await ask('/room/api/people', asked, headers)).json()) as { invitation: string };
    const page = await ask(invitation);
    const text = await page.text();
    expect(text).toContain('You are N. Ewcomer here');
    const form = /name="form" value="([\w-]+)"/.exec(text)?.[1] ?? '';
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
    const choose = (words: string, again: string) =>
      ask(invitation, { method: 'POST', body: new URLSearchParams({ form, password: words, again }) }, { cookie });
    expect((await choose('short', 'short')).status).toBe(422);
    expect(await (await choose(password, 'other')).text()).toContain('not the same');
    expect((await choose(password, password)).headers.get('set-cookie')).toContain(`${name}=`);
    expect((await ask(invitation)).status).toBe(401);
    expect((await enter(ask, 'n.ewcomer')).status).toBe(303);
  });

  it('shows names to whoever has the right and says why, and logs that; exports are logged', async () => {
    const { ask } = serve();
    const path = `/room/api/incidents/${incident}/unveil`;
    const post = async (role: Role, reason: string) =>
      (await ask(path, { method: 'POST', body: JSON.stringify({ reason }) }, await signedIn(ask, role))).status;
    expect([await post('reader', 'why'), await post('admin', 'why')]).toEqual([403, 403]);
    expect([await post('editor', ' '), await post('editor', 'to reach the family')]).toEqual([422, 200]);
    const [line] = await readAccess(archive, {});
    expect(line).toMatchObject({
      who: 'The editor',
      kind: 'unveiled',
      detail: { incident, reason: 'to reach the family' },
    });
    await ask('/room/api/editions/now/exports/csv', {}, await signedIn(ask, 'reader'));
    expect((await readAccess(archive, {}))[0]).toMatchObject({
      who: 'The reader',
      kind: 'exported',
      subject: 'now.csv',
    });
  });
});

describe('listening', () => {
  const options = { port: 0, who: 'A. Admin', name: 'ours', complain: () => undefined };

  it('is refused beyond this machine without people who sign in, and without being told where browsers come', async () => {
    await expect(serveRoom(archive, { ...options, host: '0.0.0.0' })).rejects.toThrow('add --team');
    await expect(serveRoom(archive, { ...options, host: '0.0.0.0', team: {} })).rejects.toThrow('add --public-url');
  });
});
