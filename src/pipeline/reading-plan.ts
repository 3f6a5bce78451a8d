import { createHash } from 'node:crypto';
import type { Runtime } from '../model/index.ts';
import { keepReader, type RunnableSettings } from './reader.ts';
import { stageOf } from './resume/task-cache.ts';
import { type RunOptions, settingsOf } from './run.ts';

/** How documents will be read on this machine. */
export interface ReadingPlan extends RunnableSettings {
  /** Tells what is read under it from what is read otherwise: 32 hex digits of version, reader, runtime and settings of a document. */
  readonly key: string;
}

/** Settle how documents are read, before any is. Throws what `runRead` throws for settings. */
export async function planReading(options: RunOptions & { readonly runtime?: Runtime }): Promise<ReadingPlan> {
  const plan = await keepReader(settingsOf(options), options.runtime);
  const stage = stageOf({ settings: plan.settings, until: 'readings', runtime: plan.runtime });
  return { ...plan, key: createHash('sha256').update(stage).digest('hex').slice(0, 32) };
}
