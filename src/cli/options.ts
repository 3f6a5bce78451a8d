import { defined } from '../model/index.ts';
import { isAddress, loadSettings, type PartialSettings, type Settings } from '../pipeline/index.ts';
import { UsageError } from './failure.ts';

/** Operands of the reading commands. */
export const pathArgs = {
  paths: {
    type: 'positional',
    description: 'Files, folders, globs, addresses, or - for standard input',
    valueHint: 'PATH…',
    required: true,
  },
} as const;

/** Options of every reading command. */
export const sharedArgs = {
  config: { type: 'string', description: 'Settings file, JSON or YAML', valueHint: 'FILE' },
  workers: {
    type: 'string',
    description: 'Threads that read documents (default: by the number of inputs)',
    valueHint: 'N',
  },
} as const;

/** Options of commands that read tables. */
export const tableArgs = {
  columns: {
    type: 'string',
    description: 'Columns of a table, where their names do not tell: body=Story,headline=Title,published=Day,url=Link',
    valueHint: 'ROLE=NAME,…',
  },
} as const;

/** Turn the value of `--columns` into settings. */
export function readColumns({ columns }: { readonly columns?: string | undefined }): PartialSettings {
  if (columns !== undefined && !/^\s*\w+\s*=[^=]+$/.test(columns.split(/,(?=\s*\w+\s*=)/)[0] ?? ''))
    throw new UsageError(`--columns ${columns}: give what columns hold, such as body=Story,headline=Title`);
  return columns === undefined ? {} : { ingest: { columns } };
}

/** Options of commands that can fetch. */
export const fetchArgs = {
  fetch: {
    type: 'boolean',
    description: 'Fetch addresses, and the pages feeds lead to; nothing is fetched without it',
  },
  'allow-private': { type: 'boolean', description: 'Fetch from this machine and private networks too' },
  cache: {
    type: 'string',
    description: 'Folder that keeps what was fetched, so that servers are asked only for what changed',
    valueHint: 'FOLDER',
  },
} as const;

/** Heading of the fetching options in help. */
export const fetchGroup = { Fetching: ['fetch', 'allow-private', 'cache'] } as const;

/** Turn the fetching options into settings. */
export function readFetching(given: {
  readonly fetch?: boolean | undefined;
  readonly 'allow-private'?: boolean | undefined;
}): PartialSettings {
  return { fetch: defined({ allowed: given.fetch, privateAddresses: given['allow-private'] }) };
}

/** Refuse addresses among the inputs where fetching is not allowed. Throws UsageError. */
export function checkAddresses(names: readonly string[], { fetch }: Settings): void {
  const [first] = names.filter(isAddress);
  if (first === undefined || fetch.allowed) return;
  throw new UsageError(`${first} is an address, and Variorum works offline unless told otherwise: add --fetch`);
}

/** Read the settings file given with `--config`; without it, no settings. */
export async function readConfig(path: string | undefined): Promise<PartialSettings> {
  return path === undefined ? {} : loadSettings(path);
}

/** Turn the value of `--workers` into a number; undefined where it is not given. */
export function readWorkers(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new UsageError(`--workers ${value}: give a whole number, such as 2`);
  return Number(value);
}

/** Check the paths given on the command line. */
export function readPaths(paths: readonly string[]): readonly string[] {
  if (paths.length === 0)
    throw new UsageError('name at least one file, folder, glob or address, or - for standard input');
  return paths;
}
