import { findRuntime, type Runtime } from '../io/index.ts';
import type { Issue } from '../model/index.ts';
import type { Settings } from './settings.ts';

/** Settings a machine can keep, and what had to be given up for that. */
export interface RunnableSettings {
  readonly settings: Settings;
  readonly issues: readonly Issue[];
}

/** Read fast where this machine cannot run the trained reader. Issue: `annotate/no-runtime`. */
export async function keepReader(
  settings: Settings,
  find: () => Promise<Runtime | undefined> = findRuntime,
): Promise<RunnableSettings> {
  if (settings.reader === 'fast' || (await find()) !== undefined) return { settings, issues: [] };
  const issue: Issue = {
    code: 'annotate/no-runtime',
    severity: 'warning',
    message:
      'Read without the trained reader: neither onnxruntime-node nor the shipped WebAssembly can be loaded here.',
    hint: 'Install onnxruntime-node or all of variorum again, or ask for --reader fast.',
  };
  return { settings: { ...settings, reader: 'fast' }, issues: [issue] };
}
