import { type Edition, isRecord } from '../../src/model/index.ts';

/** One place where two values are not equal; a side that has nothing there is undefined. */
export interface FieldDifference {
  /** Names and ids from the root: "claims/claim-1f…/confidence". */
  readonly path: string;
  readonly left: unknown;
  readonly right: unknown;
}

/** Where two editions differ: in claims, which follow from reading; in what is accepted; in all else, which mostly follows from these. */
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

/** List where two plain values differ; items of lists are known again by their ids, or are them, others by their place. */
export function listDifferences(left: unknown, right: unknown, path = ''): readonly FieldDifference[] {
  if (Object.is(left, right)) return [];
  const [a, b] = [fieldsOf(left), fieldsOf(right)];
  if (a === undefined || b === undefined) return [{ path, left, right }];
  const names = [...new Set([...a.keys(), ...b.keys()])];
  const within = names.flatMap((name) =>
    listDifferences(a.get(name), b.get(name), path === '' ? name : `${path}/${name}`),
  );
  // Where an item has come or gone, the order of the others says nothing more.
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
  // A voice has no id; where it speaks is its own.
  return typeof item.cue === 'string' ? `${item.article} ${item.start} ${item.speaker}` : undefined;
}
