import { decodeHTMLStrict } from 'entities';
import { defined, hashContent, type Issue, makeText, type Page, type PageField, type Segment } from '../model/index.ts';

/** What a format makes of one record before it is tied to its source; segment positions are in `value`. */
export interface Draft {
  readonly mediaType: string;
  readonly value: string;
  readonly segments: readonly Segment[];
  readonly fields: readonly PageField[];
}

/** Where a record came from. */
export interface RecordOrigin {
  readonly bytes: Uint8Array | string;
  readonly path?: string;
  readonly url?: string;
  /** Moment the page was copied, ISO 8601, where that is told. */
  readonly fetchedAt?: string;
}

/** Tie a draft to its source; the stated address wins over the one the page states of itself. */
export function makePage(draft: Draft, origin: RecordOrigin): Page {
  const url = origin.url ?? draft.fields.find((field) => field.name === 'url')?.value;
  return {
    source: {
      id: hashContent(origin.bytes),
      ...defined({ path: origin.path, url, fetchedAt: origin.fetchedAt }),
      mediaType: draft.mediaType,
    },
    text: makeText(draft.value),
    segments: draft.segments,
    fields: draft.fields,
  };
}

/** Make an issue of this stage about one record. */
export function makeIssue(
  code: `ingest/${string}`,
  severity: Issue['severity'],
  message: string,
  path?: string,
  hint?: string,
): Issue {
  return {
    code,
    severity,
    message,
    ...defined({ path, hint }),
  };
}

/** Keep a stated value short, on one line and without escapes ("&#8217;"); `undefined` where nothing is left. */
export function tidyValue(value: string): string | undefined {
  const tidy = decodeEscapes(value).replace(/\s+/g, ' ').trim();
  return tidy.length === 0 ? undefined : tidy.slice(0, 500);
}

/** Undo character references; some programs escape what was escaped before ("&amp;#8217;"). */
export function decodeEscapes(value: string): string {
  const once = value.includes('&') ? decodeHTMLStrict(value) : value;
  return once.includes('&') ? decodeHTMLStrict(once) : once;
}
