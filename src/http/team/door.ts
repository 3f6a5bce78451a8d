import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Room } from '../../service/index.ts';
import { nameCookie } from '../guard.ts';
import { takeFields } from '../intake.ts';
import { Refusal } from '../problem.ts';
import { isSame, makeSecret, type Sessions } from '../session.ts';
import type { Provider } from './provider.ts';

/** What the pages by which people come and go are made of. */
export interface DoorOptions {
  readonly room: Room;
  readonly sessions: Sessions;
  readonly name: string;
  readonly isSecure: boolean;
  readonly proxies: ReadonlySet<string>;
  /** Where browsers reach it, where that is not the address it listens at. */
  readonly publicOrigin?: string | undefined;
  /** Another place whose accounts do; passwords alone where absent. */
  readonly provider?: Provider | undefined;
  readonly complain: (error: unknown) => void;
}

/** A stranger sends a form of a few fields and nothing more. */
export const maxFormBytes = 16 * 1024;

/** Where somebody wanted to go; only ever a path of this server. */
export function readNext(words: string | undefined): string {
  const home = 'http://room.invalid';
  if (words === undefined || !/^\/(?![/\\])/.test(words) || !URL.canParse(words, home)) return '/';
  const { origin, pathname, search } = new URL(words, home);
  return origin === home ? `${pathname}${search}` : '/';
}

/** Give a browser the cookie of its session: of this server alone, no script reads it, no other site's form sends it. */
export function giveCookie(context: Context, { isSecure }: Pick<DoorOptions, 'isSecure'>, cookie: string): void {
  const rest = { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure } as const;
  setCookie(context, nameCookie('session', isSecure), cookie, rest);
}

/** Put a secret in a form and in a cookie: another site can set neither to what the other is. */
export function beginForm(context: Context, { isSecure }: DoorOptions): string {
  const form = makeSecret();
  const rest = { httpOnly: true, sameSite: 'Strict', path: '/', secure: isSecure } as const;
  setCookie(context, nameCookie('form', isSecure), form, rest);
  return form;
}

/** Read a form of ours. Throws Refusal for one that another site sent. */
export async function readForm(context: Context, { isSecure }: DoorOptions): Promise<Readonly<Record<string, string>>> {
  const given = await takeFields(context, maxFormBytes);
  const expected = getCookie(context, nameCookie('form', isSecure)) ?? '';
  if (expected === '' || !isSame(given.form ?? '', expected))
    throw new Refusal(403, 'Not from this page', 'go back, reload the page and try again');
  return given;
}
