/** A typed mention of GUM: the words [`start`, `end`) of its sentence. */
export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly entity: string;
  readonly head: number;
}

/** A name: the words [`start`, `end`) of its sentence. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  /** PER, ORG or LOC. */
  readonly type: string;
}

/** A sentence as a list of words, with what its corpus annotates. */
export interface GoldSentence {
  readonly words: readonly string[];
  readonly document: string;
  readonly genre: string;
  readonly tree?: GoldTree;
  readonly mentions?: readonly GoldMention[];
  readonly names?: readonly NameSpan[];
}

/** For each word its universal tag, lemma, head (counted from 1; 0 is the root) and relation. */
export interface GoldTree {
  readonly upos: readonly string[];
  readonly lemmas: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

/** A reader's analysis of a sentence; heads as in the gold, absent parts are not scored. */
export interface ReaderSentence {
  readonly upos: readonly string[];
  readonly lemmas?: readonly string[];
  readonly heads: readonly number[];
  readonly relations?: readonly string[];
  readonly mentions?: readonly ReadMention[];
  readonly names: readonly NameSpan[];
  /** Names as whole noun phrases, for a reader without mentions. */
  readonly phrases?: readonly NameSpan[];
}

/** A mention as read, with the number of its entity within the document. */
export interface ReadMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly head: number;
  readonly entity: number;
}

/** Turn BIO tags into names; an `I-` tag that continues no name begins one. Only persons, organisations and places are kept. */
export function nameSpans(tags: readonly string[]): readonly NameSpan[] {
  const spans: NameSpan[] = [];
  let start = -1;
  let type = '';
  for (const [at, tag] of [...tags, 'O'].entries()) {
    const goes = start >= 0 && tag.startsWith('I') && tag.slice(2) === type;
    if (start >= 0 && !goes) {
      spans.push({ start, end: at, type });
      start = -1;
    }
    if (tag.startsWith('B') || (tag.startsWith('I') && !goes)) {
      start = at;
      type = tag.slice(2);
    }
  }
  return spans.filter(({ type: kind }) => kind === 'PER' || kind === 'ORG' || kind === 'LOC');
}
