import { sql } from 'kysely';
import type { Holdings, IncidentChange } from './lineage.ts';
import type { Reading, Writing } from './port.ts';
import type { IncidentChangeRow, IncidentRow, StoryRow } from './schema.ts';

/** Stories and records of incidents as they are now, in place of those of the same articles. */
export interface RecordChange {
  readonly stories: readonly (StoryRow & { readonly articles: readonly string[] })[];
  readonly incidents: readonly (IncidentRow & {
    readonly articles: readonly string[];
    readonly attributes: readonly { readonly attribute: string; readonly status: string }[];
  })[];
}

/** Ids of stories and incidents. */
export interface RecordIds {
  readonly stories: readonly string[];
  readonly incidents: readonly string[];
}

const many = 400;

async function inParts<T>(items: readonly T[], work: (some: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += many) await work(items.slice(at, at + many));
}

/** Say that events up to `seq` are linked, and what became of incidents by that. */
export async function noteLinked(
  tx: Writing,
  seq: number,
  at: string,
  changes: readonly IncidentChange[],
): Promise<void> {
  await inParts(changes, (some) =>
    tx
      .insertInto('incident_change')
      .values(some.map((change) => ({ seq, at, ...change })))
      .onConflict((conflict) => conflict.columns(['seq', 'was', 'now']).doNothing())
      .execute(),
  );
  await tx.updateTable('archive').set({ linked_seq: seq }).where('id', '=', 1).execute();
}

/** List what became of incidents, the oldest first; of one incident, by the id it had or has. */
export function listIncidentChanges(db: Reading, incident?: string): Promise<readonly IncidentChangeRow[]> {
  const all = db.selectFrom('incident_change').selectAll().orderBy('seq').orderBy('was').orderBy('now');
  if (incident === undefined) return all.execute();
  return all.where((where) => where.or([where('was', '=', incident), where('now', '=', incident)])).execute();
}

/** Find which mentions incidents hold; all there are where no ids are given. */
export async function findHoldings(db: Reading, ids?: readonly string[]): Promise<Holdings> {
  const held = new Map<string, readonly string[]>();
  const note = (rows: readonly Pick<IncidentRow, 'id' | 'mentions'>[]): void => {
    for (const { id, mentions } of rows) held.set(id, JSON.parse(mentions));
  };
  const all = db.selectFrom('incident').select(['id', 'mentions']);
  if (ids === undefined) note(await all.execute());
  else await inParts(ids, async (some) => note(await all.where('id', 'in', some).execute()));
  return held;
}

/** Put stories and records as they are now; what is there as it is stays untouched. */
export async function putRecords(tx: Writing, { stories, incidents }: RecordChange): Promise<void> {
  await inParts(stories, (some) => putStories(tx, some));
  await inParts(incidents, (some) => putIncidents(tx, some));
}

/** Take stories and records out. */
export async function dropRecords(tx: Writing, { stories, incidents }: RecordIds): Promise<void> {
  await inParts(stories, async (ids) => {
    await tx.deleteFrom('story').where('id', 'in', ids).execute();
    await tx.deleteFrom('story_article').where('story', 'in', ids).execute();
  });
  await inParts(incidents, async (ids) => {
    await tx.deleteFrom('incident').where('id', 'in', ids).execute();
    await tx.deleteFrom('incident_article').where('incident', 'in', ids).execute();
    await tx.deleteFrom('incident_attribute').where('incident', 'in', ids).execute();
  });
}

async function putStories(tx: Writing, stories: RecordChange['stories']): Promise<void> {
  const ids = stories.map(({ id }) => id);
  const rows = await tx.selectFrom('story').selectAll().where('id', 'in', ids).execute();
  const known = new Map(rows.map(({ id, title }) => [id, title]));
  const links = await tx.selectFrom('story_article').selectAll().where('story', 'in', ids).execute();
  const held = new Set(links.map(({ story, text_id }) => `${story} ${text_id}`));
  const wanted = stories.flatMap(({ id, articles }) => articles.map((text_id) => ({ story: id, text_id })));
  const kept = new Set(wanted.map(({ story, text_id }) => `${story} ${text_id}`));
  for (const { id, title } of stories)
    if (known.has(id) && known.get(id) !== title)
      await tx.updateTable('story').set({ title }).where('id', '=', id).execute();
  const fresh = stories.filter(({ id }) => !known.has(id)).map(({ id, title }) => ({ id, title }));
  if (fresh.length > 0) await tx.insertInto('story').values(fresh).execute();
  for (const { story, text_id } of links.filter((link) => !kept.has(`${link.story} ${link.text_id}`)))
    await tx.deleteFrom('story_article').where('story', '=', story).where('text_id', '=', text_id).execute();
  const come = wanted.filter(({ story, text_id }) => !held.has(`${story} ${text_id}`));
  await inParts(come, (part) =>
    tx
      .insertInto('story_article')
      .values([...part])
      .execute(),
  );
}

async function putIncidents(tx: Writing, incidents: RecordChange['incidents']): Promise<void> {
  const ids = incidents.map(({ id }) => id);
  const rows = await tx.selectFrom('incident').select(['id', 'record', 'mentions']).where('id', 'in', ids).execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  const isKnown = ({ id, record, mentions }: IncidentRow): boolean =>
    known.get(id)?.record === record && known.get(id)?.mentions === mentions;
  const moved = incidents.filter((incident) => !isKnown(incident));
  if (moved.length === 0) return;
  await dropRecords(tx, { stories: [], incidents: moved.map(({ id }) => id) });
  await tx
    .insertInto('incident')
    .values(moved.map(({ articles: _a, attributes: _b, ...row }) => row))
    .execute();
  const told = moved.flatMap(({ id, articles }) => articles.map((text_id) => ({ incident: id, text_id })));
  await inParts(told, (part) =>
    tx
      .insertInto('incident_article')
      .values([...part])
      .execute(),
  );
  const held = moved.flatMap(({ id, attributes }) => attributes.map((attribute) => ({ incident: id, ...attribute })));
  await inParts(held, (part) =>
    tx
      .insertInto('incident_attribute')
      .values([...part])
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
export async function findRecordsOf(db: Reading, texts?: readonly string[]): Promise<RecordIds> {
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
