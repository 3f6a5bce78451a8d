import { findRuntime } from '../io/index.ts';
import type { Issue, Runtime } from '../model/index.ts';
import { SettingsError } from './errors.ts';
import type { Settings } from './settings.ts';

/** Settings a machine can keep, and what had to be given up for that. */
export interface RunnableSettings {
  readonly settings: Settings;
  /** What computes the trained reader's network, where that reader is used. */
  readonly runtime?: Runtime;
  readonly issues: readonly Issue[];
}

/**
 * Find what computes the trained reader's network, and read fast where this machine has nothing that can. Issue: `annotate/no-runtime`.
 *
 * Throws SettingsError where it is to be computed by one runtime and no other, and that one cannot be loaded.
 */
export async function keepReader(
  settings: Settings,
  asked?: Runtime,
  find: typeof findRuntime = findRuntime,
): Promise<RunnableSettings> {
  if (settings.reader === 'fast') return { settings, issues: [] };
  const runtime = await find(asked === undefined ? undefined : [asked]);
  if (runtime !== undefined) return { settings, runtime, issues: [] };
  if (asked !== undefined) throw new SettingsError(`runtime: ${asked} cannot be loaded here`);
  const issue: Issue = {
    code: 'annotate/no-runtime',
    severity: 'warning',
    message:
      'Read without the trained reader: neither onnxruntime-node nor the shipped WebAssembly can be loaded here.',
    hint: 'Install onnxruntime-node or all of variorum again, or ask for --reader fast.',
  };
  return { settings: { ...settings, reader: 'fast' }, issues: [issue] };
}
