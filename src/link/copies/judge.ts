import type { Article, Copy } from '../../model/index.ts';
import type { LinkDocument } from '../documents/document.ts';
import { isCommonWord } from '../documents/words.ts';
import { countCovered, type Passage } from './align.ts';
import { areTwoOutlets, creditsName, shareWire } from './direction.ts';
import type { Parallel } from './paraphrase.ts';
import { findQuoted } from './quoted.ts';

export interface KindOptions {
  /** Share of the copy's words in the origin from which it is the same text. */
  readonly verbatimShare: number;
  /** The same, where a wire or the origin's outlet is credited: agencies' customers cut. */
  readonly wireShare: number;
  /** Share from which an uncredited text is worked from the other. */
  readonly derivedShare: number;
  /** Words outside quotation marks that a derived text must share at least. */
  readonly derivedWords: number;
  /** Words inside quotation marks from which a shared quote is reported. */
  readonly quotedWords: number;
  /** Sentences that must run parallel in a paraphrase. */
  readonly parallelSentences: number;
  /** Share of the copy's weight in parallel sentences. */
  readonly parallelShare: number;
  /** Share of parallel sentences that keep their order. */
  readonly parallelOrder: number;
  /** Words beyond the common ones that make a shared run a phrase. */
  readonly phraseRareWords: number;
  /** Sentences, phrases and figures together, some of each, that tell a retelling. */
  readonly mixedTraces: number;
  /** Sentences among them. */
  readonly mixedSentences: number;
}

/** What two articles share, seen from the side of the copy. */
export interface SharedWords {
  readonly from: LinkDocument;
  readonly to: LinkDocument;
  readonly passages: readonly Passage[];
  readonly parallel?: Parallel;
  /** Side of `Passage` that is the copy. */
  readonly copySide: 'a' | 'b';
}

export interface CopyJudgement {
  readonly kind: Copy['kind'];
  readonly score: number;
  readonly because: readonly string[];
  readonly passages: readonly Passage[];
}

function countQuoted(document: LinkDocument, passages: readonly Passage[], side: 'a' | 'b'): number {
  const quoted = findQuoted(document);
  return passages.reduce((sum, passage) => {
    const { first, last } = passage[side];
    return sum + quoted.slice(first, last).filter(Boolean).length;
  }, 0);
}

/** Tell whether the copy credits where its words come from; within one outlet nothing is syndicated. */
function isCredited(from: Article, to: Article): boolean {
  return shareWire(from, to) || creditsName(to, from.outlet);
}

/** Tell whether the same text is a wire's: one of two outlets credits somebody, though the other leaves it out. */
function isWired(from: Article, to: Article): boolean {
  return areTwoOutlets(from, to) && (creditsName(to, to.wire) || creditsName(from, from.wire));
}

/** Fewer words of headlines than this may all be missing from a report's text. */
const leastHeadlineWords = 3;

function headlineWordsOf({ words, reading }: LinkDocument): readonly string[] {
  const { blocks } = reading.article;
  return words.flatMap(({ lower, block }) =>
    blocks[block]?.kind === 'headline' && !isCommonWord(lower) ? [lower] : [],
  );
}

/** Tell whether shared passages hold a word of either headline; what holds none is the pages' and not the reports'. */
function areTelling({ from, to, passages, copySide }: SharedWords): boolean {
  const headlines = new Set([from, to].flatMap(headlineWordsOf));
  if (headlines.size < leastHeadlineWords) return true;
  return passages.some((passage) => {
    const { first, last } = passage[copySide];
    return to.words.slice(first, last).some(({ lower }) => headlines.has(lower));
  });
}

/** Worth of a capitalised word in a phrase: names are anybody's. */
const nameWeight = 0.5;

/** Pick shared runs outside quotation marks that hold enough words beyond the common ones to be a phrase of somebody's. */
function findPhrases({ to, passages, copySide }: SharedWords, options: KindOptions): readonly Passage[] {
  const quoted = findQuoted(to);
  return passages.filter((passage) => {
    const { first, last } = passage[copySide];
    const rare = to.words.slice(first, last).filter(({ lower }) => !isCommonWord(lower));
    const weight = rare.reduce((sum, { capital }) => sum + (capital ? nameWeight : 1), 0);
    return weight >= options.phraseRareWords && !quoted.slice(first, last).every(Boolean);
  });
}

/**
 * Judge a retelling by three kinds of trace: sentences reworded in the same order, rare phrases, figures nobody else gives.
 *
 * Enough sentences suffice; fewer need a second kind beside them.
 */
function judgeParallel(shared: SharedWords, options: KindOptions): CopyJudgement | undefined {
  const { parallel, copySide } = shared;
  if (parallel === undefined || parallel.order < options.parallelOrder) return undefined;
  const phrases = findPhrases(shared, options);
  const counts = [parallel.passages.length, phrases.length, parallel.figures.length];
  const traces = counts.reduce((sum, count) => sum + count, 0);
  const share = copySide === 'b' ? parallel.shareB : parallel.shareA;
  const many = parallel.passages.length >= options.parallelSentences && share >= options.parallelShare;
  const enough = parallel.passages.length >= options.mixedSentences && traces >= options.mixedTraces;
  const mixed = enough && counts.every((count) => count > 0);
  if (!many && !mixed) return undefined;
  const because = [
    `parallel sentences: ${parallel.passages.length}, ${share.toFixed(2)} of the text`,
    `order kept: ${parallel.order.toFixed(2)}`,
    `rare phrases shared: ${phrases.length}`,
    ...(parallel.figures.length === 0 ? [] : [`figures no other report gives: ${parallel.figures.join(', ')}`]),
  ];
  const score = Math.min(1, share);
  return { kind: 'derived', score, because, passages: joinPassages(parallel.passages, phrases, copySide) };
}

/** Add phrases that stand in no matched sentence. */
function joinPassages(sentences: readonly Passage[], phrases: readonly Passage[], side: 'a' | 'b'): readonly Passage[] {
  const isInside = (phrase: Passage) =>
    sentences.some((each) => each[side].first <= phrase[side].first && phrase[side].last <= each[side].last);
  return [...sentences, ...phrases.filter((phrase) => !isInside(phrase))];
}

/** Name the kind of copy two articles' shared passages amount to, or nothing. */
export function judgeCopy(shared: SharedWords, options: KindOptions): CopyJudgement | undefined {
  const { from, to, passages, copySide } = shared;
  const covered = countCovered(passages, copySide);
  const score = to.words.length === 0 ? 0 : Math.min(1, covered / to.words.length);
  const because = [`containment ${score.toFixed(2)} of ${to.words.length} words in ${passages.length} passages`];
  if (score >= options.verbatimShare && !areTelling(shared)) return undefined;
  const [origin, copy] = [from.reading.article, to.reading.article];
  const credited = isCredited(origin, copy) && score >= options.wireShare;
  if (credited || (isWired(origin, copy) && score >= options.verbatimShare)) {
    const credit = copy.wire ?? (credited ? origin.outlet : origin.wire) ?? '';
    return { kind: 'syndicated', score, because: [...because, `credit: ${credit}`], passages };
  }
  const quoted = countQuoted(to, passages, copySide);
  const own = covered - quoted;
  if (score >= options.verbatimShare && own > quoted) return { kind: 'verbatim', score, because, passages };
  if (score >= options.derivedShare && own >= options.derivedWords) {
    return { kind: 'derived', score, because, passages };
  }
  const reworded = judgeParallel(shared, options);
  if (reworded !== undefined) return reworded;
  if (quoted < options.quotedWords) return undefined;
  return { kind: 'quotes', score, because: [...because, `quoted words shared: ${quoted}`], passages };
}
