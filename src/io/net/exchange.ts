import type { Readable } from 'node:stream';
import { Agent, buildConnector, type Dispatcher, errors, request } from 'undici';
import { isPublicAddress, type MayBePrivate, makeLookup, type Resolve, refusePrivate } from './addresses.ts';
import { acceptedCodings } from './body.ts';
import { FetchRefusal } from './refusal.ts';

/** One answer of a server, its body not yet read. */
export interface HttpResponse {
  readonly status: number;
  /** A header that came more than once is joined by commas. */
  readonly header: (name: string) => string | undefined;
  readonly body: Readable;
}

/** Sends one request; redirects are the caller's. */
export interface Exchange {
  /**
   * Ask, and have the answer read; all of it within `maxSeconds`. Throws FetchRefusal for what the network does, and what `read` throws.
   */
  ask<T>(
    url: URL,
    headers: Readonly<Record<string, string>>,
    maxSeconds: number,
    read: (answer: HttpResponse) => Promise<T>,
  ): Promise<T>;
  close(): Promise<void>;
}

const connectSeconds = 15;

/** Open connections by checked addresses only, and check once more whom one has reached. */
export function openExchange(mayBePrivate: MayBePrivate, userAgent: string, resolve?: Resolve): Exchange {
  const connect = buildConnector({ lookup: makeLookup(mayBePrivate, resolve), timeout: connectSeconds * 1000 });
  const agent = new Agent({
    connect: (target, callback) =>
      connect(target, (error, socket) => {
        if (error !== null) return callback(error, null);
        const reached = socket.remoteAddress ?? '';
        if (mayBePrivate(target.hostname.replace(/^\[|\]$/g, '')) || isPublicAddress(reached))
          return callback(null, socket);
        socket.destroy();
        return callback(refusePrivate(target.hostname, reached), null);
      }),
    connections: 1,
  });
  return {
    ask: async (url, headers, maxSeconds, read) => {
      const sent = { 'user-agent': userAgent, 'accept-encoding': acceptedCodings, ...headers };
      const signal = AbortSignal.timeout(maxSeconds * 1000);
      try {
        const answer = await request(url, {
          dispatcher: agent,
          headers: sent,
          signal,
          bodyTimeout: 0,
          headersTimeout: 0,
        });
        const { statusCode: status, body } = answer;
        try {
          return await read({ status, header: (name) => headerOf(answer, name), body });
        } finally {
          // What was not read to its end is not waited for.
          body.on('error', () => undefined).destroy();
        }
      } catch (error) {
        throw nameNetworkFailure(error, url);
      }
    },
    close: () => agent.destroy(),
  };
}

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where an answer sends us instead; undefined where it does not. */
export function redirectOf({ status, header }: HttpResponse): string | undefined {
  return redirects.has(status) ? header('location') : undefined;
}

/** Say in our words what the network did; anything that is none of its failures is given back. */
function nameNetworkFailure(error: unknown, url: URL): unknown {
  if (!(error instanceof Error) || error instanceof FetchRefusal) return error;
  if (error.name === 'TimeoutError' || error.name === 'AbortError' || error instanceof errors.ConnectTimeoutError)
    return new FetchRefusal('fetch/too-slow', `${url.host} took too long`);
  if (error instanceof errors.ResponseContentLengthMismatchError)
    return new FetchRefusal('fetch/cut-short', 'the answer is not as long as it says');
  if (error instanceof errors.SocketError || codeOf(error) === 'ECONNRESET')
    return new FetchRefusal('fetch/cut-short', `${url.host} broke off`);
  if (error instanceof errors.HTTPParserError || error instanceof errors.HeadersOverflowError)
    return new FetchRefusal('fetch/unreachable', `${url.host} does not answer as a web server does`);
  const code = codeOf(error);
  const reason = reasons[code];
  if (reason !== undefined) return new FetchRefusal(reason[0], `${url.host} ${reason[1]}`);
  const isTls = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code);
  if (isTls) return new FetchRefusal('fetch/unreachable', `${url.host} has no valid certificate (${code})`);
  return /^E[A-Z]+$/.test(code)
    ? new FetchRefusal('fetch/unreachable', `${url.host} cannot be reached (${code})`)
    : error;
}

const reasons: Readonly<Record<string, readonly [code: FetchRefusal['code'], words: string]>> = {
  ENOTFOUND: ['fetch/no-such-host', 'is not known'],
  EAI_AGAIN: ['fetch/no-such-host', 'cannot be looked up'],
  ECONNREFUSED: ['fetch/unreachable', 'takes no connections'],
  EHOSTUNREACH: ['fetch/unreachable', 'cannot be reached'],
  ENETUNREACH: ['fetch/unreachable', 'cannot be reached: there is no network'],
  ETIMEDOUT: ['fetch/too-slow', 'took too long'],
};

/** Several addresses tried in vain come as one error that holds the others. */
function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return error.cause instanceof Error ? codeOf(error.cause) : '';
}
