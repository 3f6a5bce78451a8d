import type { Database } from './port.ts';
import { isPostgres, openPostgres } from './postgres/index.ts';
import { openSqlite, type SqliteOptions } from './sqlite/index.ts';

export { findDifferences, hashBlocks, hashBlocksInTurns, hashBytes } from './blobs.ts';
export { ArchiveError, type ArchiveFault } from './errors.ts';
export type { Database, Reading, Writing } from './port.ts';
export { isPostgres } from './postgres/index.ts';
export { openShardQueue, type QueuedShard, type ShardQueue } from './postgres/shard-queue.ts';
export type { IncidentChangeRow, ProposalRow, VersionRow } from './schema.ts';

/** Open the database of an archive: of a folder (SQLite), or at an address `postgres://…`. Throws ArchiveError. */
export function openDatabase(place: string, options: SqliteOptions = {}): Promise<Database> {
  return isPostgres(place) ? openPostgres(place, options) : openSqlite(place, options);
}
export * from './access.repo.ts';
export * from './api.repo.ts';
export type { DeliveryRow, WebhookRow } from './api-schema.ts';
export * from './archive.repo.ts';
export { copyTables } from './copy.ts';
export * from './decision.repo.ts';
export { type Holdings, traceIncidents } from './lineage.ts';
export * from './people.repo.ts';
export type { PersonRow } from './people-schema.ts';
export * from './proposal.repo.ts';
export * from './record.repo.ts';
export * from './room.repo.ts';
export * from './search.repo.ts';
export * from './source.repo.ts';
