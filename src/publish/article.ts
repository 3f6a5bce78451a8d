import type { Article } from '../model/index.ts';

/**
 * Print an article as one line of JSON: `id, path, url, outlet, headline, published, language, authors, text`; what is not known is null.
 *
 * With `details` also every stated day, section, links, conflicts with the field that states them, and each block's kind and confidence.
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
