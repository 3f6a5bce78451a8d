import { copyTables, type Database, openDatabase } from '../store/index.ts';
import type { Archive } from './archive.ts';

/** What was copied. */
export interface Copied {
  readonly sources: number;
  /** Records of web archives. */
  readonly records: number;
  /** Sources and records whose bytes went while they were copied: someone removed them meanwhile. */
  readonly missing: readonly string[];
}

async function copyAll(from: Database, place: string): Promise<Copied> {
  const to = await openDatabase(place, { create: true });
  try {
    const { sources, records } = await copyTables(from, to);
    const missing: string[] = [];
    for (const id of [...sources, ...records]) {
      const bytes = await from.blobs.get(id);
      if (bytes === undefined) missing.push(id);
      else await to.blobs.put(bytes);
    }
    return { sources: sources.length, records: records.length, missing };
  } finally {
    await to.close();
  }
}

/**
 * Copy an archive into a new place while others write to it: the copy is of one moment, and an archive itself.
 *
 * The place may be of another database: a team's PostgreSQL is backed up into a folder. Throws ArchiveError where it is taken.
 */
export function backupArchive({ database }: Archive, place: string): Promise<Copied> {
  return copyAll(database, place);
}

/** Make an archive of a backup in a new place, of whatever database. */
export async function restoreArchive(backup: string, place: string): Promise<Copied> {
  const from = await openDatabase(backup, { readonly: true });
  try {
    return await copyAll(from, place);
  } finally {
    await from.close();
  }
}
