import type { JsonRecord } from '../record-text.ts';
import { makeRecord, turnName } from './records.ts';

/** Names of ProQuest's fields, with which a line begins. */
const names = [
  'Title',
  'Author',
  'Publication info',
  'Publication title',
  'Publication date',
  'Publication year',
  'Publication subject',
  'Pages',
  'First page',
  'Section',
  'Source type',
  'Language of publication',
  'Document type',
  'ProQuest document ID',
  'Document URL',
  'Abstract',
  'Full text',
  'Links',
  'Subject',
  'Location',
  'People',
  'Company / organization',
  'Copyright',
  'Last updated',
  'Database',
  'Publisher',
  'Place of publication',
  'Country of publication',
  'ISSN',
  'Credit',
  'Dateline',
  'Identifier / keyword',
  'Number of pages',
  'Volume',
  'Issue',
  'Illustrations',
  'Caption',
  'Accession number',
  'Ethnicity',
  'Column',
  'Edition',
  'Year',
  'Day',
  'Backfile',
];
const field = new RegExp(`^(${names.map((name) => name.replace(/[/]/g, '\\/')).join('|')}):[ \\t]*(.*)$`, 'i');
const rule = /^_{20,}[ \t]*\r?$/m;

/** Tell whether a text is an export of ProQuest: rules of underscores, and its fields. */
export function isProquest(head: string): boolean {
  const isNamed = /Report Information from ProQuest|^ProQuest document ID:|proquest\.com\/docview/im.test(head);
  return (
    isNamed ||
    (rule.test(head) && /^Full text:/m.test(head) && /^(?:Publication (?:info|title|date)|Author|Title):/m.test(head))
  );
}

/** Read the documents of a ProQuest export (text), between rules of underscores. */
export function readProquest(text: string): readonly JsonRecord[] {
  return text.split(/^_{20,}[ \t]*\r?$/m).flatMap((part) => {
    const record = readDocument(part);
    return record === undefined ? [] : [record];
  });
}

function readDocument(part: string): JsonRecord | undefined {
  const told = new Map<string, string>();
  const opening: string[] = [];
  let last: string | undefined;
  for (const row of part.split(/\r?\n/)) {
    const match = field.exec(row);
    if (match?.[1] !== undefined) {
      last = match[1].toLowerCase();
      if (!told.has(last)) told.set(last, match[2] ?? '');
      else last = undefined;
    } else if (last !== undefined) told.set(last, `${told.get(last) ?? ''}\n${row}`);
    else if (row.trim() !== '' && !/^Document \d+ of \d+$/.test(row.trim())) opening.push(row.trim());
  }
  const value = (name: string): string | undefined => told.get(name)?.trim() || undefined;
  const abstract = value('abstract');
  const isTold = abstract !== undefined && !/^none available/i.test(abstract);
  const body = value('full text') ?? (isTold ? abstract : undefined);
  const headline = value('title') ?? opening.find((row) => !row.startsWith('http'));
  if (body === undefined && value('publication title') === undefined) return undefined;
  return makeRecord({
    headline: headline?.split('\n')[0],
    author: value('author')
      ?.split(/\s*;\s*|\n/)
      .map((name) => turnName(name.replace(/\.$/, ''))),
    outlet: (value('publication title') ?? value('publication info'))?.split(/\s*[;\n]/)[0],
    published: value('publication date')?.split('\n')[0] ?? readInfoDay(value('publication info')),
    url: (value('document url') ?? /https?:\/\/\S+\/docview\/\S+/.exec(part)?.[0])?.split(/\s/)[0],
    language: value('language of publication'),
    section: value('section')?.split('\n')[0],
    body,
  });
}

/** "Harbour Ledger; Norwick [Norwick]. 11 Mar 2031: 4." */
function readInfoDay(info: string | undefined): string | undefined {
  return /\b\d{1,2} [A-Z][a-z]{2,8} \d{4}\b/.exec(info ?? '')?.[0];
}
