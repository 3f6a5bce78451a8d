import type { Issue, Outcome, Segment } from '../../model/index.ts';
import { type Draft, makeIssue } from '../draft.ts';
import { findBody } from './body.ts';
import { readHtmlFields } from './fields.ts';
import { addScriptBody, findScriptBody } from './script-body.ts';
import { walkTree } from './segments.ts';
import { buildTree, type TreeLimits } from './tree.ts';

export interface HtmlLimits extends TreeLimits {
  /** UTF-16 code units. */
  readonly maxHtmlChars: number;
  /** True for a body alone (a field of a record, rendered Markdown): nothing to find, everything is the article. */
  readonly isFragment?: boolean;
}

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
  const tree = buildTree(html, limits);
  if (typeof tree === 'string') {
    return {
      value: undefined,
      issues: [makeIssue('ingest/html-too-deep', 'error', `The page is set aside: ${tree}.`)],
    };
  }
  const fields = readHtmlFields(tree);
  const walked = walkTree(tree);
  const { value, segments } = walked;
  const draft = { mediaType: 'text/html', value, fields };
  if (limits.isFragment === true) return { value: { ...draft, segments }, issues: [] };
  const inBody = findBody(walked);
  const scripted = findScriptBody(tree, value);
  if (scripted !== undefined && weigh(segments, inBody) < scripted.length / 2)
    return { value: addScriptBody({ ...draft, segments }, scripted), issues: [] };
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

/** Characters of the segments chosen. */
function weigh(segments: readonly Segment[], chosen: ReadonlySet<number>): number {
  return [...chosen].reduce((sum, at) => sum + (segments[at]?.end ?? 0) - (segments[at]?.start ?? 0), 0);
}
