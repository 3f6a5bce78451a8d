import type { JsonRecord } from '../record-text.ts';
import { makeRecord } from './records.ts';
import { buildXml, joinParagraphs, wordsOf, type XmlElement, type XmlLimits } from './xml.ts';

const opening = /<(DOC|REUTERS)\b([^<>]{0,2000})>/gi;
const closing = /<\/(?:DOC|REUTERS)\s{0,100}>/gi;
/** "AFP_ENG_20100304.0001": agency and day in the number of Gigaword's documents. */
const numbered = /^([A-Z]{3})_?[A-Z]{0,3}_?((?:19|20)\d{6})\.\d+/i;
/** Agencies by the letters of Gigaword and of TREC's newswire. */
const agencies: Readonly<Record<string, string>> = {
  afp: 'Agence France-Presse',
  apw: 'Associated Press',
  cna: 'Central News Agency',
  ltw: 'Los Angeles Times/Washington Post',
  nyt: 'New York Times',
  wpb: 'Washington Post/Bloomberg',
  xin: 'Xinhua',
  xie: 'Xinhua',
};

/** Tell whether a text is of documents as TREC, Gigaword and Reuters-21578 mark them up. */
export function isSgml(head: string): boolean {
  return /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+(?:lewis|doc)\b[^>]*>\s*)?(?:<(?:DOCS|ROOT|COLLECTION)\b[^>]{0,200}>\s*)?<(?:DOC\b[^>]{0,300}>[\s\S]{0,2000}?<(?:DOCNO|DOCID|HEADLINE|TEXT|DATE|DATE_TIME|BODY)\b|DOC\s+id=|REUTERS\s+TOPICS)/i.test(
    head,
  );
}

/**
 * Read documents of SGML: each from `<DOC>` to `</DOC>`, whole ones only.
 *
 * Wire files are of one day: a document without a day has that of the others where they have one and the same.
 */
export function readSgml(text: string, limits: XmlLimits): readonly JsonRecord[] {
  const records = cutDocuments(text).flatMap(({ attributes, inside }) => {
    const tree = buildXml(inside, limits, true);
    return typeof tree === 'string' ? [] : [readDocument(tree, attributes)];
  });
  const days = new Set(records.flatMap(({ published }) => (typeof published === 'string' ? [published] : [])));
  const [day] = days;
  return days.size === 1 ? records.map((record) => ({ published: day, ...record })) : records;
}

interface SgmlDocument {
  readonly attributes: string;
  readonly inside: string;
}

function cutDocuments(text: string): readonly SgmlDocument[] {
  const found: SgmlDocument[] = [];
  let at = 0;
  for (;;) {
    opening.lastIndex = at;
    const open = opening.exec(text);
    closing.lastIndex = opening.lastIndex;
    const close = open === null ? null : closing.exec(text);
    if (open === null || close === null) return found;
    found.push({ attributes: open[2] ?? '', inside: text.slice(open.index + open[0].length, close.index) });
    at = closing.lastIndex;
  }
}

function readDocument(tree: XmlElement, attributes: string): JsonRecord {
  const id = /\b(?:id|docid)="?([^"\s>]+)/i.exec(attributes)?.[1] ?? wordsOf(tree, 'docno', 'docid', 'doc_id');
  const number = numbered.exec(id ?? '');
  const day = number?.[2]?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const body = findBody(tree);
  const dateline = wordsOf(tree, 'dateline')?.replace(/\s*-+$/, '');
  return makeRecord({
    headline: wordsOf(tree, 'headline', 'title', 'head', 'hl', 'ti', 'slug'),
    author: wordsOf(tree, 'byline', 'author'),
    published: readDay(wordsOf(tree, 'date_time', 'datetime', 'date', 'pubdate', 'dd')) ?? day,
    outlet: wordsOf(tree, 'source', 'so', 'newspaper') ?? agencies[number?.[1]?.toLowerCase() ?? ''],
    url: wordsOf(tree, 'url'),
    // The lead of the wire begins with the place the report is from.
    body: dateline === undefined || body.startsWith(dateline) ? body : `${dateline} - ${body}`,
  });
}

/** "26-FEB-1987 15:01:01.79" */
function readDay(words: string | undefined): string | undefined {
  return words
    ?.replace(/^(\d{1,2})-([A-Z]{3})-(\d{4})\b.*$/i, '$1 $2 $3')
    .replace(/^(\d{2})(\d{2})(\d{2})$/, '19$1-$2-$3');
}

function findBody(tree: XmlElement): string {
  const parts = ['body', 'text', 'lp', 'leadpara', 'tx'].map((name) => {
    const found = tree.children.filter(
      (child): child is XmlElement => typeof child !== 'string' && child.name === name,
    );
    const inner = found.flatMap((one) =>
      one.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === 'body'),
    );
    return (inner.length > 0 ? inner : found).map(joinParagraphs).join('\n\n');
  });
  const lead = [parts[2], parts[3]].find((part) => part !== '') ?? '';
  const rest = [parts[1], parts[0], parts[4]].find((part) => part !== '') ?? '';
  return [lead, rest].filter((part) => part !== undefined && part !== '').join('\n\n');
}
