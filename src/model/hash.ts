import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Hash bytes or a string (as UTF-8) with SHA-256; returns 64 lower-case hex digits. */
export function hashContent(content: string | Uint8Array): string {
  return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content));
}

/**
 * Make a short content id from ordered parts: a prefix and the first 16 hex digits of their SHA-256.
 *
 * Parts are joined by U+001F, which no source text survives cleaning with.
 */
export function makeId(prefix: string, ...parts: readonly (string | number)[]): string {
  return `${prefix}-${hashContent(parts.join('\u001f')).slice(0, 16)}`;
}

/** Make the id of a family name, which tells two people apart without naming either. */
export function makeFamilyId(name: string): string {
  return makeId('family', name.trim().split(/\s+/).at(-1)?.toLowerCase() ?? '');
}
