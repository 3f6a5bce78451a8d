import { defined, type Issue, type Outcome, type Page } from '../../model/index.ts';
import { makeIssue, makePage, type RecordOrigin } from '../draft.ts';
import type { JsonLimits } from '../json/json.ts';
import { readRecord } from '../record.ts';
import type { JsonRecord } from '../record-text.ts';
import { isBibtex, readBibtex } from './bibtex.ts';
import { isEndnote, readEndnote } from './endnote.ts';
import { isFactivaPage, isFactivaText, readFactivaPage, readFactivaText } from './factiva.ts';
import { readEnex, readNewsml, readNitf, readTei, readTrafilatura } from './news-xml.ts';
import { isNexis, readNexis } from './nexis.ts';
import { isProquest, readProquest } from './proquest.ts';
import type { Records } from './records.ts';
import { isRis, readRis } from './ris.ts';
import { isSgml, readSgml } from './sgml.ts';
import { isTable, readTable } from './table.ts';
import { buildXml, type XmlElement } from './xml.ts';

/** Files that hold several reports, each in a form of its own. */
export const exportFormats = [
  'table',
  'ris',
  'bibtex',
  'endnote',
  'nexis',
  'proquest',
  'factiva-html',
  'factiva',
  'sgml',
  'nitf',
  'newsml',
  'tei',
  'trafilatura',
  'enex',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportLimits extends JsonLimits {
  /** Which columns of a table hold what: "body=Story,headline=Title"; empty to tell them by their names and what stands in them. */
  readonly columns: string;
}

/** Formats of XML by the names of their outermost elements. */
const xmlReaders: readonly (readonly [
  format: ExportFormat,
  roots: RegExp,
  read: (root: XmlElement) => readonly JsonRecord[],
])[] = [
  ['nitf', /^nitf$/i, readNitf],
  ['newsml', /^(?:newsItem|newsMessage|NewsML|packageItem)$/i, readNewsml],
  ['tei', /^(?:TEI|teiCorpus)$/i, readTei],
  ['enex', /^en-export$/i, readEnex],
];

/** Name the form of a file that holds several reports by its beginning; `root` is the outermost element of XML, in lower case. */
export function detectExport(head: string, root: string | undefined): ExportFormat | undefined {
  const xml = root === undefined ? undefined : xmlReaders.find(([, roots]) => roots.test(root))?.[0];
  if (xml !== undefined) return xml;
  if (isTrafilatura(head)) return 'trafilatura';
  if (isSgml(head)) return 'sgml';
  if (isRis(head)) return 'ris';
  if (isBibtex(head)) return 'bibtex';
  if (isEndnote(head)) return 'endnote';
  if (/^\s*</.test(head)) return isFactivaPage(head) ? 'factiva-html' : undefined;
  if (isProquest(head)) return 'proquest';
  if (isNexis(head)) return 'nexis';
  return isFactivaText(head) ? 'factiva' : undefined;
}

function isTrafilatura(head: string): boolean {
  const attributes = /<doc\b([^<>]{0,4000})>\s{0,100}<main\b/.exec(head)?.[1];
  return attributes !== undefined && /\b(?:sitename|hostname|fingerprint|title)="/.test(attributes);
}

export { isTable };

/** Read a file of several reports, one page each. Issues: those of its form, `ingest/no-article`, and those of each record. */
export function readExport(
  format: ExportFormat,
  text: string,
  origin: RecordOrigin,
  limits: ExportLimits,
): Outcome<readonly Page[]> {
  const { records, issues } = readRecords(format, text, origin.path, limits);
  const outcomes = records.map((record, at) => readOne(record, format, placed(origin, records.length, at), limits));
  const broken = issues.some(({ severity }) => severity === 'error');
  const none = records.length === 0 && !broken ? [noReport(format, origin.path)] : [];
  return {
    value: outcomes.flatMap(({ value }) => value),
    issues: [...issues, ...none, ...outcomes.flatMap((one) => one.issues)],
  };
}

function readRecords(format: ExportFormat, text: string, path: string | undefined, limits: ExportLimits): Records {
  if (format === 'table') return readTable(text, path, limits.columns);
  const records = readText(format, text, limits);
  if (typeof records !== 'string') return { records, issues: [] };
  const message = `It is set aside: ${records}.`;
  return { records: [], issues: [makeIssue('ingest/xml-too-deep', 'error', message, path, 'Split it.')] };
}

/** Records of a form; a string says why there can be none. */
function readText(
  format: Exclude<ExportFormat, 'table'>,
  text: string,
  limits: ExportLimits,
): readonly JsonRecord[] | string {
  if (format === 'ris') return readRis(text);
  if (format === 'bibtex') return readBibtex(text);
  if (format === 'endnote') return readEndnote(text);
  if (format === 'nexis') return readNexis(text);
  if (format === 'proquest') return readProquest(text);
  if (format === 'factiva') return readFactivaText(text);
  const bounds = { maxDepth: limits.maxDepth, maxElements: limits.maxElements * 20 };
  if (format === 'factiva-html') return readFactivaPage(text, bounds);
  if (format === 'sgml') return readSgml(text, bounds);
  const root = buildXml(text, bounds);
  if (typeof root === 'string') return root;
  const reader = xmlReaders.find(([name]) => name === format)?.[2] ?? readTrafilatura;
  return reader(root);
}

function readOne(
  record: JsonRecord,
  format: ExportFormat,
  origin: RecordOrigin,
  limits: JsonLimits,
): Outcome<readonly Page[]> {
  const outcome = readRecord(record, limits);
  const issues = outcome.issues.map((issue) => ({ ...issue, ...defined({ path: origin.path }) }));
  const draft = outcome.value;
  if (draft === undefined) return { value: [], issues };
  if (draft.value.length > limits.maxTextChars) {
    const message = `The text is ${draft.value.length} characters long; more than ${limits.maxTextChars} are not read.`;
    return { value: [], issues: [...issues, makeIssue('ingest/text-too-long', 'error', message, origin.path)] };
  }
  const fields = draft.fields.map((field) => ({ ...field, from: field.from.replace(/^field:/, `${format}:`) }));
  const fetchedAt = typeof record.fetchedAt === 'string' ? record.fetchedAt : undefined;
  const page = makePage({ ...draft, fields }, { ...origin, bytes: JSON.stringify(record), ...defined({ fetchedAt }) });
  return { value: [page], issues };
}

function placed(origin: RecordOrigin, count: number, at: number): RecordOrigin {
  if (count === 1) return origin;
  // The address of the whole file is none of its reports.
  const { url: _, ...rest } = origin;
  return { ...rest, ...(origin.path === undefined ? {} : { path: `${origin.path}#${at + 1}` }) };
}

function noReport(format: ExportFormat, path: string | undefined): Issue {
  const message = `It looks like an export (${format}), and no report was found in it.`;
  return makeIssue(
    'ingest/no-article',
    'warning',
    message,
    path,
    'Export it again with the full text, or give the text of each report.',
  );
}
