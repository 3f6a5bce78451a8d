import { z } from 'zod';
import { compareText, type Edition, editionSchema } from '../model/index.ts';

export interface JsonOptions {
  /** Spaces of indentation; 0 prints everything on one line. */
  readonly indent: number;
}

/** Print an edition as JSON: keys in the order the schema names them (any others after these, by code unit), one newline at the end. */
export function publishJson(edition: Edition, options: JsonOptions = { indent: 2 }): string {
  return `${JSON.stringify(orderKeys(edition), null, options.indent)}\n`;
}

/** Make the JSON Schema of the edition, as published in `schema/edition.schema.json`. */
export function makeEditionSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(editionSchema, { target: 'draft-2020-12', io: 'input' }),
    title: 'Variorum edition',
    description:
      'What `variorum read` prints. Offsets are zero-based, half-open, in UTF-16 code units of articles[].text.',
  };
}

/**
 * Rank of each key by where the schema first names it, so that every object lists its keys in one familiar order: `id` before
 * `evidence`.
 */
const ranks: ReadonlyMap<string, number> = rankKeys(z.toJSONSchema(editionSchema));

function rankKeys(schema: unknown): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    for (const [name, child] of Object.entries(node)) {
      if (name === 'properties' && typeof child === 'object' && child !== null) {
        for (const key of Object.keys(child)) if (!found.has(key)) found.set(key, found.size);
      }
      if (name === 'propertyNames') rankEnum(child, found);
      visit(child);
    }
  };
  visit(schema);
  return found;
}

function rankEnum(node: unknown, found: Map<string, number>): void {
  if (typeof node !== 'object' || node === null || !('enum' in node) || !Array.isArray(node.enum)) return;
  for (const key of node.enum) if (typeof key === 'string' && !found.has(key)) found.set(key, found.size);
}

function orderKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(orderKeys);
  if (typeof value !== 'object' || value === null) return value;
  const last = ranks.size;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .sort(([a], [b]) => (ranks.get(a) ?? last) - (ranks.get(b) ?? last) || compareText(a, b))
      .map(([key, child]) => [key, orderKeys(child)]),
  );
}
