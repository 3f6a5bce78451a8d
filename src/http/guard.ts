import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { Refusal } from './problem.ts';
import { isSame, type Session, type Sessions } from './session.ts';

export const cookieName = 'variorum';
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

/** Send with every answer what a browser is not to do. */
export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy);
  headers.set('x-content-type-options', 'nosniff');
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

/** Find who asks. Throws Refusal for nobody, and for a change that does not come from our own page. */
export function findSession(context: Context, sessions: Sessions): Session {
  const session = sessions.find(getCookie(context, cookieName));
  if (session === undefined)
    throw new Refusal(401, 'Not signed in', 'open the address that variorum serve printed; its token is good once');
  if (context.req.method === 'GET') return session;
  if (!isSame(context.req.header(csrfHeader) ?? '', session.csrf))
    throw new Refusal(403, 'Not from this page', 'reload the page and try again');
  return session;
}

/** Requests that may come at once, and how many a second after that. */
const [burst, rate] = [240, 40];

/** Hold back whoever asks too much: a bucket of requests that fills by the second. */
export function limitRate(keyOf: (context: Context) => string, clock: () => number = Date.now): MiddlewareHandler {
  const buckets = new Map<string, { left: number; at: number }>();
  return async (context, next) => {
    const [key, now] = [keyOf(context), clock()];
    const known = buckets.get(key) ?? { left: burst, at: now };
    const left = Math.min(burst, known.left + ((now - known.at) / 1000) * rate);
    if (left < 1) throw new Refusal(429, 'Too many requests', 'wait a second');
    if (buckets.size > 10_000) buckets.clear();
    buckets.set(key, { left: left - 1, at: now });
    await next();
  };
}
