/** Compare strings by code unit, never by locale, so that output order is the same everywhere. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Sort by ranks compared in turn; numbers ascending, strings by code unit. Returns a new array. */
export function sortBy<T>(items: readonly T[], rank: (item: T) => readonly (string | number)[]): T[] {
  if (items.length < 2) return [...items];
  const keyed = items.map((item) => ({ item, key: rank(item) }));
  keyed.sort((a, b) => compareRanks(a.key, b.key));
  return keyed.map(({ item }) => item);
}

function compareRanks(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const left = a[index];
    const right = b[index];
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    const order = compareText(String(left), String(right));
    if (order !== 0) return order;
  }
  return 0;
}
