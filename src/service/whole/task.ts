import { type Change, compare, type ExportFormat, publish } from '../../pipeline/index.ts';
import type { Archive } from '../archive.ts';
import { type ArchiveEdition, type EditionProgress, readEdition } from '../edition.ts';

/** Work for which a whole edition is computed; plain data, so that it can cross to a thread. */
export type WholeTask =
  | { readonly kind: 'release'; readonly upTo: number; readonly policy?: string }
  | { readonly kind: 'compare'; readonly before: string; readonly after: string }
  | { readonly kind: 'export'; readonly name: string; readonly format: ExportFormat };

/** What each kind of work comes to. */
export interface WholeResults {
  readonly release: Pick<ArchiveEdition, 'hash' | 'seq'>;
  readonly compare: readonly Change[];
  readonly export: Uint8Array<ArrayBuffer>;
}

/** Name of what stands now, beside those of released editions. */
export const present = 'now';

type Tell = (progress: EditionProgress) => void;

/** Do one piece of work on an archive that is looked at only; names of private persons are veiled in what leaves it. */
export async function performWhole(
  archive: Archive,
  task: WholeTask,
  tell: Tell,
): Promise<WholeResults[WholeTask['kind']]> {
  if (task.kind === 'release') {
    const { hash, seq } = await readEdition(archive, task, tell);
    return { hash, seq };
  }
  if (task.kind === 'compare') {
    const old = await openNamed(archive, task.before, tell);
    return compare(old, await openNamed(archive, task.after, tell)).changes;
  }
  const edition = await openNamed(archive, task.name, tell);
  const { content } = await publish(edition, task.format, { names: false });
  return typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
}

async function openNamed(archive: Archive, name: string, tell: Tell) {
  return (await readEdition(archive, name === present ? {} : { at: name }, tell)).edition;
}
