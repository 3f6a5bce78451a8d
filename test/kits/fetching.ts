import { afterEach, beforeEach } from 'vitest';
import { type Fetched, type Fetcher, type FetchOptions, fetchDefaults, openFetcher } from '../../src/io/net/index.ts';
import { type NewsServer, startNewsServer } from './news-server.ts';

/** Options that let a test run without pauses and fetch from this machine. */
const quick: FetchOptions = {
  ...fetchDefaults,
  allowed: true,
  privateAddresses: true,
  secondsBetweenRequests: 0,
  maxSeconds: 1,
  maxWaitSeconds: 2,
  maxMegabytes: 0.1,
};

/** The page that the server answers under `/1`. */
export const page = '<html><body><p>Two people were hurt in Norwick.</p></body></html>';
export const html = { 'content-type': 'text/html; charset=windows-1252' };

/** A server, and fetchers that ask it; new for each test of a file. */
export interface Fetching {
  readonly server: NewsServer;
  /** Open a fetcher that is closed after the test; `world` sets where host names lead and where answers are kept. */
  open(options?: Partial<FetchOptions>, world?: object): Promise<Fetcher>;
  /** Fetch an address, or a path of the server, with a new fetcher. */
  get(path: string, options?: Partial<FetchOptions>): Promise<Fetched>;
  /** List the paths that the server was asked for so far. */
  pathsAsked(): readonly string[];
}

/** Start a server with one page before each test, and close it and all fetchers afterwards. */
export function serveEachTest(): Fetching {
  let server: NewsServer;
  let fetchers: Fetcher[];
  const open: Fetching['open'] = async (options = {}, world = {}) => {
    const fetcher = await openFetcher({ ...quick, ...options }, { product: 'Variorum/1.0', ...world });
    fetchers.push(fetcher);
    return fetcher;
  };
  beforeEach(async () => {
    fetchers = [];
    server = await startNewsServer({ '/1': page });
  });
  afterEach(async () => {
    await Promise.all(fetchers.map((fetcher) => fetcher.close()));
    await server.close();
  });
  return {
    get server() {
      return server;
    },
    open,
    get: async (path, options = {}) =>
      (await open(options)).fetch(path.startsWith('http') ? path : `${server.origin}${path}`),
    pathsAsked: () => server.asked.map((request) => request.path),
  };
}

/** Decode the text of a fetched page. */
export function textOf({ bytes }: Pick<Fetched, 'bytes'>): string {
  return new TextDecoder().decode(bytes);
}
