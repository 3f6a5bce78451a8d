import type { Token } from '../../model/index.ts';
import { hashWord } from '../../text/hash.ts';
import { classesOf, markActors } from './word-classes.ts';

/** Buckets features are hashed into; a power of two. */
export const buckets = 1 << 18;

/** No token has more features than this. */
const mostFeatures = 1024;

/** Mix numbers into one bucket. */
function bucket(salt: number, first: number, second = 0): number {
  let hash = Math.imul(first ^ Math.imul(salt + 1, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash ^ second, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return (Math.imul(hash, 0x27d4eb2f) >>> 7) & (buckets - 1);
}

interface FeatureWord {
  readonly hash: number;
  readonly pos: number;
  readonly lemma: number;
  readonly classes: readonly number[];
  readonly lower: string;
  readonly closed: boolean;
  readonly verb: boolean;
  readonly trigger: boolean;
  readonly actor: boolean;
}

const closedTags: ReadonlySet<string> = new Set([
  'ADP',
  'DET',
  'CCONJ',
  'SCONJ',
  'PRON',
  'PUNCT',
  'AUX',
  'PART',
  'SYM',
]);
const outside = hashWord('<outside>');

/** Case tells the tagger what is a proper noun; a lower-cased text lacks that, so it is not told here either. */
function tagOf(token: Token): string {
  return token.pos === 'PROPN' ? 'NOUN' : token.pos;
}

function readWords(tokens: readonly Token[]): readonly FeatureWord[] {
  const actors = markActors(tokens.map(({ lower }) => lower));
  return tokens.map((token, at) => {
    const { lower, lemma } = token;
    const shape = /^\d+$/.test(lower) ? '<number>' : lower;
    const named = classesOf(lower, lemma);
    return {
      hash: hashWord(shape),
      lower,
      pos: hashWord(tagOf(token)),
      lemma: hashWord(lemma),
      classes: named.map((one) => hashWord(one)),
      closed: closedTags.has(token.pos),
      verb: token.pos === 'VERB',
      trigger: named.some((one) => one.startsWith('verb:') || one.startsWith('trigger:')),
      actor: actors[at] === true,
    };
  });
}

function distance(gap: number): number {
  return gap < 4 ? gap : gap < 7 ? 5 : gap < 12 ? 8 : 12;
}

/** What governs a token: the words at the edges of its phrase, and the nearest verbs and words of violence on both sides. */
function addSurroundings(
  words: readonly FeatureWord[],
  at: number,
  add: (salt: number, a: number, b?: number) => void,
): void {
  let first = at;
  while (first > 0 && words[first - 1]?.closed === false && words[first - 1]?.verb === false) first--;
  let last = at;
  while (last < words.length && words[last]?.closed === false && (last === at || words[last]?.verb === false)) last++;
  const head = words[last - 1]?.hash ?? outside;
  const before = words[first - 1]?.hash ?? outside;
  const governor = words[first - 2]?.lemma ?? outside;
  const after = words[last]?.hash ?? outside;
  const own = words[at]?.hash ?? outside;
  add(40, head);
  add(41, before);
  add(42, before, governor);
  add(43, after);
  add(44, after, words[last + 1]?.lemma ?? outside);
  add(45, head, before);
  add(46, at - first, last - at);
  for (const one of words[last - 1]?.classes ?? []) {
    add(47, one);
    add(48, one, before);
  }
  addSide(words, first - 1, -1, own, 50, add);
  addSide(words, last, 1, own, 60, add);
}

function addSide(
  words: readonly FeatureWord[],
  from: number,
  step: number,
  own: number,
  salt: number,
  add: (salt: number, a: number, b?: number) => void,
): void {
  let verb: FeatureWord | undefined;
  let trigger: FeatureWord | undefined;
  let mark = 0;
  let by = false;
  let gap = 0;
  for (let at = from; at >= 0 && at < words.length && gap < 20; at += step, gap++) {
    const word = words[at];
    if (word === undefined) break;
    if (word.lower === 'by') by = true;
    if (word.lower === ',' || word.lower === '"') mark++;
    if (verb === undefined && word.verb) {
      verb = word;
      add(salt, word.lemma);
      add(salt + 1, word.lemma, by ? 1 : 2);
      add(salt + 2, word.lemma, own);
      add(salt + 3, distance(gap));
    }
    if (trigger === undefined && word.trigger) {
      trigger = word;
      add(salt + 4, word.lemma);
      add(salt + 5, word.lemma, (by ? 1 : 2) + 4 * distance(gap));
      add(salt + 6, word.lemma, own);
      add(salt + 7, distance(gap), mark > 0 ? 1 : 0);
      for (const one of word.classes) add(salt + 8, one, by ? 1 : 2);
    }
  }
}

function addWindow(
  words: readonly FeatureWord[],
  at: number,
  add: (salt: number, a: number, b?: number) => void,
): void {
  const hashAt = (offset: number) => words[at + offset]?.hash ?? outside;
  const posAt = (offset: number) => words[at + offset]?.pos ?? outside;
  for (let offset = -3; offset <= 3; offset++) {
    add(10 + offset, hashAt(offset));
    if (offset > -3 && offset < 3) add(20 + offset, posAt(offset));
    if (offset > -3 && offset < 3) for (const one of words[at + offset]?.classes ?? []) add(30 + offset, one);
    if (words[at + offset]?.actor) add(70 + offset, 1);
  }
  add(80, hashAt(-1), hashAt(0));
  add(81, hashAt(0), hashAt(1));
  add(82, hashAt(-2), hashAt(-1));
  add(83, hashAt(1), hashAt(2));
  add(84, posAt(-1), posAt(0));
  add(85, posAt(0), posAt(1));
  const lower = words[at]?.lower ?? '';
  for (let length = 2; length <= 4; length++) {
    add(85 + length, hashWord(lower.slice(-length)));
    if (length > 2) add(90 + length, hashWord(lower.slice(0, length)));
  }
  add(96, words[at]?.lemma ?? outside);
}

/** Kinds of violence each sentence tells of, by its trigger words and verbs of harm. */
function readKinds(sentences: readonly (readonly FeatureWord[])[]): readonly (readonly number[])[] {
  return sentences.map((words) => [...new Set(words.flatMap((word) => (word.trigger ? word.classes : [])))]);
}

function addStory(
  kinds: readonly (readonly number[])[],
  index: number,
  word: FeatureWord,
  add: (salt: number, a: number, b?: number) => void,
): void {
  const own = kinds[index] ?? [];
  if (own.length === 0) add(100, word.hash);
  for (const kind of own) {
    add(101, kind);
    for (const one of word.classes) add(102, kind, one);
    add(103, kind, word.hash);
  }
  for (const kind of kinds[index - 1] ?? []) add(104, kind);
  for (const kind of kinds[index + 1] ?? []) add(105, kind);
  add(106, Math.min(index, 4), word.pos);
}

/** List the feature buckets of every token, sentence by sentence, each bucket once a token. */
export function readFeatures(sentences: readonly (readonly Token[])[]): readonly (readonly Uint32Array[])[] {
  const all = sentences.map(readWords);
  const kinds = readKinds(all);
  // Per bucket the last token that had it: much faster than a set a token.
  const seen = new Uint32Array(buckets);
  const found = new Uint32Array(mostFeatures);
  let token = 0;
  let count = 0;
  const add = (salt: number, a: number, b = 0) => {
    const at = bucket(salt, a, b);
    if (seen[at] === token || count === mostFeatures) return;
    seen[at] = token;
    found[count++] = at;
  };
  return all.map((words, index) =>
    words.map((word, at) => {
      token++;
      count = 0;
      addWindow(words, at, add);
      addSurroundings(words, at, add);
      addStory(kinds, index, word, add);
      return found.slice(0, count);
    }),
  );
}

/** Buckets of what an article tells as a whole; a power of two. */
export const storyBuckets = 1 << 14;

/** List the buckets of an article's words and neighbouring words, for telling what kinds of violence it reports. */
export function readStoryFeatures(sentences: readonly (readonly Token[])[]): Uint32Array {
  const found = new Set<number>();
  const add = (salt: number, a: number, b = 0) => found.add(bucket(salt, a, b) & (storyBuckets - 1));
  sentences.forEach((tokens, index) => {
    const words = tokens.filter(({ pos }) => !closedTags.has(pos)).map(({ lemma }) => hashWord(lemma));
    words.forEach((word, at) => {
      add(1, word);
      if (index < 3) add(2, word);
      add(3, word, words[at + 1] ?? outside);
    });
    for (const name of new Set(tokens.flatMap(({ lower, lemma }) => classesOf(lower, lemma)))) {
      add(4, hashWord(name));
      if (index < 3) add(5, hashWord(name));
    }
  });
  return Uint32Array.from(found);
}
