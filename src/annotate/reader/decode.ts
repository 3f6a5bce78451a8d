import fateHead from '../../../models/reader-en/fate-head.json' with { type: 'json' };
import type { NetworkScores, NetworkTables } from '../../model/index.ts';
import { chooseBounds, findYields, highest } from './bounds.ts';
import { findLemma } from './lemmas.ts';
import { decodeNames, type NameSpan, orderTags, type TagOrder } from './names.ts';
import { decodeTree } from './tree.ts';

/** A mention as [`first`, `last`) words of its sentence, its head, and its type as an index into the labels. */
export interface MentionSpan {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly type: number;
}

/** What the network found in one sentence; positions count from the sentence's first word. */
export interface SentenceReading {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly lemmas: readonly string[];
  /** Head of each word, counted from 1; 0 is the root. */
  readonly heads: Int32Array;
  readonly relations: readonly string[];
  /** In order of start, longest first. */
  readonly mentions: readonly MentionSpan[];
  readonly names: readonly NameSpan[];
  /** Coreference vectors, row by row. */
  readonly vectors: Float32Array;
  /** What the sentence and its words add to the fate head, row by row; empty where the network has none. */
  readonly spots: Float32Array;
}

/** The labels with what is worked out of them once. */
export interface Decoder {
  readonly labels: NetworkTables['labels'];
  readonly tagOrder: TagOrder;
  readonly root: number;
}

export function makeDecoder(labels: NetworkTables['labels']): Decoder {
  return { labels, tagOrder: orderTags(labels.names), root: labels.relations.indexOf('root') };
}

const noSpots = new Float32Array();
/** Columns of the spots output: a hidden vector for each spot. */
const spotColumns = fateHead.spots.length * fateHead.hidden;

/** Columns of the coreference output. */
export const vectorWidth = 129;

/** Read sentence `row` of a batch of `width` padded words; `words` are those the network was given. */
export function decodeSentence(
  scores: NetworkScores,
  row: number,
  width: number,
  words: readonly string[],
  decoder: Decoder,
): SentenceReading {
  const { labels } = decoder;
  const count = words.length;
  const base = row * width;
  const heads = decodeTree(scores.arcs, base * (width + 1), width + 1, count);
  const upos = words.map((_, word) => best(scores.upos, base + word, labels.upos));
  return {
    upos,
    xpos: words.map((_, word) => labels.xpos[scores.xpos[base + word] ?? 0] ?? 'FW'),
    lemmas: words.map((form, word) => {
      const rule = labels.lemma_rules[scores.lemma[base + word] ?? 0] ?? 'k|0|';
      return findLemma(form, upos[word] ?? 'X', rule, labels.lemma_exceptions);
    }),
    heads,
    relations: words.map((_, word) => chooseRelation(scores.relations, base + word, heads[word] === 0, decoder)),
    mentions: findMentions(scores, base, width, heads, labels.types.length),
    names: decodeNames(scores.names, base * labels.names.length, count, labels.names, decoder.tagOrder),
    spots: cutSpots(scores, row, width, count),
    vectors: scores.coreference.slice(base * vectorWidth, (base + count) * vectorWidth),
  };
}

function best(scores: Float32Array, row: number, labels: readonly string[]): string {
  const from = row * labels.length;
  return labels[highest(scores, from, from + labels.length) - from] ?? '';
}

/** The root word is `root` and no other word is. */
function chooseRelation(scores: Float32Array, row: number, isRoot: boolean, { labels, root }: Decoder): string {
  if (isRoot) return 'root';
  const from = row * labels.relations.length;
  let chosen = root === 0 ? 1 : 0;
  for (let relation = chosen + 1; relation < labels.relations.length; relation++) {
    if (relation !== root && (scores[from + relation] ?? 0) > (scores[from + chosen] ?? 0)) chosen = relation;
  }
  return labels.relations[chosen] ?? 'dep';
}

function findMentions(
  scores: NetworkScores,
  base: number,
  width: number,
  heads: Int32Array,
  types: number,
): readonly MentionSpan[] {
  const mentions: MentionSpan[] = [];
  const yields = findYields(heads);
  for (let head = 0; head < heads.length; head++) {
    const row = base + head;
    const type = highest(scores.types, row * types, (row + 1) * types) - row * types;
    if (type === 0) continue;
    const edges = {
      first: scores.first.subarray(row * width, (row + 1) * width),
      last: scores.last.subarray(row * width, (row + 1) * width),
    };
    const [first, last] = chooseBounds(edges, heads, yields, head);
    mentions.push({ first, last: last + 1, head, type });
  }
  return mentions.sort((a, b) => a.first - b.first || b.last - a.last || a.head - b.head);
}

/** Cut the rows of a sentence, its own and those of its words, out of a batch of padded sentences. */
function cutSpots({ spots }: NetworkScores, row: number, width: number, count: number): Float32Array {
  const from = row * (width + 1) * spotColumns;
  return spots?.slice(from, from + (count + 1) * spotColumns) ?? noSpots;
}
