import { randomBytes, timingSafeEqual } from 'node:crypto';

/** What a person may do; each role may do what those before it may. */
export const roles = ['reader', 'coder', 'adjudicator', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

export interface Person {
  readonly name: string;
  readonly role: Role;
}

/** Somebody at work in one browser. */
export interface Session {
  readonly person: Person;
  /** Goes with every change, beside the cookie: a page of another site cannot know it. */
  readonly csrf: string;
}

/** Who is let in, and how. */
export interface Sessions {
  /** Turn the token of a printed address into the value of a cookie; undefined for a wrong one, or one used before. */
  enter(token: string): string | undefined;
  find(cookie: string | undefined): Session | undefined;
}

/** Tell whether a role may do what another is asked for. */
export function mayDo(role: Role, asked: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(asked);
}

const makeSecret = (): string => randomBytes(24).toString('base64url');

/** Let in one person of this machine, by a token that is good once. */
export function openLocalSessions(name: string): { readonly sessions: Sessions; readonly token: string } {
  const token = makeSecret();
  let isUsed = false;
  const known = new Map<string, Session>();
  return {
    token,
    sessions: {
      enter: (given) => {
        if (isUsed || !isSame(given, token)) return undefined;
        isUsed = true;
        const cookie = makeSecret();
        known.set(cookie, { person: { name, role: 'admin' }, csrf: makeSecret() });
        return cookie;
      },
      find: (cookie) => (cookie === undefined ? undefined : known.get(cookie)),
    },
  };
}

/** Compare secrets in a time that does not tell how much of them agrees. */
export function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
