import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RequestError, SettingsError } from '../errors.ts';
import { checkWatchPlaces, watch } from './repeat.ts';

const rss = (count: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Ledger</title><item><title>${count} killed in Norwick mill fire</title><guid>1</guid><description>${count} people were killed when a fire broke out at a mill in Norwick on 4 February 2031, police said.</description></item></channel></rss>`;
const options = { reader: 'fast', now: '2031-02-06T00:00:00Z', everySeconds: 0.01 } as const;

let folder: string;
let feed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-repeat-'));
  feed = join(folder, 'feed.xml');
  writeFileSync(feed, rss('Two'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('watch', () => {
  it('looks again and again, and tells what moved since the look that was settled', async () => {
    const told: string[] = [];
    for await (const look of watch({ feeds: [feed], folder: join(folder, 'seen') }, options)) {
      told.push(look.text);
      // The first look is not settled, so that the second tells the same.
      if (told.length > 1) await look.settle();
      if (told.length === 2) writeFileSync(feed, rss('Three'));
      if (told.length === 4) break;
    }
    expect(told[0]).toContain(': new. Because of Harbour Ledger');
    expect(told[1]).toBe(told[0]);
    expect(told[2]).toContain('Killed: 2 became 3.');
    expect(told[3]).toBe('Nothing changed.\n');
  });

  it('looks once where that is asked', async () => {
    const looks = [];
    for await (const { at, counts } of watch(
      { feeds: [feed], folder: join(folder, 'seen') },
      { ...options, once: true },
    ))
      looks.push([at, counts.fresh]);
    expect(looks).toEqual([[options.now, 1]]);
  });

  it('ends at a signal, in the middle of a pause', async () => {
    const stop = new AbortController();
    const given = { ...options, everySeconds: 3600, signal: stop.signal };
    let looks = 0;
    for await (const _ of watch({ feeds: [feed], folder: join(folder, 'seen') }, given)) {
      looks += 1;
      setTimeout(() => stop.abort(), 5);
    }
    expect(looks).toBe(1);
  });

  it.each([
    ['feed.xml', 0],
    ['feed.xml', Number.NaN],
    ['feed.xml', 9_000_000],
    ['https://ledger.example/feed.xml', 5],
  ])('refuses to look at %s every %d seconds', async (name, everySeconds) => {
    await expect(watch({ feeds: [name], folder }, { everySeconds }).next()).rejects.toThrow(SettingsError);
  });
});

describe('checkWatchPlaces', () => {
  it('lets a new file be, and one of its own; not one that somebody made otherwise', async () => {
    const [out, seen] = [join(folder, 'edition.json'), join(folder, 'seen')];
    await checkWatchPlaces(out, seen);
    writeFileSync(out, '{}');
    await expect(checkWatchPlaces(out, seen)).rejects.toThrow(RequestError);
    for await (const look of watch({ feeds: [feed], folder: seen }, { ...options, once: true })) await look.settle();
    await checkWatchPlaces(out, seen);
  });
});
