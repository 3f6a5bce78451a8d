import { defined, type HeaderLines, type WebExchange } from '../../model/index.ts';
import { readClock } from '../clock.ts';
import { checkAddress, type MayBePrivate, type Resolve } from './addresses.ts';
import { readBody, tooLarge } from './body.ts';
import { type CachedResponse, openCache, type ResponseCache } from './cache.ts';
import { type Exchange, type HttpResponse, openExchange, redirectOf } from './exchange.ts';
import { openHolds } from './holds.ts';
import type { FetchOptions } from './options.ts';
import { makePace, type Pace, readRetryAfter } from './pace.ts';
import { FetchRefusal } from './refusal.ts';
import { openRulebook, type Rulebook } from './rulebook.ts';

/** The bytes fetched from an address. */
export interface Fetched {
  /** The address they came from, after all redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly charset?: string;
  /** False where the server said that its page has not changed since we kept it. */
  readonly fresh: boolean;
  /** "200 OK" and what the server sent with it; of a page that has not changed, what it sent when it was kept. */
  readonly status?: string;
  readonly headers?: HeaderLines;
  /** Everything that was asked on the way to it, redirects too, where exchanges are kept. */
  readonly exchanges?: readonly WebExchange[];
}

/** Fetches pages and feeds, one at a time from each host. */
export interface Fetcher {
  /**
   * Fetch an address. Throws FetchRefusal where the address cannot or may not be fetched; any other error is a disk that cannot
   * store the answer, or a bug.
   */
  fetch(url: string): Promise<Fetched>;
  close(): Promise<void>;
}

/** How a fetcher presents itself, and where it keeps answers. */
export interface FetchWorld {
  /** Product name and version for the User-Agent: "Variorum/1.0". */
  readonly product: string;
  /** Folder of answers kept from earlier runs. */
  readonly cache?: string;
  readonly resolve?: Resolve;
  /** Keep exchanges as they went over the wire, whatever their type: for the record, not for reading. */
  readonly keepExchanges?: boolean;
}

const unchanged = 304;
/** Wait after 429 (too many requests) from a host that does not say for how long. */
const plainWaitSeconds = 60;
/** Content types that can be a report or a feed, or contain them; an answer without a type is recognised by its bytes, like a file. */
const readableType =
  /^(?:text\/(?!css|javascript|calendar)|message\/rfc822|multipart\/related|binary\/octet-stream|application\/(?:[\w.+-]*(?:xml|json)|octet-stream|pdf|x?-?gzip|zip|x-tar|warc|x-warc|x-ndjson|jsonl?|jsonlines)\b)/i;

/** Open a fetcher. It sends nothing before the first `fetch`. */
export async function openFetcher(options: FetchOptions, world: FetchWorld): Promise<Fetcher> {
  const { product, resolve } = world;
  const contact = options.contact === '' ? 'reader of news reports for casualty records' : options.contact;
  const mayBePrivate: MayBePrivate = (host) => options.privateAddresses || options.privateHosts.includes(host);
  const exchange = openExchange(mayBePrivate, `${product} (${contact})`, resolve);
  const cache = await openCache(world.cache);
  const rulebook = openRulebook(
    exchange,
    { mayBePrivate, maxSeconds: options.maxSeconds },
    product.split('/')[0] ?? product,
  );
  const context: FetchContext = {
    options,
    mayBePrivate,
    exchange,
    cache,
    rulebook,
    pace: makePace(options.maxWaitSeconds, await openHolds(world.cache)),
    keepExchanges: world.keepExchanges === true,
  };
  return { fetch: (url) => followTo(url, context), close: () => exchange.close() };
}

interface FetchContext {
  readonly options: FetchOptions;
  readonly mayBePrivate: MayBePrivate;
  readonly exchange: Exchange;
  readonly cache: ResponseCache;
  readonly pace: Pace;
  readonly rulebook: Rulebook;
  readonly keepExchanges: boolean;
}

/** Outcome of one request: an answer read to its end, or the address to ask next. */
type Step = Fetched | { readonly next: string; readonly exchanges: readonly WebExchange[] };

async function followTo(address: string, context: FetchContext): Promise<Fetched> {
  if (!context.options.allowed) throw refuseOffline();
  const seen = new Set<string>();
  const before: WebExchange[] = [];
  let at = address;
  while (seen.size <= context.options.maxRedirects) {
    const url = checkAddress(at, context.mayBePrivate);
    if (seen.has(url.href)) throw new FetchRefusal('fetch/redirect-loop', 'its redirects run in a circle');
    seen.add(url.href);
    const step = await askPolitely(url, context);
    if (!('next' in step))
      return before.length === 0 ? step : { ...step, exchanges: [...before, ...(step.exchanges ?? [])] };
    before.push(...step.exchanges);
    if (!URL.canParse(step.next, url.href))
      throw new FetchRefusal('fetch/bad-address', 'it is redirected to what is no address');
    at = new URL(step.next, url).href;
  }
  throw new FetchRefusal(
    'fetch/too-many-redirects',
    `it is redirected more than ${context.options.maxRedirects} times`,
  );
}

/** Make the refusal for a run that was not allowed to fetch. */
export function refuseOffline(): FetchRefusal {
  const hint = 'Add --fetch to let it be fetched.';
  return new FetchRefusal('fetch/not-allowed', 'Variorum works offline unless told otherwise', { hint });
}

/**
 * Send a request when robots.txt allows it and the host's turn has come. A host that answers 429 (or 503 with a wait) is asked once
 * more, after the time it names.
 */
async function askPolitely(url: URL, context: FetchContext): Promise<Step> {
  context.pace.check(url.host);
  const rules = await context.rulebook.find(url);
  rules.check(url);
  const gap = Math.max(context.options.secondsBetweenRequests, rules.delaySeconds);
  for (const isLast of [false, true]) {
    const result = await context.pace.take(url.host, gap, () => askOnce(url, context));
    if (!('overrun' in result)) return result;
    await context.pace.hold(url.host, result.waitSeconds);
    if (isLast)
      throw new FetchRefusal('fetch/told-to-wait', `${url.host} answers ${result.overrun}, again after waiting`);
  }
  throw new Error('asked more than twice');
}

interface Overrun {
  readonly overrun: number;
  readonly waitSeconds: number;
}

async function askOnce(url: URL, context: FetchContext): Promise<Step | Overrun> {
  const kept = await context.cache.find(url.href);
  const headers = { accept: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5', ...validators(kept) };
  const at = readClock();
  return context.exchange.ask(url, headers, context.options.maxSeconds, (answer) =>
    readAnswer(url, at, answer, kept, context),
  );
}

function validators(kept: CachedResponse | undefined): Readonly<Record<string, string>> {
  return defined({ 'if-none-match': kept?.etag, 'if-modified-since': kept?.lastModified });
}

async function readAnswer(
  url: URL,
  at: string,
  answer: HttpResponse,
  kept: CachedResponse | undefined,
  { options, cache, keepExchanges }: FetchContext,
): Promise<Step | Overrun> {
  const { status, header } = answer;
  if (status === unchanged && kept !== undefined) return deliver(url, kept, false);
  const next = redirectOf(answer);
  if (next !== undefined) return { next, exchanges: keepExchanges ? [await keepRedirect(url, at, answer)] : [] };
  if (status === 429 || (status === 503 && header('retry-after') !== undefined))
    return { overrun: status, waitSeconds: readRetryAfter(header('retry-after'), Date.now()) ?? plainWaitSeconds };
  if (status !== 200 && status !== 203) throw refuseStatus(url, status);
  const type = header('content-type') ?? '';
  if (type !== '' && !keepExchanges && !readableType.test(type))
    throw new FetchRefusal('fetch/wrong-type', `it is ${type.slice(0, 60)}, not a page, feed or document`);
  const maxBytes = options.maxMegabytes * 1_000_000;
  if (Number(header('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const packed: Buffer[] = [];
  const tap = keepExchanges ? (chunk: Buffer) => void packed.push(chunk) : undefined;
  const bytes = await readBody(answer.body, header('content-encoding') ?? '', maxBytes, 'refuse', tap);
  const [etag, lastModified] = [header('etag'), header('last-modified')];
  const fetched: CachedResponse = {
    bytes,
    type,
    status: `${status} ${answer.statusText}`.trim(),
    headers: answer.headers,
    ...defined({ etag, lastModified }),
  };
  if (etag !== undefined || lastModified !== undefined) await cache.keep(url.href, fetched);
  const delivered = deliver(url, fetched, true);
  return keepExchanges ? { ...delivered, exchanges: [describeExchange(url, at, answer, packed)] } : delivered;
}

function deliver(url: URL, { bytes, type, status, headers }: CachedResponse, fresh: boolean): Fetched {
  const charset = /;\s*charset\s*=\s*["']?([\w:.-]{2,40})/i.exec(type)?.[1];
  return { url: url.href, bytes, fresh, ...defined({ charset, status, headers }) };
}

function describeExchange(url: URL, at: string, answer: HttpResponse, packed: readonly Buffer[]): WebExchange {
  const { sent, status, statusText, headers } = answer;
  return { url: url.href, at, sent, status, statusText, headers, body: new Uint8Array(Buffer.concat(packed)) };
}

/** The few words a redirect comes with; it leads on, whatever became of them. */
const redirectBytes = 65_536;

async function keepRedirect(url: URL, at: string, answer: HttpResponse): Promise<WebExchange> {
  const packed: Buffer[] = [];
  await readBody(answer.body, '', redirectBytes, 'cut', (chunk) => void packed.push(chunk)).catch(() => undefined);
  return describeExchange(url, at, answer, packed);
}

function refuseStatus(url: URL, status: number): FetchRefusal {
  const words: Readonly<Record<number, string>> = {
    401: 'wants a password (401)',
    402: 'wants to be paid (402)',
    403: 'does not let us (403)',
    404: 'has no such page (404)',
    410: 'has taken the page down (410)',
    451: 'may not show the page by law (451)',
  };
  const message = `${url.host} ${words[status] ?? `answers ${status}`}`;
  return new FetchRefusal('fetch/http-status', message, { mayPass: status >= 500 || status === 408 });
}
