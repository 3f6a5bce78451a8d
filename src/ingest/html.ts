import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Issue, Outcome, Segment } from '../model/index.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { type Draft, makeIssue } from './draft.ts';
import { readHtmlFields } from './html-fields.ts';
import { findTreeHazard, type TreeLimits } from './html-guard.ts';
import { segmentAttribute, walkDocument } from './html-segments.ts';

export interface HtmlLimits extends TreeLimits {
  /** UTF-16 code units. */
  readonly maxHtmlChars: number;
  /** True for a body alone (a field of a record, rendered Markdown): nothing to find, everything is the article. */
  readonly isFragment?: boolean;
}

/** Beyond this many elements the body is not searched for, only judged segment by segment. */
const maxSearchedElements = 15_000;

/**
 * Read a page: its visible text, block-level segments with what the body finder said of each, and its stated fields.
 *
 * Issues: `ingest/html-too-large`, `ingest/html-too-deep` (set aside), `ingest/body-not-found`.
 */
export function readHtml(html: string, limits: HtmlLimits): Outcome<Draft | undefined> {
  if (html.length > limits.maxHtmlChars) {
    const message = `The page is ${html.length} characters long; more than ${limits.maxHtmlChars} are not read.`;
    return { value: undefined, issues: [makeIssue('ingest/html-too-large', 'error', message)] };
  }
  const hazard = findTreeHazard(html, limits);
  if (hazard !== undefined) {
    return {
      value: undefined,
      issues: [makeIssue('ingest/html-too-deep', 'error', `The page is set aside: ${hazard}.`)],
    };
  }
  const document = parseDocument(html);
  const fields = readHtmlFields(document);
  const { value, segments } = walkDocument(document);
  const draft = { mediaType: 'text/html', value, fields };
  if (limits.isFragment === true) return { value: { ...draft, segments }, issues: [] };
  const inBody = findBody(document);
  const issues: Issue[] = [];
  if (inBody.size === 0) {
    issues.push(
      makeIssue('ingest/body-not-found', 'info', 'No article body was found; every block is judged by itself.'),
    );
  }
  const marked =
    inBody.size === 0 ? segments : segments.map((segment, i): Segment => ({ ...segment, inBody: inBody.has(i) }));
  return { value: { ...draft, segments: marked }, issues };
}

/** Parse a page, or a piece of one: the parser sees no text outside a body, so one is opened where the page opens none. */
function parseDocument(html: string): DomDocument {
  return parseHTML(openBody(html)).document as unknown as DomDocument;
}

function openBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return /<html[\s>]/i.test(html) ? html : `<!doctype html><html>${html}</html>`;
  if (/<\/head\s*>/i.test(html) && /<html[\s>]/i.test(html)) return html.replace(/<\/head\s*>/i, '</head><body>');
  if (/<html[\s>]/i.test(html)) return html.replace(/<html(?:\s[^>]*)?>/i, (tag) => `${tag}<head></head><body>`);
  return `<!doctype html><html><head></head><body>${html}</body></html>`;
}

/** Let the body finder take the page apart, and see which segments are left. */
function findBody(document: DomDocument): ReadonlySet<number> {
  const found = new Set<number>();
  try {
    const reader = new Readability<DomElement>(document as never, {
      serializer: (node) => node as unknown as DomElement,
      maxElemsToParse: maxSearchedElements,
    });
    const content = reader.parse()?.content;
    for (const span of content?.querySelectorAll(`[${segmentAttribute}]`) ?? []) {
      found.add(Number(span.getAttribute(segmentAttribute)));
    }
  } catch {
    // A page the finder cannot take apart is judged segment by segment.
    return new Set();
  }
  return found;
}
