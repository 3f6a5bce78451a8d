import robotsModule from 'robots-parser';
import { FetchRefusal } from './refusal.ts';

/** The parts of the parser that are used; its own types take its export for another. */
interface Parsed {
  isAllowed(url: string, product: string): boolean | undefined;
  getMatchingLineNumber(url: string, product: string): number;
  getCrawlDelay(product: string): number | undefined;
}
const parseRobots = robotsModule as unknown as (address: string, text: string) => Parsed;

/** What a host lets us do. */
export interface HostRules {
  /** Throws FetchRefusal where the address is not for us. */
  check(url: URL): void;
  /** Seconds between requests the host asks for; 0 where it asks for none. */
  readonly delaySeconds: number;
  /** True where the host failed to show its rules: they may be had again soon. */
  readonly failed: boolean;
}

/** What became of asking for a robots.txt. */
export type RobotsResponse = { readonly status: number; readonly text: string } | { readonly failure: FetchRefusal };

/**
 * Read a host's rules as RFC 9309 has them: none where the file is missing or refused (400 to 499), none of its pages where the host
 * fails or cannot be reached (2.3.1). `product` is the name by which the rules may call us.
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
