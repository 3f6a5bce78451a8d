import type { Article } from '../model/index.ts';

/**
 * Print an article as one line of JSON: `id, path, url, outlet, headline, published, language, authors, text`; a field that is
 * not known is null.
 *
 * With `details` also every date the page states, its section and links, metadata fields that contradict each other, and each
 * block's kind and confidence (0 to 1).
 */
export function publishArticle(article: Article, { details = false }: { readonly details?: boolean } = {}): string {
  const line = {
    id: article.id,
    path: article.source.path ?? article.source.url ?? null,
    url: article.url ?? article.source.url ?? null,
    outlet: article.outlet ?? null,
    headline: article.headline ?? null,
    published: article.published?.value ?? null,
    language: article.language,
    authors: article.authors,
    text: article.text.value,
  };
  return `${JSON.stringify(details ? { ...line, ...detailsOf(article) } : line)}\n`;
}

function detailsOf(article: Article): object {
  return {
    modified: article.modified?.value ?? null,
    dates: article.dates,
    wire: article.wire ?? null,
    section: article.section ?? null,
    canonical: article.canonical ?? null,
    syndicated: article.syndicated ?? [],
    stated: article.stated ?? [],
    blocks: article.blocks,
  };
}
