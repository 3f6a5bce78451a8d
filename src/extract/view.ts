import type {
  Annotations,
  Article,
  BlockKind,
  NameMention,
  PlaceMention,
  Quantity,
  Range,
  TimeExpression,
  Token,
} from '../model/index.ts';
import { type Parse, parseSentences } from './dependencies.ts';
import { joinProperNames } from './proper-names.ts';
import { mendTags } from './tags.ts';

/** An annotation with the tokens of its sentence it stands on, [`first`, `last`). */
export type TokenSpan<T> = T & { readonly first: number; readonly last: number };

/** One sentence with everything annotate says of it; all indices count its own tokens. */
export interface SentenceView extends Range {
  readonly index: number;
  readonly block: BlockKind;
  /** Index of the block: sentences of one paragraph share it. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  /** Lower-case words joined by one space, for phrases; `wordStarts` is where each token's begins in it. */
  readonly words: string;
  readonly wordStarts: readonly number[];
  readonly quantities: readonly TokenSpan<Quantity>[];
  readonly times: readonly TokenSpan<TimeExpression>[];
  readonly places: readonly TokenSpan<PlaceMention>[];
  readonly names: readonly TokenSpan<NameMention>[];
  /** What the trained reader says of it; absent where it did not read it. */
  readonly parse: Parse | undefined;
  /** Per token, the quantity that covers it. */
  readonly quantityOver: readonly (TokenSpan<Quantity> | undefined)[];
  /** Per token, the name that covers it. */
  readonly nameOver: readonly (TokenSpan<NameMention> | undefined)[];
  /** All sentences of the article in order, this one included. */
  readonly siblings: readonly SentenceView[];
}

interface Cursor {
  item: number;
}

function placeItems<T extends Range>(
  items: readonly T[],
  cursor: Cursor,
  tokens: readonly Token[],
  sentence: Range,
): readonly TokenSpan<T>[] {
  const placed: TokenSpan<T>[] = [];
  let first = 0;
  for (; cursor.item < items.length; cursor.item++) {
    const item = items[cursor.item];
    if (item === undefined || item.start >= sentence.end) break;
    if (item.end <= sentence.start) continue;
    // Items are sorted by start, so the search goes on where it stopped.
    while (first < tokens.length && (tokens[first]?.end ?? 0) <= item.start) first++;
    if (first === tokens.length) continue;
    let last = first;
    while (last < tokens.length && (tokens[last]?.start ?? Number.POSITIVE_INFINITY) < item.end) last++;
    placed.push({ ...item, first, last });
  }
  return placed;
}

/** Lay disjoint items over the tokens they cover. */
function coverTokens<T>(items: readonly TokenSpan<T>[], count: number): readonly (TokenSpan<T> | undefined)[] {
  if (items.length === 0) return [];
  const covers = new Array<TokenSpan<T> | undefined>(count).fill(undefined);
  for (const item of items) covers.fill(item, item.first, item.last);
  return covers;
}

function startWords(tokens: readonly Token[]): readonly number[] {
  let next = 0;
  return tokens.map(({ lower }) => {
    const start = next;
    next += lower.length + 1;
    return start;
  });
}

/**
 * Take tags from the trained reader where it read a sentence: they are right more often. Lemmas of words it tags alike stay those of
 * the dictionary, which knows rare verbs better than rules of endings do.
 */
function preferWords({ tokens, deep }: Annotations): readonly Token[] {
  if (deep === undefined) return tokens.items;
  const tagged = [...tokens.items];
  for (const { token, upos, lemma, deprel } of deep.syntax.items) {
    const plain = tagged[token];
    // "38 wounded people": the treebanks call it a verb, the rules an adjective.
    const pos = upos === 'VERB' && deprel === 'amod' ? 'ADJ' : upos;
    if (plain !== undefined && plain.pos !== pos) tagged[token] = { ...plain, pos, lemma: lemma.toLowerCase() };
  }
  return tagged;
}

/** Lay the layers of an article out sentence by sentence; layers are sorted, so one pass suffices. */
export function viewSentences(article: Article, annotations: Annotations): readonly SentenceView[] {
  const cursors = { quantities: { item: 0 }, times: { item: 0 }, places: { item: 0 }, names: { item: 0 } };
  const tagged = preferWords(annotations);
  const named = joinProperNames(annotations);
  const parse = parseSentences(annotations);
  const siblings: SentenceView[] = [];
  for (const [index, sentence] of annotations.sentences.items.entries()) {
    const block = article.blocks[sentence.block]?.kind ?? 'body';
    const tokens = mendTags(tagged.slice(sentence.first, sentence.last), block);
    const quantities = placeItems(annotations.quantities.items, cursors.quantities, tokens, sentence);
    const names = placeItems(named, cursors.names, tokens, sentence);
    siblings.push({
      start: sentence.start,
      end: sentence.end,
      index,
      block,
      paragraph: sentence.block,
      tokens,
      words: tokens.map(({ lower }) => lower).join(' '),
      wordStarts: startWords(tokens),
      quantities,
      times: placeItems(annotations.times.items, cursors.times, tokens, sentence),
      places: placeItems(annotations.places.items, cursors.places, tokens, sentence),
      names,
      parse: parse(sentence),
      quantityOver: coverTokens(quantities, tokens.length),
      nameOver: coverTokens(names, tokens.length),
      siblings,
    });
  }
  return siblings;
}

/** Give the lower-case word at a token index, or '' outside the sentence. */
export function wordAt(view: SentenceView, at: number): string {
  return view.tokens[at]?.lower ?? '';
}

/** Give the range from one token to another, [`first`, `last`). */
export function rangeOf(view: SentenceView, first: number, last: number): Range {
  const opening = view.tokens[Math.max(0, first)];
  const closing = view.tokens[Math.min(view.tokens.length, last) - 1];
  return { start: opening?.start ?? view.start, end: closing?.end ?? view.end };
}
