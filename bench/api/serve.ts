import { serve } from '@hono/node-server';
import { makeApp } from '../../src/http/index.ts';
import type { Limits } from '../../src/http/limits.ts';
import type { Archive } from '../../src/service/index.ts';
import { openRoom, type Room } from '../../src/service/index.ts';
import { tokenSessions } from '../../test/kits/api.ts';

/** An API that is served to programs whose token is the name of a role. */
export interface ServedApi {
  readonly room: Room;
  readonly origin: string;
  /** What the server took for its own mistake. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Serve the API of an archive on a free port. */
export async function serveApi(archive: Archive, limits: Limits, complain = true): Promise<ServedApi> {
  const room = await openRoom(archive);
  const hosts = new Set<string>();
  const complaints: string[] = [];
  const app = makeApp({
    ...{ room, sessions: tokenSessions(), hosts, limits, name: 'bench', assets: { script: '', style: '' } },
    complain: (error) => {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      complaints.push(told);
      if (complain) process.stderr.write(`${told}\n`);
    },
  });
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  hosts.add(`127.0.0.1:${port}`);
  return {
    ...{ room, complaints, origin: `http://127.0.0.1:${port}` },
    close: async () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
  };
}
