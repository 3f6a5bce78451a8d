/** What a person may do; each role may do what those before it may. */
export const roles = ['reader', 'coder', 'adjudicator', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** What a token of a program may be used for: look, change, or look after people; never more than its person may. */
export const scopes = ['read', 'write', 'admin'] as const;
export type Scope = (typeof scopes)[number];

/** Somebody who works on an archive; the name is what its log says. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  /** Id of the account, where people sign in. */
  readonly id?: string;
  /** May see names of private persons, saying why each time. */
  readonly unveils?: boolean;
}

/** Who is asking, and how that is known. */
export interface Asker {
  readonly person: Person;
  /** By the cookie of a browser, or by a token that a program sends. */
  readonly how: 'browser' | 'token';
  /** Names the session or the token, and is not its secret: what is counted for each is counted by it. */
  readonly key: string;
  readonly scopes: readonly Scope[];
}

/** Tell whether a role may do what another is asked for. */
export function mayDo(role: Role, asked: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(asked);
}
