import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveRoom } from '../src/http/index.ts';
import {
  type Archive,
  addPerson,
  changePerson,
  invite,
  listAccounts,
  readAccess,
  signInByIdentity,
  unlinkIdentity,
} from '../src/service/index.ts';
import { openTestArchive } from './kits/archives.ts';
import { startProvider, type TestProvider } from './kits/provider.ts';

const admin = { who: 'root', address: '' };
const back = '/sign-in/provider/back';
let folder: string;
let archive: Archive;
let provider: TestProvider;
let served: Served;
let complaints: unknown[];
const people = new Map<string, string>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-provider-'));
  archive = { ...(await openTestArchive(join(folder, 'archive'))), now: () => new Date().toISOString() };
  for (const [name, signIn] of [
    ['R. Oot', 'root'],
    ['I. Nvited', 'i.nvited'],
    ['M. Ail', 'mail@desk.example'],
    ['U. Nverified', 'unverified@desk.example'],
    ['O. Ld', 'old@desk.example'],
  ] as const)
    people.set(
      name,
      (await addPerson(archive, admin, { name, signIn, role: name === 'R. Oot' ? 'admin' : 'coder' })).id,
    );
  for (const name of ['M. Ail', 'U. Nverified']) await invite(archive, admin, people.get(name) ?? '');
  provider = await startProvider();
  complaints = [];
  served = await serveRoom(archive, {
    ...{ port: 0, who: 'R. Oot', name: 'ours', complain: (error) => void complaints.push(error) },
    team: {
      provider: { issuer: provider.issuer, clientId: 'room', clientSecret: 'a secret & more', label: 'The Desk' },
    },
  });
  provider.admit('room', 'a secret & more', new URL(back, served.address).href);
}, 60_000);
afterAll(async () => {
  await served?.close();
  provider?.close();
  await archive?.close();
  rmSync(folder, { recursive: true, force: true });
});

const reach = (path: string): string => new URL(path, served.address).href;
const cookieOf = (answer: Response, name: string): string =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0] ?? '';

/** Press the button on a page of the door: where the browser is sent, and what it keeps meanwhile. */
async function begin(page = '/sign-in', { login = '' } = {}) {
  const shown = await fetch(reach(page));
  const text = await shown.text();
  const [, fields = ''] = /action="\/sign-in\/provider">(.*)\n/.exec(text) ?? [];
  const body = new URLSearchParams(
    [...fields.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const cookie = cookieOf(shown, 'variorum-form');
  const answer = await fetch(reach('/sign-in/provider'), {
    method: 'POST',
    body,
    headers: { cookie },
    redirect: 'manual',
  });
  const address = /^0; url=(.*)$/.exec(answer.headers.get('refresh') ?? '')?.[1] ?? '';
  const round = cookieOf(answer, 'variorum-round');
  return { answer, address, round, came: login === '' ? undefined : await provider.vouch(address, login) };
}

const finish = (came: URL | undefined, round: string): Promise<Response> =>
  fetch(reach(back + (came?.search ?? '')), { headers: { cookie: round }, redirect: 'manual' });

/** Go the whole round; gives the answer at its end. */
async function comeAs(login: string, page = '/sign-in'): Promise<Response> {
  const { came, round } = await begin(page, { login });
  return finish(came, round);
}

async function sessionOf(answer: Response): Promise<{ person?: { name: string; role: string }; status: number }> {
  const asked = await fetch(reach('/room/api/session'), { headers: { cookie: cookieOf(answer, 'variorum') } });
  return { ...((await asked.json()) as object), status: asked.status };
}

const invitationOf = async (name: string): Promise<string> =>
  `/invitation/${await invite(archive, admin, people.get(name) ?? '')}`;

describe('accounts of another place', () => {
  it('are come by with code, PKCE, state and nonce, from an invitation to a session and again', async () => {
    const page = await invitationOf('I. Nvited');
    const { address, came, round } = await begin(page, { login: 'invited' });
    const asked = Object.fromEntries(new URL(address).searchParams);
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid email' });
    expect([asked.state, asked.nonce, asked.code_challenge].map((one) => (one ?? '').length > 40)).toEqual([
      true,
      true,
      true,
    ]);
    const first = await finish(came, round);
    expect([first.status, first.headers.get('location')]).toEqual([303, '/']);
    expect(first.headers.getSetCookie().join()).toMatch(
      /variorum-round=; Max-Age=0.*variorum=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/,
    );
    expect((await sessionOf(first)).person).toMatchObject({ name: 'I. Nvited', role: 'coder' });
    // The invitation is used up; the account is known from now on.
    expect((await fetch(reach(page))).status).toBe(401);
    expect((await sessionOf(await comeAs('invited', '/sign-in?next=/queue'))).person?.name).toBe('I. Nvited');
    const [again, linked] = [
      (await readAccess(archive, {}))[0],
      (await readAccess(archive, {})).find(({ kind }) => kind === 'identity-linked'),
    ];
    expect([again?.kind, again?.detail, linked?.who, linked?.subject]).toEqual([
      'signed-in',
      { how: 'provider' },
      'I. Nvited',
      provider.issuer,
    ]);
    const [account] = (await listAccounts(archive)).filter(({ name }) => name === 'I. Nvited');
    expect([account?.hasPassword, account?.issuers]).toEqual([false, [provider.issuer]]);
  });

  it('lead to where one wanted to go, and nowhere else', async () => {
    const { came, round } = await begin('/sign-in?next=/queue', { login: 'invited' });
    expect((await finish(came, round)).headers.get('location')).toBe('/queue');
    const other = await begin('/sign-in?next=//evil.example', { login: 'invited' });
    expect((await finish(other.came, other.round)).headers.get('location')).toBe('/');
  });

  it('do for whom an invitation waits under a verified address of mail, and for no other address', async () => {
    expect((await sessionOf(await comeAs('mail'))).person?.name).toBe('M. Ail');
    // Not verified; and known here, but nothing waits for them.
    for (const login of ['unverified', 'old']) {
      const refused = await comeAs(login);
      expect([refused.status, (await sessionOf(refused)).status]).toEqual([401, 401]);
    }
  });

  it('of people nobody has made known are refused, and logged', async () => {
    const refused = await comeAs('stranger');
    expect([refused.status, await refused.text()]).toEqual([
      401,
      expect.stringContaining('Nobody here is known by this account'),
    ]);
    expect((await sessionOf(refused)).status).toBe(401);
    expect((await readAccess(archive, {}))[0]).toMatchObject({
      ...{
        kind: 'sign-in-failed',
        subject: 'stranger@desk.example',
        detail: { why: 'not known here', issuer: provider.issuer },
      },
    });
    expect((await listAccounts(archive)).some(({ name }) => /stranger/.test(name))).toBe(false);
  });

  it('of people who are kept out are refused, and their sessions end', async () => {
    const inside = await comeAs('mail');
    const change = (disabled: boolean) => changePerson(archive, admin, people.get('M. Ail') ?? '', { disabled });
    await change(true);
    expect((await sessionOf(inside)).status).toBe(401);
    const refused = await comeAs('mail');
    expect([refused.status, (await sessionOf(refused)).status]).toEqual([401, 401]);
    expect((await readAccess(archive, {}))[0]).toMatchObject({
      kind: 'sign-in-failed',
      who: 'M. Ail',
      detail: { why: 'disabled' },
    });
    await change(false);
    expect((await comeAs('mail')).status).toBe(303);
  });

  it('are one person’s each: an invitation of another is not taken by them', async () => {
    const page = await invitationOf('O. Ld');
    expect((await comeAs('invited', page)).status).toBe(401);
    expect((await fetch(reach(page))).status).toBe(200);
    expect((await sessionOf(await comeAs('old', page))).person?.name).toBe('O. Ld');
  });

  it('are unlinked by an admin: sessions end, and whoever holds the account is nobody here until invited again', async () => {
    const id = people.get('O. Ld') ?? '';
    const inside = await comeAs('old');
    expect((await sessionOf(inside)).person?.name).toBe('O. Ld');
    await expect(unlinkIdentity(archive, admin, id, 'https://other.example')).rejects.toThrow('has no account of');
    await unlinkIdentity(archive, admin, id, provider.issuer);
    expect([(await sessionOf(inside)).status, (await comeAs('old')).status]).toEqual([401, 401]);
    const unlinked = (await readAccess(archive, {})).find(({ kind }) => kind === 'identity-unlinked');
    expect(unlinked).toMatchObject({ subject: 'O. Ld', detail: { issuer: provider.issuer } });
    expect((await sessionOf(await comeAs('old', await invitationOf('O. Ld')))).person?.name).toBe('O. Ld');
  });

  it('stay linked where nobody would be left who looks after people and can come in', async () => {
    const only = await openTestArchive(join(folder, 'only'));
    const { id } = await addPerson(only, admin, { name: 'L. Ast', role: 'admin' });
    const invitation = await invite(only, admin, id);
    await signInByIdentity(only, { identity: { issuer: provider.issuer, subject: 'last' }, invitation, address: '' });
    await expect(unlinkIdentity(only, admin, id, provider.issuer)).rejects.toThrow('is the last admin');
    await only.close();
  });
});

describe('what comes back is believed only where it fits what was asked', () => {
  const change = (came: URL | undefined, name: string, value: string): URL => {
    const other = new URL(came ?? '');
    other.searchParams.set(name, value);
    return other;
  };
  const swap = (round: string, name: string, value = 'x'.repeat(43)): string => {
    const [cookie = '', kept = ''] = round.split('=');
    const read = JSON.parse(Buffer.from(kept, 'base64url').toString());
    return `${cookie}=${Buffer.from(JSON.stringify({ ...read, [name]: value })).toString('base64url')}`;
  };

  it('refuses another state, nonce, verifier, code, issuer, and a round that was never begun', async () => {
    const tries: readonly (readonly [what: string, why: RegExp, spoil: (came: URL, round: string) => [URL, string]])[] =
      [
        ['state', /state/i, (came, round) => [change(came, 'state', 'y'.repeat(43)), round]],
        ['nonce', /nonce/i, (came, round) => [came, swap(round, 'nonce')]],
        ['verifier', /invalid_grant/, (came, round) => [came, swap(round, 'verifier')]],
        ['code', /invalid_grant/, (came, round) => [change(came, 'code', 'z'.repeat(43)), round]],
        ['issuer', /iss/i, (came, round) => [change(came, 'iss', 'https://evil.example'), round]],
        [
          'denied',
          /access_denied/,
          (came, round) => [change(change(came, 'code', ''), 'error', 'access_denied'), round],
        ],
      ];
    for (const [what, why, spoil] of tries) {
      const { came, round } = await begin('/sign-in', { login: 'invited' });
      const refused = await finish(...spoil(came ?? new URL('about:blank'), round));
      expect([what, refused.status, cookieOf(refused, 'variorum')]).toEqual([what, 401, '']);
      const [line] = await readAccess(archive, {});
      expect([what, line?.kind, String(line?.detail.why)]).toEqual([
        what,
        'sign-in-failed',
        expect.stringMatching(why),
      ]);
    }
    const { came, round } = await begin('/sign-in', { login: 'invited' });
    for (const kept of ['', 'variorum-round=x', swap(round, 'more')])
      expect([kept, (await finish(came, kept)).status]).toEqual([kept, 401]);
    // Good once: what is sent again is refused by the provider, which has seen the code.
    expect((await finish(came, round)).status).toBe(303);
    expect((await finish(came, round)).status).toBe(401);
  });

  it('begins by a form of its own alone', async () => {
    const answer = await fetch(reach('/sign-in/provider'), {
      method: 'POST',
      body: new URLSearchParams({ next: '/' }),
    });
    expect(answer.status).toBe(403);
    expect((await fetch(reach('/sign-in/provider'))).status).toBe(404);
  });

  it('brakes whoever tries again and again', async () => {
    const { came, round } = await begin('/sign-in', { login: 'invited' });
    const wrong = change(came, 'state', 'y'.repeat(43));
    const answers: number[] = [];
    for (let at = 0; at < 40 && answers.at(-1) !== 429; at += 1) answers.push((await finish(wrong, round)).status);
    expect(answers.at(-1)).toBe(429);
  });
});

it('a provider that does not answer keeps nobody from a password', async () => {
  provider.close();
  const other = await serveRoom(archive, {
    ...{ port: 0, who: 'R. Oot', name: 'ours', complain: (error) => void complaints.push(error) },
    team: { provider: { issuer: provider.issuer, clientId: 'room', label: 'The Desk' } },
  });
  const page = await fetch(new URL('/sign-in', other.address));
  const text = await page.text();
  const form = /name="form" value="([\w-]+)"/.exec(text)?.[1] ?? '';
  const body = new URLSearchParams({ form, next: '/' });
  const answer = await fetch(new URL('/sign-in/provider', other.address), {
    method: 'POST',
    body,
    headers: { cookie: cookieOf(page, 'variorum-form') },
  });
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('The Desk does not answer')]);
  expect([text.includes('Password'), complaints.length]).toEqual([true, 1]);
  await other.close();
});
