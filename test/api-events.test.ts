import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, type Dispatcher, EventSource } from 'undici';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { usualLimits } from '../src/http/limits.ts';
import { type Archive, addReports, decideRecord, openRecord } from '../src/service/index.ts';
import { type ServedApi, serveApi } from './kits/api.ts';
import { openTestArchive, writeReport } from './kits/archives.ts';

let folder: string;
let archive: Archive;
let served: ServedApi;
let line: Line;

/** A line to a server that can be cut, and is there again at once. */
interface Line {
  readonly origin: string;
  cut(): void;
  close(): void;
}

async function openLine(to: number): Promise<Line> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => void sockets.add(socket.on('error', () => socket.destroy()));
  const server: Server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    keep(near);
    keep(far);
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    ...{ origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, cut },
    close: () => {
      cut();
      server.close();
    },
  };
}

/** Send a token and the name of the server with each request, and note which event was heard last. */
function identify(host: string, heard: (string | undefined)[]): Dispatcher {
  return new Agent().compose((dispatch) => (options, handler) => {
    const given = Object.entries((options.headers ?? {}) as Readonly<Record<string, string>>);
    const headers = Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), value]));
    heard.push(headers['last-event-id']);
    return dispatch({ ...options, headers: { ...headers, host, authorization: 'Bearer reader' } }, handler);
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-events-'));
  archive = await openTestArchive(join(folder, 'archive'));
  await addReports(archive, [{ path: 'a.json', content: writeReport('Springfield', 12) }]);
  served = await serveApi(archive, usualLimits);
  line = await openLine(Number(new URL(served.origin).port));
}, 120_000);
afterAll(async () => {
  line.close();
  await served.close();
  await archive.close();
  rmSync(folder, { recursive: true });
});

/** Note something about the incident; everybody who listens is told. */
async function note(reason: string): Promise<void> {
  const { room } = served;
  const [incident = ''] = room.board.keys();
  const { hash } = await openRecord(room, incident);
  await decideRecord(room, 'A. Editor', incident, { action: 'note', target: incident, reason }, hash);
}

const read = (event: Event): unknown => JSON.parse('data' in event ? String(event.data) : 'null');
const next = (): Promise<void> => note(`Note ${served.room.seq}.`);

it('tells a client that lost the line what it missed, each event once and in order', async () => {
  const heard: (string | undefined)[] = [];
  const seen: number[] = [];
  const hellos: unknown[] = [];
  const source = new EventSource(`${line.origin}/api/v1/events`, {
    node: { dispatcher: identify(new URL(served.origin).host, heard), reconnectionTime: 50 },
  });
  source.addEventListener('hello', (event) => void hellos.push(read(event)));
  source.addEventListener('room', (event) => {
    const { kind, seq } = read(event) as { kind: string; seq: number };
    if (kind === 'decided') seen.push(seq);
  });
  try {
    await expect.poll(() => hellos.length, { timeout: 10_000 }).toBe(1);
    const { seq } = served.room;
    await next();
    await expect.poll(() => seen).toEqual([seq + 1]);
    line.cut();
    await next();
    await next();
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual([seq + 1, seq + 2, seq + 3]);
    expect(hellos).toMatchObject([{ missed: false }, { missed: false }]);
    expect([heard[0], heard.at(-1)]).toEqual([undefined, expect.stringMatching(/^[0-9a-f]{12}\.\d+$/)]);
    // A line that breaks before anything happened misses nothing either.
    line.cut();
    await expect.poll(() => hellos.length, { timeout: 10_000 }).toBe(3);
    await next();
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual([1, 2, 3, 4].map((step) => seq + step));
  } finally {
    source.close();
  }
}, 60_000);

it('says that something was missed to whoever comes with an event of another server', async () => {
  const abort = new AbortController();
  const answer = await fetch(`${served.origin}/api/v1/events`, {
    headers: { authorization: 'Bearer reader', 'last-event-id': '000000000000.7' },
    signal: abort.signal,
  });
  const { value } = (await answer.body?.getReader().read()) ?? {};
  const told = new TextDecoder().decode(value);
  expect(told).toContain('"missed":true');
  expect(told).toMatch(/^id: [0-9a-f]{12}\.\d+$/m);
  abort.abort();
});
