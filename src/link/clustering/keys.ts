/** Lists of holders up to this long are copied to the size they need. */
const fewHolders = 12;

/**
 * Keys and the items that hold them: what shares a key is worth comparing.
 *
 * A key with more holders than the last of `ranks` finds nothing any more. A key's rank is how many of `ranks` its holders exceed;
 * `set` tells whose keys changed rank, so that what was found through them can be found again: the outcome depends on who holds
 * what, never on who came first.
 */
export class KeyIndex {
  readonly #holders = new Map<number, number | number[]>();
  /** Keys are 32-bit numbers; packed, since every item has a hundred. */
  readonly #keys: (Int32Array | undefined)[] = [];
  readonly #ranks: readonly number[];

  constructor(ranks: readonly number[]) {
    this.#ranks = ranks;
  }

  /** Count the holders of a key. */
  count(key: number): number {
    const held = this.#holders.get(key);
    return held === undefined ? 0 : typeof held === 'number' ? 1 : held.length;
  }

  /** Rank a key from 0 (rare) to the number of ranks (too many holders, finds nothing). */
  rankOf(key: number): number {
    const count = this.count(key);
    return this.#ranks.filter((most) => count > most).length;
  }

  /** List the holders of a key, none where there are too many. */
  find(key: number): readonly number[] {
    const held = this.#holders.get(key);
    if (held === undefined) return [];
    if (typeof held === 'number') return [held];
    return held.length > (this.#ranks.at(-1) ?? Number.POSITIVE_INFINITY) ? [] : held;
  }

  /** Give an item its keys, in place of those it had; returns the other holders of keys whose rank changed. */
  set(item: number, keys: readonly number[]): ReadonlySet<number> {
    const [before, after] = [new Set(this.#keys[item]), new Set(keys)];
    const moved = new Set<number>();
    for (const key of before) if (!after.has(key)) this.#change(key, item, false, moved);
    for (const key of after) if (!before.has(key)) this.#change(key, item, true, moved);
    this.#keys[item] = Int32Array.from(after);
    moved.delete(item);
    return moved;
  }

  #change(key: number, item: number, isHeld: boolean, moved: Set<number>): void {
    const rank = this.rankOf(key);
    const held = this.#holders.get(key);
    const list = held === undefined ? [] : typeof held === 'number' ? [held] : held;
    if (isHeld) {
      // An array that is pushed to takes room for sixteen more, and most keys have a few holders.
      if (typeof held === 'object' && held.length > fewHolders) held.push(item);
      else this.#holders.set(key, list.length === 0 ? item : list.concat(item));
    } else {
      const kept = list.filter((other) => other !== item);
      if (kept.length === 0) this.#holders.delete(key);
      else this.#holders.set(key, kept);
    }
    if (this.rankOf(key) === rank) return;
    for (const other of list) moved.add(other);
  }
}
