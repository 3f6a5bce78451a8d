import type { Readable } from 'node:stream';
import { Agent, buildConnector, errors, request } from 'undici';
import type { HeaderLines } from '../../model/index.ts';
import { isPublicAddress, type MayBePrivate, makeLookup, type Resolve, refusePrivate } from './addresses.ts';
import { acceptedCodings } from './body.ts';
import { FetchRefusal } from './refusal.ts';

/** One answer of a server, its body not yet read. */
export interface HttpResponse {
  readonly status: number;
  readonly statusText: string;
  /** What was sent to get it. */
  readonly sent: HeaderLines;
  readonly headers: HeaderLines;
  /** Give a header; one that was sent more than once is joined by commas. */
  readonly header: (name: string) => string | undefined;
  readonly body: Readable;
}

/** Sends one request. It does not follow redirects; its caller does. */
export interface Exchange {
  /**
   * Send a request and read the answer with `read`, all within `maxSeconds`. Throws FetchRefusal for a failure of the network,
   * and whatever `read` throws.
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

/** Open an exchange that connects only to checked addresses, and checks the reached address again once connected. */
export function openExchange(mayBePrivate: MayBePrivate, userAgent: string, resolve?: Resolve): Exchange {
  const agent = openAgent(mayBePrivate, resolve);
  return {
    ask: async (url, headers, maxSeconds, read) => {
      const sent = { 'user-agent': userAgent, 'accept-encoding': acceptedCodings, ...headers };
      const signal = AbortSignal.timeout(maxSeconds * 1000);
      try {
        const answer = await request(url, {
          dispatcher: agent,
          headers: sent,
          signal,
          responseHeaders: 'raw',
          bodyTimeout: 0,
          headersTimeout: 0,
        });
        const { statusCode: status, statusText, body } = answer;
        const lines = pairLines(answer.headers);
        const header = (name: string) => joinValues(lines, name);
        try {
          return await read({ status, statusText, sent: Object.entries(sent), headers: lines, header, body });
        } finally {
          // Drop the rest of a body that was not read to its end; an error that this causes concerns nobody.
          body.on('error', () => undefined).destroy();
        }
      } catch (error) {
        throw nameNetworkFailure(error, url);
      }
    },
    close: () => agent.destroy(),
  };
}

/** Open what connects to checked addresses alone. */
export function openAgent(mayBePrivate: MayBePrivate, resolve?: Resolve): Agent {
  const connect = buildConnector({ lookup: makeLookup(mayBePrivate, resolve), timeout: connectSeconds * 1000 });
  return new Agent({
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
}

/** Raw headers are one list, name and value by turns; the types tell of parsed ones alone. */
function pairLines(raw: unknown): HeaderLines {
  if (!Array.isArray(raw)) return [];
  const words = raw.map(String);
  return words.flatMap((name, at) => (at % 2 === 0 ? [[name, words[at + 1] ?? ''] as const] : []));
}

function joinValues(headers: HeaderLines, name: string): string | undefined {
  const values = headers.filter(([own]) => own.toLowerCase() === name).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(', ');
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Give the address a redirect leads to; undefined for any other answer. */
export function redirectOf({ status, header }: HttpResponse): string | undefined {
  return redirects.has(status) ? header('location') : undefined;
}

/** Turn a failure of the network into a FetchRefusal; returns any other error unchanged. */
export function nameNetworkFailure(error: unknown, url: URL): unknown {
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

/** Find the code of a failure. When every address of a host fails, the errors come wrapped in one AggregateError. */
function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return error.cause instanceof Error ? codeOf(error.cause) : '';
}
