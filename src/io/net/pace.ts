import { setTimeout as pause } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import type { Holds } from './holds.ts';
import { FetchRefusal } from './refusal.ts';

/** Keeps the requests to one host in sequence, with a pause between them. */
export interface Pace {
  /**
   * Run `doing` when the host's turn has come; the next request follows `gapSeconds` after it at the earliest. Throws
   * `fetch/told-to-wait`.
   */
  take<T>(host: string, gapSeconds: number, doing: () => Promise<T>): Promise<T>;
  /** Check that a host does not ask to be left alone for longer than we wait. Throws `fetch/told-to-wait`. */
  check(host: string): void;
  /** Leave a host alone for the seconds it asked for. */
  hold(host: string, seconds: number): Promise<void>;
}

interface Turn {
  readonly limit: LimitFunction;
  /** Earliest time of the next request, in milliseconds of the monotonic clock. */
  next: number;
}

/** Make a pace; a host that asks for a wait of more than `maxWaitSeconds` is refused, not waited for. */
export function makePace(maxWaitSeconds: number, holds: Holds): Pace {
  const turns = new Map<string, Turn>();
  const turnOf = (host: string): Turn => {
    const turn = turns.get(host) ?? { limit: pLimit(1), next: 0 };
    turns.set(host, turn);
    return turn;
  };
  return {
    take: (host, gapSeconds, doing) => {
      const turn = turnOf(host);
      return turn.limit(async () => {
        const wait = Math.max(holds.secondsLeft(host) * 1000, turn.next - performance.now());
        if (Math.max(wait / 1000, gapSeconds) > maxWaitSeconds)
          throw toldToWait(host, Math.max(wait / 1000, gapSeconds), maxWaitSeconds);
        if (wait > 0) await pause(wait);
        try {
          return await doing();
        } finally {
          turn.next = Math.max(turn.next, performance.now() + gapSeconds * 1000);
        }
      });
    },
    check: (host) => {
      const seconds = holds.secondsLeft(host);
      if (seconds > maxWaitSeconds) throw toldToWait(host, seconds, maxWaitSeconds);
    },
    hold: (host, seconds) => holds.keep(host, seconds),
  };
}

function toldToWait(host: string, seconds: number, most: number): FetchRefusal {
  const message = `${host} asks to wait ${Math.ceil(seconds)} s, longer than the ${most} s we wait`;
  return new FetchRefusal('fetch/told-to-wait', message, { hint: 'Try again later, or raise fetch.maxWaitSeconds.' });
}

/**
 * Read a Retry-After header as seconds from `now` (milliseconds): "120" is 120, a date (RFC 9110, 10.2.3) the time until then;
 * undefined where it is neither.
 */
export function readRetryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}
