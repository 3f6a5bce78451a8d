import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Exchange } from './exchange.ts';
import { FetchRefusal } from './refusal.ts';
import { openRulebook, type Rulebook } from './rulebook.ts';

type Reply = number | FetchRefusal | Error;

/** Make an exchange that gives these replies, one for each request in order, and records the addresses asked. */
function makeExchange(...replies: readonly Reply[]): Exchange & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    ask: async (url, _headers, _maxSeconds, read) => {
      const reply = replies[asked.push(url.href) - 1] ?? 404;
      if (typeof reply !== 'number') throw reply;
      const body = Readable.from([Buffer.from('User-agent: *\nDisallow: /private\n')]);
      return read({ status: reply, statusText: '', sent: [], headers: [], header: () => undefined, body });
    },
    close: async () => undefined,
  };
}

const page = new URL('http://ledger.example/1');
const minute = 60_000;
const open = (exchange: Exchange) => openRulebook(exchange, { mayBePrivate: () => false, maxSeconds: 1 }, 'Variorum');

const checkPage = async (rulebook: Rulebook) => (await rulebook.find(page)).check(page);

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

describe('the rulebook', () => {
  it.each([
    ['a server error', 503],
    ['a host that cannot be reached', new FetchRefusal('fetch/unreachable', 'it takes no connections')],
    ['a host that is too slow', new FetchRefusal('fetch/too-slow', 'it took too long')],
  ])('holds %s against a host for minutes, not for a day', async (_, failure) => {
    const exchange = makeExchange(failure, 200);
    const rulebook = open(exchange);
    await expect(checkPage(rulebook)).rejects.toThrow(FetchRefusal);
    vi.advanceTimersByTime(minute);
    await expect(checkPage(rulebook)).rejects.toThrow(FetchRefusal);
    expect(exchange.asked).toHaveLength(1);
    vi.advanceTimersByTime(5 * minute);
    await checkPage(rulebook);
    expect(exchange.asked).toHaveLength(2);
  });

  it.each([200, 404])('keeps what a host answered (%i) for a day', async (status) => {
    const exchange = makeExchange(status);
    const rulebook = open(exchange);
    for (const hours of [0, 1, 22]) {
      vi.advanceTimersByTime(hours * 60 * minute);
      await rulebook.find(page);
    }
    expect(exchange.asked).toHaveLength(1);
    vi.advanceTimersByTime(2 * 60 * minute);
    await rulebook.find(page);
    expect(exchange.asked).toHaveLength(2);
  });

  it('asks once for all who wait, however long they do', async () => {
    const exchange = makeExchange(200);
    const rulebook = open(exchange);
    const first = rulebook.find(page);
    vi.advanceTimersByTime(10 * minute);
    expect(rulebook.find(new URL('http://ledger.example/2'))).toBe(first);
    await first;
    expect(exchange.asked).toEqual(['http://ledger.example/robots.txt']);
  });

  it('keeps nothing of what no host does', async () => {
    const exchange = makeExchange(new Error('a bug of ours'), 200);
    const rulebook = open(exchange);
    await expect(rulebook.find(page)).rejects.toThrow('a bug of ours');
    await checkPage(rulebook);
  });
});
