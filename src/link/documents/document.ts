import { type Article, type ArticleReading, defined, type IncidentMention, toDayNumber } from '../../model/index.ts';
import { type ContentWord, cutContent } from './words.ts';

/** A reading with what every part of linking needs of it. */
export interface LinkDocument {
  readonly reading: ArticleReading;
  readonly id: string;
  readonly words: readonly ContentWord[];
  /** Outlet or host whose boilerplate the page shares: "courier.example". */
  readonly site?: string;
  /** Stated day of publication, days since 1970-01-01. */
  readonly publishedDay?: number;
  readonly main?: IncidentMention;
}

function siteOf(article: Article): string | undefined {
  const host = /^https?:\/\/(?:web\.archive\.org\/web\/\d+\/https?:\/\/)?(?:www\.)?([^/:?#]+)/u.exec(
    article.url ?? '',
  )?.[1];
  return host?.toLowerCase() ?? article.outlet?.toLowerCase();
}

function publishedDayOf(article: Article): number | undefined {
  if (article.published === undefined || article.published.disputed === true) return undefined;
  const day = toDayNumber(article.published.value);
  return Number.isNaN(day) ? undefined : day;
}

/** Prepare one reading for linking; its words are cut when they are first asked for. */
export function makeDocument(reading: ArticleReading): LinkDocument {
  const main = reading.mentions.find((mention) => mention.main);
  const site = siteOf(reading.article);
  const publishedDay = publishedDayOf(reading.article);
  let cut: readonly ContentWord[] | undefined;
  return {
    reading,
    id: reading.article.id,
    get words() {
      cut ??= cutContent(reading.article);
      return cut;
    },
    ...defined({ site, publishedDay, main }),
  };
}
