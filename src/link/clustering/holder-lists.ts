/** Numbers one after the other that grow in place, four bytes each; an array of its own for each short list would take ten times that. */
class NumberColumn {
  #values = new Int32Array(1024);
  length = 0;

  get(at: number): number {
    return this.#values[at] ?? 0;
  }

  set(at: number, value: number): void {
    this.#values[at] = value;
  }

  push(value: number): number {
    if (this.length === this.#values.length) {
      const grown = new Int32Array(this.length + (this.length >> 1));
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length] = value;
    this.length += 1;
    return this.length - 1;
  }
}

const none = -1;

/** Millions of lists of item numbers, most of a few items: chained entries in columns. */
export class HolderLists {
  readonly #items = new NumberColumn();
  readonly #next = new NumberColumn();
  readonly #heads = new NumberColumn();
  readonly #sizes = new NumberColumn();
  /** Entries that were taken out, chained. */
  #free = none;

  /** Begin a list and return its number. */
  make(): number {
    this.#sizes.push(0);
    return this.#heads.push(none);
  }

  size(list: number): number {
    return this.#sizes.get(list);
  }

  add(list: number, item: number): void {
    const entry = this.#take(item, this.#heads.get(list));
    this.#heads.set(list, entry);
    this.#sizes.set(list, this.size(list) + 1);
  }

  /** Take an item out, where it is in the list. */
  remove(list: number, item: number): void {
    let before = none;
    for (let entry = this.#heads.get(list); entry !== none; entry = this.#next.get(entry)) {
      if (this.#items.get(entry) !== item) {
        before = entry;
        continue;
      }
      const after = this.#next.get(entry);
      if (before === none) this.#heads.set(list, after);
      else this.#next.set(before, after);
      this.#next.set(entry, this.#free);
      this.#free = entry;
      this.#sizes.set(list, this.size(list) - 1);
      return;
    }
  }

  clear(list: number): void {
    for (const item of this.list(list)) this.remove(list, item);
  }

  /** Give the items of a list, the last added first. */
  list(list: number): readonly number[] {
    const found: number[] = [];
    for (let entry = this.#heads.get(list); entry !== none; entry = this.#next.get(entry))
      found.push(this.#items.get(entry));
    return found;
  }

  #take(item: number, next: number): number {
    const free = this.#free;
    if (free === none) {
      this.#next.push(next);
      return this.#items.push(item);
    }
    this.#free = this.#next.get(free);
    this.#items.set(free, item);
    this.#next.set(free, next);
    return free;
  }
}
