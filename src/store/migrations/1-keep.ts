import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Dialect } from '../port.ts';

type Columns = Readonly<Record<string, 'text' | 'integer' | 'bytes' | 'text?' | 'integer?'>>;

/** Make a table of columns; a question mark says that a column may be empty, the first column or `key` is its key. */
export async function makeTable(
  db: Kysely<unknown>,
  dialect: Dialect,
  name: string,
  columns: Columns,
  key: readonly string[] = Object.keys(columns).slice(0, 1),
): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    const plain = kind.replace('?', '');
    const type = plain === 'bytes' ? sql.raw(dialect.bytes) : plain === 'integer' ? sql.raw('bigint') : sql.raw('text');
    // A row number of SQLite has to be called integer to be one.
    const isNumber = dialect.name === 'sqlite' && plain === 'integer';
    table = table.addColumn(column, isNumber ? sql.raw('integer') : type, (made) =>
      kind.endsWith('?') ? made : made.notNull(),
    );
  }
  const [only, ...more] = key;
  if (only !== undefined) table = table.addPrimaryKeyConstraint(`${name}_key`, [only, ...more] as never);
  await table.execute();
}

/** Make an index over columns of a table. */
export async function makeIndex(db: Kysely<unknown>, table: string, ...columns: readonly string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_${columns.join('_')}`)
    .on(table)
    .columns([...columns])
    .execute();
}

/** What is kept for good: sources, versions, decisions, snapshots, the log, and readings as a cache of them. */
export async function keep(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const table = (name: string, columns: Columns, key?: readonly string[]) => makeTable(db, dialect, name, columns, key);
  const [text, integer] = ['text', 'integer'] as const;
  const counted = { seq: integer, versions: integer, chain: text } as const;
  await table('archive', { id: integer, created_at: text, settings: text, ...counted });
  await table('event', { seq: integer, kind: text, subject: text, who: text, at: text, detail: text, chain: text });
  const origin = { path: 'text?', url: 'text?', origin: text, how: text, who: text, at: text } as const;
  const rest = { headers: 'text?', inside: 'text?', blocks: 'bytes', seq: integer, removed_seq: 'integer?' } as const;
  await table('source', { id: text, bytes: integer, ...origin, ...rest });
  const named = { address: 'text?', source: text, outlet: 'text?', headline: text, published: 'text?' } as const;
  const seen = { text, seen_at: text, seq: integer, removed_seq: 'integer?' } as const;
  await table('version', { number: integer, article: text, text_id: text, ...named, ...seen });
  await makeIndex(db, 'version', 'article', 'number');
  await makeIndex(db, 'version', 'text_id');
  await makeIndex(db, 'version', 'source');
  await makeIndex(db, 'version', 'seq');
  await makeIndex(db, 'source', 'seq');
  await table('reading', { source: text, reader: text, content: 'bytes' }, ['source', 'reader']);
  await table('decision', { seq: integer, id: text, kind: text, content: text, edition: text, ground: text });
  await table('edition', { name: text, seq: integer, hash: text, policy: 'text?', as_of: 'text?', at: text });
  await table('blob', { id: text, content: 'bytes' });
}
