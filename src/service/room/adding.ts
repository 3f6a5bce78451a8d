import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import type { Issue } from '../../model/index.ts';
import { type Input, isAddress, RequestError } from '../../pipeline/index.ts';
import { addReports } from '../add.ts';
import { NotThere } from '../query/page.ts';
import { type Room, refreshRoom } from './room.ts';

/** How far the adding of some reports is. */
export interface Adding {
  readonly id: string;
  readonly who: string;
  readonly state: 'waiting' | 'reading' | 'linking' | 'done' | 'cancelled' | 'failed';
  /** Part of the bytes that is read, 0 to 1. */
  readonly share: number;
  readonly done: number;
  readonly inputs: number;
  /** What came of it. */
  readonly kept?: number;
  readonly again?: number;
  readonly articles?: number;
  readonly issues?: readonly Issue[];
  readonly failure?: string;
}

interface Running {
  told: Adding;
  readonly stop: AbortController;
  /** Of what was sent, which is held until it is read. */
  readonly bytes: number;
}

/** How much may be added to a room. */
export const addingLimits = {
  /** Sets of reports that are read at the same time; the others wait. */
  atOnce: 2,
  /** Sets that wait or are read, and bytes of them that are held. */
  sets: 20,
  heldBytes: 256 * 1024 * 1024,
  /** What one file, and all that is packed into one, may come to. */
  memberBytes: 64 * 1024 * 1024,
  unpackedBytes: 128 * 1024 * 1024,
} as const;

/** What is being added, and what was added last, by the room. */
const runs = new WeakMap<Room, Map<string, Running>>();
const turns = new WeakMap<Room, ReturnType<typeof pLimit>>();
const keptRuns = 20;
const mostIssues = 200;

function runsOf(room: Room): Map<string, Running> {
  const known = runs.get(room) ?? new Map<string, Running>();
  runs.set(room, known);
  return known;
}

/** List what is being added, and what was added last, the newest first. */
export function listAdding(room: Room): readonly Adding[] {
  return [...runsOf(room).values()].map(({ told }) => told).toReversed();
}

/**
 * Begin to add files or addresses to the archive of a room, one set after the other; what was read is kept even where the rest is cancelled.
 *
 * Addresses are fetched, since naming one here asks for it; private ones are refused. Throws RequestError where nothing is given.
 */
export function beginAdding(room: Room, who: string, inputs: readonly Input[]): Adding {
  if (inputs.length === 0) throw new RequestError('there is nothing to add; drop files, or paste addresses');
  const known = runsOf(room);
  const bytes = inputs.reduce((sum, input) => sum + sizeOf(input), 0);
  checkHeld([...known.values()], bytes);
  const id = `adding-${randomUUID()}`;
  const run: Running = {
    told: { id, who, state: 'waiting', share: 0, done: 0, inputs: inputs.length },
    ...{ stop: new AbortController(), bytes },
  };
  known.set(id, run);
  const old = [...known].find(([, { told }]) => !isUnderWay(told));
  if (known.size > keptRuns && old !== undefined) known.delete(old[0]);
  const turn = turns.get(room) ?? pLimit(addingLimits.atOnce);
  turns.set(room, turn);
  void turn(() => work(room, run, inputs));
  return run.told;
}

/** Tell whether something is still being added. */
export function isUnderWay({ state }: Adding): boolean {
  return state === 'waiting' || state === 'reading' || state === 'linking';
}

const sizeOf = (input: Input): number =>
  typeof input === 'string' ? 0 : 'load' in input ? input.bytes : input.content.length;

/** Refuse more than the server can hold. Throws RequestError. */
function checkHeld(known: readonly Running[], bytes: number): void {
  const waiting = known.filter(({ told }) => isUnderWay(told));
  const held = waiting.reduce((sum, run) => sum + run.bytes, bytes);
  if (waiting.length < addingLimits.sets && held <= addingLimits.heldBytes) return;
  throw new RequestError(`${waiting.length} sets of reports are still being added; wait until some of them are done`);
}

/** Check addresses a person pasted. Throws RequestError for what is none: paths of this machine are not asked for here. */
export function checkPasted(addresses: readonly string[]): readonly string[] {
  const wrong = addresses.find((one) => !isAddress(one));
  if (wrong !== undefined) throw new RequestError(`${wrong}: give an address that begins with https://`);
  return addresses;
}

/** Find how far the adding of some reports is. Throws NotThere where nothing is, or was last, added under that name. */
export function findAdding(room: Room, id: string): Adding {
  return findRun(room, id).told;
}

/** Stop adding; what was read is kept. Throws NotThere. */
export function cancelAdding(room: Room, id: string): void {
  findRun(room, id).stop.abort(new Error('cancelled'));
}

function findRun(room: Room, id: string): Running {
  const run = runsOf(room).get(id);
  if (run === undefined) throw new NotThere(`nothing is being added as "${id}"`);
  return run;
}

/** A document that is sent: its name, and its content as text or in base64. */
export interface SentDocument {
  readonly name: string;
  readonly content: string;
  readonly encoding: 'utf-8' | 'base64';
}

/** Read documents that were sent as inputs. Throws RequestError for content that is not encoded as it says. */
export function readDocuments(documents: readonly SentDocument[]): readonly Input[] {
  return documents.map(({ name, content, encoding }) => {
    if (encoding === 'utf-8') return { path: name, content };
    const bytes = Buffer.from(content, 'base64');
    if (bytes.toString('base64').replace(/=+$/, '') !== content.replace(/\s+|=+$/g, ''))
      throw new RequestError(`${name}: its content is no base64`);
    return { path: name, content: new Uint8Array(bytes) };
  });
}

async function work(room: Room, run: Running, inputs: readonly Input[]): Promise<void> {
  const tell = (next: Partial<Adding>): void => {
    run.told = { ...run.told, ...next };
    room.hub.publish({ kind: 'progress', seq: 0, who: run.told.who, incidents: [], detail: run.told });
  };
  const { signal } = run.stop;
  const archive = { ...room.archive, who: run.told.who };
  const isFetching = inputs.some((input) => typeof input === 'string');
  try {
    signal.throwIfAborted();
    tell({ state: 'reading' });
    const added = await addReports(archive, inputs, {
      workers: 'auto',
      signal,
      unpack: { maxMemberBytes: addingLimits.memberBytes, maxUnpackedBytes: addingLimits.unpackedBytes },
      ...(isFetching ? { fetch: { allowed: true } } : {}),
      onProgress: ({ done, share }) => tell({ done, share }),
    });
    tell({ state: 'linking', share: 1 });
    await room.turn(() => refreshRoom(room, run.told.who));
    const { kept, again, articles, issues } = added;
    tell({ state: 'done', kept, again, articles, issues: issues.slice(0, mostIssues) });
  } catch (error) {
    await room.turn(() => refreshRoom(room, run.told.who)).catch(() => undefined);
    tell(signal.aborted ? { state: 'cancelled' } : { state: 'failed', failure: sayFailure(error) });
  }
}

function sayFailure(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
