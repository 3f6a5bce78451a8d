import { RequestError } from '../pipeline/index.ts';
import { findArticles, findVersions, listWebRecords, removeSources } from '../store/index.ts';
import type { Archive } from './archive.ts';

/**
 * Take the sources of an article out of an archive: their bytes, texts and readings go, a tombstone says who and why.
 *
 * `name` is as `tellVersions` takes it. Returns how many sources went. Throws RequestError where there is none, or no reason.
 */
export async function removeReports(archive: Archive, name: string, reason: string): Promise<number> {
  if (reason.trim() === '') throw new RequestError('a removal needs a reason, which its tombstone keeps');
  const { database, who } = archive;
  const ids = await database.read(async (db) => {
    const articles = await findArticles(db, name);
    const rows = await findVersions(db, articles);
    const own = rows.filter((row) => row.source === name);
    return [...new Set((own.length > 0 ? own : rows).map(({ source }) => source))];
  });
  if (ids.length === 0) throw new RequestError(`there is no article or source "${name}"`);
  const records = await database.read((db) => listWebRecords(db, ids));
  const removed = await database.write((tx) => removeSources(tx, database, ids, { who, at: archive.now(), reason }));
  // Once no row leads to them: a kill before this leaves bytes that nobody names, which verify tells.
  const others = new Set((await database.read((db) => listWebRecords(db))).map(({ record }) => record));
  const gone = records.map(({ record }) => record).filter((id) => !others.has(id));
  for (const id of [...ids, ...gone]) await database.blobs.remove(id);
  return removed;
}
