import { type AddressInfo, isIPv6 } from 'node:net';
import { serve } from '@hono/node-server';
import { loadRoomAssets } from '../pipeline/index.ts';
import { type Archive, openRoom, refreshRoom } from '../service/index.ts';
import { makeApp } from './app.ts';
import { openLocalSessions } from './session.ts';

export interface ServeOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Who works there. */
  readonly who: string;
  readonly name: string;
  readonly complain: (error: unknown) => void;
}

/** A server that listens. */
export interface Served {
  /** Where to begin, with the token that is good once. */
  readonly address: string;
  close(): Promise<void>;
}

const home = '127.0.0.1';
/** A person reads for a minute; the connection waits as long. */
const keepAliveTimeout = 65_000;
/** How often it is looked whether another process has changed the archive. */
const lookEveryMs = 1000;

/** Serve the reading room of an archive to this machine alone. Throws what the port does (EADDRINUSE). */
export async function serveRoom(archive: Archive, { port, who, name, complain }: ServeOptions): Promise<Served> {
  const assets = await loadRoomAssets();
  const room = await openRoom(archive);
  const { sessions, token } = openLocalSessions(who);
  const hosts = new Set<string>();
  const app = makeApp({ room, sessions, assets, hosts, name, complain });
  const server = serve({ fetch: app.fetch, hostname: home, port, serverOptions: { keepAliveTimeout } });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const { port: taken } = server.address() as AddressInfo;
  for (const host of [home, 'localhost']) hosts.add(`${isIPv6(host) ? `[${host}]` : host}:${taken}`);
  const timer = setInterval(() => void room.turn(() => refreshRoom(room)).catch(complain), lookEveryMs);
  return {
    address: `http://${home}:${taken}/enter/${token}`,
    close: async () => {
      clearInterval(timer);
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}
