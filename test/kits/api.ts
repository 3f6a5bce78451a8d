import { makeApp } from '../../src/http/index.ts';
import { type Role, type Room, type Scope, scopes } from '../../src/service/index.ts';

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
