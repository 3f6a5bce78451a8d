import { checkAddress, type MayBePrivate } from './addresses.ts';
import { readBody } from './body.ts';
import { type Exchange, redirectOf } from './exchange.ts';
import { FetchRefusal } from './refusal.ts';
import { type HostRules, type RobotsResponse, readRules } from './robots.ts';

/** The robots.txt rules of all hosts asked so far. */
export interface Rulebook {
  find(url: URL): Promise<HostRules>;
}

interface RuleOptions {
  readonly mayBePrivate: MayBePrivate;
  readonly maxSeconds: number;
}

/** RFC 9309, 2.5 asks to read at least 500 KiB of a robots.txt; the rest of a longer one is ignored. */
const maxRobotsBytes = 512_000;
/** RFC 9309, 2.4: rules may be kept for a day at most. */
const keptMilliseconds = 24 * 3600 * 1000;
/** Five minutes: a host that failed may be up again soon, and none of its pages can be fetched before its rules are read. */
const failureMilliseconds = 5 * 60 * 1000;
/** RFC 9309, 2.3.1.2: follow at least five redirects of a robots.txt, to other hosts too. */
const maxRedirects = 5;

interface Entry {
  readonly rules: Promise<HostRules>;
  /** Time to ask again, in milliseconds of the monotonic clock; infinite while the first answer is still awaited. */
  until: number;
}

/**
 * Open a rulebook; `product` is the name the rules may address us by.
 *
 * Each host is asked for its robots.txt once a day, and requests that wait for it share one answer. A host that fails (RFC
 * 9309, 2.3.1.4) is asked again after five minutes.
 */
export function openRulebook(exchange: Exchange, options: RuleOptions, product: string): Rulebook {
  const known = new Map<string, Entry>();
  return {
    find: (url) => {
      const found = known.get(url.origin);
      if (found !== undefined && performance.now() < found.until) return found.rules;
      const address = new URL('/robots.txt', url);
      const asked = askFor(address, exchange, options).then((answer) => readRules(address.href, answer, product));
      const entry: Entry = { rules: asked, until: Number.POSITIVE_INFINITY };
      known.set(url.origin, entry);
      const keepFor = (milliseconds: number): void => {
        entry.until = performance.now() + milliseconds;
      };
      asked.then(
        ({ failed }) => keepFor(failed ? failureMilliseconds : keptMilliseconds),
        () => keepFor(0),
      );
      return asked;
    },
  };
}

async function askFor(address: URL, exchange: Exchange, options: RuleOptions): Promise<RobotsResponse> {
  try {
    let url = address;
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      const step = await askOnce(url, exchange, options.maxSeconds);
      if ('text' in step) return step;
      url = checkAddress(step.next, options.mayBePrivate);
    }
    return { status: 404, text: '' };
  } catch (error) {
    if (error instanceof FetchRefusal) return { failure: error };
    throw error;
  }
}

type Step = { readonly status: number; readonly text: string } | { readonly next: string };

function askOnce(url: URL, exchange: Exchange, maxSeconds: number): Promise<Step> {
  return exchange.ask(url, { accept: 'text/plain, */*;q=0.5' }, maxSeconds, async (answer): Promise<Step> => {
    const next = redirectOf(answer);
    if (next !== undefined && URL.canParse(next, url.href)) return { next: new URL(next, url).href };
    const { status, header, body } = answer;
    if (status !== 200) return { status, text: '' };
    const bytes = await readBody(body, header('content-encoding') ?? '', maxRobotsBytes, 'cut');
    return { status, text: new TextDecoder().decode(bytes) };
  });
}
