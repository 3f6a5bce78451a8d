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

/** An annotation with the tokens of its sentence it stands on, [`first`, `last`). */
export type Placed<T> = T & { readonly first: number; readonly last: number };

/** One sentence with everything annotate says of it; all indices count its own tokens. */
export interface SentenceView extends Range {
  readonly index: number;
  readonly block: BlockKind;
  /** Index of the block: sentences of one paragraph share it. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  readonly quantities: readonly Placed<Quantity>[];
  readonly times: readonly Placed<TimeExpression>[];
  readonly places: readonly Placed<PlaceMention>[];
  readonly names: readonly Placed<NameMention>[];
}

function placeItems<T extends Range>(
  items: readonly T[],
  cursor: { at: number },
  tokens: readonly Token[],
  sentence: Range,
): Placed<T>[] {
  const placed: Placed<T>[] = [];
  for (; cursor.at < items.length; cursor.at++) {
    const item = items[cursor.at];
    if (item === undefined || item.start >= sentence.end) break;
    if (item.end <= sentence.start) continue;
    const first = tokens.findIndex((token) => token.end > item.start);
    if (first < 0) continue;
    let last = first;
    while (last < tokens.length && (tokens[last]?.start ?? Number.POSITIVE_INFINITY) < item.end) last++;
    placed.push({ ...item, first, last });
  }
  return placed;
}

/** Lay the layers of an article out sentence by sentence; layers are sorted, so one pass suffices. */
export function viewSentences(article: Article, annotations: Annotations): readonly SentenceView[] {
  const cursors = { quantities: { at: 0 }, times: { at: 0 }, places: { at: 0 }, names: { at: 0 } };
  return annotations.sentences.items.map((sentence, index) => {
    const tokens = annotations.tokens.items.slice(sentence.first, sentence.last);
    return {
      start: sentence.start,
      end: sentence.end,
      index,
      block: article.blocks[sentence.block]?.kind ?? 'body',
      paragraph: sentence.block,
      tokens,
      quantities: placeItems(annotations.quantities.items, cursors.quantities, tokens, sentence),
      times: placeItems(annotations.times.items, cursors.times, tokens, sentence),
      places: placeItems(annotations.places.items, cursors.places, tokens, sentence),
      names: placeItems(annotations.names.items, cursors.names, tokens, sentence),
    };
  });
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
