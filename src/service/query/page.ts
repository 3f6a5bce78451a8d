import { RequestError } from '../../pipeline/index.ts';

/** Some of what was found, and where the rest begins. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Cursor of what follows; absent at the end. */
  readonly next?: string;
}

/** There is nothing under that name. */
export class NotThere extends RequestError {
  override readonly name = 'NotThere';
}

/** What a cursor holds: the place of the last item by what items are sorted by. */
export type CursorParts = readonly (string | number)[];

/** Write the place of an item as a cursor. */
export function writeCursor(parts: CursorParts): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/**
 * Read a cursor whose parts are of these types; undefined where none is given.
 *
 * Throws RequestError for one that nobody here wrote.
 */
export function readCursor(cursor: string | undefined, types: readonly string[]): CursorParts | undefined {
  if (cursor === undefined) return undefined;
  const refusal = new RequestError('cursor: give the one that came with the page before');
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== types.length) throw refusal;
    if (!parts.every((part, at) => (types[at] ?? '').split('|').includes(typeof part))) throw refusal;
    return parts as CursorParts;
  } catch {
    throw refusal;
  }
}

/** Cut a page from a list that is always in the same order; the cursor is how many were given before. */
export function cutPage<T>(items: readonly T[], limit: number, cursor: string | undefined): Page<T> {
  const from = Number(readCursor(cursor, ['number'])?.[0] ?? 0);
  const end = from + limit;
  return { items: items.slice(from, end), ...(end < items.length ? { next: writeCursor([end]) } : {}) };
}
