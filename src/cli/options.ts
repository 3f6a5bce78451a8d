import { parse } from 'yaml';
import { readBytes } from '../io/index.ts';
import { type PartialSettings, SettingsError } from '../pipeline/index.ts';
import { UsageError } from './failure.ts';

/** Options every reading command has. */
export const sharedArgs = {
  config: { type: 'string', description: 'Settings file, JSON or YAML', valueHint: 'FILE' },
  workers: {
    type: 'string',
    description: 'Threads that read documents (default: by the number of inputs)',
    valueHint: 'N',
  },
} as const;

/** Read a settings file. Throws UsageError where it cannot be read or is not a table of settings. */
export async function loadConfig(path: string | undefined): Promise<PartialSettings> {
  if (path === undefined) return {};
  try {
    const content = parse(new TextDecoder().decode(await readBytes(path))) ?? {};
    if (typeof content !== 'object' || Array.isArray(content)) throw new SettingsError('it is not a table of settings');
    return content;
  } catch (error) {
    throw new UsageError(`--config ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** No machine this is for has more cores, and each thread takes its own memory. */
const mostWorkers = 64;

/** Turn `--workers` into a count; undefined where it is not given. */
export function readWorkers(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,3}$/.test(value) || Number(value) > mostWorkers)
    throw new UsageError(`--workers ${value}: give a whole number from 0 to ${mostWorkers}, such as 2`);
  return Number(value);
}

/** Check the paths of a command line. */
export function readPaths(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) throw new UsageError('name at least one file, folder or glob, or - for standard input');
  return paths;
}
