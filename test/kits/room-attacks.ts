import { connect } from 'node:net';
import { serve } from '@hono/node-server';
import { z } from 'zod';
import { makeApp, type Sessions } from '../../src/http/index.ts';
import { type Room, scopes } from '../../src/service/index.ts';

/** Token that a session of these tests sends with every change. */
export const csrf = 'a token';

/** Everybody who brings a cookie is an administrator. */
export const openSessions: Sessions = {
  enter: async () => undefined,
  find: async (cookie) => ({
    person: { name: 'A. Coder', role: 'admin' },
    ...{ how: 'browser', key: cookie, scopes, csrf },
  }),
  findToken: async () => undefined,
};

/** What strangers write into fields; each would do harm where words are taken for something else. */
export const hostileWords: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' or 1=1; drop table event; --",
  '../../../../../../etc/passwd',
  '..\\..\\..\\windows\\win.ini',
  'nul\u0000byte',
  'line\r\nset-cookie: variorum=stolen',
  '{{7*7}}<%= 7*7 %>',
  '%00%0d%0a%2e%2e%2f',
  'x'.repeat(3000),
  '9'.repeat(400),
  '-1',
  '1e309',
  '__proto__',
  'constructor',
  '\u202eevil\u2066',
  '(a+)+$',
  '"*" OR near(a b)',
  ' ',
  '',
];

/** A server of a room at a port of its own, with what it took for its own mistakes. */
export interface BareServer {
  readonly port: number;
  readonly complaints: readonly unknown[];
  readonly app: ReturnType<typeof makeApp>;
  readonly host: string;
  close(): void;
}

/** Serve a room without a browser. */
export async function serveBare(room: Room): Promise<BareServer> {
  const complaints: unknown[] = [];
  const hosts = new Set<string>();
  const complain = (error: unknown): void => void complaints.push(error);
  const assets = { script: '/* script */', style: '/* style */' };
  const app = makeApp({ room, sessions: openSessions, assets, hosts, name: '<archive>', complain });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const host = `127.0.0.1:${port}`;
  hosts.add(host);
  return {
    ...{ port, complaints, app, host },
    close: () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
  };
}

/** An answer is over when nothing more of it has come for so long. */
const quietMs = 1000;

/** Send bytes as they are, and give what comes back until the other side is done or some time is up. */
export function sendRaw(port: number, bytes: string, waitMs = 20_000): Promise<string> {
  return new Promise((resolve) => {
    let got = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    const done = (): void => {
      socket.destroy();
      resolve(got);
    };
    let timer = setTimeout(done, waitMs);
    socket.on('data', (chunk) => {
      got += chunk.toString('latin1');
      clearTimeout(timer);
      timer = setTimeout(done, quietMs);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(got);
    });
  });
}

type Json = Readonly<Record<string, unknown>>;

/** Make a value that a schema might take, with `words` wherever it takes words and `count` wherever it takes a number. */
export function fillSchema(schema: z.ZodType, words: string, count: number): unknown {
  return fill(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json, words, count);
}

function fill(schema: Json, words: string, count: number): unknown {
  const { type, enum: choices, const: only, anyOf, oneOf, properties, items, prefixItems } = schema;
  if (only !== undefined) return only;
  if (Array.isArray(choices)) return choices[0];
  const either = anyOf ?? oneOf;
  if (Array.isArray(either)) return fill(either[0] as Json, words, count);
  if (Array.isArray(prefixItems)) return prefixItems.map((one) => fill(one as Json, words, count));
  if (type === 'array') return [fill((items ?? {}) as Json, words, count)];
  if (type === 'object')
    return Object.fromEntries(
      Object.entries((properties ?? {}) as Readonly<Record<string, Json>>).map(([name, one]) => [
        name,
        fill(one, words, count),
      ]),
    );
  if (type === 'integer' || type === 'number') return count;
  return type === 'boolean' ? true : words;
}
