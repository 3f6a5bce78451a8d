import { type Edition, isRecord } from '../../src/model/index.ts';

/** A place where two values differ; a side that has nothing there is undefined. */
export interface FieldDifference {
  /** Names and ids from the root to the place: "claims/claim-1f…/confidence". */
  readonly path: string;
  readonly left: unknown;
  readonly right: unknown;
}

/**
 * Differences of two editions: in claims, which come from reading; in accepted values; and in all else, which mostly follows
 * from these.
 */
export interface EditionDifferences {
  readonly claims: readonly FieldDifference[];
  readonly accepted: readonly FieldDifference[];
  readonly others: readonly FieldDifference[];
}

const acceptedPath =
  /^incidents\/[^/]+(?:$|\/(?:title|type|main|date\/value|place\/name|attributes\/\w+(?:$|\/(?:low|best|high|value)$))$)/;

/** List where two editions differ. */
export function compareEditions(left: Edition, right: Edition): EditionDifferences {
  const all = listDifferences(left, right);
  const isClaim = ({ path }: FieldDifference) => path.startsWith('claims');
  const isAccepted = ({ path }: FieldDifference) => acceptedPath.test(path);
  return {
    claims: all.filter(isClaim),
    accepted: all.filter(isAccepted),
    others: all.filter((one) => !isClaim(one) && !isAccepted(one)),
  };
}

/** List where two plain values differ. Items of lists are matched by their id, or by their value if they are text; others by position. */
export function listDifferences(left: unknown, right: unknown, path = ''): readonly FieldDifference[] {
  if (Object.is(left, right)) return [];
  const [a, b] = [fieldsOf(left), fieldsOf(right)];
  if (a === undefined || b === undefined) return [{ path, left, right }];
  const names = [...new Set([...a.keys(), ...b.keys()])];
  const within = names.flatMap((name) =>
    listDifferences(a.get(name), b.get(name), path === '' ? name : `${path}/${name}`),
  );
  // Where an item was added or removed, the order of the list differs for that reason alone and is not reported.
  const [order, other] = [[...a.keys()].join(' '), [...b.keys()].join(' ')];
  const isReordered = within.length === 0 && Array.isArray(left) && order !== other;
  return isReordered ? [{ path: `${path} (order)`, left: order, right: other }] : within;
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (Array.isArray(value)) return new Map(value.map((item, at) => [idOf(item) ?? String(at), item]));
  return isRecord(value) ? new Map(Object.entries(value)) : undefined;
}

function idOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item;
  if (!isRecord(item)) return undefined;
  if (typeof item.id === 'string') return item.id;
  // A voice has no id; article, position and speaker identify it.
  return typeof item.cue === 'string' ? `${item.article} ${item.start} ${item.speaker}` : undefined;
}
