/** Load from which the table doubles. */
const maxLoad = 0.6;

/**
 * A map from 32-bit hashes to numbers from 0 on, in two plain arrays: tens of millions of entries fit where a Map would not.
 *
 * Open addressing with linear probing; nothing is ever taken out.
 */
export class HashCounter {
  #keys = new Int32Array(1024);
  /** Numbers plus one; 0 where the slot is free. */
  #values = new Int32Array(1024);
  #size = 0;

  get(key: number): number | undefined {
    const value = this.#values[this.#slotOf(key)] ?? 0;
    return value === 0 ? undefined : value - 1;
  }

  set(key: number, value: number): void {
    const slot = this.#slotOf(key);
    if (this.#values[slot] === 0) this.#size += 1;
    this.#keys[slot] = key;
    this.#values[slot] = value + 1;
    if (this.#size > this.#keys.length * maxLoad) this.#grow();
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1) & mask;
    while (this.#values[slot] !== 0 && this.#keys[slot] !== (key | 0)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Int32Array(keys.length * 2);
    this.#values = new Int32Array(keys.length * 2);
    for (let at = 0; at < keys.length; at += 1) {
      const [key = 0, value = 0] = [keys[at], values[at]];
      if (value === 0) continue;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#values[slot] = value;
    }
  }
}
