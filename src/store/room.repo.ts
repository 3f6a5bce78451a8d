import { noteEvent } from './archive.repo.ts';
import type { Reading, Writing } from './port.ts';
import { findRecordsOf } from './record.repo.ts';
import type { AssignmentRow, CodingRow, FigureMoveRow, IncidentRow, LeaseRow, VisitRow } from './schema.ts';

const many = 400;

/** Give the records of incidents as they were last reconciled, a batch at a time. */
export async function* openIncidents(
  read: <T>(work: (db: Reading) => Promise<T>) => Promise<T>,
): AsyncGenerator<readonly Pick<IncidentRow, 'id' | 'record'>[]> {
  for (let last = ''; ; ) {
    const rows = await read((db) =>
      db.selectFrom('incident').select(['id', 'record']).where('id', '>', last).orderBy('id').limit(many).execute(),
    );
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)?.id ?? '';
  }
}

/** Find all texts that share a story or an incident with these, however many steps away. */
export async function findKin(db: Reading, texts: readonly string[]): Promise<readonly string[]> {
  const seen = new Set(texts);
  for (let fresh = [...texts]; fresh.length > 0; ) {
    const { stories, incidents } = await findRecordsOf(db, fresh);
    fresh = [];
    for (let at = 0; at < Math.max(stories.length, incidents.length); at += many) {
      for (const id of await findTextsOf(db, stories.slice(at, at + many), incidents.slice(at, at + many))) {
        if (seen.has(id)) continue;
        seen.add(id);
        fresh.push(id);
      }
    }
  }
  return [...seen].sort();
}

async function findTextsOf(
  db: Reading,
  stories: readonly string[],
  incidents: readonly string[],
): Promise<readonly string[]> {
  const told =
    stories.length === 0
      ? []
      : await db.selectFrom('story_article').select('text_id').where('story', 'in', stories).execute();
  const reported =
    incidents.length === 0
      ? []
      : await db.selectFrom('incident_article').select('text_id').where('incident', 'in', incidents).execute();
  return [...told, ...reported].map(({ text_id }) => text_id);
}

/** Find the text that counts now of an article by the id of an earlier text of it, its address or the path of its source. */
export async function findCurrentText(
  db: Reading,
  {
    article,
    url,
    path,
  }: { readonly article: string; readonly url?: string | undefined; readonly path?: string | undefined },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('version')
    .innerJoin('source', 'source.id', 'version.source')
    .select('version.text_id')
    .where('version.removed_seq', 'is', null)
    .where((where) =>
      where.or([
        where('version.text_id', '=', article),
        ...(url === undefined ? [] : [where('version.address', '=', url)]),
        ...(path === undefined ? [] : [where('source.path', '=', path)]),
      ]),
    )
    .orderBy('version.number', 'desc')
    .executeTakeFirst();
  return row?.text_id;
}

/** List leases that hold at an instant. */
export function listLeases(db: Reading, now: string): Promise<readonly LeaseRow[]> {
  return db.selectFrom('lease').selectAll().where('until', '>', now).orderBy('incident').execute();
}

/** Take an incident for a person, unless another has it at this instant; tells who has it then. */
export async function takeLease(tx: Writing, lease: LeaseRow, now: string): Promise<LeaseRow> {
  await tx.deleteFrom('lease').where('until', '<=', now).execute();
  await tx
    .insertInto('lease')
    .values(lease)
    .onConflict((conflict) =>
      conflict.column('incident').doUpdateSet({ until: lease.until }).where('lease.who', '=', lease.who),
    )
    .execute();
  return tx.selectFrom('lease').selectAll().where('incident', '=', lease.incident).executeTakeFirstOrThrow();
}

/** Let go of what a person has. */
export async function dropLeases(tx: Writing, who: string): Promise<void> {
  await tx.deleteFrom('lease').where('who', '=', who).execute();
}

/** Ask a person to settle an incident, or nobody where the name is empty. */
export async function putAssignment(tx: Writing, row: Omit<AssignmentRow, 'seq'>): Promise<number> {
  const { incident, who, by_whom, at } = row;
  const seq = await noteEvent(tx, { kind: 'assign', subject: incident, who: by_whom, at, detail: { who } });
  await tx.deleteFrom('assignment').where('incident', '=', incident).execute();
  if (who !== '')
    await tx
      .insertInto('assignment')
      .values({ ...row, seq })
      .execute();
  return seq;
}

export function listAssignments(db: Reading): Promise<readonly AssignmentRow[]> {
  return db.selectFrom('assignment').selectAll().orderBy('incident').execute();
}

/** Keep what a coder says of one attribute, in place of what the same coder said in the same round. */
export async function putCoding(tx: Writing, row: Omit<CodingRow, 'seq'>): Promise<number> {
  const { round, incident, who, attribute, at, content } = row;
  const detail = { round, attribute };
  const seq = await noteEvent(tx, { kind: 'code', subject: incident, who, at, detail });
  await tx
    .insertInto('coding')
    .values({ ...row, seq })
    .onConflict((conflict) =>
      conflict.columns(['round', 'incident', 'who', 'attribute']).doUpdateSet({ content, at, seq }),
    )
    .execute();
  return seq;
}

export function listCodings(db: Reading): Promise<readonly CodingRow[]> {
  return db
    .selectFrom('coding')
    .selectAll()
    .orderBy('round')
    .orderBy('incident')
    .orderBy('attribute')
    .orderBy('who')
    .execute();
}

/** Note figures that moved by one event. */
export async function noteMoves(tx: Writing, moves: readonly FigureMoveRow[]): Promise<void> {
  for (let at = 0; at < moves.length; at += many)
    await tx
      .insertInto('figure_move')
      .values(moves.slice(at, at + many))
      .onConflict((conflict) => conflict.columns(['seq', 'incident', 'attribute']).doNothing())
      .execute();
}

/** List what moved after an event, the newest first; at most so many. */
export function listMoves(db: Reading, after: number, limit: number): Promise<readonly FigureMoveRow[]> {
  return db
    .selectFrom('figure_move')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq', 'desc')
    .orderBy('incident')
    .orderBy('attribute')
    .limit(limit)
    .execute();
}

export function findVisit(db: Reading, who: string): Promise<VisitRow | undefined> {
  return db.selectFrom('visit').selectAll().where('who', '=', who).executeTakeFirst();
}

export async function putVisit(tx: Writing, row: VisitRow): Promise<void> {
  const { seq, at } = row;
  await tx
    .insertInto('visit')
    .values(row)
    .onConflict((conflict) => conflict.column('who').doUpdateSet({ seq, at }))
    .execute();
}
