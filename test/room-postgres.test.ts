import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openDialects, writeReport } from './kits/archives.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const { dialects, close } = await openDialects();
const folder = mkdtempSync(join(tmpdir(), 'variorum-serve-'));
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  close();
  rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [main, ...args], { encoding: 'utf8', stdio: 'pipe' });

/** Start `serve --team`, and wait for what it prints. */
async function serve(place: string) {
  const child = spawn(process.execPath, [main, 'serve', place, '--team', '--port', '0', '--by', 'A. Admin']);
  running.add(child);
  let printed = '';
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      printed += chunk.toString();
      const found = /http:\S+/.exec(printed)?.[0];
      if (found !== undefined && printed.includes('Ctrl+C')) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => reject(new Error(`${code}: ${printed}`)));
  });
  const stop = async (): Promise<number | null> => {
    running.delete(child);
    child.removeAllListeners('exit');
    const over = new Promise<number | null>((resolve) => child.on('exit', resolve));
    child.kill('SIGTERM');
    return over;
  };
  return { address, stop, origin: new URL(address).origin };
}

const password = 'ferry lantern upland';

/** Fill in a form of the door; gives the cookie of the session. */
async function fill(address: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const page = await fetch(address);
  const form = /name="form" value="([\w-]+)"/.exec(await page.text())?.[1] ?? '';
  const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const body = new URLSearchParams({ form, ...fields });
  const answer = await fetch(address, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
  expect(answer.status).toBe(303);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function openAs(origin: string, cookie: string) {
  const session = await (await fetch(`${origin}/room/api/session`, { headers: { cookie } })).json();
  const headers = { cookie, 'x-variorum-csrf': (session as { csrf: string }).csrf };
  return async (path: string, body?: object) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${origin}/room/api${path}`, { headers, ...init });
    return { status: answer.status, told: (await answer.json()) as Record<string, never> };
  };
}

// `npm test` builds the package first.
describe.each(dialects)('serve --team on an archive in $name', ({ makePlace }) => {
  it('lets people in, keeps what they may not from them, and knows them and what they decided after it was stopped', async () => {
    const place = makePlace();
    writeFileSync(join(folder, 'a.json'), writeReport('Springfield', 12));
    run('add', place, join(folder, 'a.json'), '--reader', 'fast', '--by', 'R. Ames');
    const first = await serve(place);
    expect(first.address).toContain('/invitation/');
    const cookie = await fill(first.address, { password, again: password });
    const admin = await openAs(first.origin, cookie);
    const { told } = await admin('/people', { name: 'B. Coder', role: 'coder' });
    const coderCookie = await fill(first.origin + String(told.invitation), { password, again: password });
    const coder = await openAs(first.origin, coderCookie);
    expect([(await coder('/people')).status, (await admin('/people')).status]).toEqual([403, 200]);
    const { rows } = (await coder('/incidents')).told as unknown as { rows: readonly { id: string }[] };
    const incident = rows[0]?.id ?? '';
    const { hash } = (await coder(`/incidents/${incident}`)).told as unknown as { hash: string };
    const request = { action: 'override', target: `${incident}.killed`, value: 13, reason: 'a list of names' };
    expect((await coder(`/incidents/${incident}/decisions`, { request, seen: hash })).status).toBe(200);
    expect(await first.stop()).toBe(0);
    expect(run('people', 'list', place)).toMatch(
      /A\. Admin · a\.admin · admin · password\nB\. Coder · b\.coder · coder · password\n/,
    );
    expect(run('decisions', place)).toContain('B. Coder  override killed');
    // The cookie of a session is of the server's address; its port is another now, and it holds.
    const second = await serve(place);
    expect(second.address).toBe(`${second.origin}/`);
    const again = await openAs(second.origin, coderCookie);
    expect(JSON.stringify((await again('/decisions')).told)).toContain('a list of names');
    const boss = await openAs(second.origin, cookie);
    const { people } = (await boss('/people')).told as unknown as { people: readonly { id: string; name: string }[] };
    const id = people.find(({ name }) => name === 'B. Coder')?.id;
    expect((await boss(`/people/${id}`, { disabled: true })).status).toBe(200);
    expect((await again('/front')).status).toBe(401);
    expect(await second.stop()).toBe(0);
    expect(run('verify', place)).not.toMatch(/differ|broken|wrong/i);
  }, 120_000);
});
