import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gunzipSync, gzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import { explainDisk } from './errors.ts';
import type { Tables } from './schema.ts';

/** Byte sequences under their SHA-256, gzipped. */
export interface Blobs {
  /** Keep bytes; they are with the disk when this returns. Returns their SHA-256, hex. */
  put(bytes: Uint8Array): Promise<string>;
  /** Give bytes back as they are kept, whatever became of them; undefined where there are none. */
  get(id: string): Promise<Uint8Array | undefined>;
  remove(id: string): Promise<void>;
  list(): Promise<readonly string[]>;
}

/** Hash bytes with SHA-256, hex. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const level = 6;
/** Beside the thread that answers everybody: a large file takes seconds. */
const pack = promisify(gzip);

/** Unpack as much as there is: of damaged bytes what can be had is wanted too, and whoever asks compares hashes. */
function unpack(packed: Uint8Array): Uint8Array {
  try {
    return new Uint8Array(gunzipSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }));
  } catch {
    return new Uint8Array();
  }
}

const blockBytes = 1024;
const hashedBytes = 8;

/** Blocks hashed in one go: some ten milliseconds, in which nobody else is answered. */
const blocksAtOnce = 2048;

/** Hash bytes as `hashBlocks` does, letting others have their turn between. */
export async function hashBlocksInTurns(bytes: Uint8Array): Promise<Uint8Array> {
  const blocks = new Uint8Array(Math.ceil(bytes.length / blockBytes) * hashedBytes);
  for (let at = 0; at * blockBytes < bytes.length; at += blocksAtOnce) {
    const some = bytes.subarray(at * blockBytes, (at + blocksAtOnce) * blockBytes);
    blocks.set(hashBlocks(some), at * hashedBytes);
    if (bytes.length > blocksAtOnce * blockBytes) await new Promise((resolve) => setImmediate(resolve));
  }
  return blocks;
}

/** Hash bytes block by block, 8 bytes of SHA-256 for each kilobyte, so that it can be told where they differ. */
export function hashBlocks(bytes: Uint8Array): Uint8Array {
  const blocks = new Uint8Array(Math.ceil(bytes.length / blockBytes) * hashedBytes);
  for (let at = 0; at * blockBytes < bytes.length; at += 1) {
    const block = bytes.subarray(at * blockBytes, (at + 1) * blockBytes);
    blocks.set(createHash('sha256').update(block).digest().subarray(0, hashedBytes), at * hashedBytes);
  }
  return blocks;
}

/** Find the stretches of bytes that are not as their block hashes say, to a kilobyte; `length` is what they should be. */
export function findDifferences(
  bytes: Uint8Array,
  blocks: Uint8Array,
  length: number,
): readonly { readonly start: number; readonly end: number }[] {
  const now = hashBlocks(bytes);
  const found: { start: number; end: number }[] = [];
  const most = Math.max(bytes.length, length);
  for (let at = 0; at * blockBytes < most; at += 1) {
    const [from, to] = [at * hashedBytes, (at + 1) * hashedBytes];
    if (Buffer.compare(blocks.subarray(from, to), now.subarray(from, to)) === 0) continue;
    const [start, end] = [at * blockBytes, Math.min(most, (at + 1) * blockBytes)];
    const last = found.at(-1);
    if (last?.end === start) last.end = end;
    else found.push({ start, end });
  }
  return found;
}

/** Keep bytes in a folder, `ab/abcdef….gz`; a file has its name once it is whole, and none is written twice. */
export function openBlobFolder(folder: string): Blobs {
  const pathOf = (id: string): string => join(folder, id.slice(0, 2), `${id}.gz`);
  return {
    put: async (bytes) => {
      const id = hashBytes(bytes);
      const path = pathOf(id);
      try {
        if ((await stat(path).catch(() => undefined)) !== undefined) return id;
        await mkdir(join(folder, id.slice(0, 2)), { recursive: true });
        const draft = `${path}.${randomUUID()}.part`;
        await writeFile(draft, await pack(bytes, { level }), { flush: true });
        await rename(draft, path);
        await syncFolder(join(folder, id.slice(0, 2)));
        return id;
      } catch (error) {
        throw explainDisk(folder, error);
      }
    },
    get: async (id) => {
      const packed = await readFile(pathOf(id)).catch(skipMissing);
      return packed === undefined ? undefined : unpack(packed);
    },
    remove: (id) => rm(pathOf(id), { force: true }),
    list: async () => {
      const names = await readdir(folder, { recursive: true }).catch(() => []);
      return names.flatMap((name) => /([\da-f]{64})\.gz$/.exec(name)?.[1] ?? []).sort();
    },
  };
}

/** Force the name of a new file to the disk, where the system can do that to a folder. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => undefined);
  await opened?.sync().catch(() => undefined);
  await opened?.close();
}

function skipMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

/** Keep bytes in the database, for archives that many machines share. */
export function openBlobTable(db: Kysely<Tables>): Blobs {
  return {
    put: async (bytes) => {
      const id = hashBytes(bytes);
      const known = await db.selectFrom('blob').select('id').where('id', '=', id).executeTakeFirst();
      if (known !== undefined) return id;
      const content = await pack(bytes, { level });
      await db
        .insertInto('blob')
        .values({ id, content })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      return id;
    },
    get: async (id) => {
      const row = await db.selectFrom('blob').select('content').where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : unpack(row.content);
    },
    remove: async (id) => void (await db.deleteFrom('blob').where('id', '=', id).execute()),
    list: async () => {
      const rows = await db.selectFrom('blob').select('id').orderBy('id').execute();
      return rows.map(({ id }) => id);
    },
  };
}
