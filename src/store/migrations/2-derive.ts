import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../port.ts';
import { makeIndex, makeTable } from './1-keep.ts';

/** What is derived and can be made anew: the index of words, stories, records of incidents. */
export async function derive(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = 'text';
  await sql`alter table archive add column linked_seq bigint not null default 0`.execute(db);
  await makeTable(db, dialect, 'story', { id: text, title: text });
  await makeTable(db, dialect, 'story_article', { story: text, text_id: text }, ['story', 'text_id']);
  await makeIndex(db, 'story_article', 'text_id');
  const shown = { story: 'text?', title: text, day: 'text?', place: 'text?', record: text } as const;
  await makeTable(db, dialect, 'incident', { id: text, ...shown });
  await makeIndex(db, 'incident', 'story');
  await makeTable(db, dialect, 'incident_article', { incident: text, text_id: text }, ['incident', 'text_id']);
  await makeIndex(db, 'incident_article', 'text_id');
  const attribute = { incident: text, attribute: text, status: text } as const;
  await makeTable(db, dialect, 'incident_attribute', attribute, ['incident', 'attribute']);
  for (const statement of dialect.makeSearch) await statement.execute(db);
}
