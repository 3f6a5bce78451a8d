import { defined } from '../../model/index.ts';
import { type Change, compare, type ExportFormat, publish } from '../../pipeline/index.ts';
import type { Archive } from '../archive.ts';
import { type ArchiveEdition, type EditionProgress, type KeptComposition, readEdition } from '../edition.ts';

/** Work for which a whole edition is computed; plain data, so that it can cross to a thread. What stands now stands at the event `upTo`. */
export type WholeTask =
  | { readonly kind: 'release'; readonly upTo: number; readonly policy?: string }
  | { readonly kind: 'compare'; readonly before: string; readonly after: string; readonly upTo?: number }
  | { readonly kind: 'export'; readonly name: string; readonly format: ExportFormat; readonly upTo?: number };

/** What each kind of work comes to. */
export interface WholeResults {
  readonly release: Pick<ArchiveEdition, 'hash' | 'seq'>;
  readonly compare: readonly Change[];
  readonly export: Uint8Array<ArrayBuffer>;
}

/** Name of what stands now, beside those of released editions. */
export const present = 'now';

type Tell = (progress: EditionProgress) => void;

/** The edition that was composed last in this thread: what is asked next is mostly of the same reports. */
const keptHere: KeptComposition = {};

/** Do one piece of work on an archive that is looked at only; names of private persons are veiled in what leaves it. */
export async function performWhole(
  archive: Archive,
  task: WholeTask,
  tell: Tell,
): Promise<WholeResults[WholeTask['kind']]> {
  if (task.kind === 'release') {
    const { hash, seq } = await readEdition(archive, task, tell, keptHere);
    return { hash, seq };
  }
  if (task.kind === 'compare') {
    const old = await openNamed(archive, task.before, task.upTo, tell);
    return compare(old, await openNamed(archive, task.after, task.upTo, tell)).changes;
  }
  const edition = await openNamed(archive, task.name, task.upTo, tell);
  const { content } = await publish(edition, task.format, { names: false });
  return typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
}

async function openNamed(archive: Archive, name: string, upTo: number | undefined, tell: Tell) {
  return (await readEdition(archive, name === present ? defined({ upTo }) : { at: name }, tell, keptHere)).edition;
}
