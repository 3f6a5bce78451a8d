import { annotate } from '../../src/annotate/index.ts';
import { viewSentences } from '../../src/extract/index.ts';
import type { SentenceView } from '../../src/extract/view.ts';
import { type Article, type BlockKind, makeText } from '../../src/model/index.ts';

/** A gazetteer without places: the rules about people look up none. */
const gazetteer = { find: () => undefined, opens: () => false };
const context = { now: '2025-01-01T00:00:00Z', seed: 1 };

/** Annotate invented text and view it sentence by sentence; each line of the text is a block of the given kind. */
export function viewText(text: string, kind: BlockKind = 'body'): readonly SentenceView[] {
  const source = { id: 'test', mediaType: 'text/plain' };
  const blocks = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind,
    start: line.index,
    end: line.index + line[0].length,
  }));
  const article: Article = { id: 'test', source, text: makeText(text), dates: [], authors: [], language: 'en', blocks };
  return viewSentences(article, annotate(article, { gazetteer }, context).value);
}

/** Annotate invented text of one sentence; throws where it is cut into several or none. */
export function viewSentence(text: string, kind: BlockKind = 'body'): SentenceView {
  const [view, ...others] = viewText(text, kind);
  if (view === undefined || others.length > 0) throw new Error(`not one sentence: ${text}`);
  return view;
}
