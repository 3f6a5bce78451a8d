import { isRecord, type Outcome, type PageField, type Segment } from '../model/index.ts';
import { type Draft, decodeEscapes, makeIssue } from './draft.ts';
import { bodyNames, plainKey, readFields, summaryNames } from './fields.ts';
import { type HtmlLimits, readHtml } from './html/html.ts';
import { cutParagraphs } from './lines.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

const joint = '\n\n';

/** Tell whether an object looks like one article: it has a body under a known name. */
export function isArticleRecord(record: JsonRecord): boolean {
  return findText(record, bodyNames) !== undefined;
}

/** Tell whether an object names a report without telling it: a headline and a day, or in a list one beside an address or a summary. */
export function tellsOfArticle(record: JsonRecord, isListed: boolean): boolean {
  const names = new Set(readFields(record, '').map(({ name }) => name));
  if (!names.has('headline')) return false;
  return names.has('published') || (isListed && (names.has('url') || findText(record, summaryNames) !== undefined));
}

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
  const segments = cutParagraphs(plain);
  return { value: addHeadline({ mediaType: '', value: plain, segments, fields: [] }, headline, fields), issues: [] };
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

/** Find the first text under one of the names. */
function findText(record: JsonRecord, names: readonly string[]): string | undefined {
  const keys = new Map(Object.keys(record).map((key) => [plainKey(key), key] as const));
  for (const name of names) {
    const key = keys.get(name);
    const text = key === undefined ? undefined : joinBody(record[key], 0);
    if (text !== undefined && /\S/.test(text)) return text;
  }
  return undefined;
}

/** Parts in which objects hold a body, in their order. */
const partKeys = ['rendered', 'value', 'summary', 'headline', 'paragraphs', 'sections', 'text', 'content'];

/**
 * A body is a string, a list of paragraphs, Fundus's `{summary, sections: [{headline, paragraphs}]}`, or Telegram's list of stretches, which
 * run on without a break.
 */
function joinBody(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return value;
  if (depth > 3) return undefined;
  if (Array.isArray(value)) {
    const parts = value.map((item) => joinBody(item, depth + 1)).filter((part) => part !== undefined && part !== '');
    return parts.length === 0 ? undefined : parts.join(value.some(isStretch) ? '' : joint);
  }
  if (!isRecord(value)) return undefined;
  const parts = partKeys
    .map((key) => joinBody(value[key], depth + 1))
    .filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(joint);
}

function isStretch(item: unknown): boolean {
  return isRecord(item) && typeof item.type === 'string' && typeof item.text === 'string';
}

function isMarkup(text: string): boolean {
  return /<\/(?:p|div|span|a|h[1-6]|ul|li|article|section|figure|blockquote)>|<br\s*\/?>/i.test(text.slice(0, 20_000));
}
