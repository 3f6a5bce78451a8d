import { type ArticleReading, defined, type Issue, toIsoDay } from '../../model/index.ts';
import type { LinkDocument } from '../documents/document.ts';
import { resolveAgain } from './resolve.ts';
import { type AnchorEvidence, askArticle, fitsWeekday, vouchFor, weekdayReach } from './witness.ts';

export interface AnchorOptions {
  /** Days between what a page date implies and the story's day beyond which the page date is doubted. */
  readonly maxPageGapDays: number;
  /** Support the story's day needs from other articles to overrule a page. */
  readonly minSupport: number;
  /** The same where the page's data state the date in a field, which is seldom wrong. */
  readonly minSupportOverField: number;
  /** How many times more support than the page's own reading. */
  readonly supportRatio: number;
}

type ReportDay = { readonly day: string; readonly how: 'published' | 'story' };

/** Readings with times read from the right day, the day of each article, and what was doubted. */
export interface AnchoredStory {
  readonly readings: readonly ArticleReading[];
  readonly reportDays: Readonly<Record<string, ReportDay>>;
  readonly issues: readonly Issue[];
}

function sumVotes(witnesses: readonly AnchorEvidence[], day: number, except?: AnchorEvidence): number {
  return witnesses.reduce((sum, witness) => sum + (witness === except ? 0 : vouchFor(witness, day)), 0);
}

/** Find the day most of the story vouches for; a date found in text alone must fit somebody's weekday. */
function findStoryDay(witnesses: readonly AnchorEvidence[]): number | undefined {
  const implied = witnesses.flatMap(({ impliedDay, statedDay }) => [impliedDay ?? [], statedDay ?? []].flat());
  const written = witnesses
    .flatMap(({ fullDates }) => fullDates)
    .filter((day) =>
      witnesses.some((witness) => witness.relative?.reference.kind === 'weekday' && fitsWeekday(witness, day)),
    );
  const ranked = [...new Set([...implied, ...written])]
    .map((day) => ({ day, support: sumVotes(witnesses, day) }))
    .sort((x, y) => y.support - x.support || x.day - y.day);
  return ranked[0]?.day;
}

/** Tell whether the story speaks against the date on an article's page. */
function isDisputed(
  witness: AnchorEvidence,
  witnesses: readonly AnchorEvidence[],
  storyDay: number,
  options: AnchorOptions,
): boolean {
  const { impliedDay, statedDay, otherDays, byWeekday } = witness;
  if (impliedDay === undefined || statedDay !== undefined || !byWeekday) return false;
  if (Math.abs(impliedDay - storyDay) <= options.maxPageGapDays) return false;
  // An article that tells the story's day rightly under its own date uses the weekday for something else.
  if (otherDays.includes(storyDay) || !fitsWeekday(witness, storyDay)) return false;
  const support = sumVotes(witnesses, storyDay, witness);
  const fromField = witness.document.reading.article.published?.how === 'metadata';
  return (
    support >= (fromField ? options.minSupportOverField : options.minSupport) &&
    support > options.supportRatio * sumVotes(witnesses, impliedDay)
  );
}

function medianOf(days: readonly number[]): number | undefined {
  return days.toSorted((x, y) => x - y)[Math.floor((days.length - 1) / 2)];
}

/** Choose the day a report without a trusted date speaks from: its own text's, else its fellows', else the day after. */
function chooseDay(
  witness: AnchorEvidence,
  trusted: readonly number[],
  storyDay: number | undefined,
): number | undefined {
  if (storyDay === undefined) {
    const spread = Math.max(...trusted) - Math.min(...trusted);
    return trusted.length > 0 && spread <= weekdayReach ? medianOf(trusted) : undefined;
  }
  const isNear = (day: number) => day >= storyDay && day <= storyDay + weekdayReach;
  const own = witness.fullDates.filter(isNear).at(-1);
  if (own !== undefined && own > storyDay) return own;
  return medianOf(trusted.filter(isNear)) ?? storyDay + 1;
}

function disputeIssue({ document }: AnchorEvidence, storyDay: number): Issue {
  const { article } = document.reading;
  const found = article.published?.evidence === undefined ? -1 : article.text.value.indexOf(article.published.evidence);
  const length = article.published?.evidence?.length ?? 0;
  return {
    code: 'time/anchor-disputed',
    severity: 'warning',
    message: `The page says ${article.published?.value}, but the other reports of the story put its event on ${toIsoDay(storyDay)}.`,
    article: article.id,
    ...defined({ path: article.source.path }),
    ...(found < 0 ? {} : { at: { start: found, end: found + length } }),
    hint: 'The date is kept, but "Friday" and the like are read from the day the story gives.',
  };
}

/**
 * Date every article of a story by its page or by the story, and read relative times again where the story decides.
 *
 * A page date that its story contradicts is kept on the article but anchors nothing: issue `time/anchor-disputed`.
 * Returns readings in the order of `documents`, which must not depend on the input's.
 */
export function anchorStory(documents: readonly LinkDocument[], options: AnchorOptions): AnchoredStory {
  const witnesses = documents.map(askArticle);
  const storyDay = findStoryDay(witnesses);
  const disputed = new Set(
    witnesses.filter((each) => storyDay !== undefined && isDisputed(each, witnesses, storyDay, options)),
  );
  const trusted = witnesses.flatMap((each) => (disputed.has(each) ? [] : (each.document.publishedDay ?? [])));
  const reportDays: Record<string, ReportDay> = {};
  const readings = witnesses.map((witness) => {
    const { document } = witness;
    if (document.publishedDay !== undefined && !disputed.has(witness)) {
      reportDays[document.id] = { day: toIsoDay(document.publishedDay), how: 'published' };
      return document.reading;
    }
    const chosen = chooseDay(witness, trusted, storyDay);
    if (chosen === undefined) return document.reading;
    const day = toIsoDay(chosen);
    reportDays[document.id] = { day, how: 'story' };
    return resolveAgain(document.reading, day);
  });
  const issues = [...disputed].map((witness) => disputeIssue(witness, storyDay ?? 0));
  return { readings, reportDays, issues };
}
