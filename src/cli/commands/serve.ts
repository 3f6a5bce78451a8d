import { once } from 'node:events';
import { basename } from 'node:path';
import type { Served } from '../../http/index.ts';
import type { AssistantHandler } from '../../mcp/index.ts';
import { defined } from '../../model/index.ts';
import { ArchiveError } from '../../service/index.ts';
import { archiveArgs, nameUser, withArchive, writingArgs } from '../archives.ts';
import { makeCommand } from '../command.ts';
import { exitCodes, UsageError } from '../failure.ts';
import { print } from '../output.ts';
import { providerArgs, readTeam } from '../team.ts';

const usualPort = 8417;

/** Open the reading room of an archive. */
export const serveCommand = makeCommand({
  meta: {
    name: 'variorum serve',
    description:
      'Open the reading room of an archive in a browser: look, decide, compare; to this machine alone, or to a team that signs in',
  },
  args: {
    archive: {
      ...archiveArgs.archive,
      description: 'A folder, or postgres://… (default: archive/); a new folder is made',
      required: false,
    },
    ...writingArgs,
    team: {
      type: 'boolean',
      description: 'Let people sign in, each with a role; without it, one person of this machine',
    },
    host: {
      type: 'string',
      description: 'Address to listen at (default: 127.0.0.1); another needs --team and --public-url',
      valueHint: 'ADDRESS',
    },
    'public-url': {
      type: 'string',
      description: 'Where browsers reach it, such as https://room.example behind a proxy; https makes cookies Secure',
      valueHint: 'URL',
    },
    'trust-proxy': {
      type: 'string',
      description: 'Addresses of proxies that say where a request comes from (X-Forwarded-For)',
      valueHint: 'ADDRESS,…',
    },
    ...providerArgs,
    port: { type: 'string', description: `Port (default: ${usualPort}); 0 takes a free one`, valueHint: 'N' },
    origin: {
      type: 'string',
      description: 'A site whose pages may ask the API: https://desk.example',
      valueHint: 'URL',
    },
    'allow-private': { type: 'boolean', description: 'Tell webhooks on this machine and in private networks too' },
  },
  help: {
    usage: '[ARCHIVE]',
    examples: [
      'variorum serve archive/',
      "variorum serve archive/ --by 'A. Recorder' --port 0",
      'variorum serve archive/ --team --public-url https://room.example --trust-proxy 127.0.0.1',
      "VARIORUM_OIDC_SECRET=… variorum serve archive/ --team --oidc-issuer https://accounts.example --oidc-client room --oidc-name 'The Desk'",
    ],
    groups: {
      'Who works there, and where': ['by', 'port'],
      'A team': ['team', 'host', 'public-url', 'trust-proxy', 'oidc-issuer', 'oidc-client', 'oidc-name'],
      'The API': ['origin', 'allow-private'],
    },
    exits: '0 stopped, 2 wrong usage, 74 the archive cannot be written to',
  },
  run: async ({ args: given }) => {
    const place = given.archive ?? 'archive/';
    const port = readPort(given.port);
    const team = readTeam(given);
    const { serveRoom } = await loadDoor();
    const who = given.by ?? nameUser();
    await withArchive(place, { create: true, ...defined({ by: given.by }) }, async (archive) => {
      const origins = given.origin === undefined ? undefined : [given.origin];
      const api = defined({ origins, isPrivateAllowed: given['allow-private'] });
      const name = `${basename(place.replace(/[?#].*$/, '')) || 'archive'}`;
      const assistant = await loadAssistant();
      const listening = { port, ...defined({ host: given.host, team, assistant }) };
      const served = await serveRoom(archive, { ...listening, who, name, complain, ...api }).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
          throw new UsageError(`--port ${port}: something else listens there; take another, or 0 for a free one`);
        throw error;
      });
      await print(sayOpen(place, served));
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      await served.close();
    });
    return exitCodes.done;
  },
});

/** Say where to begin. */
function sayOpen(place: string, { address, isFirst, programToken }: Served): string {
  const how = isFirst ? 'This address is good once:' : 'People sign in at:';
  const programs = programToken === undefined ? '' : `Programs send the token ${programToken} (docs/api.md).\n`;
  return `The reading room of ${place} is open. ${how}\n\n  ${address}\n\n${programs}Stop it with Ctrl+C.\n`;
}

/** Load the server, whose packages an installation may have left out. */
async function loadDoor(): Promise<typeof import('../../http/index.ts')> {
  try {
    return await import('../../http/index.ts');
  } catch (error) {
    if (!(error instanceof Error) || !/hono|prom-client/.test(error.message)) throw error;
    throw new ArchiveError(
      'archive/no-driver',
      'the reading room needs the packages hono, @hono/node-server and prom-client: npm install hono @hono/node-server prom-client',
      { cause: error },
    );
  }
}

/** Load what answers assistants; without its package there is none. */
async function loadAssistant(): Promise<AssistantHandler | undefined> {
  const door = await import('../../mcp/index.ts').catch((error: unknown) => {
    if (error instanceof Error && /modelcontextprotocol/.test(error.message)) return undefined;
    throw error;
  });
  return door?.makeAssistantHandler(complain);
}

function readPort(words: string | undefined): number {
  if (words === undefined) return usualPort;
  const port = Number(words);
  if (!/^\d{1,5}$/.test(words) || port > 65_535) throw new UsageError(`--port ${words}: give a number up to 65535`);
  return port;
}

function complain(error: unknown): void {
  process.stderr.write(`variorum: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
