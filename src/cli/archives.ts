import { userInfo } from 'node:os';
import { describeFailure, readBytes } from '../io/index.ts';
import type { Edition } from '../model/index.ts';
import { loadEdition } from '../pipeline/index.ts';
import {
  type Archive,
  ArchiveError,
  type ArchiveFault,
  type ArchiveOptions,
  type EditionQuery,
  isArchivePlace,
  openArchive,
  readEdition,
} from '../service/index.ts';
import { UsageError } from './failure.ts';

/** The archive a command works on. */
export const archiveArgs = {
  archive: {
    type: 'positional',
    description: 'A folder, or postgres://…',
    valueHint: 'ARCHIVE',
    required: true,
  },
} as const;

/** An archive that a reading command adds to as well. */
export const archiveOption = {
  archive: {
    type: 'string',
    description: 'Archive to add the reports to: a folder, or postgres://…',
    valueHint: 'ARCHIVE',
  },
} as const;

/** One article of it, for the commands that work on one. */
export const articleArgs = {
  article: {
    type: 'positional',
    description: 'Its id in editions, its address, or the path or hash of its source',
    valueHint: 'ARTICLE',
    required: true,
  },
} as const;

/** Options of every command that changes an archive. */
export const writingArgs = {
  by: {
    type: 'string',
    description: 'Who does it, as the log says (default: the user of this machine)',
    valueHint: 'NAME',
  },
} as const;

/** Name whoever works, where no name is given. */
export function nameUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run as a number without a name.
    return 'unnamed';
  }
}

/** Open an archive for one command, and close it whatever happens. */
export async function withArchive<T>(
  place: string,
  options: Omit<ArchiveOptions, 'who'> & { readonly by?: string | undefined },
  work: (archive: Archive) => Promise<T>,
): Promise<T> {
  const { by = nameUser(), ...rest } = options;
  const archive = await openArchive(place, { ...rest, who: by });
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
}

/**
 * Open an archive for one command that looks and, where it may, brings it up to date: while another process has it, it is looked at alone.
 */
export async function withLooking<T>(
  place: string,
  by: string | undefined,
  work: (archive: Archive, isWritable: boolean) => Promise<T>,
): Promise<T> {
  const who = by ?? nameUser();
  const archive = await openArchive(place, { who }).catch((error: unknown) => {
    if (!(error instanceof ArchiveError) || !busy.has(error.code)) throw error;
    return undefined;
  });
  const own = archive ?? (await openArchive(place, { readonly: true, who }));
  try {
    return await work(own, archive !== undefined);
  } finally {
    await own.close();
  }
}

/** Another process writes to it, or this one may not. */
const busy: ReadonlySet<ArchiveFault> = new Set(['archive/in-use', 'archive/read-only']);

/** Read the key file that an option names. Throws UsageError. */
export async function readKey(path: string): Promise<string> {
  try {
    return new TextDecoder().decode(await readBytes(path));
  } catch (error) {
    throw new UsageError(`--key ${path}: ${describeFailure(error)}`);
  }
}

/** Count in words: "1 source", "2 sources". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Load the edition at a place: what an archive comes to under a query, or what a file holds, which no query changes. */
export async function loadEditionAt(place: string, query: EditionQuery = {}): Promise<Edition> {
  if (!(await isArchivePlace(place))) return loadEdition(place);
  return withArchive(place, { readonly: true }, async (archive) => (await readEdition(archive, query)).edition);
}
