import { marked } from 'marked';
import type { Outcome } from '../model/index.ts';
import { type Draft, makeIssue } from './draft.ts';
import { readFrontMatter } from './front-matter.ts';
import { type HtmlLimits, readHtml } from './html/html.ts';
import { readText } from './text.ts';

/** Beyond this a Markdown file is read as plain text: its grammar is not linear in the worst case. */
const maxMarkdownChars = 200_000;

/** Read Markdown: front matter, then the text as it would be shown, without its marks. */
export function readMarkdown(text: string, limits: HtmlLimits): Outcome<Draft | undefined> {
  const { fields, bodyStart } = readFrontMatter(text);
  const html = text.length > maxMarkdownChars ? undefined : renderMarkdown(text.slice(bodyStart));
  if (html === undefined) {
    const message = 'Markdown is too long or too deeply nested; it is read as plain text, marks and all.';
    return { value: readText(text), issues: [makeIssue('ingest/markdown-as-text', 'warning', message)] };
  }
  const outcome = readHtml(html, { ...limits, isFragment: true });
  if (outcome.value === undefined) return outcome;
  const draft = { ...outcome.value, mediaType: 'text/markdown', fields: [...fields, ...outcome.value.fields] };
  return { value: draft, issues: outcome.issues };
}

function renderMarkdown(source: string): string | undefined {
  try {
    return marked.parse(source, { async: false, gfm: true });
  } catch {
    return undefined;
  }
}
