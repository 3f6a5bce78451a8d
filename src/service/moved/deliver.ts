import { FetchRefusal, type Poster, version } from '../../pipeline/index.ts';
import {
  type DeliveryRow,
  listDue,
  listWebhooks,
  noteAttempt,
  stopWebhook,
  takeDelivery,
  type WebhookRow,
} from '../../store/index.ts';
import type { Room } from '../room/room.ts';
import { signMessage } from './message.ts';
import { listMovedAt } from './moves.ts';

/** Seconds between attempts, as Standard Webhooks recommends; after the last the message is dead. */
const pauses = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
const maxSeconds = 15;
const atOnce = 20;
/** How long a delivery is another's who took it: longer than an attempt lasts. */
const takenSeconds = 120;
/** Moves of one message; how many more there are is said. */
const toldMoves = 100;
const gone = 410;

/** Send what is due to those who are told of figures that moved; returns how many messages were tried. */
export async function deliverDue(room: Room, poster: Poster): Promise<number> {
  const { database, now } = room.archive;
  const { due, webhooks } = await database.read(async (db) => {
    const rows = await listDue(db, now(), atOnce);
    return { due: rows, webhooks: rows.length === 0 ? [] : await listWebhooks(db) };
  });
  const byId = new Map(webhooks.map((webhook) => [webhook.id, webhook]));
  const tried = await Promise.all(due.map((row) => deliver(room, poster, row, byId.get(row.webhook))));
  return tried.filter(Boolean).length;
}

async function deliver(
  room: Room,
  poster: Poster,
  row: DeliveryRow,
  webhook: WebhookRow | undefined,
): Promise<boolean> {
  const { database, now } = room.archive;
  if (webhook === undefined || webhook.stopped !== null) return false;
  if (!(await database.write((tx) => takeDelivery(tx, row, later(now(), takenSeconds))))) return false;
  const body = await writeMessage(room, Number(row.seq));
  const { status, outcome } = await send(poster, webhook, row.id, body, now());
  const attempts = Number(row.attempts) + 1;
  const pause = pauses[attempts - 1];
  const isSent = status >= 200 && status < 300;
  const isOver = pause === undefined || status === gone;
  const state = isSent ? 'sent' : isOver ? 'dead' : 'waiting';
  const next = state === 'waiting' ? later(now(), pause ?? 0) : now();
  await database.write(async (tx) => {
    await noteAttempt(tx, { id: row.id, state, attempts, next_at: next, outcome });
    if (status === gone) await stopWebhook(tx, webhook.id, now());
  });
  return true;
}

async function send(
  poster: Poster,
  { url, secret }: WebhookRow,
  id: string,
  body: string,
  now: string,
): Promise<{ readonly status: number; readonly outcome: string }> {
  const seconds = Math.floor(Date.parse(now) / 1000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': `Variorum/${version}`,
    ...signMessage(secret, id, seconds, body),
  };
  try {
    const status = await poster.post(url, headers, body, maxSeconds);
    return { status, outcome: `answered ${status}` };
  } catch (error) {
    if (!(error instanceof FetchRefusal)) throw error;
    return { status: 0, outcome: error.message };
  }
}

/** Write what is told of one event; the same event gives the same words whenever it is tried. */
async function writeMessage({ archive }: Room, seq: number): Promise<string> {
  const moves = await archive.database.read((db) => listMovedAt(db, seq));
  const some = moves.slice(0, toldMoves);
  const data = { seq, moves: some, more: moves.length - some.length };
  return JSON.stringify({ type: 'figures.moved', timestamp: moves[0]?.at ?? archive.now(), data });
}

function later(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
