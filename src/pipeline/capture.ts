import { basename } from 'node:path';
import { FetchRefusal, listFiles, readBytes, readClock } from '../io/index.ts';
import type { Issue, WebExchange } from '../model/index.ts';
import { isAddress, openOutside, refused } from './intake/outside.ts';
import type { Settings } from './settings.ts';

/** A page of the web, or a file, as it was taken. */
export interface TakenPage {
  /** The address or path that was asked for. */
  readonly asked: string;
  /** The address after all redirects, or `file:///NAME`. */
  readonly url: string;
  readonly at: string;
  readonly mediaType: string;
  readonly charset?: string;
  /** Unpacked. */
  readonly bytes: Uint8Array;
  /** What was asked on the way to it, the page last; empty for a file. */
  readonly exchanges: readonly WebExchange[];
}

/** Takes pages and files as they are, to be kept; nothing is fetched where the settings do not allow it. */
export interface Taker {
  /** Take what a name stands for: an address, or the files of a path, folder or glob; what cannot be taken is an issue. */
  take(name: string): AsyncGenerator<TakenPage | Issue>;
  close(): Promise<void>;
}

/** Begin to take; `now` stands for the clock where files are read. */
export function openTaker(settings: Settings, now?: string): Taker {
  const outside = openOutside(settings, undefined, true);
  const fetchPage = async (asked: string): Promise<TakenPage | Issue> => {
    try {
      const { url, bytes, charset, exchanges = [] } = await outside.fetch(asked);
      const last = exchanges.at(-1);
      const type = last?.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
      const mediaType = type?.split(';')[0]?.trim() || nameMediaType(bytes);
      const at = last?.at ?? now ?? readClock();
      return { asked, url, at, mediaType, bytes, exchanges, ...(charset === undefined ? {} : { charset }) };
    } catch (error) {
      if (error instanceof FetchRefusal) return refused(asked, error);
      throw error;
    }
  };
  return {
    take: async function* (name) {
      if (isAddress(name)) yield await fetchPage(name);
      else yield* takeFiles(name, now);
    },
    close: () => outside.close(),
  };
}

async function* takeFiles(name: string, now: string | undefined): AsyncGenerator<TakenPage | Issue> {
  const { files, failures } = await listFiles([name]);
  for (const { path, reason } of failures) yield unreadable(path, reason);
  for (const { path } of files) {
    const bytes = await readBytes(path);
    // Where a file lies on the disk of whoever collects is in the log, and no part of what it is called.
    const url = `file:///${encodeURIComponent(basename(path))}`;
    yield { asked: path, url, at: now ?? readClock(), mediaType: nameMediaType(bytes), bytes, exchanges: [] };
  }
}

function unreadable(path: string, reason: string): Issue {
  return { code: 'io/unreadable-path', severity: 'error', message: `Cannot read ${path}: ${reason}.`, path };
}

function nameMediaType(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1000)).toString('latin1').trimStart();
  if (head.startsWith('%PDF-')) return 'application/pdf';
  if (/^<(?:!doctype html|html|head|body|!--)/i.test(head)) return 'text/html';
  if (/^[[{]/.test(head)) return 'application/json';
  return head.includes('\0') ? 'application/octet-stream' : 'text/plain';
}
