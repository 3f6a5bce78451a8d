import type { ItsFunction } from 'wink-nlp';
import type { Article, Layer, Producer, Range, Sentence, Token, Upos } from '../model/index.ts';
import { readAfresh } from './wink.ts';

const producer: Producer = { name: 'wink-eng-lite-web-model', version: '1.8.1' };

/** Tokens and sentences of one article's text. */
export interface TokenCut {
  readonly tokens: Layer<Token>;
  readonly sentences: Layer<Sentence>;
}

/** Where the tokens of a stretch stand and where its sentences begin, before they are joined into layers. */
interface TextStretch {
  readonly tokens: readonly Token[];
  /** Token counts of the stretch's sentences, in order. */
  readonly lengths: readonly number[];
}

/** Tokens past which a run without a full stop is cut: no sentence is longer, tables and lists of a bad page are. */
const longestSentence = 200;

/**
 * Set possessives apart before the tokenizer sees them.
 *
 * It takes any word it has once seen whole for one word to the end of the text, so that "people's" would be cut by what stands before.
 */
function partPossessives(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}.])(?=['’]s(?![\p{L}\p{N}]))/giu, ' ');
}

function cutStretch(value: string, range: Range): TextStretch {
  const text = partPossessives(value.slice(range.start, range.end));
  const { forms, tags, lemmas, spans } = readAfresh(text, (document, its) => ({
    forms: document.tokens().out() as string[],
    tags: document.tokens().out(its.pos) as string[],
    // The library types its lemma extractor more narrowly than it accepts.
    lemmas: document.tokens().out(its.lemma as ItsFunction<string>) as string[],
    spans: document.sentences().out(its.span) as [number, number][],
  }));
  const tokens: Token[] = [];
  const lengths: number[] = [];
  let position = range.start;
  for (const [first, last] of spans) {
    const before = tokens.length;
    for (let index = first; index <= last; index++) {
      const form = forms[index] ?? '';
      // The tokenizer folds white space, so each form is found again in the text itself: offsets stay true by construction.
      const start = value.indexOf(form, position);
      if (form.trim() === '' || start < 0 || start + form.length > range.end) continue;
      position = start + form.length;
      tokens.push({
        start,
        end: position,
        form,
        lower: form.toLowerCase(),
        lemma: (lemmas[index] ?? form).toLowerCase(),
        pos: (tags[index] ?? 'X') as Upos,
      });
    }
    for (let left = tokens.length - before; left > 0; left -= longestSentence)
      lengths.push(Math.min(left, longestSentence));
  }
  return { tokens, lengths };
}

/**
 * Cut an article into tokens and sentences, block by block, so that no sentence crosses from one block into another.
 *
 * Boilerplate blocks are not cut. Every token's form is the slice of the text it stands on; what lies between tokens is
 * white space only. Sentences name their tokens as [first, last) and their block by index.
 */
export function cutTokens(article: Pick<Article, 'text' | 'blocks'>): TokenCut {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  article.blocks.forEach((block, index) => {
    if (block.kind === 'boilerplate' || block.start >= block.end) return;
    const stretch = cutStretch(article.text.value, block);
    let first = tokens.length;
    tokens.push(...stretch.tokens);
    for (const length of stretch.lengths) {
      const opening = tokens[first];
      const closing = tokens[first + length - 1];
      if (opening !== undefined && closing !== undefined) {
        sentences.push({ start: opening.start, end: closing.end, first, last: first + length, block: index });
      }
      first += length;
    }
  });
  const { id } = article.text;
  return {
    tokens: { name: 'tokens', text: id, producer, items: tokens },
    sentences: { name: 'sentences', text: id, producer, items: sentences },
  };
}
