import type { Article, DateEvidence, Source } from '../model/index.ts';

/** A story's date is link's to give: it anchors no article by itself. A feed's item is dated like a page (`ingest` drops the moment of fetching). */
const anchoring: ReadonlySet<DateEvidence> = new Set(['metadata', 'page', 'dateline', 'url', 'feed']);

/** What an article says of its own day. */
interface Dated extends Pick<Article, 'published'> {
  readonly source?: Pick<Source, 'fetchedAt'>;
}

/**
 * Choose the day an article's relative times count from.
 *
 * An ISO 8601 day as printed in the source's own zone ("2024-03-22T23:30:00-05:00" is the 22nd), or undefined where the
 * publication date is unknown, disputed, coarser than a day, or vouched for by the story only. Of a copy in a web archive that has no
 * date of its own it is the day of copying: people keep a report while it is new.
 */
export function anchorOf({ published, source }: Dated): string | undefined {
  if (published === undefined) return dayOf(source?.fetchedAt);
  return published.disputed === true || !anchoring.has(published.how) ? undefined : dayOf(published.value);
}

function dayOf(value: string | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0];
  return day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? undefined : day;
}
