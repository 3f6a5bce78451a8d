import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestArchive, writeReport } from '../../test/kits/archives.ts';
import {
  type Archive,
  addReports,
  openRoom,
  type Role,
  type Room,
  roles,
  type Scope,
  scopes,
} from '../service/index.ts';
import { makeApp, openLocalSessions, routes, type Sessions } from './index.ts';
import { scopeOf } from './session.ts';

const host = '127.0.0.1:8417';
const csrf = 'a token';
let folder: string;
let archive: Archive;
let room: Room;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-http-'));
  archive = await openTestArchive(join(folder, 'archive'));
  await addReports(archive, [{ path: 'a.json', content: writeReport('Springfield', 12) }]);
  room = await openRoom(archive);
}, 60_000);
afterAll(async () => {
  await archive.close();
  rmSync(folder, { recursive: true });
});

/** Sessions in which everybody has one role. */
const sessionsOf = (role: Role, given: readonly Scope[] = scopes): Sessions => {
  const asker = { person: { name: 'A. Coder', role }, key: 'a', scopes: given };
  return {
    enter: async () => undefined,
    find: async () => ({ ...asker, how: 'browser', csrf }),
    findToken: async (token) => (token === 'known' ? { ...asker, how: 'token' } : undefined),
  };
};

function serve(sessions: Sessions) {
  const complaints: unknown[] = [];
  const assets = { script: '/* script */', style: '/* style */' };
  const complain = (error: unknown): void => void complaints.push(error);
  const app = makeApp({ room, sessions, assets, hosts: new Set([host]), name: '<archive>', complain });
  const ask = (path: string, init: RequestInit = {}, headers: Readonly<Record<string, string>> = {}) =>
    app.request(`http://${host}${path}`, {
      ...init,
      headers: { host, cookie: 'variorum=x', 'x-variorum-csrf': csrf, ...headers },
    });
  return { ask, complaints };
}

const addressOf = (path: string): string => `/room/api${path.replace(/:\w+/g, 'nothing')}`;

describe('every route, for every role', () => {
  it.each(roles)('a %s may do what the table says, and nothing else', async (role) => {
    const { ask, complaints } = serve(sessionsOf(role));
    for (const route of routes) {
      const answer = await ask(addressOf(route.path), { method: route.method.toUpperCase() });
      const may = roles.indexOf(role) >= roles.indexOf(route.role);
      expect([route.method, route.path, answer.status === 403]).toEqual([route.method, route.path, !may]);
    }
    expect(complaints).toEqual([]);
  });

  it('lets nobody in without a session, and changes nothing without the token of the page', async () => {
    const { ask } = serve(sessionsOf('admin'));
    for (const route of routes) {
      const method = route.method.toUpperCase();
      expect((await ask(addressOf(route.path), { method }, { cookie: '' })).status).toBe(401);
      if (route.method === 'get') continue;
      const forged = await ask(addressOf(route.path), { method }, { 'x-variorum-csrf': 'guessed' });
      expect([route.path, forged.status]).toEqual([route.path, 403]);
    }
    expect((await ask('/room/api/events', {}, { cookie: '' })).status).toBe(401);
  });
});

describe('a program', () => {
  const asToken = { cookie: '', 'x-variorum-csrf': '', authorization: 'Bearer known' };

  it.each(scopes)('whose token has the scope %s alone may do that and nothing else', async (scope) => {
    const { ask } = serve(sessionsOf('admin', [scope]));
    for (const route of routes) {
      const answer = await ask(addressOf(route.path), { method: route.method.toUpperCase() }, asToken);
      const may = scopeOf(route) === scope && route.browser !== true;
      expect([route.path, answer.status === 403]).toEqual([route.path, !may]);
      expect(answer.status).not.toBe(401);
    }
  });

  it('is not let in by a token that nobody was given, whatever cookie goes beside it', async () => {
    const { ask } = serve(sessionsOf('admin'));
    const answer = await ask(
      '/room/api/front',
      {},
      { ...asToken, cookie: 'variorum=x', authorization: 'Bearer other' },
    );
    expect(answer.status).toBe(401);
  });
});

describe('the door', () => {
  it('turns the printed token into a cookie once, which no script can read and no other site sends', async () => {
    const { sessions, token } = openLocalSessions('A. Coder');
    const { ask } = serve(sessions);
    const first = await ask(`/enter/${token}`, {}, { cookie: '' });
    expect(first.status).toBe(302);
    expect(first.headers.get('set-cookie')).toMatch(/^variorum=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await ask(`/enter/${token}`, {}, { cookie: '' })).status).toBe(401);
    expect((await ask('/enter/wrong', {}, { cookie: '' })).status).toBe(401);
  });

  it('answers only to its own name, so that no other site can point a name at it', async () => {
    const { ask } = serve(sessionsOf('admin'));
    expect((await ask('/room/api/front', {}, { host: 'evil.example' })).status).toBe(403);
  });

  it('forbids scripts that are not its own, on every answer', async () => {
    const { ask } = serve(sessionsOf('admin'));
    for (const path of ['/', '/incidents', '/room/api/front', '/room.js', '/nothing', '/enter/x']) {
      const { headers } = await ask(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    const page = await (await ask('/')).text();
    expect(page).toContain('&lt;archive&gt;');
    expect(page).not.toMatch(/<script(?! src=)|\son\w+=/);
  });

  it('prints every record without a script, for whoever has none, and shows what a report holds as text', async () => {
    const { ask } = serve(sessionsOf('reader'));
    const [id = ''] = room.board.keys();
    const list = await (await ask('/plain')).text();
    expect(list).toContain(`href="/plain/${id}"`);
    const page = await ask(`/plain/${id}`);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
    expect(await page.text()).toContain('At least 12 people were killed');
    expect((await ask('/plain', {}, { cookie: '' })).status).toBe(401);
  });

  it('tells what is wrong as a problem (RFC 9457), and never more of itself', async () => {
    const { ask, complaints } = serve(sessionsOf('admin'));
    const incident = [...room.board.keys()][0] ?? '';
    const body = JSON.stringify({ request: { action: 'override', target: `${incident}.killed` }, seen: '' });
    const stale = await ask(`/room/api/incidents/${incident}/decisions`, { method: 'POST', body });
    expect([stale.status, stale.headers.get('content-type')]).toEqual([409, 'application/problem+json']);
    const broken = await ask(`/room/api/incidents/${incident}/decisions`, { method: 'POST', body: '{' });
    expect(broken.status).toBe(400);
    const odd = await ask('/room/api/incidents?count=100000');
    expect([odd.status, ((await odd.json()) as { title: string }).title]).toEqual([400, 'This was not understood']);
    expect((await ask('/room/api/incidents/nothing')).status).toBe(404);
    expect((await ask('/..%2f..%2fetc%2fpasswd')).status).toBe(404);
    expect(complaints).toEqual([]);
  });

  it('holds back whoever asks too much', async () => {
    const { ask } = serve(sessionsOf('reader'));
    const answers = await Promise.all(Array.from({ length: 300 }, () => ask('/room.css')));
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    expect(answers[0]?.status).toBe(200);
  });

  it('holds back whoever makes up cookies as it does whoever brings none', async () => {
    const { ask } = serve({ ...sessionsOf('reader'), find: async () => undefined });
    const answers = await Promise.all(
      Array.from({ length: 400 }, (_, at) => ask('/enter/guess', {}, { cookie: `variorum=made-up-${at}` })),
    );
    expect(answers.some(({ status }) => status === 429)).toBe(true);
  });
});
