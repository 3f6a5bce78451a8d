import type { JsonRecord } from '../record-text.ts';
import { makeRecord, turnName } from './records.ts';

const line = /^([A-Z][A-Z0-9])\s{1,2}-\s?(.*)$/;

/** Tell whether a text is of references as RIS writes them: `TY  - NEWS` first. */
export function isRis(head: string): boolean {
  return /^\ufeff?\s*(?:\d+\.\s*\r?\n)?TY\s{1,2}-\s?[A-Z]{2,10}\s*\r?\n[A-Z][A-Z0-9]\s{1,2}-/.test(head);
}

/** Read references of RIS, as Zotero, EndNote and news databases export them: a record from `TY` to `ER`. Source: the RIS specification of 2011. */
export function readRis(text: string): readonly JsonRecord[] {
  const records: JsonRecord[] = [];
  let told = new Map<string, string[]>();
  let last: string | undefined;
  for (const row of text.split(/\r?\n/)) {
    const match = line.exec(row);
    const tag = match?.[1];
    if (tag === undefined) {
      const values = told.get(last ?? '');
      if (values !== undefined && row.trim() !== '') values.push(`${values.pop() ?? ''}\n${row.trim()}`);
      continue;
    }
    if (tag === 'TY') told = new Map();
    told.set(tag, [...(told.get(tag) ?? []), match?.[2]?.trim() ?? '']);
    last = tag;
    if (tag === 'ER') {
      records.push(makeReference(told));
      told = new Map();
    }
  }
  return told.size > 1 ? [...records, makeReference(told)] : records;
}

function makeReference(told: ReadonlyMap<string, readonly string[]>): JsonRecord {
  const first = (...tags: readonly string[]): string | undefined =>
    tags.flatMap((tag) => told.get(tag) ?? []).find((value) => value !== '');
  const notes = [...(told.get('N2') ?? []), ...(told.get('AB') ?? []), ...(told.get('N1') ?? [])];
  const longest = [...notes].sort((a, b) => b.length - a.length)[0];
  return makeRecord({
    headline: first('TI', 'T1', 'CT', 'BT'),
    author: ['AU', 'A1', 'A2'].flatMap((tag) => told.get(tag) ?? []).map(turnName),
    outlet: first('T2', 'JO', 'JF', 'JA', 'PB'),
    published: first('DA', 'Y1', 'PY')?.replace(/\/+$/, ''),
    url: first('UR', 'L1', 'LK'),
    language: first('LA'),
    body: longest,
  });
}
