import type { Kysely } from 'kysely';
import type { Dialect } from '../port.ts';
import { makeIndex, makeTable } from './1-keep.ts';

/** Records of web archives that sources were taken from. */
export async function keepRecords(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const [text, integer] = ['text', 'integer'] as const;
  const stated = { uri: 'text?', date: 'text?', digest: 'text?', headers: text } as const;
  const rest = { blocks: 'bytes', seq: integer, removed_seq: 'integer?' } as const;
  const key = ['source', 'record'];
  await makeTable(db, dialect, 'web_record', { source: text, record: text, bytes: integer, ...stated, ...rest }, key);
  await makeIndex(db, 'web_record', 'record');
}
