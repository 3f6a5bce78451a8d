import { countShared } from '../../model/index.ts';
import type { LinkDocument } from '../documents/document.ts';
import { type ContentWord, isCommonWord, isFunctionWord } from '../documents/words.ts';
import type { Passage } from './align.ts';
import { findQuoted } from './quoted.ts';

export interface ParaphraseOptions {
  /** Share of the shorter sentence's weight that must stand in the other in the same order. */
  readonly minSentenceShare: number;
  /** Words beyond the common ones that two sentences must share. */
  readonly minRareWords: number;
  /** Content words, words of any kind in the same order, and their share of the shorter sentence, that match without rare ones. */
  readonly minContentWords: number;
  readonly minOrderedWords: number;
  readonly minOrderedShare: number;
}

/** A sentence as linking compares it: word indices, half-open, and the weight of each. */
export interface ContentSentence {
  readonly first: number;
  readonly last: number;
  readonly weights: readonly number[];
  readonly rare: ReadonlySet<string>;
  /** Words that carry content, common or not. */
  readonly content: ReadonlySet<string>;
}

/** Worth of words shared in another order, beside 1 in the same order. */
const turnedShare = 0.8;

/** The sentences of both articles. */
export interface Sides {
  readonly a: readonly ContentSentence[];
  readonly b: readonly ContentSentence[];
}

/** How two articles run parallel: matched sentences and how far they keep their order. */
export interface Parallel {
  readonly passages: readonly Passage[];
  /** Share of `b`'s content weight inside matched sentences, 0..1. */
  readonly shareB: number;
  readonly shareA: number;
  /** Share of matched sentences that keep their order, 0..1. */
  readonly order: number;
  /** Figures of ten and more, years aside, that these two and no other report of the story give. */
  readonly figures: readonly string[];
}

const functionWeight = 0.1;
const commonWeight = 0.4;
/** A word that most reports of the story use is theirs by subject, not by copying. */
const storyWeight = 0.25;

function weighWord(word: ContentWord, storyWords: ReadonlySet<string>): number {
  if (isFunctionWord(word.lower)) return functionWeight;
  if (storyWords.has(word.lower)) return storyWeight;
  // Reporters at one briefing print the same name and title without copying each other.
  if (word.capital && !word.initial) return commonWeight;
  return isCommonWord(word.lower) && !/\d/u.test(word.lower) ? commonWeight : 1;
}

/** Cut an article's words into sentences with weights, those that are mostly quotation left out; `storyWords` are those most reports of the story use. */
export function cutSentences(document: LinkDocument, storyWords: ReadonlySet<string>): readonly ContentSentence[] {
  const { words } = document;
  const quoted = findQuoted(document);
  const sentences: ContentSentence[] = [];
  let first = 0;
  for (let at = 1; at <= words.length; at += 1) {
    const word = words[at];
    const begins = word === undefined || word.block !== words[at - 1]?.block || (word.initial && word.capital);
    if (!begins) continue;
    const part = words.slice(first, at);
    // A quotation stands alike in all reports of it, copied or not.
    if (quoted.slice(first, at).filter(Boolean).length * 2 > part.length) {
      first = at;
      continue;
    }
    const weights = part.map((each) => weighWord(each, storyWords));
    const rare = new Set(part.filter((_, index) => weights[index] === 1).map((each) => each.lower));
    const content = new Set(part.flatMap(({ lower }) => (isFunctionWord(lower) ? [] : [lower])));
    sentences.push({ first, last: at, weights, rare, content });
    first = at;
  }
  return sentences;
}

function sumOf(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** Add up the heaviest common subsequence of two sentences, each word of `right` worth its entry in `worth`. */
function addOrdered(
  a: LinkDocument,
  b: LinkDocument,
  left: ContentSentence,
  right: ContentSentence,
  worth: readonly number[],
): number {
  let row = new Float64Array(worth.length + 1);
  for (let x = left.first; x < left.last; x += 1) {
    const next = new Float64Array(row.length);
    for (let y = right.first; y < right.last; y += 1) {
      const at = y - right.first;
      const equal = a.words[x]?.lower === b.words[y]?.lower;
      const taken = equal ? (row[at] ?? 0) + (worth[at] ?? 0) : 0;
      next[at + 1] = Math.max(taken, row[at + 1] ?? 0, next[at] ?? 0);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Weigh the words two sentences have in common in any order: a clause moved to the front is still the same clause. */
function weighCommon(a: LinkDocument, b: LinkDocument, left: ContentSentence, right: ContentSentence): number {
  const known = new Set(a.words.slice(left.first, left.last).map((word) => word.lower));
  const seen = new Set<string>();
  let sum = 0;
  b.words.slice(right.first, right.last).forEach(({ lower }, at) => {
    if (known.has(lower) && !seen.has(lower)) sum += right.weights[at] ?? 0;
    seen.add(lower);
  });
  return sum;
}

/** Tell how much of the shorter sentence the other holds, 0 where they share too little to be compared. */
function shareOf(
  a: LinkDocument,
  b: LinkDocument,
  left: ContentSentence,
  right: ContentSentence,
  options: ParaphraseOptions,
): number {
  if (countShared(left.rare, right.rare) >= options.minRareWords) {
    const ordered = addOrdered(a, b, left, right, right.weights);
    const shared = Math.max(ordered, turnedShare * weighCommon(a, b, left, right));
    const share = shared / Math.min(sumOf(left.weights), sumOf(right.weights));
    if (share >= options.minSentenceShare) return share;
  }
  const shorter = Math.min(left.weights.length, right.weights.length);
  if (shorter < options.minOrderedWords) return 0;
  if (countShared(left.content, right.content) < options.minContentWords) return 0;
  const words = addOrdered(
    a,
    b,
    left,
    right,
    right.weights.map(() => 1),
  );
  const share = words / shorter;
  return words >= options.minOrderedWords && share >= options.minOrderedShare ? share : 0;
}

/** Find for each sentence of `b` the sentence of `a` it most likely retells. */
function matchSentences(
  a: LinkDocument,
  b: LinkDocument,
  sides: Sides,
  options: ParaphraseOptions,
): readonly (readonly [ContentSentence, ContentSentence])[] {
  const matches: (readonly [ContentSentence, ContentSentence])[] = [];
  for (const right of sides.b) {
    let best: { readonly sentence: ContentSentence; readonly share: number } | undefined;
    for (const left of sides.a) {
      const share = shareOf(a, b, left, right, options);
      if (share > (best?.share ?? 0)) best = { sentence: left, share };
    }
    if (best !== undefined) matches.push([best.sentence, right]);
  }
  return matches;
}

/** Collect the figures only these two reports give; in a story too small to tell, none. */
function findRareFigures(a: LinkDocument, b: LinkDocument, rareWords: ReadonlySet<string>): readonly string[] {
  const known = new Set(a.words.map((word) => word.lower));
  const figures = b.words.map((word) => word.lower).filter((lower) => known.has(lower) && rareWords.has(lower));
  return [...new Set(figures)].filter((lower) => /^\d[\d.]+$/u.test(lower) && !/^(?:19|20)\d\d$/u.test(lower)).sort();
}

/** Measure the longest stretch of positions that only grow. */
function longestRising(positions: readonly number[]): number {
  const tails: number[] = [];
  for (const position of positions) {
    const at = tails.findIndex((tail) => tail > position);
    if (at === -1) tails.push(position);
    else tails[at] = position;
  }
  return tails.length;
}

/**
 * Set two articles of one story side by side, sentence by sentence, rewording allowed.
 *
 * `pairWords` are words that these two alone of a story of at least four use.
 */
export function findParallel(
  a: LinkDocument,
  b: LinkDocument,
  sides: Sides,
  pairWords: ReadonlySet<string>,
  options: ParaphraseOptions,
): Parallel {
  const matches = matchSentences(a, b, sides, options);
  const weightOf = (sentences: readonly ContentSentence[]) =>
    sentences.reduce((sum, each) => sum + sumOf(each.weights), 0);
  const share = (part: readonly ContentSentence[], whole: readonly ContentSentence[]) =>
    weightOf(part) / Math.max(1, weightOf(whole));
  const lefts = [...new Set(matches.map(([left]) => left))];
  const rights = matches.map(([, right]) => right);
  return {
    passages: matches.map(([left, right]) => ({
      a: { first: left.first, last: left.last },
      b: { first: right.first, last: right.last },
    })),
    shareA: share(lefts, sides.a),
    shareB: share(rights, sides.b),
    order: matches.length === 0 ? 1 : longestRising(matches.map(([left]) => left.first)) / matches.length,
    figures: findRareFigures(a, b, pairWords),
  };
}
