import type { Issue } from '../../model/index.ts';
import type { JsonRecord } from '../record-text.ts';

/** What a file that holds several reports comes to: each under the names by which JSON states its fields, and what is to be said. */
export interface Records {
  readonly records: readonly JsonRecord[];
  readonly issues: readonly Issue[];
}

/** Leave out of a record what is absent or empty. */
export function makeRecord(told: Readonly<Record<string, string | readonly string[] | undefined>>): JsonRecord {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined && value.length > 0));
}

/** "Reed, Ada" is Ada Reed. */
export function turnName(name: string): string {
  const match = /^([^,;]{1,60}),\s*([^,;]{1,60})$/.exec(name.trim());
  return match === null ? name.trim() : `${match[2]} ${match[1]}`.trim();
}
