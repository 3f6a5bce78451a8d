import type { InputBytes as Bytes } from '../../ingest/index.ts';
import { type Fetched, type Fetcher, type FetchRefusal, openFetcher, refuseOffline } from '../../io/index.ts';
import { defined, type Issue } from '../../model/index.ts';
import { type Settings, version } from '../settings.ts';

/** The network as a run sees it: shut, unless the settings open it. */
export interface Outside {
  readonly settings: Settings;
  /** Throws FetchRefusal, always where fetching was not allowed. */
  fetch(address: string): Promise<Fetched>;
  /** Tell whether an address has not been taken up before in this run, and remember it. */
  takeUp(address: string): boolean;
  /** Begin another run with the same manners: hosts remember what they asked for, and no address has been taken up. */
  again(): Outside;
  close(): Promise<void>;
}

/** Something that waits to be fetched; see `Waiting`. */
interface Fetching {
  readonly path: string;
  readonly bytes: number;
  readonly load: () => Promise<Bytes>;
}

/** What a page weighs, where nobody has weighed it: for counting progress and choosing workers. */
const typicalBytes = 50_000;

/** Prepare to fetch; nothing is opened before the first address. `cache` is a folder; `keepExchanges` as a fetcher takes it. */
export function openOutside(settings: Settings, cache?: string, keepExchanges = false): Outside {
  let opened: Promise<Fetcher> | undefined;
  const begin = (): Outside => {
    const taken = new Set<string>();
    return {
      settings,
      fetch: async (address) => {
        if (!settings.fetch.allowed) throw refuseOffline();
        const product = `Variorum/${version}`;
        opened ??= openFetcher(settings.fetch, { product, keepExchanges, ...defined({ cache }) });
        return (await opened).fetch(address);
      },
      takeUp: (address) => {
        const plain = plainAddress(address);
        if (taken.has(plain)) return false;
        taken.add(plain);
        return true;
      },
      again: begin,
      close: async () => (await opened)?.close(),
    };
  };
  return begin();
}

/** Tell an address of the web from a path. */
export function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

/** Parameters that say who sent a reader, not what is read. */
const tracking = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|cmpid|ocid|at_(?:medium|campaign|format|link_\w+))$/i;

/** Write an address without what makes no other page of it: fragment, tracking parameters. */
export function plainAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** Queue addresses in their own order, each once; some are fetched ahead of their turn, as many as hosts may be asked at a time. */
export function queueAddresses(addresses: readonly string[], outside: Outside): readonly Fetching[] {
  const sorted = [...new Set(addresses)].sort().filter((address) => outside.takeUp(address));
  const under = new Map<number, Promise<Bytes>>();
  const start = (at: number): Promise<Bytes> => {
    const begun = under.get(at) ?? fetchInput(sorted[at] ?? '', outside);
    // A failure is reported where the address is taken up; until then it must not count as unhandled.
    begun.catch(() => undefined);
    under.set(at, begun);
    return begun;
  };
  return sorted.map((path, at) => ({
    path,
    bytes: typicalBytes,
    load: async () => {
      for (let ahead = at; ahead < Math.min(at + outside.settings.fetch.maxHosts, sorted.length); ahead += 1)
        start(ahead);
      try {
        return await start(at);
      } finally {
        under.delete(at);
      }
    },
  }));
}

/** Fetch an address as an input that is named by it. */
export async function fetchInput(path: string, outside: Outside): Promise<Bytes> {
  const { bytes, url, charset, status, headers } = await outside.fetch(path);
  const received = headers && { headers, ...defined({ status }) };
  return { bytes, path, url, ...defined({ charset, received }) };
}

/** Make the issue of an address that was not fetched. */
export function refused(address: string, { code, message, hint }: FetchRefusal, instead = ''): Issue {
  return {
    code,
    severity: instead === '' ? 'error' : 'warning',
    message: `Not fetched: ${message}.${instead}`,
    path: address,
    ...defined({ hint }),
  };
}
