import { hashKey } from '../../text/hash.ts';

/** Smallest hashes kept of a text's shingles, and how many of them make a band. */
const hashes = 16;
const rows = 2;

const seeds = Array.from({ length: hashes }, (_, at) => Math.imul(at + 1, 0x9e3779b1) | 1);

/**
 * Make the bands of a text's MinHash (Broder 1997): two texts that share half of their shingles share a band nine times of ten.
 *
 * `shingles` are hashes of runs of words, 0 where there is none. Returns keys for a `KeyIndex`.
 */
export function makeBands(shingles: Uint32Array): readonly number[] {
  const least = new Uint32Array(hashes).fill(0xffffffff);
  let any = false;
  for (const shingle of shingles) {
    if (shingle === 0) continue;
    any = true;
    for (let at = 0; at < hashes; at += 1) {
      let mixed = Math.imul(shingle ^ (shingle >>> 16), seeds[at] ?? 1);
      mixed = (mixed ^ (mixed >>> 15)) >>> 0;
      if (mixed < (least[at] ?? 0)) least[at] = mixed;
    }
  }
  if (!any) return [];
  return Array.from({ length: hashes / rows }, (_, band) =>
    hashKey('band', band, ...least.slice(band * rows, (band + 1) * rows)),
  );
}
