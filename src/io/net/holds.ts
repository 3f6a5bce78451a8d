import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOutput } from '../output.ts';

/** Hosts that asked to be left alone (Retry-After) and until when, kept from run to run. */
export interface Holds {
  /** Give the seconds a host still has to be left alone; 0 for none. */
  secondsLeft(host: string): number;
  keep(host: string, seconds: number): Promise<void>;
}

const fileName = 'hosts.json';

/** Open the holds of a folder; without a folder they last for this run only. A damaged file counts as empty. */
export async function openHolds(folder: string | undefined): Promise<Holds> {
  const until = new Map(folder === undefined ? [] : await loadHolds(join(folder, fileName)));
  return {
    secondsLeft: (host) => Math.max(0, ((until.get(host) ?? 0) - Date.now()) / 1000),
    keep: async (host, seconds) => {
      until.set(host, Date.now() + seconds * 1000);
      if (folder === undefined) return;
      const current = [...until].filter(([, time]) => time > Date.now());
      await writeOutput(join(folder, fileName), `${JSON.stringify(Object.fromEntries(current), null, 2)}\n`);
    },
  };
}

async function loadHolds(path: string): Promise<readonly (readonly [string, number])[]> {
  try {
    const parsed: unknown = JSON.parse(await readFile(path, 'utf8'));
    const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
    return entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  } catch {
    return [];
  }
}
