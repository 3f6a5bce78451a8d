import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { type Asker, mayDo, type Role } from '../service/index.ts';
import type { Limits } from './limits.ts';
import { Refusal } from './problem.ts';
import { isSame, type Sessions, scopeOf } from './session.ts';

/** Name a cookie; over https so that no neighbour of this server can set it (RFC 6265bis, 4.1.3.2). */
export function nameCookie(what: 'session' | 'form' | 'round', isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}variorum${what === 'session' ? '' : `-${what}`}`;
}
export const csrfHeader = 'x-variorum-csrf';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const yearSeconds = 365 * 24 * 3600;

/** Send with every answer what a browser is not to do. */
export const secureHeaders =
  (isSecure: boolean): MiddlewareHandler =>
  async (context, next) => {
    await next();
    const { headers } = context.res;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy);
    headers.set('x-content-type-options', 'nosniff');
    // For browsers before `frame-ancestors`.
    headers.set('x-frame-options', 'DENY');
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    if (isSecure) headers.set('strict-transport-security', `max-age=${yearSeconds}; includeSubDomains`);
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };

/** Answer only to names of this server: a page of another site whose name was pointed here is refused. */
export function checkHost(hosts: ReadonlySet<string>): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!hosts.has(host)) throw new Refusal(403, 'Another host', `this server is not ${host.slice(0, 80)}`);
    await next();
  };
}

/** Who is known to ask, by request: it is looked up once. */
const known = new WeakMap<Request, Promise<Asker | undefined>>();

/** Find who asks, by the token of a program or the cookie of a browser; undefined for nobody. */
export function findAsker(context: Context, sessions: Sessions): Promise<Asker | undefined> {
  const found = known.get(context.req.raw) ?? lookUpAsker(context, sessions);
  known.set(context.req.raw, found);
  return found;
}

/** Find who asks, anew. */
export async function lookUpAsker(context: Context, sessions: Sessions): Promise<Asker | undefined> {
  const [, token] = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
  if (token !== undefined) return sessions.findToken(token);
  const cookie = getCookie(context, sessions.cookieName ?? nameCookie('session', false));
  return cookie === undefined ? undefined : sessions.find(cookie);
}

/**
 * Find who asks. Throws Refusal for nobody, and for a change by cookie that does not come from our own page.
 *
 * A token is sent by whoever holds it and never by a browser of itself, so that nothing goes beside it.
 */
export async function requireAsker(context: Context, sessions: Sessions): Promise<Asker> {
  const asker = await findAsker(context, sessions);
  if (asker === undefined)
    throw new Refusal(
      401,
      'Not signed in',
      sessions.hint ?? 'open the address that variorum serve printed, or send a token',
      {
        'www-authenticate': 'Bearer',
      },
    );
  if (isLooking(context.req.method) || asker.how === 'token') return asker;
  if (!isSame(context.req.header(csrfHeader) ?? '', 'csrf' in asker ? String(asker.csrf) : ''))
    throw new Refusal(403, 'Not from this page', 'reload the page and try again');
  return asker;
}

/** Tell whether a method changes nothing. */
function isLooking(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Check that somebody may ask for something: by role, and by what their token is for. Throws Refusal. */
export function checkMay(
  { person, scopes, how }: Asker,
  asked: { readonly method: string; readonly role: Role; readonly browser?: true },
): void {
  const { role } = asked;
  if (!mayDo(person.role, role)) throw new Refusal(403, 'Not allowed', `this asks for the role ${role}`);
  const scope = scopeOf(asked);
  if (!scopes.includes(scope)) throw new Refusal(403, 'Not allowed', `this asks for a token with the scope ${scope}`);
  if (asked.browser === true && how !== 'browser')
    throw new Refusal(403, 'Not allowed', 'a token does not do for this; sign in with a browser');
}

/** Hold back whoever asks too much: a bucket of requests that fills by the second. */
export function limitRate(
  keyOf: (context: Context) => Promise<string>,
  { burst, perSecond }: Limits,
  clock: () => number = Date.now,
): MiddlewareHandler {
  const buckets = new Map<string, { left: number; at: number }>();
  return async (context, next) => {
    const [key, now] = [await keyOf(context), clock()];
    const known = buckets.get(key) ?? { left: burst, at: now };
    const left = Math.min(burst, known.left + ((now - known.at) / 1000) * perSecond);
    if (left < 1) throw new Refusal(429, 'Too many requests', 'wait a second', { 'retry-after': '1' });
    if (buckets.size > 10_000) buckets.clear();
    buckets.set(key, { left: left - 1, at: now });
    await next();
  };
}
