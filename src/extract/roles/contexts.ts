import type { Token } from '../../model/index.ts';
import { hashWord } from '../../text/hash.ts';
import type { RoleCandidate } from './candidates.ts';
import { classesOf } from './word-classes.ts';

/** Buckets a candidate's surroundings are hashed into; a power of two. */
export const contextBuckets = 1 << 16;

/** Spans looked at, likeliest first: more say the same again. */
const spansRead = 6;

function mix(salt: number, first: number, second = 0): number {
  let hash = Math.imul(first ^ Math.imul(salt + 7, 0x9e3779b1), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15) ^ second, 0x846ca68b);
  return ((hash ^ (hash >>> 16)) >>> 0) & (contextBuckets - 1);
}

function level(count: number): number {
  return count > 5 ? 6 : count > 2 ? 3 : count;
}

/**
 * List the buckets of all that surrounds one candidate anywhere in the article, and of its own words.
 *
 * Where the tagger sees one place at a time, this sees all places of one wording at once.
 */
export function readContext(
  candidate: RoleCandidate,
  sentences: readonly (readonly Token[])[],
  features: readonly (readonly Uint32Array[])[],
): Uint32Array {
  const found = new Set<number>();
  const { words, key, spans, occurrences } = candidate;
  const head = hashWord(words.at(-1) ?? '');
  found.add(mix(1, hashWord(key)));
  found.add(mix(2, head));
  found.add(mix(4, hashWord(words[0] ?? '')));
  found.add(mix(5, level(occurrences), level(spans.length)));
  for (const word of words) {
    found.add(mix(6, hashWord(word)));
    for (const name of classesOf(word, word)) found.add(mix(7, hashWord(name)));
  }
  for (const { sentence, first, last } of spans.slice(0, spansRead)) {
    for (const bucket of features[sentence]?.[first] ?? []) found.add(mix(8, bucket));
    for (const bucket of features[sentence]?.[last - 1] ?? []) found.add(mix(9, bucket));
    found.add(mix(10, Math.min(sentence, 5)));
    const around = sentences[sentence] ?? [];
    for (const { lower, lemma } of around)
      for (const name of classesOf(lower, lemma))
        if (name.startsWith('trigger:')) found.add(mix(11, hashWord(name), head));
  }
  return Uint32Array.from(found);
}
