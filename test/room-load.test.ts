import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type Adding,
  type Archive,
  addingLimits,
  addReports,
  beginAdding,
  cancelAdding,
  isUnderWay,
  listAdding,
  openRoom,
  type Room,
} from '../src/service/index.ts';
import { openTestArchive, writeReport } from './kits/archives.ts';
import { type BareServer, csrf, serveBare } from './kits/room-attacks.ts';

/** The front page answers so fast whatever else is sent; without it, a few milliseconds. The rest is for a machine with other work. */
const fastMs = 1500;
const megabyte = 1024 * 1024;
const multipart = 'content-type: multipart/form-data; boundary=x';
let folder: string;
let archive: Archive;
let room: Room;
let server: BareServer;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-load-'));
  archive = await openTestArchive(join(folder, 'archive'));
  await addReports(archive, [{ path: 'a.json', content: writeReport('Springfield', 12) }]);
  room = await openRoom(archive);
  server = await serveBare(room);
  url = `http://${server.host}/room/api`;
}, 60_000);
afterAll(async () => {
  server?.close();
  await archive?.close();
  rmSync(folder, { recursive: true, force: true });
});

const headers = { cookie: 'variorum=sender', 'x-variorum-csrf': csrf };

/** Look at the front page again and again while something goes on; gives the longest that it took. */
async function watchFront(doing: Promise<unknown>): Promise<number> {
  let isOver = false;
  void doing.finally(() => {
    isOver = true;
  });
  let longest = 0;
  while (!isOver) {
    const begun = performance.now();
    const answer = await fetch(`${url}/front`, { headers: { cookie: 'variorum=looker' } });
    await answer.text();
    expect(answer.status).toBe(200);
    longest = Math.max(longest, performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await doing;
  return longest;
}

interface Talk {
  readonly socket: Socket;
  /** All that came back, once the other side is done. */
  readonly answer: Promise<string>;
}

/** Begin a request and leave its body open. */
function begin(lines: readonly string[], isKnown = true): Talk {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  const own = isKnown ? Object.entries(headers).map(([name, value]) => `${name}: ${value}`) : [];
  socket.write(['POST /room/api/adding/files HTTP/1.1', `host: ${server.host}`, ...own, ...lines, '', ''].join('\r\n'));
  let got = '';
  socket.on('data', (chunk) => {
    got += chunk.toString('latin1');
  });
  return { socket, answer: new Promise((resolve) => socket.on('close', () => resolve(got))) };
}

async function upload(name: string, content: Uint8Array<ArrayBuffer>): Promise<Response> {
  const form = new FormData();
  form.append('files', new File([content], name));
  return fetch(`${url}/adding/files`, { method: 'POST', body: form, headers });
}

/** Upload a file, and wait until it was dealt with. */
async function addWhole(name: string, content: Uint8Array<ArrayBuffer>): Promise<Adding> {
  const { id } = (await (await upload(name, content)).json()) as Adding;
  return vi.waitFor(
    () => {
      const run = listAdding(room).find((one) => one.id === id);
      if (run === undefined || isUnderWay(run)) throw new Error('under way');
      return run;
    },
    { timeout: 18_000, interval: 50 },
  );
}

describe('while somebody sends what never ends, the front page answers', () => {
  test('a hundred bodies of a byte a second are cut, and told why', async () => {
    const talks = Array.from({ length: 100 }, () => begin(['content-length: 100000', multipart]));
    const timer = setInterval(() => {
      for (const { socket } of talks) if (socket.writable) socket.write('x');
    }, 1000);
    const longest = await watchFront(Promise.all(talks.map(({ answer }) => answer)));
    clearInterval(timer);
    const answers = await Promise.all(talks.map(({ answer }) => answer));
    expect(answers.filter((words) => !/^HTTP\/1\.1 408 .*at least 1000 bytes a second/s.test(words))).toEqual([]);
    expect(longest).toBeLessThan(fastMs);
  }, 20_000);

  test('a body in chunks without end is cut at the limit, and before anything of it is read where nobody has signed in', async () => {
    const chunk = `${(64 * 1024).toString(16)}\r\n${'x'.repeat(64 * 1024)}\r\n`;
    const pour = (isKnown: boolean): Talk => {
      const talk = begin(['transfer-encoding: chunked', multipart], isKnown);
      const go = (): void => {
        while (!talk.socket.destroyed && talk.socket.write(chunk));
      };
      talk.socket.on('drain', go);
      go();
      return talk;
    };
    const talks = [true, true, true, false].map(pour);
    const longest = await watchFront(Promise.all(talks.map(({ answer }) => answer)));
    const answers = await Promise.all(talks.map(({ answer }) => answer));
    for (const words of answers.slice(0, 3)) expect(words).toMatch(/^HTTP\/1\.1 413 .*a request holds at most 64 MB/s);
    expect(answers[3]).toMatch(/^HTTP\/1\.1 401 /);
    expect(longest).toBeLessThan(fastMs);
  }, 20_000);
});

describe('while somebody adds what unpacks to more than it may, the front page answers', () => {
  const sevens = (megabytes: number): Uint8Array<ArrayBuffer> =>
    new Uint8Array(gzipSync(new Uint8Array(megabytes * megabyte).fill(55), { level: 1 }));

  test.each([
    ['a gzip bomb', 'bomb.gz', () => sevens(300), /more than the 128 MB/],
    ['a zip of gzip bombs', 'bombs.zip', () => zipBombs(160, 6), /more than the 128 MB/],
    ['a zip of gzip files that fit one by one', 'many.zip', () => zipBombs(100, 5), /grows beyond all bounds/],
    ['a zip of one large file', 'one.zip', () => zipOne(100), /more than the 64 MB/],
  ])(
    '%s is set aside, with the limit',
    async (_what, name, make, words) => {
      const content = make();
      const added = addWhole(name, content);
      const longest = await watchFront(added);
      const { state, issues = [] } = await added;
      expect([state, issues.map(({ message }) => message).join()]).toEqual(['done', expect.stringMatching(words)]);
      expect(longest).toBeLessThan(fastMs);
    },
    20_000,
  );

  function zipBombs(megabytes: number, count: number): Uint8Array<ArrayBuffer> {
    const bomb = sevens(megabytes);
    const names = Array.from({ length: count }, (_, at) => `${at}.gz`);
    return new Uint8Array(zipSync(Object.fromEntries(names.map((name) => [name, bomb])), { level: 0 }));
  }
  function zipOne(megabytes: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(zipSync({ 'a.txt': new Uint8Array(megabytes * megabyte) }, { level: 1 }));
  }
});

test('a file over the limit is refused with the limit, one below it is taken while the front page answers', async () => {
  const over = await upload('over.txt', new Uint8Array(65 * megabyte).fill(97));
  expect([over.status, await over.text()]).toEqual([413, expect.stringContaining('a request holds at most 64 MB')]);
  const below = addWhole('below.txt', new Uint8Array(40 * megabyte).fill(97));
  expect(await watchFront(below)).toBeLessThan(fastMs * 2);
  expect((await below).issues?.map(({ code }) => code)).toEqual(['ingest/text-too-long']);
}, 20_000);

test('sets of reports wait for each other, and no more wait than can be held', async () => {
  const add = (): Adding => beginAdding(room, 'A. Coder', [{ path: 'a.json', content: writeReport('Dayton', 5) }]);
  const begun = Array.from({ length: addingLimits.sets }, add);
  expect(add).toThrow('wait until some of them are done');
  const states = listAdding(room).filter(isUnderWay);
  expect(states.filter(({ state }) => state === 'waiting').length).toBeGreaterThanOrEqual(addingLimits.sets - 3);
  for (const { id } of begun) cancelAdding(room, id);
  await vi.waitFor(() => expect(listAdding(room).some(isUnderWay)).toBe(false), { timeout: 15_000, interval: 50 });
  const large = { path: 'large.txt', content: new Uint8Array(addingLimits.heldBytes + 1) };
  expect(() => beginAdding(room, 'A. Coder', [large])).toThrow('still being added');
  expect(server.complaints.map(String)).toEqual([]);
}, 20_000);
