import { hashContent } from '../model/index.ts';
import { RequestError } from '../pipeline/index.ts';
import { dropRequestKey, keepAnswer, takeRequestKey } from '../store/index.ts';
import type { Archive } from './archive.ts';

/** A request that may be sent again: who asks, under which key, and what. */
export interface KeyedRequest {
  readonly who: string;
  readonly key: string;
  readonly asked: unknown;
}

/** What was answered. */
export interface KeyedAnswer {
  readonly status: number;
  readonly value: unknown;
  /** True where it was done before, and nothing was done now. */
  readonly isRepeated: boolean;
}

/** The same request is under way. */
export class UnderWay extends Error {
  override readonly name = 'UnderWay';
}

const keptHours = 24;

/**
 * Do what is asked once, however often it is asked under one key within a day; the answer to the first is that to all.
 *
 * What failed may be tried again under its key. Throws RequestError where another thing was asked under it, UnderWay where it is not answered yet.
 */
export async function doOnce(
  { database, now }: Archive,
  { who, key, asked }: KeyedRequest,
  status: number,
  work: () => Promise<unknown>,
): Promise<KeyedAnswer> {
  const fingerprint = hashContent(JSON.stringify(asked));
  const at = now();
  const since = new Date(Date.parse(at) - keptHours * 3_600_000).toISOString();
  const row = { who, key, fingerprint, status: 0, answer: '', at };
  const known = await database.write((tx) => takeRequestKey(tx, row, since));
  if (known !== undefined) {
    if (known.fingerprint !== fingerprint)
      throw new RequestError('idempotency-key: something else was asked under it; give another');
    if (Number(known.status) === 0) throw new UnderWay('the same is being done; ask again later');
    return { status: Number(known.status), value: JSON.parse(known.answer), isRepeated: true };
  }
  try {
    const value = await work();
    await database.write((tx) => keepAnswer(tx, row, status, JSON.stringify(value ?? null)));
    return { status, value, isRepeated: false };
  } catch (error) {
    await database.write((tx) => dropRequestKey(tx, row));
    throw error;
  }
}
