import type { JsonRecord } from '../record-text.ts';
import { makeRecord } from './records.ts';

const count = /^[ \t]*(?:\d+ of \d+ DOCUMENTS|Document \d+ of \d+)[ \t]*\r?$/m;
const ending = /^[ \t]*End of Document[ \t]*\r?$/m;
/** Lines of fields above and below the report; Nexis Uni writes them in small letters, its forerunner in capitals. */
const field =
  /^\s*(byline|section|length|dateline|highlight|source|series|edition|headline|load-date|language|graphic|publication-type|journal-code|document-type|subject|organization|person|geographic|company|country|city|state|industry|ticker|url|copyright|notes?|correction|type|classification|publication type|journal code|newspaper code|acc-no|category|body):\s*(.*)$/i;
const below =
  /^\s*(?:load-date|language|graphic|publication-type|journal-code|document-type|subject|classification|publication type|journal code|acc-no|document-id):/i;
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const day = new RegExp(`^\\s*((?:${months}) \\d{1,2}, \\d{4}|\\d{1,2} (?:${months}) \\d{4})\\b`, 'i');
const rights = /^\s*(?:copyright\b|\(c\)|©|all rights reserved)/i;
const coverLine =
  /^\s*(?:user name|date and time|job number|documents? \(\d+\)|client\/matter|search (?:terms|type)|narrowed by|content type)\b/i;

/** Tell whether a text is an export of Nexis: its counter of documents, or its lines of fields around a report. */
export function isNexis(head: string): boolean {
  if (/^[ \t]*\d+ of \d+ DOCUMENTS[ \t]*\r?$/m.test(head)) return true;
  const hasBody = /^[ \t]*Body[ \t]*\r?$/m.test(head) && /^[ \t]*(?:Length|Section|Byline):/m.test(head);
  const hasEnd = /^[ \t]*(?:Load-Date|End of Document)\b/m.test(head);
  return (
    (hasBody && (hasEnd || /^[ \t]*Copyright \d{4}/m.test(head))) ||
    (/^LENGTH:/m.test(head) && /^LOAD-DATE:/m.test(head))
  );
}

/** Read the documents of a Nexis export, as text or what DOCX, RTF and PDF exports come to. */
export function readNexis(text: string): readonly JsonRecord[] {
  const parts = count.test(text) ? text.split(count) : text.split(ending);
  return parts.flatMap((part) => {
    const record = readDocument(part.replace(ending, ''));
    return record === undefined ? [] : [record];
  });
}

function readDocument(part: string): JsonRecord | undefined {
  const rows = part.split(/\r?\n/);
  const fields = new Map<string, string>();
  const last = rows.findIndex((row) => below.test(row));
  const end = last < 0 ? rows.length : last;
  const opens = findBody(rows, end);
  for (const row of [...rows.slice(0, opens), ...rows.slice(end)]) {
    const match = field.exec(row);
    if (match?.[1] !== undefined) fields.set(match[1].toLowerCase(), match[2]?.trim() ?? '');
  }
  const body = rows
    .slice(opens, end)
    .filter((row) => !rights.test(row))
    .join('\n')
    .trim();
  const head = readHead(rows.slice(0, opens));
  if (body === '' || (head.published === undefined && fields.size === 0)) return undefined;
  return makeRecord({
    ...head,
    ...(fields.get('headline') === undefined ? {} : { headline: fields.get('headline') }),
    author: fields.get('byline'),
    section: fields.get('section'),
    language: fields.get('language'),
    url: fields.get('url'),
    body,
  });
}

/** The report begins below "Body", else below the last line of fields and the headline. */
function findBody(rows: readonly string[], end: number): number {
  const named = rows.findIndex((row, at) => at < end && /^\s*Body\s*:?\s*$/i.test(row));
  if (named >= 0) return named + 1;
  const last = rows.findLastIndex((row, at) => at < end && field.test(row));
  const dated = rows.findIndex((row) => day.test(row));
  const from = Math.max(last, dated) + 1;
  return Math.min(Math.max(from, 0), end);
}

interface Head {
  readonly headline?: string | undefined;
  readonly outlet?: string | undefined;
  readonly published?: string | undefined;
}

/**
 * Lines above the fields: the old export has outlet, day, edition, headline; Nexis Uni headline, outlet, day, rights. The line above the
 * day is the outlet in both.
 */
function readHead(rows: readonly string[]): Head {
  const lines = rows
    .map((row) => row.trim())
    .filter((row) => row !== '' && !coverLine.test(row) && !/^Body$/i.test(row));
  const dated = lines.findIndex((row) => day.test(row));
  if (dated < 0) return { headline: lines.find((row) => !field.test(row) && !rights.test(row)) };
  const above = lines.slice(0, dated).filter((row) => !field.test(row) && !rights.test(row));
  const under = lines.slice(dated + 1).filter((row) => !field.test(row) && !rights.test(row));
  const headline =
    above.length > 1 ? above.at(-2) : under.findLast((row) => !/\bedition\b/i.test(row) || /\s\S+\s\S+\s/.test(row));
  return { headline, outlet: above.at(-1), published: day.exec(lines[dated] ?? '')?.[1] };
}
