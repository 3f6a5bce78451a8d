import { type Copy, compareText, defined, groupBy, type Range } from '../../model/index.ts';
import type { LinkDocument } from '../documents/document.ts';
import {
  findSharing,
  findStockPhrases,
  type Shingled,
  type StoryTexts,
  shingle,
  withoutShingles,
} from '../documents/shingles.ts';
import { isCommonWord } from '../documents/words.ts';
import { alignPassages, type Passage } from './align.ts';
import { findDirection, type ReportDays } from './direction.ts';
import { judgeCopy, type KindOptions } from './judge.ts';
import { cutSentences, findParallel, type Parallel, type ParaphraseOptions } from './paraphrase.ts';

export interface CopyOptions extends KindOptions, ParaphraseOptions {
  /** Window of winnowing: shared runs of this many words + 4 are never missed. */
  readonly windowShingles: number;
  readonly minMarks: number;
  readonly maxHolders: number;
  /** Stories anywhere that make a shingle a stock phrase. */
  readonly stockStories: number;
  readonly maxGapWords: number;
  /** Rare words two articles of a story must share to be looked at for paraphrase. */
  readonly minSharedRare: number;
  /** Share of a story's reports from which a word belongs to the subject. */
  readonly storyWordShare: number;
  /** Origins kept for one copy, strongest first. */
  readonly maxOrigins: number;
}

type Pair = readonly [number, number];

/** In a story of fewer reports every shared word may be its subject's, so none is taken for one writer's. */
const leastTellingStory = 4;

/** What the reports of a story show of its words: those most of them use, and those only two do. */
interface StoryWords {
  readonly most: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

function findStoryWords(documents: readonly LinkDocument[], share: number): StoryWords {
  if (documents.length < leastTellingStory) return { most: new Set(), pairs: new Set() };
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const lower of new Set(document.words.map((word) => word.lower))) {
      counts.set(lower, (counts.get(lower) ?? 0) + 1);
    }
  }
  const select = (test: (count: number) => boolean) =>
    new Set([...counts].filter(([, count]) => test(count)).map(([lower]) => lower));
  return { most: select((count) => count >= share * documents.length), pairs: select((count) => count === 2) };
}

/** Find pairs within one story that share enough words few of its reports use. */
function findRareSharing(documents: readonly LinkDocument[], options: CopyOptions): readonly Pair[] {
  const holders = new Map<string, number[]>();
  documents.forEach((document, at) => {
    for (const lower of new Set(document.words.map((word) => word.lower))) {
      if (isCommonWord(lower)) continue;
      const known = holders.get(lower);
      if (known === undefined) holders.set(lower, [at]);
      else known.push(at);
    }
  });
  const shared = new Map<string, { readonly pair: Pair; count: number }>();
  const most = Math.max(3, documents.length * 0.2);
  for (const list of holders.values()) {
    if (list.length > most) continue;
    for (const [at, a] of list.entries()) {
      for (const b of list.slice(at + 1)) {
        const known = shared.get(`${a} ${b}`);
        if (known === undefined) shared.set(`${a} ${b}`, { pair: [a, b], count: 1 });
        else known.count += 1;
      }
    }
  }
  return [...shared.values()].filter(({ count }) => count >= options.minSharedRare).map(({ pair }) => pair);
}

/** Compare the articles of a story for retelling in other words; by pair of their indices. */
function findParallels(documents: readonly LinkDocument[], options: CopyOptions): ReadonlyMap<string, Parallel> {
  const parallels = new Map<string, Parallel>();
  const storyWords = findStoryWords(documents, options.storyWordShare);
  const sentences = documents.map((document) => cutSentences(document, storyWords.most));
  for (const [x, y] of findRareSharing(documents, options)) {
    const [a, b] = [documents[x], documents[y]];
    if (a === undefined || b === undefined) continue;
    const sides = { a: sentences[x] ?? [], b: sentences[y] ?? [] };
    parallels.set(`${x} ${y}`, findParallel(a, b, sides, storyWords.pairs, options));
  }
  return parallels;
}

function toRange(document: LinkDocument, part: Passage['a']): Range {
  return { start: document.words[part.first]?.start ?? 0, end: document.words[part.last - 1]?.end ?? 0 };
}

function makeCopy(
  a: Shingled,
  b: Shingled,
  parallel: Parallel | undefined,
  reportDays: ReportDays,
  options: CopyOptions,
): Copy | undefined {
  const passages = alignPassages(a, b, options.maxGapWords);
  const direction = findDirection(a.document, b.document, reportDays);
  const [from, to] = direction.from === 'a' ? [a.document, b.document] : [b.document, a.document];
  const copySide = direction.from === 'a' ? 'b' : 'a';
  const shared = { from, to, passages, copySide, ...defined({ parallel }) } as const;
  const judgement = judgeCopy(shared, options);
  if (judgement === undefined) return undefined;
  const originSide = direction.from;
  const ranges = judgement.passages
    .map((passage) => ({ from: toRange(from, passage[originSide]), to: toRange(to, passage[copySide]) }))
    .sort((x, y) => x.to.start - y.to.start || x.from.start - y.from.start);
  return {
    from: from.id,
    to: to.id,
    kind: judgement.kind,
    score: Math.round(judgement.score * 1000) / 1000,
    because: [...judgement.because, direction.because],
    passages: ranges,
  };
}

/**
 * Keep for each copy its strongest origins, and of two origins that repeat one another only the stronger.
 *
 * A text that came to the copy by way of a third is listed once; the families keep their root.
 */
function keepStrongest(copies: readonly Copy[], maxOrigins: number): readonly Copy[] {
  const repeated = new Set(copies.map(({ to }) => to));
  const rank = ({ from }: Copy) => `${repeated.has(from) ? 1 : 0} ${from}`;
  const compare = (x: Copy, y: Copy) => y.score - x.score || compareText(rank(x), rank(y));
  const linked = new Set(copies.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
  const kept = [...groupBy(copies, (copy) => copy.to).values()].flatMap((origins) => {
    const chosen: Copy[] = [];
    for (const copy of origins.toSorted(compare)) {
      if (!chosen.some(({ from }) => linked.has(`${from} ${copy.from}`))) chosen.push(copy);
    }
    return chosen.slice(0, maxOrigins);
  });
  return kept.sort((x, y) => (x.to !== y.to ? compareText(x.to, y.to) : compare(x, y)));
}

function findCopiesInStory(
  shingled: readonly Shingled[],
  reportDays: ReportDays,
  options: CopyOptions,
): readonly Copy[] {
  const parallels = findParallels(
    shingled.map(({ document }) => document),
    options,
  );
  const pairs = new Map<string, Pair>(findSharing(shingled, options).map((pair) => [pair.join(' '), pair]));
  for (const key of parallels.keys()) {
    const [x, y] = key.split(' ').map(Number);
    if (x !== undefined && y !== undefined) pairs.set(key, [x, y]);
  }
  return [...pairs].flatMap(([key, [x, y]]) => {
    const [a, b] = [shingled[x], shingled[y]];
    if (a === undefined || b === undefined) return [];
    return makeCopy(a, b, parallels.get(key), reportDays, options) ?? [];
  });
}

/**
 * Find which articles of a story repeat which: verbatim, by wire, reworded, or by shared quotes, with both sides' passages.
 *
 * Reports of different stories are never compared: their figures are not counted together.
 *
 * Documents come without site boilerplate and each story's in order of their ids; `reportDays` come from linking's earlier parts.
 */
export function findCopies(texts: StoryTexts, reportDays: ReportDays, options: CopyOptions): readonly Copy[] {
  const stock = findStockPhrases(texts, options.stockStories);
  const copies = texts.stories.flatMap((story) => {
    if (story.length < 2) return [];
    const shingled = story.map((article) => withoutShingles(shingle(texts.open(article)), stock));
    return findCopiesInStory(shingled, reportDays, options);
  });
  return keepStrongest(copies, options.maxOrigins);
}
