import { defined } from '../../model/index.ts';
import { type Change, checkPolicy, type ExportFormat, formats, policies, RequestError } from '../../pipeline/index.ts';
import { findArchive, findSnapshot, listSnapshots } from '../../store/index.ts';
import { keepEdition, openSnapshot } from '../edition.ts';
import { noteAccessOf } from '../people/access.ts';
import { linkNew } from '../records.ts';
import { present } from '../whole/task.ts';
import type { Room } from './room.ts';
import { runWork, type Work } from './work.ts';

/** An edition that was released. */
export interface Released {
  readonly name: string;
  readonly hash: string;
  readonly policy?: string;
  readonly asOf?: string;
  readonly at: string;
}

/** Who asks, and whether they still wait. */
export interface Asking {
  readonly who: string;
  readonly signal?: AbortSignal | undefined;
  /** Where from, for the log of access. */
  readonly address?: string;
  /** Is told what computes it, before that is done. */
  readonly begun?: ((work: Work) => void) | undefined;
}

/** List the editions that were released, the newest first. */
export async function listReleased({ archive }: Room): Promise<readonly Released[]> {
  const rows = await archive.database.read(listSnapshots);
  return rows.toReversed().map(({ name, hash, policy, as_of, at }) => ({
    ...{ name, hash, at },
    ...(policy === null ? {} : { policy }),
    ...(as_of === null ? {} : { asOf: as_of }),
  }));
}

/**
 * Release an edition under a name, which is given once: what stands as it is asked for, whatever is decided while it is computed.
 *
 * Throws RequestError for a name that was given or is none, a policy there is not, and where it is cancelled.
 */
export async function releaseEdition(
  room: Room,
  who: string,
  { name, policy }: { readonly name: string; readonly policy?: string | undefined },
  begun?: Asking['begun'],
): Promise<Released> {
  const given = name.trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u.test(given) || given === present)
    throw new RequestError(`name: give letters, digits, spaces, dots and hyphens; "${present}" is what stands`);
  const query = policy === undefined ? {} : { policy };
  if (policy !== undefined) checkPolicy(policy);
  const { archive } = room;
  const upTo = await room.turn(async () => {
    if ((await archive.database.read((db) => findSnapshot(db, given))) !== undefined)
      throw new RequestError(`${given}: the name was given before; choose another`);
    // What became of incidents between editions is told by what was linked at each.
    await linkNew(archive);
    return (await archive.database.read(findArchive))?.seq ?? 0;
  });
  const printed = await runWork(room, { who, about: given, begun, task: { kind: 'release', upTo, ...query } });
  return room.turn(async () => {
    const seq = await keepEdition({ ...archive, who }, given, query, printed);
    if (seq === room.seq + 1) room.seq = seq;
    room.hub.publish({ kind: 'released', seq, who, incidents: [], detail: { name: given } });
    const row = await archive.database.read((db) => findSnapshot(db, given));
    await noteAccessOf(archive, { who, address: '' }, 'released', given, { hash: printed.hash });
    return { name: given, hash: printed.hash, at: row?.at ?? archive.now(), ...query };
  });
}

/** Compare two editions by their names: which figures moved, and because of which reports; names of persons are veiled. */
export async function compareReleased(
  room: Room,
  before: string,
  after: string,
  asking: Asking,
): Promise<readonly Change[]> {
  for (const name of [before, after]) await checkNamed(room, name);
  const about = `${before} → ${after}`;
  const upTo = await findEvent(room, [before, after]);
  const { who, signal, begun } = asking;
  return runWork(room, { who, signal, about, begun, task: { kind: 'compare', before, after, ...upTo } });
}

/** Refuse the name of no edition before anything is computed. Throws NotThere. */
async function checkNamed({ archive }: Room, name: string): Promise<void> {
  if (name !== present) await openSnapshot(archive, name);
}

/** Find the event that what stands now stands at, where that is asked for. */
async function findEvent({ archive }: Room, names: readonly string[]): Promise<{ readonly upTo?: number }> {
  return names.includes(present) ? defined({ upTo: (await archive.database.read(findArchive))?.seq }) : {};
}

/** What an edition can be exported as, and the policies it can be coded under. */
export const exportChoices = { formats, policies: policies.map(({ name }) => name) };

/** Print a released edition, or what stands now; names of private persons are veiled. Throws RequestError for a format there is not. */
export async function exportReleased(
  room: Room,
  name: string,
  format: string,
  asking: Asking,
): Promise<Uint8Array<ArrayBuffer>> {
  const known: ExportFormat | undefined = formats.find((one) => one === format);
  if (known === undefined) throw new RequestError(`there is no format "${format}"; there is ${formats.join(', ')}`);
  await checkNamed(room, name);
  const { who, address = '', signal, begun } = asking;
  const about = `${name}.${format}`;
  const upTo = await findEvent(room, [name]);
  const printed = await runWork(room, {
    who,
    signal,
    about,
    begun,
    task: { kind: 'export', name, format: known, ...upTo },
  });
  await noteAccessOf(room.archive, { who, address }, 'exported', about);
  return printed;
}
