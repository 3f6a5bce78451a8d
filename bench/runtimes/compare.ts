import { isRecord } from '../../src/model/index.ts';

/** One place where two values are not equal; a side that has nothing there is undefined. */
export interface Difference {
  /** Names and ids from the root: "claims/claim-1f…/confidence". */
  readonly path: string;
  readonly left: unknown;
  readonly right: unknown;
}

/** List where two plain values differ; items of lists are known again by their ids, others by their place. */
export function listDifferences(left: unknown, right: unknown, path = ''): readonly Difference[] {
  if (Object.is(left, right)) return [];
  const [a, b] = [fieldsOf(left), fieldsOf(right)];
  if (a === undefined || b === undefined) return [{ path, left, right }];
  const order =
    orderOf(left) === orderOf(right) ? [] : [{ path: `${path} (order)`, left: orderOf(left), right: orderOf(right) }];
  const names = [...new Set([...a.keys(), ...b.keys()])];
  const within = names.flatMap((name) =>
    listDifferences(a.get(name), b.get(name), path === '' ? name : `${path}/${name}`),
  );
  // Where an item has come or gone, the order of the others says nothing more.
  return within.length === 0 ? order : within;
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (Array.isArray(value)) return new Map(value.map((item, at) => [idOf(item) ?? String(at), item]));
  return isRecord(value) ? new Map(Object.entries(value)) : undefined;
}

function orderOf(value: unknown): string {
  return Array.isArray(value) ? value.map((item, at) => idOf(item) ?? at).join(' ') : '';
}

function idOf(item: unknown): string | undefined {
  return isRecord(item) && typeof item.id === 'string' ? item.id : undefined;
}
