import { HashCounter } from '../documents/hash-counter.ts';
import { HolderLists } from './holder-lists.ts';

/** From so many keys on, packing them takes less room than an array. */
const manyKeys = 40;

/** How a key's holders are kept: nobody; one, by its number; a list, by its number. */
const nobody = 0;
const one = (item: number): number => (item + 1) << 1;
const listed = (list: number): number => (list << 1) | 1;

/**
 * Keys and the items that hold them: what shares a key is worth comparing.
 *
 * A key with more holders than the last of `ranks` finds nothing any more. A key's rank is how many of `ranks` its holders exceed;
 * `set` tells whose keys changed rank, so that what was found through them can be found again: the outcome depends on who holds
 * what, never on who came first.
 */
export class KeyIndex {
  /** Keys are 32-bit numbers, and every item has a hundred; most are held by one item. */
  readonly #held = new HashCounter();
  readonly #lists = new HolderLists();
  readonly #keys: (readonly number[] | Int32Array | undefined)[] = [];
  readonly #ranks: readonly number[];

  constructor(ranks: readonly number[]) {
    this.#ranks = ranks;
  }

  /** Count the holders of a key. */
  count(key: number): number {
    const held = this.#held.get(key) ?? nobody;
    if (held === nobody) return 0;
    return (held & 1) === 0 ? 1 : this.#lists.size(held >> 1);
  }

  /** Rank a key from 0 (rare) to the number of ranks (too many holders, finds nothing). */
  rankOf(key: number): number {
    return this.#rank(this.count(key));
  }

  /** List the holders of a key, none where there are too many. */
  find(key: number): readonly number[] {
    return this.count(key) > (this.#ranks.at(-1) ?? Number.POSITIVE_INFINITY) ? [] : this.#holders(key);
  }

  /** Give an item its keys, in place of those it had; returns the other holders of keys whose rank changed. */
  set(item: number, keys: readonly number[]): ReadonlySet<number> {
    const [before, after] = [new Set(this.#keys[item]), new Set(keys)];
    const moved = new Set<number>();
    for (const key of before) if (!after.has(key)) this.#change(key, item, false, moved);
    for (const key of after) if (!before.has(key)) this.#change(key, item, true, moved);
    // The caller's own list, where it will do: it holds on to most of them anyway.
    if (after.size > manyKeys) this.#keys[item] = Int32Array.from(after);
    else this.#keys[item] = after.size === keys.length ? keys : [...after];
    moved.delete(item);
    return moved;
  }

  #rank(count: number): number {
    let rank = 0;
    for (const most of this.#ranks) if (count > most) rank += 1;
    return rank;
  }

  #holders(key: number): readonly number[] {
    const held = this.#held.get(key) ?? nobody;
    if (held === nobody) return [];
    return (held & 1) === 0 ? [(held >> 1) - 1] : this.#lists.list(held >> 1);
  }

  #change(key: number, item: number, isHeld: boolean, moved: Set<number>): void {
    const rank = this.rankOf(key);
    if (isHeld) this.#give(key, item);
    else this.#take(key, item);
    if (this.rankOf(key) === rank) return;
    for (const other of this.#holders(key)) moved.add(other);
  }

  #give(key: number, item: number): void {
    const held = this.#held.get(key) ?? nobody;
    if (held === nobody) this.#held.set(key, one(item));
    else if ((held & 1) === 1) this.#lists.add(held >> 1, item);
    else {
      const list = this.#lists.make();
      this.#lists.add(list, (held >> 1) - 1);
      this.#lists.add(list, item);
      this.#held.set(key, listed(list));
    }
  }

  #take(key: number, item: number): void {
    const held = this.#held.get(key) ?? nobody;
    if (held === one(item)) this.#held.set(key, nobody);
    else if ((held & 1) === 1) this.#lists.remove(held >> 1, item);
  }
}
