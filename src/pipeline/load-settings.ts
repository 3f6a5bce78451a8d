import { parse } from 'yaml';
import { readBytes } from '../io/index.ts';
import { SettingsError } from './errors.ts';
import type { PartialSettings } from './settings.ts';

/** Load a settings file, JSON or YAML; what is in it is checked where it is used. Throws SettingsError where it is not a table of settings. */
export async function loadSettings(path: string): Promise<PartialSettings> {
  try {
    const content: unknown = parse(new TextDecoder().decode(await readBytes(path))) ?? {};
    if (typeof content !== 'object' || content === null || Array.isArray(content))
      throw new Error('it is not a table of settings');
    return content;
  } catch (error) {
    throw new SettingsError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
