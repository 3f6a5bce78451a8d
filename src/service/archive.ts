import { stat } from 'node:fs/promises';
import { defined, hashContent } from '../model/index.ts';
import {
  makeSettings,
  type PartialSettings,
  planReading,
  type ReadingPlan,
  RequestError,
  readClock,
  type Settings,
} from '../pipeline/index.ts';
import { beginArchive, type Database, findArchive, isPostgres, openDatabase } from '../store/index.ts';

/** How to open an archive. */
export interface ArchiveOptions {
  /** Make it where it is not there, to read with these settings. */
  readonly create?: boolean;
  readonly settings?: PartialSettings;
  /** Look only: another process may be writing to it. */
  readonly readonly?: boolean;
  /** Who works on it, as its log says. */
  readonly who?: string;
  /** Instant of everything that is done, ISO 8601 UTC; the clock's where absent. */
  readonly now?: string;
  /** How its documents are read, where that was found before. */
  readonly plan?: ReadingPlan;
}

/** An archive that is open. */
export interface Archive {
  readonly database: Database;
  readonly settings: Settings;
  readonly who: string;
  now(): string;
  /** How its documents are read on this machine; found when it is first asked for. */
  plan(): Promise<ReadingPlan>;
  /** Where it was opened, for another thread to open it again; with the password of a database. */
  address(): string;
  /** Have something let go of when it is closed. */
  whenClosed(work: () => void): void;
  close(): Promise<void>;
}

/**
 * Open an archive: a folder (SQLite), or an address `postgres://…`.
 *
 * It keeps the settings it was begun with. Throws ArchiveError for what the world does, RequestError for settings other than its own.
 */
export async function openArchive(place: string, options: ArchiveOptions = {}): Promise<Archive> {
  const { create = false, settings: given = {}, who = 'unnamed', readonly = false } = options;
  const wanted = makeSettings(given);
  const database = await openDatabase(place, { create, readonly });
  try {
    const now = () => options.now ?? readClock();
    const known = await database.read(findArchive);
    const begin = () => database.write((tx) => beginArchive(tx, JSON.stringify(storable(given)), who, now()));
    const row = known ?? (readonly ? undefined : await begin());
    const own: PartialSettings = JSON.parse(row?.settings ?? '{}');
    checkSame(place, own, given);
    const settings: Settings = { ...makeSettings(own), fetch: wanted.fetch };
    let plan = options.plan && Promise.resolve(options.plan);
    const held: (() => void)[] = [];
    return {
      database,
      settings,
      who,
      now,
      address: () => place,
      plan: () => {
        plan ??= planReading(settings);
        return plan;
      },
      whenClosed: (work) => void held.push(work),
      close: async () => {
        for (const work of held) work();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Tell whether a place is one of an archive and not a file: an address of PostgreSQL, or a folder. */
export async function isArchivePlace(place: string): Promise<boolean> {
  if (isPostgres(place)) return true;
  const found = await stat(place).catch(() => undefined);
  return found?.isDirectory() === true;
}

/** How pages are fetched is no part of what an archive says. */
function storable({ fetch: _, ...settings }: PartialSettings): PartialSettings {
  return defined(settings);
}

/** An archive read in two ways would be neither; what is not given is no matter. */
function checkSame(place: string, own: PartialSettings, given: PartialSettings): void {
  const [kept, asked] = [makeSettings(own), makeSettings(own, storable(given))];
  for (const name of Object.keys(storable(given)) as (keyof Settings)[]) {
    if (hashContent(JSON.stringify(kept[name])) === hashContent(JSON.stringify(asked[name]))) continue;
    const said = typeof kept[name] === 'object' ? '' : ` (${String(kept[name])})`;
    throw new RequestError(
      `${place}: it was begun with another ${name}${said}; leave that out, or begin an archive anew`,
    );
  }
}
