import type { Article, DateEvidence } from '../model/index.ts';

/** A feed may date its own fetch, and a story's date is link's to give: neither anchors an article by itself. */
const anchoring: ReadonlySet<DateEvidence> = new Set(['metadata', 'page', 'dateline', 'url']);

/**
 * Choose the day an article's relative times count from.
 *
 * An ISO 8601 day as printed in the source's own zone ("2024-03-22T23:30:00-05:00" is the 22nd), or undefined where the
 * publication date is unknown, disputed, coarser than a day, or vouched for by the feed or the story only.
 */
export function anchorOf(article: Pick<Article, 'published'>): string | undefined {
  const { published } = article;
  if (published === undefined || published.disputed === true || !anchoring.has(published.how)) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published.value)?.[0];
  return day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? undefined : day;
}
