import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';

/** Write an address of the network in one way; empty for what is none. */
function writeAddress(words: string): string {
  const bare = words.trim();
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : '';
}

/**
 * Find where a request comes from: the other end of the connection; where that is a proxy of ours, whom the proxy names last.
 *
 * What a request says of itself is otherwise no matter: anybody writes there what they like.
 */
export function addressOf(context: Context, proxies: ReadonlySet<string>): string {
  const near = writeAddress(findPeer(context));
  if (!proxies.has(near)) return near;
  const named = (context.req.header('x-forwarded-for') ?? '').split(',').at(-1) ?? '';
  return writeAddress(named) || near;
}

function findPeer(context: Context): string {
  // Without a server, as tests ask, there is no connection.
  const hasServer = typeof context.env === 'object' && context.env !== null && 'incoming' in context.env;
  return hasServer ? (getConnInfo(context).remote.address ?? '') : '';
}
