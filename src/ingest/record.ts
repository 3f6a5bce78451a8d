import type { Outcome, PageField, Segment } from '../model/index.ts';
import { type Draft, decodeEscapes, makeIssue } from './draft.ts';
import { bodyNames, readFields, summaryNames } from './fields.ts';
import { type HtmlLimits, readHtml } from './html/html.ts';
import { cutParagraphs } from './lines.ts';
import { findText, type JsonRecord } from './record-text.ts';

const joint = '\n\n';
const blockTag =
  /<\/(?:p|div|span|a|h[1-6]|ul|li|article|section|figure|blockquote|table)>|<(?:p|img)(?:\s[^<>]{0,1000})?>|<br\s*\/?>/i;
const inlineTag = /<\/?(?:b|strong|em|i|u|s|font|mark|small|sup|sub)(?:\s[^<>]{0,200})?>/gi;

/**
 * Read one article object: its headline, an empty line and its body, unless the body begins with the headline.
 *
 * Issues: `ingest/no-text` (set aside), and those of HTML where the body is HTML.
 */
export function readRecord(record: JsonRecord, limits: HtmlLimits): Outcome<Draft | undefined> {
  const fields = readFields(record, 'field');
  const body = findText(record, bodyNames) ?? findText(record, summaryNames);
  const headline = fields.find((field) => field.name === 'headline')?.value;
  if (body === undefined && headline === undefined) {
    const message = `The record has no text under any known name (${bodyNames.slice(0, 5).join(', ')}, …).`;
    return { value: undefined, issues: [makeIssue('ingest/no-text', 'warning', message)] };
  }
  const plain = isMarkup(body ?? '') ? (body ?? '') : decodeEscapes(body ?? '');
  if (isMarkup(plain)) {
    const outcome = readHtml(plain, { ...limits, isFragment: true });
    if (outcome.value === undefined) return outcome;
    return { value: addHeadline(outcome.value, headline, fields), issues: outcome.issues };
  }
  // Search services set the words looked for in bold, in a text that is otherwise plain.
  const value = plain.replace(inlineTag, '');
  const segments = cutParagraphs(value);
  return { value: addHeadline({ mediaType: '', value, segments, fields: [] }, headline, fields), issues: [] };
}

function addHeadline(body: Draft, headline: string | undefined, fields: readonly PageField[]): Draft {
  const mediaType = 'application/json';
  const opening = body.value.slice(0, 1000).replace(/\s+/g, ' ').trimStart().toLowerCase();
  if (headline === undefined || opening.startsWith(headline.toLowerCase())) return { ...body, mediaType, fields };
  const shift = headline.length + joint.length;
  const moved = body.segments.map((s): Segment => ({ ...s, start: s.start + shift, end: s.end + shift }));
  const first: Segment = { start: 0, end: headline.length, tag: 'h1', hints: [], linkDensity: 0 };
  const value = body.value === '' ? headline : `${headline}${joint}${body.value}`;
  return { mediaType, value, segments: [first, ...moved], fields };
}

function isMarkup(text: string): boolean {
  return blockTag.test(text.slice(0, 20_000));
}
