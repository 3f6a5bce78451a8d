import type { WebExchange } from '../model/index.ts';

/** Something a page shows that has an address of its own: a picture, a film, its styles. */
export interface CapturedMedia {
  readonly url: string;
  /** What was asked for it, its redirects too; empty where it was not captured. */
  readonly exchanges: readonly WebExchange[];
  /** Why it was not captured. */
  readonly reason?: string;
}

/** A page of the web, or a file, as it was taken. */
export interface CapturedPage {
  /** The address or path that was asked for. */
  readonly asked: string;
  /** Where it is: the address after all redirects, or `file:///NAME`. */
  readonly url: string;
  readonly at: string;
  readonly title?: string;
  readonly mediaType: string;
  /** Its bytes unpacked, as a reader is given them. */
  readonly bytes: Uint8Array;
  /** What was asked on the way to it, the page last; empty for a file. */
  readonly exchanges: readonly WebExchange[];
  readonly media: readonly CapturedMedia[];
}

/** What was asked for and could not be taken. */
export interface MissedPage {
  readonly asked: string;
  readonly at: string;
  readonly reason: string;
}

/** All of one capture, and who made it. */
export interface Capture {
  readonly pages: readonly CapturedPage[];
  readonly missed: readonly MissedPage[];
  /** Who collects, as the log says. */
  readonly who: string;
  readonly at: string;
  /** "Variorum 1.0.0". */
  readonly software: string;
  /** Why it was taken, in what matter. */
  readonly note?: string;
}
