import type { DeliveryRow, RequestKeyRow, WebhookRow } from './api-schema.ts';
import type { Reading, Writing } from './port.ts';
import type { FigureMoveRow } from './schema.ts';

type Asked = Pick<RequestKeyRow, 'who' | 'key'>;

/** Take a key for a request, unless it is taken since `since`; gives the row of whoever has it then. */
export async function takeRequestKey(
  tx: Writing,
  row: RequestKeyRow,
  since: string,
): Promise<RequestKeyRow | undefined> {
  await tx.deleteFrom('request_key').where('at', '<', since).execute();
  const put = await tx
    .insertInto('request_key')
    .values(row)
    .onConflict((conflict) => conflict.columns(['who', 'key']).doNothing())
    .executeTakeFirst();
  if ((put.numInsertedOrUpdatedRows ?? 0n) > 0n) return undefined;
  const known = tx.selectFrom('request_key').selectAll().where('who', '=', row.who).where('key', '=', row.key);
  return known.executeTakeFirst();
}

/** Keep what was answered to the request of a key. */
export async function keepAnswer(tx: Writing, { who, key }: Asked, status: number, answer: string): Promise<void> {
  const own = tx.updateTable('request_key').set({ status, answer }).where('who', '=', who);
  await own.where('key', '=', key).execute();
}

/** Let go of a key: what was asked was not done. */
export async function dropRequestKey(tx: Writing, { who, key }: Asked): Promise<void> {
  await tx.deleteFrom('request_key').where('who', '=', who).where('key', '=', key).execute();
}

export async function putWebhook(tx: Writing, row: WebhookRow): Promise<void> {
  await tx.insertInto('webhook').values(row).execute();
}

/** Take a webhook out, with what it has not been told. Returns false where there is none. */
export async function dropWebhook(tx: Writing, id: string): Promise<boolean> {
  await tx.deleteFrom('delivery').where('webhook', '=', id).execute();
  const { numDeletedRows } = await tx.deleteFrom('webhook').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Send a webhook nothing any more. */
export async function stopWebhook(tx: Writing, id: string, at: string): Promise<void> {
  await tx.updateTable('webhook').set({ stopped: at }).where('id', '=', id).execute();
}

export function listWebhooks(db: Reading): Promise<readonly WebhookRow[]> {
  return db.selectFrom('webhook').selectAll().orderBy('at').orderBy('id').execute();
}

/** Queue the telling of an event for every webhook that is told anything. */
export async function queueDeliveries(
  tx: Writing,
  { seq, at }: { readonly seq: number; readonly at: string },
  nameDelivery: (webhook: string) => string,
): Promise<void> {
  const told = await tx.selectFrom('webhook').select('id').where('stopped', 'is', null).execute();
  if (told.length === 0) return;
  const fresh = { seq, state: 'waiting', attempts: 0, next_at: at, outcome: '', at } as const;
  await tx
    .insertInto('delivery')
    .values(told.map(({ id }) => ({ id: nameDelivery(id), webhook: id, ...fresh })))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** List deliveries that are due, the oldest first. */
export function listDue(db: Reading, now: string, limit: number): Promise<readonly DeliveryRow[]> {
  const due = db.selectFrom('delivery').selectAll().where('state', '=', 'waiting').where('next_at', '<=', now);
  return due.orderBy('next_at').orderBy('id').limit(limit).execute();
}

/** Take a delivery until an instant, unless another process took it first. */
export async function takeDelivery(tx: Writing, { id, next_at }: DeliveryRow, until: string): Promise<boolean> {
  const taken = tx.updateTable('delivery').set({ next_at: until }).where('id', '=', id);
  const { numUpdatedRows } = await taken
    .where('next_at', '=', next_at)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Say what an attempt came to. */
export async function noteAttempt(
  tx: Writing,
  { id, ...change }: Pick<DeliveryRow, 'id' | 'state' | 'attempts' | 'next_at' | 'outcome'>,
): Promise<void> {
  await tx.updateTable('delivery').set(change).where('id', '=', id).execute();
}

export function findDelivery(db: Reading, id: string): Promise<DeliveryRow | undefined> {
  return db.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst();
}

/** List deliveries of a webhook before an event, the newest first. */
export function listDeliveries(
  db: Reading,
  webhook: string,
  { before, limit, state }: { readonly before: number; readonly limit: number; readonly state?: DeliveryRow['state'] },
): Promise<readonly DeliveryRow[]> {
  const own = db.selectFrom('delivery').selectAll().where('webhook', '=', webhook).where('seq', '<', before);
  const some = state === undefined ? own : own.where('state', '=', state);
  return some.orderBy('seq', 'desc').limit(limit).execute();
}

/** Count deliveries by their state. */
export async function countDeliveries(db: Reading): Promise<ReadonlyMap<string, number>> {
  const counted = db.selectFrom('delivery').select(['state', ({ fn }) => fn.countAll().as('count')]);
  const rows = await counted.groupBy('state').execute();
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}

/** List the moves of one event. */
export function listMovesAt(db: Reading, seq: number): Promise<readonly FigureMoveRow[]> {
  const own = db.selectFrom('figure_move').selectAll().where('seq', '=', seq);
  return own.orderBy('incident').orderBy('attribute').execute();
}

/** A move by its place in the list of all. */
export type MoveKey = readonly [seq: number, incident: string, attribute: string];

/** List moves after one of them, the newest first. */
export function pageMoves(db: Reading, after: MoveKey | undefined, limit: number): Promise<readonly FigureMoveRow[]> {
  const all = db.selectFrom('figure_move').selectAll();
  const rest =
    after === undefined
      ? all
      : all.where((where) => {
          const [seq, incident, attribute] = after;
          const same = where('seq', '=', seq);
          return where.or([
            where('seq', '<', seq),
            where.and([same, where('incident', '>', incident)]),
            where.and([same, where('incident', '=', incident), where('attribute', '>', attribute)]),
          ]);
        });
  return rest.orderBy('seq', 'desc').orderBy('incident').orderBy('attribute').limit(limit).execute();
}
