// FNV-1a over UTF-16 code units: quick and even. What must not collide is hashed by SHA-256 (model/hash.ts).
const basis = 0x811c9dc5;
const prime = 0x01000193;

function absorb(hash: number, text: string): number {
  let mixed = hash;
  for (let at = 0; at < text.length; at += 1) mixed = Math.imul(mixed ^ text.charCodeAt(at), prime);
  return mixed;
}

/** Hash a word into 32 bits, 0 to 2³² - 1; another salt gives another hash. */
export function hashWord(word: string, salt = 0): number {
  return absorb((basis ^ salt) | 0, word) >>> 0;
}

/** Hash the parts of a key into 32 bits, signed; two keys that fall together only cost a comparison. */
export function hashKey(...parts: readonly (string | number)[]): number {
  let hash = basis;
  for (const part of parts) hash = Math.imul(absorb(hash, String(part)) ^ 0x1f, prime);
  return hash | 0;
}
