import markup from '../../data/markup.json' with { type: 'json' };
import { isRecord } from '../model/index.ts';
import { bodyNames, plainKey, readFields, summaryNames } from './fields.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

const besideBody: ReadonlySet<string> = new Set(markup.partsBesideBody);
const joint = '\n\n';
/** Lists and objects inside each other that a body may be made of. */
const deepest = 5;

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

/** Find the first text under one of the names. */
export function findText(record: JsonRecord, names: readonly string[]): string | undefined {
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
 * A body is a string, a list of paragraphs, Fundus's `{summary, sections: [{headline, paragraphs}]}`, or a list of stretches, which run on
 * without a break (Telegram, editors' trees of nodes).
 */
function joinBody(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return value;
  if (depth > deepest) return undefined;
  if (Array.isArray(value)) {
    if (value.some(isOfItsOwn)) return undefined;
    const parts = value
      .filter((item) => !isBeside(item))
      .map((item) => joinBody(item, depth + 1))
      .filter((part) => part !== undefined && part !== '');
    return parts.length === 0 ? undefined : parts.join(value.some(isStretch) ? '' : joint);
  }
  if (!isRecord(value)) return undefined;
  const parts = partKeys
    .map((key) => joinBody(value[key], depth + 1))
    .filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(joint);
}

/** A list of reports is no body of one. */
function isOfItsOwn(item: unknown): boolean {
  if (!isRecord(item)) return false;
  const has = (name: string): boolean => typeof item[name] === 'string';
  return (has('title') || has('headline')) && (has('url') || has('link')) && bodyNames.some(has);
}

/** Of a body in typed parts those that hold its headline, byline and pictures (Washington Post, Arc). */
function isBeside(item: unknown): boolean {
  if (!isRecord(item) || typeof item.type !== 'string' || typeof item.content !== 'string') return false;
  return besideBody.has(item.type);
}

function isStretch(item: unknown): boolean {
  if (!isRecord(item)) return false;
  const isNamed = typeof item.type === 'string' || item.nodeType === 'text';
  return isNamed && (typeof item.text === 'string' || (item.nodeType === 'text' && typeof item.value === 'string'));
}
