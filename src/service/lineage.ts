import { type IncidentChangeRow, listIncidentChanges } from '../store/index.ts';
import type { Archive } from './archive.ts';

/** What became of an incident when more was known: it was merged, split, renamed, or its reports went. */
export type IncidentHistory = IncidentChangeRow;

/**
 * List what became of incidents as the archive grew, the oldest first; of one, what led to it and what became of it after.
 *
 * Noted whenever stories are linked (`linkNew`), against what was linked before.
 */
export async function tellIncidents({ database }: Archive, incident?: string): Promise<readonly IncidentHistory[]> {
  if (incident === undefined) return database.read((db) => listIncidentChanges(db));
  return database.read(async (db) => {
    const found = new Map<string, IncidentHistory>();
    const seen = new Set<string>();
    const ids = [incident];
    for (const id of ids) {
      if (id === '' || seen.has(id)) continue;
      seen.add(id);
      for (const change of await listIncidentChanges(db, id)) {
        found.set(`${change.seq} ${change.was} ${change.now}`, change);
        ids.push(change.was, change.now);
      }
    }
    return [...found.values()].sort((a, b) => a.seq - b.seq);
  });
}
