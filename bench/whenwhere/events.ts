import { type NewsCase, wholeOf } from '../news/articles.ts';
import type { NewsClaim } from '../news/gold.ts';

/** A happening of the gold with its day and place, and the statements of figures about it. */
export interface ToldEvent {
  readonly key: string;
  readonly kind: string;
  /** True for the happening its article is about. */
  readonly main: boolean;
  /** Narrowest place in its words; absent where the text names none. */
  readonly place?: string;
  /** Containing places, narrowest first; the country last where the reader gave one. */
  readonly within: readonly string[];
  /** EDTF of what the text fixes; absent where it fixes nothing, or only with knowledge from outside. */
  readonly day?: string;
  readonly claims: readonly NewsClaim[];
}

/** Letters that readers put for "none" and "the same" in the column of countries. */
const leastCountry = 3;

/**
 * List the happenings of an article for which the gold has a figure, and the article's own whether it has one or not.
 *
 * Days known from outside the text and days without a year are left out: no program can be asked for them. So are those
 * of an undated article that prints no such year.
 */
export function listEvents({ article, gold: { main, events, claims, kind } }: NewsCase): readonly ToldEvent[] {
  const whole = wholeOf(article);
  const dated = typeof article.date === 'string' && article.date !== '';
  return Object.entries(events).flatMap(([key, event]) => {
    const own = claims.filter((claim) => claim.event === key && claim.optional !== true);
    if (key.startsWith('period:') || (own.length === 0 && key !== main)) return [];
    const { place, within = [], country = '', day } = event;
    const isFixed = dated || [...(day ?? '').matchAll(/\d{4}/g)].some(([year]) => whole.includes(year));
    const isAsked = day !== undefined && event.dayOutside !== true && !/X/.test(day) && isFixed;
    const around = country.length > leastCountry && !within.includes(country) ? [...within, country] : within;
    return {
      key,
      kind: event.kind ?? kind,
      main: key === main,
      ...(place !== undefined && { place }),
      within: around.filter((name) => name !== place),
      ...(isAsked && { day }),
      claims: own,
    };
  });
}

/** The words of an article and its day, for peers. */
export interface PlainReport {
  readonly whole: string;
  readonly text: string;
  readonly published?: string;
}

/** Give what a peer reads of a case. */
export function reportOf({ article }: NewsCase): PlainReport {
  const published = article.date?.slice(0, 10);
  return { whole: wholeOf(article), text: article.text, ...(published && { published }) };
}
