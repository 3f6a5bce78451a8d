import type { Edition } from '../../model/index.ts';
import { RequestError } from '../../pipeline/index.ts';
import { type Actor, NotAllowed, noteAccessOf } from '../people/access.ts';
import type { Person } from '../people/role.ts';
import { openRecord } from './record.ts';
import type { Room } from './room.ts';

/**
 * Open a record with the names of private persons in it; that it was asked for, and why, is noted first.
 *
 * Throws NotAllowed for whoever was not given that right, RequestError without a reason.
 */
export async function unveilRecord(
  room: Room,
  { actor, person, incident, reason }: UnveilRequest,
): Promise<{ readonly edition: Edition; readonly hash: string }> {
  if (person.unveils !== true)
    throw new NotAllowed('names are veiled for you; an admin can give the right to see them');
  const why = reason.trim();
  if (why === '') throw new RequestError('say why you need the names; it stands in the log of access');
  const { edition, hash } = await openRecord(room, incident);
  await noteAccessOf(room.archive, actor, 'unveiled', edition.incidents[0]?.title ?? incident, {
    incident,
    reason: why,
  });
  return { edition, hash };
}

/** Who asks for the names in a record, and why. */
export interface UnveilRequest {
  readonly actor: Actor;
  readonly person: Person;
  readonly incident: string;
  readonly reason: string;
}
