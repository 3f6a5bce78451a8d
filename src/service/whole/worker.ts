import type { MessagePort } from 'node:worker_threads';
import { workerData } from 'piscina';
import { type ReadingPlan, RequestError } from '../../pipeline/index.ts';
import { ArchiveError, type ArchiveFault } from '../../store/index.ts';
import { openArchive } from '../archive.ts';
import { NotThere } from '../query/page.ts';
import { performWhole, type WholeResults, type WholeTask } from './task.ts';

/** What the thread is given once. */
export interface WholePlace {
  readonly address: string;
  readonly now: string;
  readonly plan: ReadingPlan;
}

/** A task on its way to the thread. */
export interface WholeOrder {
  readonly task: WholeTask;
  /** Takes word of how far it is. */
  readonly port: MessagePort;
}

/** What came of it; errors lose their class on the way, so those with words for people are told. */
export type WholeAnswer =
  | { readonly value: WholeResults[WholeTask['kind']] }
  | { readonly refused: string; readonly kind: 'request' | 'not-there' | ArchiveFault };

const { address, now, plan } = workerData as WholePlace;

/** Do one piece of work in this thread, on the archive opened to look only. */
export default async function work({ task, port }: WholeOrder): Promise<WholeAnswer> {
  try {
    const archive = await openArchive(address, { readonly: true, now, plan });
    try {
      return { value: await performWhole(archive, task, (progress) => port.postMessage(progress)) };
    } finally {
      await archive.close();
    }
  } catch (error) {
    if (error instanceof ArchiveError) return { refused: error.message, kind: error.code };
    if (error instanceof NotThere) return { refused: error.message, kind: 'not-there' };
    if (error instanceof RequestError) return { refused: error.message, kind: 'request' };
    throw error;
  } finally {
    port.close();
  }
}
