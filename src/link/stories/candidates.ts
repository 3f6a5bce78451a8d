import type { Edge } from '../cluster.ts';
import { cosine, type TermVector } from './terms.ts';

export interface CandidateOptions {
  /** Terms in more articles than this find no candidates. */
  readonly maxTermArticles: number;
  /** Pairs whose vectors are less alike than this are never looked at. */
  readonly minCosine: number;
}

type Postings = ReadonlyMap<string, { readonly articles: readonly number[]; readonly weights: readonly number[] }>;

function indexTerms(vectors: readonly TermVector[]): Postings {
  const postings = new Map<string, { articles: number[]; weights: number[] }>();
  vectors.forEach((vector, article) => {
    for (const [term, weight] of vector) {
      const posting = postings.get(term) ?? { articles: [], weights: [] };
      posting.articles.push(article);
      posting.weights.push(weight);
      postings.set(term, posting);
    }
  });
  return postings;
}

/**
 * Find pairs of articles alike enough to compare, through an inverted index of their terms.
 *
 * Never compares all with all: an article meets only those it shares a not too frequent term with. `a < b`, each pair once.
 */
export function findAlike(vectors: readonly TermVector[], options: CandidateOptions): readonly Edge[] {
  const postings = indexTerms(vectors);
  const sums = new Float64Array(vectors.length);
  const edges: Edge[] = [];
  vectors.forEach((vector, a) => {
    const touched: number[] = [];
    for (const [term, weight] of vector) {
      const posting = postings.get(term);
      if (posting === undefined || posting.articles.length > options.maxTermArticles) continue;
      for (let at = posting.articles.length - 1; at >= 0; at -= 1) {
        const b = posting.articles[at] ?? 0;
        if (b <= a) break;
        if (sums[b] === 0) touched.push(b);
        sums[b] = (sums[b] ?? 0) + weight * (posting.weights[at] ?? 0);
      }
    }
    for (const b of touched.sort((x, y) => x - y)) {
      const other = vectors[b];
      // The rest of the vectors, terms too frequent for the index, seldom adds more than half again.
      if (other !== undefined && (sums[b] ?? 0) >= options.minCosine / 2) {
        const score = cosine(vector, other);
        if (score >= options.minCosine) edges.push({ a, b, score });
      }
      sums[b] = 0;
    }
  });
  return edges;
}
