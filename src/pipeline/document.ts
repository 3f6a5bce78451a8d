import { annotate, deepen, type Reader } from '../annotate/index.ts';
import type { Gazetteer } from '../annotate/places/gazetteer.ts';
import { clean } from '../clean/index.ts';
import { extract } from '../extract/index.ts';
import { type Input, ingest } from '../ingest/index.ts';
import type { Article, Context, Issue, Outcome, Page, Reading } from '../model/index.ts';
import type { Settings } from './settings.ts';

/** What a reader of documents needs beside the document: settings, time of the run, data loaded from disk. */
export interface Desk {
  readonly settings: Settings;
  readonly context: Context;
  readonly resources: {
    readonly gazetteer: Gazetteer;
    /** Opened where the settings ask for it. */
    readonly reader?: Reader;
  };
}

/** How far to take a document: to clean articles only, or to claims. */
export type Until = 'articles' | 'readings';

/** What became of one input or some of its records. */
export interface DocumentReadings {
  readonly articles: readonly Article[];
  readonly readings: readonly Reading[];
  /** Records found, broken ones included, whether or not they became articles. */
  readonly records: number;
  readonly issues: readonly Issue[];
}

/** Split one input into pages. */
export function openInput(input: Input, desk: Pick<Desk, 'settings' | 'context'>): Outcome<readonly Page[]> {
  return ingest(input, desk.settings.ingest, desk.context);
}

/** Take pages through the stages of one document, one after the other. */
export async function readPages(pages: readonly Page[], desk: Desk, until: Until): Promise<DocumentReadings> {
  const articles: Article[] = [];
  const readings: Reading[] = [];
  const issues: Issue[] = [];
  for (const page of pages) {
    const cleaned = clean(page, desk.settings.clean, desk.context);
    issues.push(...cleaned.issues.map((issue) => placeIssue(issue, page, cleaned.value)));
    const article = cleaned.value;
    if (article === undefined) continue;
    articles.push(article);
    if (until === 'articles') continue;
    const read = await readArticle(article, desk);
    issues.push(...read.issues.map((issue) => placeIssue(issue, page, article)));
    readings.push(read.value);
  }
  return { articles, readings, records: pages.length, issues };
}

/** Annotate and extract one article. */
async function readArticle(article: Article, desk: Desk): Promise<Outcome<Reading>> {
  const { settings, context, resources } = desk;
  const { gazetteer, reader } = resources;
  const shallow = annotate(article, { ...settings.annotate, gazetteer }, context);
  const annotated =
    reader === undefined
      ? shallow
      : joinIssues(shallow, await deepen(article, shallow.value, reader, settings.annotate, context));
  const extracted = extract({ article, annotations: annotated.value }, settings.extract, context);
  return { value: extracted.value, issues: [...annotated.issues, ...extracted.issues] };
}

function joinIssues<T>(first: Outcome<T>, second: Outcome<T>): Outcome<T> {
  return { value: second.value, issues: [...first.issues, ...second.issues] };
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
