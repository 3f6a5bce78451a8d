import { serve } from '@hono/node-server';
import { makeApp } from '../../src/http/index.ts';
import type { Limits } from '../../src/http/limits.ts';
import { type Archive, openRoom, type Role, type Room, type Scope, scopes } from '../../src/service/index.ts';

/** Host that test servers answer to. */
export const apiHost = '127.0.0.1:8417';

/** An API that is asked without a network, by programs whose token is the name of their role. */
export interface TestApi {
  readonly ask: (path: string, init?: RequestInit & { readonly role?: Role }) => Promise<Response>;
  /** Sends requests for a client. */
  readonly send: (request: Request) => Promise<Response>;
  /** What the server took for its own mistake. */
  readonly complaints: readonly unknown[];
}

type Options = Partial<Pick<Parameters<typeof makeApp>[0], 'limits' | 'origins' | 'sessions' | 'assistant'>>;

/** Make the API of a room. */
export function makeTestApi(room: Room, options: Options = {}): TestApi {
  const complaints: unknown[] = [];
  const app = makeApp({
    ...{ room, sessions: tokenSessions(), hosts: new Set([apiHost]), name: 'archive' },
    assets: { script: '', style: '' },
    complain: (error) => void complaints.push(error),
    ...options,
  });
  return {
    complaints,
    ask: async (path, { role = 'admin', ...init } = {}) =>
      app.request(`http://${apiHost}${path}`, {
        ...init,
        headers: { host: apiHost, authorization: `Bearer ${role}`, ...init.headers },
      }),
    send: async (request) => {
      request.headers.set('host', apiHost);
      return app.request(request);
    },
  };
}

/** Sessions of programs whose token is the name of a role. */
export function tokenSessions(given: readonly Scope[] = scopes): Parameters<typeof makeApp>[0]['sessions'] {
  return {
    enter: async () => undefined,
    find: async () => undefined,
    findToken: async (token) => {
      const person = { name: 'A. Program', role: token as Role };
      return token === '' ? undefined : { person, how: 'token', key: token, scopes: given };
    },
  };
}

/** An API that is served to programs whose token is the name of a role. */
export interface ServedApi {
  readonly room: Room;
  readonly origin: string;
  /** What the server took for its own mistake. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Serve the API of an archive on a free port. */
export async function serveApi(archive: Archive, limits: Limits): Promise<ServedApi> {
  const room = await openRoom(archive);
  const hosts = new Set<string>();
  const complaints: string[] = [];
  const app = makeApp({
    ...{ room, sessions: tokenSessions(), hosts, limits, name: 'bench', assets: { script: '', style: '' } },
    complain: (error) => {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      complaints.push(told);
    },
  });
  const server = serve({
    fetch: app.fetch,
    hostname: '127.0.0.1',
    port: 0,
    serverOptions: { maxHeaderSize: 64 * 1024 },
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  hosts.add(`127.0.0.1:${port}`);
  return {
    ...{ room, complaints, origin: `http://127.0.0.1:${port}` },
    close: async () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
  };
}
