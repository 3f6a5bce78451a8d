import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type Archive, type Asker, findSession, findToken, type Role, type Scope, scopes } from '../service/index.ts';

/** Somebody at work in one browser. */
export interface Session extends Asker {
  /** Goes with every change, beside the cookie: a page of another site cannot know it. */
  readonly csrf: string;
}

/** Who is let in, and how. */
export interface Sessions {
  /** Name of the cookie; the usual one where absent. */
  readonly cookieName?: string;
  /** What to do to be let in, for whoever is not. */
  readonly hint?: string;
  /** Turn the token of a printed address into the value of a cookie; undefined for a wrong one, or one used before. */
  enter(token: string): Promise<string | undefined>;
  /** Find who a browser's cookie was given to. */
  find(cookie: string): Promise<Session | undefined>;
  /** Find whose token a program sends (`Authorization: Bearer`). */
  findToken(token: string): Promise<Asker | undefined>;
}

/** Name what a request asks for, as tokens are made for it. */
export function scopeOf({ method, role }: { readonly method: string; readonly role: Role }): Scope {
  if (role === 'admin') return 'admin';
  return method.toLowerCase() === 'get' ? 'read' : 'write';
}

/** Make a secret that nobody guesses. */
export const makeSecret = (): string => randomBytes(24).toString('base64url');

/** Let in one person of this machine, by a token that is good once, and their programs by one that lasts. */
export function openLocalSessions(name: string): {
  readonly sessions: Sessions;
  readonly token: string;
  readonly programToken: string;
} {
  const [token, programToken] = [makeSecret(), makeSecret()];
  const person = { name, role: 'admin', unveils: true } as const;
  let isUsed = false;
  const known = new Map<string, Session>();
  return {
    token,
    programToken,
    sessions: {
      enter: async (given) => {
        if (isUsed || !isSame(given, token)) return undefined;
        isUsed = true;
        const cookie = makeSecret();
        known.set(cookie, { person, how: 'browser', key: `local-${name}`, scopes, csrf: makeSecret() });
        return cookie;
      },
      find: async (cookie) => known.get(cookie),
      findToken: async (given) =>
        isSame(given, programToken) ? { person, how: 'token', key: `program-${name}`, scopes } : undefined,
    },
  };
}

/** Let in people who have signed in, and programs by the tokens these made. */
export function openTeamSessions(archive: Archive, cookieName: string): Sessions {
  return {
    cookieName,
    hint: 'sign in; a program sends a token (Authorization: Bearer …)',
    enter: async () => undefined,
    find: (cookie) => findSession(archive, cookie),
    findToken: (token) => findToken(archive, token),
  };
}

/** Compare secrets in a time that does not tell how much of them agrees. */
export function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
