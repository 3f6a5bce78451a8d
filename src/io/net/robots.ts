import robotsModule from 'robots-parser';
import { FetchRefusal } from './refusal.ts';

/** The functions of robots-parser that are used; its own types declare its default export wrongly. */
interface Parsed {
  isAllowed(url: string, product: string): boolean | undefined;
  getMatchingLineNumber(url: string, product: string): number;
  getCrawlDelay(product: string): number | undefined;
}
const parseRobots = robotsModule as unknown as (address: string, text: string) => Parsed;

/** What the robots.txt of a host lets us do. */
export interface HostRules {
  /** Check that the rules allow an address. Throws FetchRefusal where they do not. */
  check(url: URL): void;
  /** Seconds the host asks for between requests (Crawl-delay); 0 where it asks for none. */
  readonly delaySeconds: number;
  /** True where robots.txt could not be read; worth another try soon. */
  readonly failed: boolean;
}

/** Outcome of a request for robots.txt. */
export type RobotsResponse = { readonly status: number; readonly text: string } | { readonly failure: FetchRefusal };

/**
 * Read the rules of a host as RFC 9309 defines them.
 *
 * Where the file is missing or refused (status 400 to 499) everything is allowed; where the host fails or cannot be reached
 * (2.3.1) nothing is. `product` is the name the rules may address us by (`User-agent: variorum`).
 */
export function readRules(address: string, answer: RobotsResponse, product: string): HostRules {
  if ('failure' in answer) return refuseAll(answer.failure.message, answer.failure);
  if (answer.status >= 500) return refuseAll(`its robots.txt answers ${answer.status}`);
  if (answer.status !== 200) return { check: () => undefined, delaySeconds: 0, failed: false };
  const rules = parseRobots(address, answer.text);
  return {
    check: (url) => {
      if (rules.isAllowed(url.href, product) !== false) return;
      const line = rules.getMatchingLineNumber(url.href, product);
      throw new FetchRefusal('fetch/robots-disallow', `robots.txt of ${url.host} forbids it (line ${line})`);
    },
    delaySeconds: Math.max(0, rules.getCrawlDelay(product) ?? 0),
    failed: false,
  };
}

function refuseAll(reason: string, cause?: FetchRefusal): HostRules {
  return {
    check: (url) => {
      const message = `robots.txt of ${url.host} cannot be read (${reason}), so nothing is asked of it`;
      throw cause?.mayPass === false ? cause : new FetchRefusal('fetch/robots-unreachable', message);
    },
    delaySeconds: 0,
    failed: true,
  };
}
