import { type AddressInfo, isIPv6 } from 'node:net';
import { serve } from '@hono/node-server';
import { defined } from '../model/index.ts';
import { loadRoomAssets, openPoster, RequestError } from '../pipeline/index.ts';
import { type Archive, inviteFirst, openRoom } from '../service/index.ts';
import { type AppOptions, type Assistant, makeApp } from './app.ts';
import { nameCookie } from './guard.ts';
import { beginRounds } from './rounds.ts';
import { openLocalSessions, openTeamSessions } from './session.ts';
import { openProvider, type ProviderSettings } from './team/provider.ts';

/** How a room is opened to people who sign in. */
export interface TeamOptions {
  /** Where browsers reach it, where that is not the address it listens at: `https://room.example`. */
  readonly publicUrl?: string;
  /** Addresses of proxies, which say where a request comes from. */
  readonly proxies?: readonly string[];
  /** Another place whose accounts people may sign in by, beside passwords. */
  readonly provider?: ProviderSettings;
}

export interface ServeOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Address to listen at; this machine alone where absent. */
  readonly host?: string;
  /** Who works there, or, in a team, looks after people first. */
  readonly who: string;
  readonly name: string;
  /** People sign in; without it, whoever has the printed address is let in once. */
  readonly team?: TeamOptions;
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
  /** Where to begin: with a token that is good once, where nobody can sign in yet. */
  readonly address: string;
  /** Somebody has to open the address to begin with, since nobody can sign in yet. */
  readonly isFirst: boolean;
  /** What a program of this machine sends to be let in, until the server ends; in a team, programs have tokens of their own. */
  readonly programToken?: string;
  close(): Promise<void>;
}

const home = '127.0.0.1';
const loopback: ReadonlySet<string> = new Set([home, '::1', 'localhost']);
/** A person reads for a minute; the connection waits as long. */
const keepAliveTimeout = 65_000;
/** Bytes of the head of a request: names in addresses are long when they are not Latin. */
const maxHeaderSize = 64 * 1024;
/** A request may take as long as its body does at the pace that is asked for; one without end is cut before (`intake.ts`). */
const requestTimeout = 20 * 60_000;

/**
 * Serve the reading room of an archive. Throws what the port does (EADDRINUSE).
 *
 * Throws RequestError where it would be open to a network without people signing in, or without being told where browsers reach it.
 */
export async function serveRoom(archive: Archive, options: ServeOptions): Promise<Served> {
  const { port, host = home, name, team, complain, origins, isPrivateAllowed = false, assistant } = options;
  checkBinding(options);
  const assets = await loadRoomAssets();
  const room = await openRoom(archive);
  const door = await openDoor(archive, options);
  const hosts = new Set<string>();
  const poster = openPoster({ isPrivateAllowed });
  const app = makeApp({ room, assets, hosts, name, complain, poster, ...door.app, ...defined({ origins, assistant }) });
  const serverOptions = { keepAliveTimeout, maxHeaderSize, requestTimeout };
  const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const { port: taken } = server.address() as AddressInfo;
  for (const own of loopback) hosts.add(`${isIPv6(own) ? `[${own}]` : own}:${taken}`);
  const outside = team?.publicUrl === undefined ? undefined : new URL(team.publicUrl);
  if (outside !== undefined) hosts.add(outside.host);
  const endRounds = beginRounds(room, poster, complain);
  return {
    ...defined({ programToken: door.programToken }),
    address: `${outside?.origin ?? `http://${home}:${taken}`}${door.path}`,
    isFirst: door.path !== '/',
    close: async () => {
      await endRounds();
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}

/** Refuse to open a room to a network by mistake. */
function checkBinding({ host = home, team }: ServeOptions): void {
  if (loopback.has(host)) return;
  if (team === undefined)
    throw new RequestError(
      `${host} is open to a network, and whoever has the printed address would be let in: add --team, so that people sign in`,
    );
  if (team.publicUrl === undefined)
    throw new RequestError(`${host} is open to a network: add --public-url, the address by which browsers reach it`);
}

/** What lets people in, and where they begin. */
interface Door {
  readonly app: Pick<AppOptions, 'sessions' | 'isTeam' | 'isSecure' | 'proxies' | 'publicOrigin' | 'provider'>;
  readonly path: string;
  readonly programToken?: string;
}

async function openDoor(archive: Archive, { who, team }: ServeOptions): Promise<Door> {
  if (team === undefined) {
    const { sessions, token, programToken } = openLocalSessions(who);
    return { app: { sessions }, path: `/enter/${token}`, programToken };
  }
  const isSecure = team.publicUrl?.startsWith('https://') === true;
  const sessions = openTeamSessions(archive, nameCookie('session', isSecure));
  const token = await inviteFirst(archive, who);
  const provider = team.provider && (await openProvider(team.provider));
  return {
    app: {
      ...{ sessions, isTeam: true, isSecure, proxies: new Set(team.proxies) },
      ...defined({ provider, publicOrigin: team.publicUrl }),
    },
    path: token === undefined ? '/' : `/invitation/${token}`,
  };
}
