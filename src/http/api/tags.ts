import type { Context } from 'hono';
import { nameState, type Room } from '../../service/index.ts';

/** Give the tag of what a room shows, as HTTP writes it (RFC 9110, 8.8.3). */
export async function tagOf(room: Room): Promise<string> {
  return `"${await nameState(room)}"`;
}

/** Tell whether whoever asks has the answer of this tag already. */
export function holdsTag(context: Context, tag: string): boolean {
  const given = context.req.header('if-none-match');
  if (given === undefined) return false;
  const tags = given.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(tag);
}
