import { hashWord } from '../../text/hash.ts';
import type { LinkDocument } from './document.ts';

/** An article's words and five-word shingles as hashes; 0 where a shingle would cross a block or is excluded. */
export interface Shingled {
  readonly document: LinkDocument;
  readonly words: Uint32Array;
  readonly shingles: Uint32Array;
}

/** Words in a shingle: the usual length for near-duplicates of news. */
export const shingleWords = 5;

/** Every use of a document asks for its shingles. */
const known = new WeakMap<LinkDocument, Shingled>();

/** Hash every run of five words that stays within one block. */
export function shingle(document: LinkDocument): Shingled {
  const shingled = known.get(document) ?? hashShingles(document);
  known.set(document, shingled);
  return shingled;
}

function hashShingles(document: LinkDocument): Shingled {
  const words = Uint32Array.from(document.words, (word) => hashWord(word.lower));
  const shingles = new Uint32Array(words.length);
  for (let at = 0; at + shingleWords <= words.length; at += 1) {
    if (document.words[at]?.block !== document.words[at + shingleWords - 1]?.block) continue;
    let hash = 17;
    for (let step = 0; step < shingleWords; step += 1) {
      hash = Math.imul(hash ^ (words[at + step] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    shingles[at] = hash >>> 0 || 1;
  }
  return { document, words, shingles };
}

/** Collect the shingles that at least two articles of a story print. */
function findShared(story: readonly LinkDocument[]): ReadonlySet<number> {
  const [once, shared] = [new Set<number>(), new Set<number>()];
  for (const document of story) {
    for (const hash of new Set(shingle(document).shingles)) {
      if (hash === 0) continue;
      if (once.has(hash)) shared.add(hash);
      else once.add(hash);
    }
  }
  return shared;
}

/** Stories by the numbers of their articles, and how to open an article; opened anew for each use, since few fit in memory. */
export interface StoryTexts {
  readonly stories: readonly (readonly number[])[];
  readonly open: (article: number) => LinkDocument;
}

/** Find stock phrases: shingles that some story's articles share and that stand in at least `minStories` stories. */
export function findStockPhrases({ stories, open }: StoryTexts, minStories: number): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const story of stories) {
    if (story.length > 1) for (const hash of findShared(story.map(open))) counts.set(hash, 0);
  }
  for (const story of stories) {
    const own = new Set<number>();
    for (const article of story)
      for (const hash of shingle(open(article)).shingles) if (counts.has(hash)) own.add(hash);
    for (const hash of own) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= minStories).map(([hash]) => hash));
}

/** Blank the excluded shingles. */
export function withoutShingles(shingled: Shingled, excluded: ReadonlySet<number>): Shingled {
  return { ...shingled, shingles: shingled.shingles.map((hash) => (excluded.has(hash) ? 0 : hash)) };
}

/**
 * Keep the smallest hash of every window of `windowShingles` (winnowing; Schleimer, Wilkerson and Aiken 2003).
 *
 * Any run of words shared by two texts that is at least `windowShingles` + 4 long leaves the same mark in both.
 */
export function winnow(shingles: Uint32Array, windowShingles: number): ReadonlySet<number> {
  const marks = new Set<number>();
  for (let from = 0; from + windowShingles <= shingles.length; from += 1) {
    let least = Number.POSITIVE_INFINITY;
    for (let at = from; at < from + windowShingles; at += 1) {
      const hash = shingles[at] ?? 0;
      if (hash !== 0 && hash < least) least = hash;
    }
    if (Number.isFinite(least)) marks.add(least);
  }
  return marks;
}

/**
 * Find pairs of articles that share at least `minMarks` marks; `a < b`, sorted.
 *
 * A mark in more than `maxHolders` articles pairs each only with the first, so a text printed everywhere stays linear.
 */
export function findSharing(
  shingled: readonly Shingled[],
  options: { readonly windowShingles: number; readonly minMarks: number; readonly maxHolders: number },
): readonly (readonly [number, number])[] {
  const holders = new Map<number, number[]>();
  shingled.forEach(({ shingles }, index) => {
    for (const mark of winnow(shingles, options.windowShingles)) {
      const known = holders.get(mark);
      if (known === undefined) holders.set(mark, [index]);
      else known.push(index);
    }
  });
  const shared = new Map<number, number>();
  for (const list of holders.values()) {
    const firsts = list.length > options.maxHolders ? 1 : list.length;
    for (let x = 0; x < firsts; x += 1) {
      for (let y = x + 1; y < list.length; y += 1) {
        const key = (list[x] ?? 0) * shingled.length + (list[y] ?? 0);
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
    }
  }
  return [...shared]
    .filter(([, count]) => count >= options.minMarks)
    .map(([key]) => [Math.floor(key / shingled.length), key % shingled.length] as const)
    .sort((x, y) => x[0] - y[0] || x[1] - y[1]);
}
