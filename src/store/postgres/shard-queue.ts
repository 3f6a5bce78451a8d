import type { Pool } from 'pg';
import { ArchiveError } from '../errors.ts';
import { loadDriver, readAddress } from './index.ts';

/** What all shards of a queue are read under; text that whoever reads them understands. */
export interface QueuedJob {
  readonly of: number;
  readonly plan: string;
}

/** A shard that a worker has for a while. */
export interface QueuedShard {
  readonly index: number;
  /** Hash of its inputs. */
  readonly inputs: string;
  readonly tries: number;
  readonly items: readonly Uint8Array[];
}

/** A shard that is read. */
export interface DoneShard {
  readonly index: number;
  readonly manifest: string;
  readonly content: Uint8Array;
}

/** How far a queue is. */
export interface QueueState {
  readonly waiting: number;
  readonly leased: number;
  readonly done: number;
  /** Shards that were given up, and why. */
  readonly aside: readonly { readonly index: number; readonly reason: string }[];
}

/** Shards that wait in a PostgreSQL database to be read, by any number of workers. */
export interface ShardQueue {
  /** Begin a queue. Throws ArchiveError where one is there. */
  begin(job: QueuedJob): Promise<void>;
  put(index: number, items: readonly Uint8Array[]): Promise<void>;
  /** Let workers have the shards, whose inputs have these hashes. */
  open(inputs: readonly string[]): Promise<void>;
  /** Throws ArchiveError where there is none. */
  job(): Promise<QueuedJob>;
  /** Take the next shard for some seconds; one whose worker was not heard of in time is another's. */
  lease(who: string, seconds: number): Promise<QueuedShard | undefined>;
  /** Keep a shard for longer; false where it is another's by now. */
  renew(index: number, who: string, seconds: number): Promise<boolean>;
  finish(shard: DoneShard, who: string): Promise<void>;
  /** Give a shard back, or aside after too many tries. */
  fail(index: number, who: string, reason: string): Promise<void>;
  state(): Promise<QueueState>;
  done(): AsyncGenerator<DoneShard>;
  close(): Promise<void>;
}

/** Tries after which a shard is given up. */
const mostTries = 3;

const tables = `
  create table if not exists shard_job (one boolean primary key default true check (one), shards int not null, plan text not null);
  create table if not exists shard (
    index int primary key, inputs text not null, state text not null default 'waiting', tries int not null default 0,
    who text, until timestamptz, reason text, manifest text, content bytea);
  create table if not exists shard_item (index int not null, number bigserial, item bytea not null, primary key (index, number));`;

/** Open the queue of a PostgreSQL database, 15 or later, in the schema that `?schema=` names. Throws ArchiveError. */
export async function openShardQueue(address: string): Promise<ShardQueue> {
  const { schema, connectionString, connections, place } = readAddress(address);
  const { default: pg } = await loadDriver();
  const pool = new pg.Pool({ connectionString, max: connections, options: `-c search_path=${schema}` });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    // Made once, whoever comes first.
    await pool.query(
      `select pg_advisory_lock(7031946); create schema if not exists ${schema}; ${tables} select pg_advisory_unlock(7031946)`,
    );
  } catch (error) {
    await pool.end();
    throw new ArchiveError('archive/connection-lost', `${place}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
  return makeQueue(pool, place);
}

type Rows = <T>(text: string, values?: readonly unknown[]) => Promise<readonly T[]>;

function makeQueue(pool: Pool, place: string): ShardQueue {
  const rows: Rows = async <T>(text: string, values: readonly unknown[] = []) =>
    (await pool.query(text, [...values])).rows as T[];
  return {
    ...fillQueue(rows, place),
    ...takeFrom(rows),
    state: () => readState(rows),
    done: async function* () {
      for (const { index } of await rows<{ index: number }>(
        `select index from shard where state = 'done' order by index`,
      ))
        yield* await rows<DoneShard>('select index, manifest, content from shard where index = $1', [index]);
    },
    close: () => pool.end(),
  };
}

function fillQueue(rows: Rows, place: string): Pick<ShardQueue, 'begin' | 'put' | 'open' | 'job'> {
  return {
    begin: async ({ of, plan }) => {
      const insert = 'insert into shard_job (shards, plan) values ($1, $2) on conflict do nothing returning shards';
      if ((await rows(insert, [of, plan])).length === 0)
        throw new ArchiveError('archive/in-use', `${place}: a queue is there already; name another schema`);
    },
    put: async (index, items) => {
      for (const item of items) await rows('insert into shard_item (index, item) values ($1, $2)', [index, item]);
    },
    open: async (inputs) => {
      const hashes = 'unnest($1::text[]) with ordinality as one (hash, place)';
      await rows(`insert into shard (index, inputs) select place - 1, hash from ${hashes}`, [inputs]);
    },
    job: async () => {
      const [job] = await rows<{ shards: number; plan: string }>('select shards, plan from shard_job');
      if (job === undefined) throw new ArchiveError('archive/no-such', `${place}: there is no queue`);
      return { of: job.shards, plan: job.plan };
    },
  };
}

function takeFrom(rows: Rows): Pick<ShardQueue, 'lease' | 'renew' | 'finish' | 'fail'> {
  const own = `index = $1 and who = $2 and state = 'leased'`;
  return {
    lease: (who, seconds) => leaseShard(rows, who, seconds),
    renew: async (index, who, seconds) => {
      const until = `now() + $3 * interval '1 second'`;
      return (
        (await rows(`update shard set until = ${until} where ${own} returning index`, [index, who, seconds])).length > 0
      );
    },
    finish: async ({ index, manifest, content }, who) => {
      const set = `state = 'done', manifest = $3, content = $4, reason = null`;
      await rows(`update shard set ${set} where ${own}`, [index, who, manifest, content]);
    },
    fail: async (index, who, reason) => {
      const set = `state = case when tries >= $3 then 'aside' else 'waiting' end, reason = $4`;
      await rows(`update shard set ${set} where ${own}`, [index, who, mostTries, reason]);
    },
  };
}

async function leaseShard(rows: Rows, who: string, seconds: number): Promise<QueuedShard | undefined> {
  await rows(
    `update shard set state = 'aside', reason = coalesce(reason, 'its worker was not heard of again: ' || who)
     where state = 'leased' and until < now() and tries >= $1`,
    [mostTries],
  );
  const [taken] = await rows<Omit<QueuedShard, 'items'>>(
    `update shard set state = 'leased', who = $1, until = now() + $2 * interval '1 second', tries = tries + 1
     where index = (select index from shard where state = 'waiting' or (state = 'leased' and until < now())
                    order by tries, index for update skip locked limit 1)
     returning index, inputs, tries`,
    [who, seconds],
  );
  if (taken === undefined) return undefined;
  const items = await rows<{ item: Uint8Array }>('select item from shard_item where index = $1 order by number', [
    taken.index,
  ]);
  return { ...taken, items: items.map(({ item }) => item) };
}

async function readState(rows: Rows): Promise<QueueState> {
  const found = await rows<{ state: string; count: number }>(
    'select state, count(*)::int as count from shard group by state',
  );
  const count = (state: string): number => found.find((one) => one.state === state)?.count ?? 0;
  const aside = await rows<{ index: number; reason: string }>(
    `select index, coalesce(reason, '') as reason from shard where state = 'aside' order by index`,
  );
  return { waiting: count('waiting'), leased: count('leased'), done: count('done'), aside };
}
