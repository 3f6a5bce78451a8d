import type { Issue, Outcome, Segment } from '../../model/index.ts';
import { type Draft, makeIssue } from '../draft.ts';
import { makeDescriber, type PageHints } from './block-features.ts';
import { confidenceOf, nearly, scoreBlock, threshold } from './block-model.ts';
import { findBody } from './body.ts';
import { completeBody, dropDangling, dropRepeats } from './complete.ts';
import { readHtmlFields } from './fields.ts';
import { readPageHints } from './page-hints.ts';
import { addScriptBody, findScriptBody } from './script-body.ts';
import { type Walked, walkTree } from './segments.ts';
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
  const found = findBody(walked);
  const marked = found.size === 0 ? segments : markBody(walked, found, readPageHints(tree));
  const shown = weighBody(marked);
  const scripted = findScriptBody(tree, shown);
  if (scripted !== undefined && shown < scripted.text.length / 2)
    return { value: addScriptBody({ ...draft, segments: marked }, scripted), issues: [] };
  return { value: { ...draft, segments: marked }, issues: found.size === 0 ? [notFound] : [] };
}

const notFound: Issue = makeIssue(
  'ingest/body-not-found',
  'info',
  'No article body was found; every block is judged by itself.',
);

/** A score at which a block is of the body whatever stands around it. */
const sure = 0.9;

/** Judge every segment by the trained trees; where they know none of the body, what was found stands. */
function markBody(walked: Walked, found: ReadonlySet<number>, hints: PageHints): readonly Segment[] {
  const describe = makeDescriber(walked, found, hints);
  const scores = walked.segments.map((_, i) => {
    const features = describe(i);
    return features === undefined ? 0 : scoreBlock(features);
  });
  const isKnown = (i: number): boolean => (scores[i] ?? 0) >= threshold;
  // What both finders half believe, and what stands beside the body, is of it.
  const isLikely = (i: number): boolean =>
    (scores[i] ?? 0) >= nearly && found.has(i) && (isKnown(i - 1) || isKnown(i + 1));
  const judged = new Set(scores.flatMap((_, i) => (isKnown(i) || isLikely(i) ? [i] : [])));
  const isSure = (i: number): boolean => (scores[i] ?? 0) > sure;
  const whole = completeBody(walked.segments, judged);
  const body = judged.size === 0 ? found : dropDangling(walked, dropRepeats(walked, whole), isSure);
  return walked.segments.map((segment, i) => {
    if (isKnown(i) && body.has(i)) return { ...segment, inBody: true, confidence: confidenceOf(scores[i] ?? 0) };
    return { ...segment, inBody: body.has(i) };
  });
}

/** Characters of the body. */
function weighBody(segments: readonly Segment[]): number {
  return segments.reduce((sum, { start, end, inBody }) => (inBody === true ? sum + end - start : sum), 0);
}
