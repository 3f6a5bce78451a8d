import { attributes, defined, statuses } from '../model/index.ts';
import { RequestError } from '../pipeline/index.ts';
import { searchVersions, type VersionRow } from '../store/index.ts';
import type { Archive } from './archive.ts';
import { linkNew } from './records.ts';

/** What to look for; all that is given must hold. */
export interface SearchQuery {
  /** Words that headline or text hold, in any order; "in quotes" as a phrase. */
  readonly words?: string;
  readonly outlet?: string;
  /** Days of publication, first and last. */
  readonly from?: string;
  readonly to?: string;
  /** Some incident it reports has a record of this attribute, with this status where one is given. */
  readonly attribute?: string;
  readonly status?: string;
  /** At most so many; 20 where absent. */
  readonly limit?: number;
}

/** An article that was found. */
export interface SearchHit {
  readonly article: string;
  readonly headline: string;
  readonly outlet?: string;
  readonly published?: string;
  readonly url?: string;
  /** Words around the first place where what was looked for stands. */
  readonly snippet: string;
}

const usualLimit = 20;
const mostHits = 1000;
const aroundChars = 80;

/** Find current versions of articles, the last added first. Throws RequestError for an attribute, status or day there is not. */
export async function searchArchive(archive: Archive, query: SearchQuery): Promise<readonly SearchHit[]> {
  const phrases = readPhrases(query.words ?? '');
  return (await searchRows(archive, query)).map((row) => describeHit(row, phrases));
}

/** Find the rows of current versions as `searchArchive` does; `before` leaves out that number and all later ones. */
export async function searchRows(
  archive: Archive,
  query: SearchQuery & { readonly before?: number },
): Promise<readonly VersionRow[]> {
  const { words = '', limit = usualLimit, attribute, status, from, to, outlet, before } = query;
  checkTerm('attribute', attribute, attributes);
  checkTerm('status', status, statuses);
  for (const day of [from, to]) {
    if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))
      throw new RequestError(`${day}: give a day, such as 2024-03-23`);
  }
  if (attribute !== undefined || status !== undefined) await linkNew(archive);
  const asked = { phrases: readPhrases(words), limit: Math.min(Math.max(1, limit), mostHits) };
  return searchVersions(archive.database, { ...asked, ...defined({ outlet, from, to, attribute, status, before }) });
}

function checkTerm(what: string, value: string | undefined, known: readonly string[]): void {
  if (value !== undefined && !known.includes(value))
    throw new RequestError(`there is no ${what} "${value}"; there is ${known.join(', ')}`);
}

/** Cut a query into phrases: each word is one, and what stands in quotes is one. */
export function readPhrases(words: string): readonly (readonly string[])[] {
  return [...words.matchAll(/"([^"]*)"|[^\s"]+/g)].flatMap(([whole, quoted]) => {
    const parts = (quoted ?? whole).match(/[\p{L}\p{N}]+/gu) ?? [];
    return parts.length === 0 ? [] : [parts];
  });
}

/** Describe a row as a hit, with the words around the first phrase. */
export function describeHit(
  { text_id, headline, outlet, published, address, text }: VersionRow,
  phrases: readonly (readonly string[])[],
): SearchHit {
  const first = phrases[0]?.map((word) => word.toLowerCase()) ?? [];
  const found = first.length === 0 ? 0 : Math.max(0, text.toLowerCase().indexOf(first[0] ?? ''));
  const [start, end] = [Math.max(0, found - aroundChars), Math.min(text.length, found + aroundChars)];
  const snippet = `${start > 0 ? '…' : ''}${cutWhole(text, start, end)}${end < text.length ? '…' : ''}`;
  const optional = { outlet: outlet ?? undefined, published: published ?? undefined, url: address ?? undefined };
  return { article: text_id, headline, ...defined(optional), snippet };
}

/** Cut a stretch without half a character at either end. */
function cutWhole(text: string, start: number, end: number): string {
  const cut = text.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
  return cut.replace(/\s+/g, ' ').trim();
}
