import { userInfo } from 'node:os';
import { type Archive, type ArchiveOptions, openArchive } from '../service/index.ts';

/** The archive a command works on. */
export const archiveArgs = {
  archive: {
    type: 'positional',
    description: 'A folder, or postgres://…',
    valueHint: 'ARCHIVE',
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
function nameUser(): string {
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
