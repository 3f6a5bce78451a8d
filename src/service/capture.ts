import { defined, type Issue, type WebExchange } from '../model/index.ts';
import { openTaker, type Settings, type TakenPage, type Taker, version } from '../pipeline/index.ts';
import {
  type CapturedMedia,
  type CapturedPage,
  type MissedPage,
  openSigningKey,
  packWacz,
  readPageParts,
} from '../wacz/index.ts';

/** How to capture. */
export interface CaptureOptions {
  /** How pages are fetched, where they may be. */
  readonly settings: Settings;
  /** Who collects, as the log of custody says. */
  readonly who: string;
  /** Instant of the capture, ISO 8601 UTC; of each answer, when it came. */
  readonly now: string;
  /** Why it is taken, in what matter. */
  readonly note?: string;
  /** Take what pages show from addresses of its own as well: pictures, films, styles. */
  readonly media?: boolean;
  /** Private key to sign with: PEM, curve P-384. */
  readonly key?: string;
}

/** What a capture came to. */
export interface CaptureOutcome {
  /** WACZ 1.1.1, as a file holds it. */
  readonly wacz: Uint8Array;
  readonly pages: readonly { readonly asked: string; readonly url: string; readonly media: number }[];
  readonly issues: readonly Issue[];
}

/**
 * Take pages and files as they are into a web archive (WACZ 1.1.1) with their requests, answers, headers, hashes and a log of custody.
 *
 * Nothing is fetched where the settings do not allow it. What could not be taken is an issue, and in the log. Throws KeyError, NoWarcio.
 */
export async function captureWeb(names: readonly string[], options: CaptureOptions): Promise<CaptureOutcome> {
  const { settings, who, now, note, media = false } = options;
  const key = options.key === undefined ? undefined : openSigningKey(options.key);
  const taker = openTaker(settings, now);
  const pages: CapturedPage[] = [];
  const missed: MissedPage[] = [];
  const issues: Issue[] = [];
  try {
    for (const name of names) {
      for await (const taken of taker.take(name)) {
        if ('severity' in taken) {
          issues.push(taken);
          missed.push({ asked: taken.path ?? name, at: now, reason: taken.message });
        } else pages.push(await describePage(taken, media, taker));
      }
    }
  } finally {
    await taker.close();
  }
  const capture = { pages, missed, who, at: now, software: `Variorum ${version}`, ...defined({ note }) };
  const told = pages.map((page) => {
    const held = page.media.filter(({ exchanges }) => exchanges.length > 0).length;
    return { asked: page.asked, url: page.url, media: held };
  });
  return { wacz: await packWacz(capture, key), pages: told, issues };
}

async function describePage(taken: TakenPage, withMedia: boolean, taker: Taker): Promise<CapturedPage> {
  const { charset, ...page } = taken;
  if (!/html/i.test(page.mediaType)) return { ...page, media: [] };
  const { title, media } = readPageParts(decode(page.bytes, charset), page.url);
  const held: CapturedMedia[] = [];
  for (const url of media) held.push(withMedia ? await takeMedia(url, taker) : { url, exchanges: [], reason: unasked });
  return { ...page, media: held, ...defined({ title }) };
}

const unasked = 'not asked for';

async function takeMedia(url: string, taker: Taker): Promise<CapturedMedia> {
  const exchanges: WebExchange[] = [];
  for await (const taken of taker.take(url)) {
    if ('severity' in taken) return { url, exchanges: [], reason: taken.message };
    exchanges.push(...taken.exchanges);
  }
  return { url, exchanges };
}

function decode(bytes: Uint8Array, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // A name that nobody knows.
    return new TextDecoder().decode(bytes);
  }
}
