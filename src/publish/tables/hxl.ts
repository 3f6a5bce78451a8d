import data from '../../../data/hxl-tags.json' with { type: 'json' };
import { namesOf } from '../../model/index.ts';

const { shared, ...own } = data;

/** Tables that can carry a row of hashtags. */
export type HxlTable = keyof typeof own;
export const hxlTables: readonly HxlTable[] = namesOf(own);

/**
 * List the hashtags of a table's columns after the Humanitarian Exchange Language, standard 1.1: `best` of UCDP's columns is
 * `#affected+killed+best`. A column that has no counterpart there stays blank.
 */
export function listHxlTags(table: HxlTable, columns: readonly string[]): readonly string[] {
  const tags: Readonly<Record<string, string>> = { ...shared, ...own[table] };
  return columns.map((name) => tags[name] ?? '');
}
