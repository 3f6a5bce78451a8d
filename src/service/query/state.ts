import { hashContent } from '../../model/index.ts';
import { version } from '../../pipeline/index.ts';
import { findChain } from '../../store/index.ts';
import type { Room } from '../room/room.ts';

const tags = new WeakMap<Room, { readonly seq: number; readonly tag: Promise<string> }>();

/**
 * Name the edition that a room shows: a hash of the log up to the event it stands at, of the settings and the version.
 *
 * The edition is a function of these, so that the same name is the same edition; hashing the edition itself would mean printing it whole.
 */
export function nameState(room: Room): Promise<string> {
  const { seq } = room;
  const known = tags.get(room);
  if (known?.seq === seq) return known.tag;
  const { database, settings } = room.archive;
  const tag = database
    .read((db) => findChain(db, seq))
    .then((chain) => hashContent(JSON.stringify([version, settings, chain])).slice(0, 32));
  tags.set(room, { seq, tag });
  return tag;
}
