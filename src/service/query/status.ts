import { version } from '../../pipeline/index.ts';
import { findArchive } from '../../store/index.ts';
import { isUnderWay, listAdding } from '../room/adding.ts';
import { sumBoard } from '../room/front.ts';
import type { Room } from '../room/room.ts';

/** What an archive holds, how it reads, and what is under way. */
export interface Status {
  readonly version: string;
  /** The last event of the log, and when the archive was begun. */
  readonly seq: number;
  readonly begun: string;
  readonly database: 'sqlite' | 'postgres';
  readonly reader: string;
  readonly policy: string;
  readonly incidents: number;
  readonly reports: number;
  /** Incidents by why they wait for a person. */
  readonly waiting: Readonly<Record<string, number>>;
  /** Sets of reports that are being added. */
  readonly adding: number;
}

/** Tell what an archive holds, how it reads, and what is under way. */
export async function tellStatus(room: Room): Promise<Status> {
  const { archive, seq } = room;
  const row = await archive.database.read(findArchive);
  const { incidents, reports, waiting } = sumBoard(room);
  const adding = listAdding(room).filter(isUnderWay).length;
  const { reader, policy } = archive.settings;
  const database = archive.database.dialect.name;
  return { version, seq, begun: row?.created_at ?? '', database, reader, policy, incidents, reports, waiting, adding };
}
