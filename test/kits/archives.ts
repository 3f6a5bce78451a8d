import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive } from '../../src/service/index.ts';
import { startPostgres, type TestServer } from './postgres.ts';

/** A database that archives can be kept in, for one suite over all of them. */
export interface TestDialect {
  readonly name: string;
  /** Name a place where no archive is yet. */
  readonly makePlace: () => string;
  /** The server behind it, where there is one. */
  readonly server?: TestServer;
}

/** Time of everything in tests of archives. */
export const now = '2031-05-20T12:00:00.000Z';

/** Open every database there is on this machine; `close` ends them. */
export async function openDialects(): Promise<{
  readonly dialects: readonly TestDialect[];
  readonly close: () => void;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-archive-'));
  let made = 0;
  const next = (): number => {
    made += 1;
    return made;
  };
  const server = await startPostgres();
  const sqlite: TestDialect = { name: 'sqlite', makePlace: () => join(folder, `archive-${next()}`) };
  const postgres = server && { name: 'postgres', makePlace: () => server.address(`archive_${next()}`), server };
  return {
    dialects: postgres === undefined ? [sqlite] : [sqlite, postgres],
    close: () => {
      server?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Begin or open an archive that reads fast. */
export function openTestArchive(place: string, at = now): Promise<Archive> {
  return openArchive(place, { create: true, settings: { reader: 'fast' }, who: 'tester', now: at });
}

/** Towns of reports with what burns there; their states keep them apart. */
export const towns = {
  Springfield: ['Illinois', 'Harbour Mill'],
  Dayton: ['Ohio', 'Velm Theatre'],
  Salem: ['Oregon', 'Corder Market'],
} as const;

/** Write a report of an invented fire. */
export function writeReport(town: keyof typeof towns, killed: number, by = 'police', day = '2031-05-06'): string {
  const [state, venue] = towns[town];
  return JSON.stringify({
    title: `Fire at ${venue} in ${town}`,
    text: `At least ${killed} people were killed in a fire at ${venue} in ${town}, ${state}, on Monday, ${by} said.\n\nThe fire at ${venue} began at night, and ${killed + 3} others were injured.`,
    date_publish: day,
    url: `https://courier.example/${town.toLowerCase()}-${by}-${killed}`,
    source_domain: `${by}.example`,
  });
}
