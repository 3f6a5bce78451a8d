import type { Gazetteer, TrainedReader } from '../../annotate/index.ts';
import { clean } from '../../clean/index.ts';
import { type InputBytes, ingest } from '../../ingest/index.ts';
import type { Article, ArticleReading, Context, Issue, Outcome, Page } from '../../model/index.ts';
import type { Settings } from '../settings.ts';

/** What cutting articles from their pages needs beside the pages. */
export interface CleaningContext {
  readonly settings: Settings;
  readonly context: Context;
}

/** What a reader of documents needs beside the document: settings, time of the run, data loaded from disk. */
export interface StageContext extends CleaningContext {
  /** Annotates and extracts; handed in, since loading it takes 100 MB a thread, which cleaning alone need not take. */
  readonly readArticle: (article: Article, stageContext: StageContext) => Promise<Outcome<ArticleReading>>;
  readonly resources: {
    readonly gazetteer: Gazetteer;
    /** Opened where the settings ask for it. */
    readonly reader?: TrainedReader;
  };
}

/** How far to take a document: to clean articles only, or to claims. */
export type Until = 'articles' | 'readings';

/** What became of one input or some of its records. */
export interface DocumentReadings {
  readonly articles: readonly Article[];
  readonly readings: readonly ArticleReading[];
  /** Records found, broken ones included, whether or not they became articles. */
  readonly records: number;
  readonly issues: readonly Issue[];
}

/** Split one input into pages. */
export function openInput(input: InputBytes, stageContext: CleaningContext): Outcome<readonly Page[]> {
  return ingest(input, stageContext.settings.ingest, stageContext.context);
}

/** Take pages through the stages of one document, one after the other; with a context for cleaning they stay articles. */
export async function readPages(
  pages: readonly Page[],
  stageContext: CleaningContext | StageContext,
): Promise<DocumentReadings> {
  const articles: Article[] = [];
  const readings: ArticleReading[] = [];
  const issues: Issue[] = [];
  for (const page of pages) {
    const cleaned = clean(page, stageContext.settings.clean, stageContext.context);
    issues.push(...cleaned.issues.map((issue) => placeIssue(issue, page, cleaned.value)));
    const article = cleaned.value;
    if (article === undefined) continue;
    articles.push(article);
    if (!('readArticle' in stageContext)) continue;
    const read = await stageContext.readArticle(article, stageContext);
    issues.push(...read.issues.map((issue) => placeIssue(issue, page, article)));
    readings.push(read.value);
  }
  return { articles, readings, records: pages.length, issues };
}

/** Say which article and path an issue is about, where the stage did not. */
function placeIssue(issue: Issue, page: Page, article: Article | undefined): Issue {
  const { path } = page.source;
  return {
    ...issue,
    ...(issue.article === undefined && article !== undefined ? { article: article.id } : {}),
    ...(issue.path === undefined && path !== undefined ? { path } : {}),
  };
}
