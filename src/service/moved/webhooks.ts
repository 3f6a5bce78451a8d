import { hashContent } from '../../model/index.ts';
import { FetchRefusal, type Poster, RequestError } from '../../pipeline/index.ts';
import {
  countDeliveries,
  type DeliveryRow,
  dropWebhook,
  findDelivery,
  listDeliveries,
  listWebhooks,
  noteAttempt,
  putWebhook,
  type WebhookRow,
} from '../../store/index.ts';
import { NotThere, type Page, readCursor, writeCursor } from '../query/page.ts';
import type { Room } from '../room/room.ts';
import { makeWebhookSecret } from './message.ts';

/** Whom to tell of figures that moved. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly who: string;
  readonly at: string;
  /** Since when nothing is sent: its server said that it is gone. */
  readonly stopped?: string;
}

/** The telling of one event. */
export interface Delivery {
  readonly id: string;
  readonly seq: number;
  /** `dead` after the last attempt; it can be begun again. */
  readonly state: DeliveryRow['state'];
  readonly attempts: number;
  /** When it is tried next, or was last. */
  readonly next: string;
  readonly outcome: string;
}

const mostWebhooks = 20;

/**
 * Tell an address from now on which figures moved. The secret, which signs what is sent, is given this once.
 *
 * Throws RequestError for an address that nothing is sent to, and past twenty.
 */
export async function addWebhook(
  room: Room,
  who: string,
  url: string,
  poster: Pick<Poster, 'check'>,
): Promise<Webhook & { readonly secret: string }> {
  try {
    poster.check(url);
  } catch (error) {
    if (error instanceof FetchRefusal) throw new RequestError(`url: ${error.message}`);
    throw error;
  }
  const { database, now } = room.archive;
  const [secret, at] = [makeWebhookSecret(), now()];
  const id = `webhook-${hashContent(secret).slice(0, 16)}`;
  const row = { id, url, secret, who, at, stopped: null };
  await database.write(async (tx) => {
    const known = await listWebhooks(tx);
    if (known.length >= mostWebhooks) throw new RequestError(`there are ${mostWebhooks} webhooks already`);
    await putWebhook(tx, row);
  });
  return { ...describeWebhook(row), secret };
}

export async function findWebhooks({ archive }: Room): Promise<readonly Webhook[]> {
  return (await archive.database.read(listWebhooks)).map(describeWebhook);
}

/** Tell an address nothing any more, and forget what it has not been told. Throws NotThere. */
export async function removeWebhook({ archive }: Room, id: string): Promise<void> {
  if (!(await archive.database.write((tx) => dropWebhook(tx, id)))) throw new NotThere(`there is no webhook "${id}"`);
}

function describeWebhook({ id, url, who, at, stopped }: WebhookRow): Webhook {
  return { id, url, who, at, ...(stopped === null ? {} : { stopped }) };
}

/** List what was, is, or could not be told to a webhook, the newest first. Throws NotThere. */
export async function findDeliveries(
  room: Room,
  webhook: string,
  query: { readonly limit: number; readonly cursor?: string; readonly state?: DeliveryRow['state'] },
): Promise<Page<Delivery>> {
  const { limit, cursor, state } = query;
  const before = Number(readCursor(cursor, ['number'])?.[0] ?? Number.MAX_SAFE_INTEGER);
  const rows = await room.archive.database.read(async (db) => {
    if (!(await listWebhooks(db)).some(({ id }) => id === webhook))
      throw new NotThere(`there is no webhook "${webhook}"`);
    return listDeliveries(db, webhook, { before, limit: limit + 1, ...(state === undefined ? {} : { state }) });
  });
  const items = rows.slice(0, limit).map(describeDelivery);
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last ? { next: writeCursor([last.seq]) } : {}) };
}

/** Begin a delivery again that was given up. Throws NotThere. */
export async function retryDelivery({ archive }: Room, id: string): Promise<Delivery> {
  const row = await archive.database.read((db) => findDelivery(db, id));
  if (row === undefined) throw new NotThere(`there is no delivery "${id}"`);
  const again = { id, state: 'waiting', attempts: 0, next_at: archive.now(), outcome: row.outcome } as const;
  await archive.database.write((tx) => noteAttempt(tx, again));
  return describeDelivery({ ...row, ...again });
}

function describeDelivery({ id, seq, state, attempts, next_at, outcome }: DeliveryRow): Delivery {
  return { id, seq: Number(seq), state, attempts: Number(attempts), next: next_at, outcome };
}

/** Count messages by what became of them. */
export function countDelivered({ archive }: Room): Promise<ReadonlyMap<string, number>> {
  return archive.database.read(countDeliveries);
}
