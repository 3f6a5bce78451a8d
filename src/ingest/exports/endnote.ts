import type { JsonRecord } from '../record-text.ts';
import { makeRecord, turnName } from './records.ts';

const line = /^%([0-9A-Z@!])[ \t]+(.*)$/i;

/** Tell whether a text is of references as EndNote and Refer write them: `%0 Newspaper Article` first. */
export function isEndnote(head: string): boolean {
  return /^\ufeff?\s*%0[ \t]+[A-Z][^\n]{2,60}\n%[A-Z0-9@]\s/i.test(head);
}

/** Read references of EndNote's import format (`.enw`): a record from `%0` to the next. */
export function readEndnote(text: string): readonly JsonRecord[] {
  const records: Map<string, string[]>[] = [];
  let last: string[] | undefined;
  for (const row of text.split(/\r?\n/)) {
    const [, tag, value = ''] = line.exec(row) ?? [];
    if (tag === '0') records.push(new Map());
    const told = records.at(-1);
    if (tag === undefined) last?.push(`${last.pop() ?? ''}\n${row}`);
    else if (told !== undefined) {
      last = told.get(tag) ?? [];
      told.set(tag, last);
      last.push(value.trim());
    }
  }
  return records.map(makeReference);
}

function makeReference(told: ReadonlyMap<string, readonly string[]>): JsonRecord {
  const first = (...tags: readonly string[]): string | undefined =>
    tags.flatMap((tag) => told.get(tag) ?? []).find((value) => value.trim() !== '');
  return makeRecord({
    headline: first('T', '!'),
    author: (told.get('A') ?? []).map((name) => turnName(name.replace(/,$/, ''))),
    outlet: first('B', 'J', 'W', 'I'),
    published: first('8', 'D'),
    url: first('U'),
    language: first('G'),
    body: first('X', 'Z'),
  });
}
