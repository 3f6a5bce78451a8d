import { isRecord } from '../../model/index.ts';
import { isArticleRecord, type JsonRecord, tellsOfArticle } from '../record-text.ts';
import { unfoldTable } from './columns.ts';

/** An article-like object of a JSON value and where it stands: "#2", "#2.1". */
interface PlacedRecord {
  readonly record: JsonRecord;
  readonly place: string;
}

const maxDepth = 12;
/** Objects in which programs wrap the article proper: the Guardian and ReliefWeb, Elasticsearch, JSON:API, GraphQL. */
const wrappers = ['fields', '_source', 'attributes', 'node', 'article'];

/**
 * Find every object of a JSON value that is an article, however deep it lies and whatever the lists that hold it are called.
 *
 * An object with a text under a known name is one, and nothing inside it is another. One with a headline beside a day, or in a list beside
 * an address or a summary, is one where it holds no others. Sources of the shapes: the documented answers of the Guardian, New York Times,
 * Event Registry, ReliefWeb, NewsAPI, Webz, Diffbot, GDELT, WordPress and Elasticsearch, and Telegram's export of a channel.
 */
export function findRecords(value: unknown): readonly PlacedRecord[] {
  return search(unfoldTable(value) ?? value, '', 0, true);
}

function search(value: unknown, place: string, depth: number, isListed: boolean): readonly PlacedRecord[] {
  if (depth > maxDepth) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => search(item, place === '' ? `#${i + 1}` : `${place}.${i + 1}`, depth + 1, true));
  }
  if (!isRecord(value)) return [];
  const record = unwrap(value);
  if (isArticleRecord(record)) return [{ record, place }];
  const inner = isChannel(value) ? readChannel(value, place) : searchInside(value, place, depth);
  const isOne = tellsOfArticle(record, isListed) || (depth === 0 && hasHeadline(record));
  if (!isOne) return inner;
  // The links of a headline to others are no list of reports.
  return inner.length > 1 || inner.some((one) => isArticleRecord(one.record)) ? inner : [{ record, place }];
}

function searchInside(object: JsonRecord, place: string, depth: number): readonly PlacedRecord[] {
  return Object.values(object).flatMap((inner) =>
    typeof inner === 'object' && inner !== null ? search(inner, place, depth + 1, false) : [],
  );
}

/** Messages of a channel are its own reports; notes of its service are none. */
function readChannel(channel: JsonRecord, place: string): readonly PlacedRecord[] {
  const messages = Array.isArray(channel.messages) ? channel.messages : [];
  return messages.flatMap((message: unknown, i): readonly PlacedRecord[] => {
    if (!isRecord(message) || message.type === 'service' || !isArticleRecord(message)) return [];
    return [{ record: { outlet: channel.name, wire: message.forwarded_from, ...message }, place: `${place}#${i + 1}` }];
  });
}

function isChannel({ messages, name, type }: JsonRecord): boolean {
  return Array.isArray(messages) && typeof name === 'string' && typeof type === 'string';
}

function hasHeadline(record: JsonRecord): boolean {
  return ['title', 'headline'].some((key) => typeof record[key] === 'string');
}

/** Lay what is wrapped beside what wraps it; the wrapped says more of the article. */
function unwrap(object: JsonRecord): JsonRecord {
  let record = object;
  for (const key of wrappers) {
    const inner = object[key];
    if (isRecord(inner)) record = { ...record, ...inner };
  }
  return record;
}
