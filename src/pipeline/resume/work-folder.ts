import { join } from 'node:path';
import {
  checkOutput,
  describeFailure,
  type Journal,
  type LineFile,
  openJournal,
  openLines,
  readIfThere,
  removeOutput,
  writeOutput,
} from '../../io/index.ts';
import { RequestError } from '../errors.ts';
import type { InputReadings } from '../intake/load.ts';
import { hashSettings, type Settings } from '../settings.ts';
import { describeInput } from './manifest.ts';

/** A folder that keeps what a run has finished. */
export interface Work {
  /** Time of the run that goes on, which is when it was first begun. */
  readonly now: string;
  readonly journal: Journal;
  /** Write an input into the manifest; inputs come in reading order. */
  note(part: InputReadings): void;
  /** Close the folder; `isWhole` says that every input is in the manifest, which then takes the place of the one before. */
  close(isWhole: boolean): void;
}

const names = { open: 'run.json', manifest: 'manifest.jsonl' } as const;

/**
 * Open a work folder: `finished-*.bin` (results under keys), `manifest.jsonl` (one line an input) and, as long as a run is not settled,
 * `run.json`, by which the run that goes on keeps the time of the one that began.
 *
 * Throws RequestError where the folder takes no files, JournalError where the disk refuses later.
 */
export async function openWork(folder: string, settings: Settings, now: string): Promise<Work> {
  await checkOutput(join(folder, names.open)).catch((error: unknown) => {
    throw new RequestError(`${folder}: ${describeFailure(error)}`);
  });
  const journal = openJournal(folder);
  const began = await findOpenRun(folder, settings);
  if (began === undefined) {
    await writeOutput(join(folder, names.open), `${JSON.stringify({ settings: hashSettings(settings), now })}\n`);
  }
  const manifest: LineFile = openLines(folder, names.manifest);
  return {
    now: began ?? now,
    journal,
    note: (part) => manifest.add(describeInput(part)),
    close: (isWhole) => {
      if (isWhole) manifest.finish();
      else manifest.leave();
      journal.close();
    },
  };
}

/** Say that what a run was for has been delivered: the next run in this folder has a time of its own. */
export function settleWork(folder: string): Promise<void> {
  return removeOutput(join(folder, names.open));
}

async function findOpenRun(folder: string, settings: Settings): Promise<string | undefined> {
  try {
    const run: unknown = JSON.parse((await readIfThere(join(folder, names.open))) ?? '{}');
    if (typeof run !== 'object' || run === null || !('settings' in run) || !('now' in run)) return undefined;
    return run.settings === hashSettings(settings) && typeof run.now === 'string' ? run.now : undefined;
  } catch {
    // A file cut short by a power failure says nothing of the run before.
    return undefined;
  }
}
