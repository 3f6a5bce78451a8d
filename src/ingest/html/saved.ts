import { defined } from '../../model/index.ts';

const headChars = 4_096;

/**
 * Addresses that browsers and mirroring programs write into the pages they save: Chrome, Edge and the Internet Explorer ("saved from
 * url=(0042)…", the number is the length), SingleFile, HTTrack.
 */
const notes: readonly RegExp[] = [
  /<!--\s*saved from url=\(\d{4}\)(\S{1,2000})\s*-->/i,
  /<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,2000})/i,
  /<!--\s*Mirrored from (\S{1,2000}) by HTTrack/i,
  /is (?:Google's|Yahoo's|Bing's) cache of\s*<a\s[^<>]{0,100}?href="([^"<>]{1,2000})"/i,
];

const archiveToday = /^archive\.(?:today|ph|is|li|vn|fo|md)$/;

/** A page without what an archive wrote into it, and what the archive says of it. */
export interface Capture {
  readonly html: string;
  /** Address of the original. */
  readonly url?: string;
  /** Moment of the capture, ISO 8601: the page is no newer. */
  readonly savedAt?: string;
  /** True where the page's own metadata is the archive's. */
  readonly restated: boolean;
}

/** Take a capture of the Wayback Machine or archive.today apart; any other page is given back as it is. */
export function openCapture(html: string): Capture {
  return openWayback(html) ?? openArchiveToday(html) ?? { html, restated: false };
}

function openWayback(html: string): Capture | undefined {
  const head = html.slice(0, 4 * headChars);
  const wombat = /__wm\.wombat\("(https?:[^"]{1,2000})","(\d{14})"/.exec(head);
  const link = /web\.archive\.org\/web\/(\d{14})[a-z_]*\/(https?:\/\/[^"'\s<>]{1,2000})/.exec(head);
  const isCapture = wombat !== null || /BEGIN WAYBACK TOOLBAR INSERT|FILE ARCHIVED ON \d/.test(html);
  if (!isCapture) return undefined;
  const url = wombat?.[1] ?? link?.[2];
  const start = html.indexOf('<!-- BEGIN WAYBACK TOOLBAR INSERT -->');
  const end = start < 0 ? -1 : html.indexOf('<!-- END WAYBACK TOOLBAR INSERT -->', start);
  const bare = end < 0 ? html : html.slice(0, start) + html.slice(end);
  return { html: bare, restated: false, ...defined({ url, savedAt: readStamp(wombat?.[2] ?? link?.[1]) }) };
}

/** Its bar above the page holds the original's address in a field and the moment of saving. */
function openArchiveToday(html: string): Capture | undefined {
  const start = html.search(/<div[^<>]{0,200}\bid="?HEADER\b/);
  const end = start < 0 ? -1 : html.slice(start).search(/<div[^<>]{0,200}\bid="?CONTENT\b/);
  if (end < 0) return undefined;
  const bar = html.slice(start, start + Math.min(end, 8 * headChars));
  const url = /\bname="?q"?[^<>]{0,300}?\bvalue="(https?:[^"]{1,2000})"/.exec(bar)?.[1];
  const names = html.slice(0, start).match(/https?:\/\/[^/"'\s<>]{1,100}/g) ?? [];
  const isNamed =
    names.some((name) => URL.canParse(name) && archiveToday.test(new URL(name).hostname)) || /archive\.today/.test(bar);
  if (!isNamed || url === undefined) return undefined;
  const saved = Date.parse(/\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} UTC/.exec(bar)?.[0] ?? '');
  const savedAt = Number.isNaN(saved) ? undefined : new Date(saved).toISOString();
  return { html: html.slice(0, start) + html.slice(start + end), url, restated: true, ...defined({ savedAt }) };
}

/** "20250312100000" */
function readStamp(stamp: string | undefined): string | undefined {
  return stamp?.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z');
}

/** Find the address a saved page says it was saved from; `undefined` where it says none of the web. */
export function findSavedAddress(html: string): string | undefined {
  const head = html.slice(0, headChars);
  for (const note of notes) {
    const found = note.exec(head)?.[1];
    if (found === undefined) continue;
    const address = /^[a-z]+:/i.test(found) ? found : `http://${found}`;
    if (/^https?:/i.test(address) && URL.canParse(address)) return new URL(address).href;
  }
  return undefined;
}
