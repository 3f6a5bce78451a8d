import { type AddressInfo, isIPv6 } from 'node:net';
import { serve } from '@hono/node-server';
import { defined } from '../model/index.ts';
import { loadRoomAssets, openPoster } from '../pipeline/index.ts';
import { type Archive, openRoom } from '../service/index.ts';
import { type Assistant, makeApp } from './app.ts';
import { beginRounds } from './rounds.ts';
import { openLocalSessions } from './session.ts';

export interface ServeOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Who works there. */
  readonly who: string;
  readonly name: string;
  readonly complain: (error: unknown) => void;
  /** Sites whose pages may ask the API (CORS); none where absent. */
  readonly origins?: readonly string[];
  /** Send to webhooks on this machine and in private networks too. */
  readonly isPrivateAllowed?: boolean;
  /** Answers assistants, where there is one. */
  readonly assistant?: Assistant;
}

/** A server that listens. */
export interface Served {
  /** Where to begin, with the token that is good once. */
  readonly address: string;
  /** What a program of this machine sends to be let in, until the server ends. */
  readonly programToken: string;
  close(): Promise<void>;
}

const home = '127.0.0.1';
/** A person reads for a minute; the connection waits as long. */
const keepAliveTimeout = 65_000;
/** Bytes of the head of a request: names in addresses are long when they are not Latin. */
const maxHeaderSize = 64 * 1024;

/** Serve the reading room of an archive to this machine alone. Throws what the port does (EADDRINUSE). */
export async function serveRoom(archive: Archive, options: ServeOptions): Promise<Served> {
  const { port, who, name, complain, origins, isPrivateAllowed = false, assistant } = options;
  const assets = await loadRoomAssets();
  const room = await openRoom(archive);
  const { sessions, token, programToken } = openLocalSessions(who);
  const hosts = new Set<string>();
  const poster = openPoster({ isPrivateAllowed });
  const app = makeApp({ room, sessions, assets, hosts, name, complain, poster, ...defined({ origins, assistant }) });
  const server = serve({ fetch: app.fetch, hostname: home, port, serverOptions: { keepAliveTimeout, maxHeaderSize } });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const { port: taken } = server.address() as AddressInfo;
  for (const host of [home, 'localhost']) hosts.add(`${isIPv6(host) ? `[${host}]` : host}:${taken}`);
  const endRounds = beginRounds(room, poster, complain);
  return {
    address: `http://${home}:${taken}/enter/${token}`,
    programToken,
    close: async () => {
      await endRounds();
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}
