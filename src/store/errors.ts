/** What can be wrong with an archive. */
export type ArchiveFault =
  | 'archive/in-use'
  | 'archive/network-drive'
  | 'archive/no-driver'
  | 'archive/no-such'
  | 'archive/read-only'
  | 'archive/disk-full'
  | 'archive/newer'
  | 'archive/damaged'
  | 'archive/connection-lost';

/** An archive that cannot be opened or written; the message says why and what to do, and nothing is half-kept. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly code: ArchiveFault;

  constructor(code: ArchiveFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const diskReasons: Readonly<Record<string, readonly [ArchiveFault, string]>> = {
  ENOSPC: ['archive/disk-full', 'the disk is full; make room and add the rest again'],
  EDQUOT: ['archive/disk-full', 'the disk quota is used up; make room and add the rest again'],
  EACCES: ['archive/read-only', 'the folder may not be written to; change its permissions or name another'],
  EPERM: ['archive/read-only', 'the folder may not be written to; change its permissions or name another'],
  EROFS: ['archive/read-only', 'it lies on a disk that is mounted read-only; name a folder elsewhere'],
  ENOTDIR: ['archive/no-such', 'part of its path is a file; name a folder'],
  EEXIST: ['archive/no-such', 'it is a file; name a folder'],
};

/** Say what a disk refused, as an error of the archive; anything else is given back as it is. */
export function explainDisk(place: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = diskReasons[code];
  return known === undefined ? error : new ArchiveError(known[0], `${place}: ${known[1]}`, { cause: error });
}
