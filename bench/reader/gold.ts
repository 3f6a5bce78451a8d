/** A typed mention of GUM: words [`start`, `end`) of its sentence. */
export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly entity: string;
  readonly head: number;
}

/** A name: words [`start`, `end`) of its sentence. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  /** PER, ORG or LOC. */
  readonly type: string;
}

/** A sentence in gold words with whatever its corpus annotates. */
export interface GoldSentence {
  readonly words: readonly string[];
  readonly document: string;
  readonly genre: string;
  readonly tree?: GoldTree;
  readonly mentions?: readonly GoldMention[];
  readonly names?: readonly NameSpan[];
}

/** Words by universal tags, lemmas, heads (from 1; 0 is the root) and relations. */
export interface GoldTree {
  readonly upos: readonly string[];
  readonly lemmas: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

/** What a reader says of one sentence; heads as in gold, absent parts are not scored. */
export interface ReaderSentence {
  readonly upos: readonly string[];
  readonly lemmas?: readonly string[];
  readonly heads: readonly number[];
  readonly relations?: readonly string[];
  readonly mentions?: readonly ReadMention[];
  readonly names: readonly NameSpan[];
  /** Names as whole noun phrases, of a reader without mentions. */
  readonly phrases?: readonly NameSpan[];
}

/** A mention as read, with the number of its entity in the document. */
export interface ReadMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly head: number;
  readonly entity: number;
}

/** Read BIO tags as names; an `I-` that continues nothing begins one. Only people, organisations and places are kept. */
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
