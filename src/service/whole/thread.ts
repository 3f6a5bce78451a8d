import { MessageChannel } from 'node:worker_threads';
import { RequestError, startThreads } from '../../pipeline/index.ts';
import { ArchiveError, listSources } from '../../store/index.ts';
import type { Archive } from '../archive.ts';
import type { EditionProgress } from '../edition.ts';
import { NotThere } from '../query/page.ts';
import { readMissing } from '../readings.ts';
import type { WholeResults, WholeTask } from './task.ts';
import type { WholeAnswer, WholeOrder, WholePlace } from './worker.ts';

/** Computes whole editions in a thread of its own, one after the other, so that nobody waits for them who did not ask. */
export interface WholeThread {
  /** Throws RequestError and ArchiveError as the work would here, and RequestError where it was cancelled. */
  run<T extends WholeTask>(
    task: T,
    options: { readonly signal: AbortSignal; readonly tell: (progress: EditionProgress) => void },
  ): Promise<WholeResults[T['kind']]>;
}

/** An idle thread gives its memory back after this. */
const idleTimeout = 30_000;

/** Open the thread of an archive; it starts with the first work, and ends with the archive. */
export function openWholeThread(archive: Archive): WholeThread {
  let threads: ReturnType<typeof startThreads> | undefined;
  archive.whenClosed(() => void threads?.destroy());
  return {
    run: async <T extends WholeTask>(task: T, { signal, tell }: Parameters<WholeThread['run']>[1]) => {
      // The thread only looks: what this reader has not read yet is read before.
      const sources = await archive.database.read((db) => listSources(db, Number.MAX_SAFE_INTEGER));
      await readMissing(
        archive,
        sources.map(({ id }) => id),
      );
      const place: WholePlace = { address: archive.address(), now: archive.now(), plan: await archive.plan() };
      threads ??= startThreads('./worker', import.meta.url, {
        ...{ minThreads: 0, maxThreads: 1, idleTimeout, workerData: place },
      });
      const { port1, port2 } = new MessageChannel();
      port1.on('message', tell);
      const order: WholeOrder = { task, port: port2 };
      const answer: WholeAnswer = await threads
        .run(order, { signal, transferList: [port2] })
        .catch((error: unknown) => explain(error, signal))
        .finally(() => port1.close());
      // The thread answers with what the task comes to.
      if ('value' in answer) return answer.value as WholeResults[T['kind']];
      throw remake(answer);
    },
  };
}

/** Make the error again that the thread met. */
function remake({ refused, kind }: Extract<WholeAnswer, { readonly kind: unknown }>): Error {
  if (kind === 'not-there') return new NotThere(refused);
  return kind === 'request' ? new RequestError(refused) : new ArchiveError(kind, refused);
}

function explain(error: unknown, { aborted }: AbortSignal): never {
  if (aborted) throw new RequestError('it was cancelled');
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    throw new RequestError('this edition does not fit into the memory of the server; print it with variorum edition');
  throw error;
}
