import { RequestError } from '../../pipeline/index.ts';
import { NotThere } from '../query/page.ts';
import { type Adding, cancelAdding, findAdding, listAdding } from './adding.ts';
import type { Room } from './room.ts';
import { cancelWork, findWorkValue, listPastWork, listWork, type Work } from './work.ts';

/** What takes a while: reports that are added, or a whole edition that is computed. */
export type Job = (Adding & { readonly kind: 'add' }) | Work;

/** List what is under way or was done last, the newest first: what is added, then whole editions. */
export function listJobs(room: Room): readonly Job[] {
  const works = [...listPastWork(room), ...listWork(room)].toReversed();
  return [...listAdding(room).map((adding) => ({ ...adding, kind: 'add' as const })), ...works];
}

/** Find one. Throws NotThere. */
export function findJob(room: Room, id: string): Job {
  const work = [...listWork(room), ...listPastWork(room)].find((one) => one.id === id);
  return work ?? { ...findAdding(room, id), kind: 'add' };
}

/** Stop one: what was read is kept; an edition is one's own to stop. Throws NotThere, RequestError. */
export function cancelJob(room: Room, who: string, id: string): void {
  const job = findJob(room, id);
  if (job.kind === 'add') cancelAdding(room, id);
  else if (listWork(room).some((one) => one.id === id)) cancelWork(room, who, id);
}

/** What the printing of an edition came to, and under which name. */
export interface Printed {
  readonly about: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** Find the edition that a job printed. Throws NotThere where there is no such job, or what it printed is not kept any more; RequestError before it is done. */
export function findPrinted(room: Room, id: string): Printed {
  const job = findJob(room, id);
  if (job.kind !== 'export') throw new NotThere(`"${id}" prints nothing`);
  if (job.state !== 'done')
    throw new RequestError(`"${id}" is ${job.state}: ${job.failure ?? 'wait until it is done'}`);
  const content = findWorkValue(room, id);
  if (!(content instanceof Uint8Array))
    throw new NotThere(`what "${id}" printed is not kept any more; ask for it again`);
  return { about: job.about, content: Uint8Array.from(content) };
}
