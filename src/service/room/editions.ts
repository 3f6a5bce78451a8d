import {
  type Change,
  compare,
  type ExportFormat,
  formats,
  policies,
  publish,
  RequestError,
} from '../../pipeline/index.ts';
import { findSnapshot, listSnapshots } from '../../store/index.ts';
import type { Archive } from '../archive.ts';
import { readEdition, takeSnapshot } from '../edition.ts';
import type { Room } from './room.ts';

/** An edition that was released. */
export interface Released {
  readonly name: string;
  readonly hash: string;
  readonly policy?: string;
  readonly asOf?: string;
  readonly at: string;
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

/** Release an edition under a name, which is given once. Throws RequestError for a name that was, or is none. */
export async function releaseEdition(
  room: Room,
  who: string,
  { name, policy }: { readonly name: string; readonly policy?: string | undefined },
): Promise<Released> {
  const given = name.trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u.test(given))
    throw new RequestError('name: give letters, digits, spaces, dots and hyphens');
  return room.turn(async () => {
    const query = policy === undefined ? {} : { policy };
    const { hash, seq } = await takeSnapshot(actAs(room.archive, who), given, query);
    room.seq = Math.max(room.seq, seq + 1);
    room.hub.publish({ kind: 'released', seq, who, incidents: [], detail: { name: given } });
    const row = await room.archive.database.read((db) => findSnapshot(db, given));
    return { name: given, hash, at: row?.at ?? room.archive.now(), ...query };
  });
}

/** The same archive, in whose log somebody else acts. */
function actAs(archive: Archive, who: string): Archive {
  return { ...archive, who };
}

/** Name of what stands now, beside those of released editions. */
export const present = 'now';

/** Compare two editions by their names: which figures moved, and because of which reports; names of persons are veiled. */
export async function compareReleased(room: Room, before: string, after: string): Promise<readonly Change[]> {
  const [old, young] = [await openReleased(room, before), await openReleased(room, after)];
  return compare(old, young).changes;
}

async function openReleased({ archive }: Room, name: string) {
  return (await readEdition(archive, name === present ? {} : { at: name })).edition;
}

/** What an edition can be exported as, and the policies it can be coded under. */
export const exportChoices = { formats, policies: policies.map(({ name }) => name) };

/** Print a released edition, or what stands now; names of private persons are veiled. Throws RequestError for a format there is not. */
export async function exportReleased(room: Room, name: string, format: string): Promise<string | Uint8Array> {
  const known: ExportFormat | undefined = formats.find((one) => one === format);
  if (known === undefined) throw new RequestError(`there is no format "${format}"; there is ${formats.join(', ')}`);
  const edition = await openReleased(room, name);
  return (await publish(edition, known, { names: false })).content;
}
