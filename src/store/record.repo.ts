import { sql } from 'kysely';
import type { Reading, Writing } from './port.ts';
import type { IncidentRow, StoryRow } from './schema.ts';

/** Stories and records of incidents that take the place of others. */
export interface RecordChange {
  /** Ids of stories and incidents that are no more, or are told anew. */
  readonly gone: { readonly stories: readonly string[]; readonly incidents: readonly string[] };
  readonly stories: readonly (StoryRow & { readonly articles: readonly string[] })[];
  readonly incidents: readonly (IncidentRow & {
    readonly articles: readonly string[];
    readonly attributes: readonly { readonly attribute: string; readonly status: string }[];
  })[];
}

const many = 400;

async function inParts<T>(items: readonly T[], work: (some: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += many) await work(items.slice(at, at + many));
}

/** Put stories and records in place of those they replace, and say that events up to `linkedSeq` are linked. */
export async function replaceRecords(tx: Writing, change: RecordChange, linkedSeq: number): Promise<void> {
  const stories = [...new Set([...change.gone.stories, ...change.stories.map(({ id }) => id)])];
  const incidents = [...new Set([...change.gone.incidents, ...change.incidents.map(({ id }) => id)])];
  await dropStories(tx, stories);
  await dropIncidents(tx, incidents);
  await putStories(tx, change.stories);
  for (const incident of change.incidents) await putIncident(tx, incident);
  await tx.updateTable('archive').set({ linked_seq: linkedSeq }).where('id', '=', 1).execute();
}

function dropStories(tx: Writing, stories: readonly string[]): Promise<void> {
  return inParts(stories, async (ids) => {
    await tx.deleteFrom('story').where('id', 'in', ids).execute();
    await tx.deleteFrom('story_article').where('story', 'in', ids).execute();
  });
}

function dropIncidents(tx: Writing, incidents: readonly string[]): Promise<void> {
  return inParts(incidents, async (ids) => {
    await tx.deleteFrom('incident').where('id', 'in', ids).execute();
    await tx.deleteFrom('incident_article').where('incident', 'in', ids).execute();
    await tx.deleteFrom('incident_attribute').where('incident', 'in', ids).execute();
  });
}

function putStories(tx: Writing, stories: RecordChange['stories']): Promise<void> {
  return inParts(stories, async (some) => {
    const rows = some.map(({ id, title }) => ({ id, title }));
    await tx.insertInto('story').values(rows).execute();
    const told = some.flatMap(({ id, articles }) => articles.map((text_id) => ({ story: id, text_id })));
    await inParts(told, (part) =>
      tx
        .insertInto('story_article')
        .values([...part])
        .execute(),
    );
  });
}

async function putIncident(tx: Writing, incident: RecordChange['incidents'][number]): Promise<void> {
  const { articles, attributes, ...row } = incident;
  await tx.insertInto('incident').values(row).execute();
  const told = articles.map((text_id) => ({ incident: row.id, text_id }));
  await inParts(told, (rows) =>
    tx
      .insertInto('incident_article')
      .values([...rows])
      .execute(),
  );
  const held = attributes.map((attribute) => ({ incident: row.id, ...attribute }));
  await inParts(held, (rows) =>
    tx
      .insertInto('incident_attribute')
      .values([...rows])
      .execute(),
  );
}

/** What came into an archive after an event. */
export interface News {
  /** The last event there is. */
  readonly seq: number;
  readonly sources: readonly string[];
  /** True where something was removed, or an article got another text: what was linked before no longer holds. */
  readonly replaces: boolean;
}

/** Find what came after an event. */
export async function findNews(db: Reading, after: number): Promise<News> {
  const row = await db.selectFrom('archive').select('seq').where('id', '=', 1).executeTakeFirst();
  const sources = await db.selectFrom('source').select('id').where('seq', '>', after).orderBy('seq').execute();
  const { rows } = await sql<{ found: number }>`
    select 1 as found from event where seq > ${after} and kind = 'remove'
    union all
    select 1 as found from version inner join version as earlier
      on earlier.article = version.article and earlier.number < version.number and earlier.text_id <> version.text_id
      where version.seq > ${after}
    limit 1`.execute(db);
  return { seq: row?.seq ?? 0, sources: sources.map(({ id }) => id), replaces: rows.length > 0 };
}

/** Find the sources that hold texts. */
export async function findSourcesOf(db: Reading, texts: readonly string[]): Promise<readonly string[]> {
  const sources = new Set<string>();
  await inParts(texts, async (some) => {
    const rows = await db
      .selectFrom('version')
      .select('source')
      .where('text_id', 'in', some)
      .where('removed_seq', 'is', null)
      .execute();
    for (const { source } of rows) sources.add(source);
  });
  return [...sources].sort();
}

/** Find the stories and incidents that texts are told in; all there are where no texts are named. */
export async function findRecordsOf(db: Reading, texts?: readonly string[]): Promise<RecordChange['gone']> {
  if (texts === undefined) {
    const stories = await db.selectFrom('story').select('id').execute();
    const incidents = await db.selectFrom('incident').select('id').execute();
    return { stories: stories.map(({ id }) => id), incidents: incidents.map(({ id }) => id) };
  }
  const [stories, incidents] = [new Set<string>(), new Set<string>()];
  await inParts(texts, async (some) => {
    const told = await db.selectFrom('story_article').select('story').where('text_id', 'in', some).execute();
    for (const { story } of told) stories.add(story);
    const reported = await db.selectFrom('incident_article').select('incident').where('text_id', 'in', some).execute();
    for (const { incident } of reported) incidents.add(incident);
  });
  return { stories: [...stories], incidents: [...incidents] };
}
