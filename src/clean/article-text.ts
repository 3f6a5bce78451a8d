import type { Article, BlockKind } from '../model/index.ts';

const content: ReadonlySet<BlockKind> = new Set(['lead', 'body', 'quote', 'list']);

/** Give the report's own text, paragraph by paragraph: no headline, captions or boilerplate. */
export function articleText(article: Pick<Article, 'text' | 'blocks'>): string {
  return article.blocks
    .filter((block) => content.has(block.kind))
    .map((block) => article.text.value.slice(block.start, block.end))
    .join('\n\n');
}
