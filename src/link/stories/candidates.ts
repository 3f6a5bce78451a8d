import type { Edge } from '../cluster.ts';
import { cosine, type TermVector } from './terms.ts';

export interface CandidateOptions {
  /** Terms in more articles than this find no candidates. */
  readonly maxTermArticles: number;
  /** Pairs whose vectors are less alike than this are never looked at. */
  readonly minCosine: number;
}

interface Posting {
  readonly articles: number[];
  readonly weights: number[];
}

function indexTerms(vectors: readonly TermVector[]): readonly Posting[] {
  const postings: Posting[] = [];
  vectors.forEach(({ terms, weights }, article) => {
    terms.forEach((term, at) => {
      postings[term] ??= { articles: [], weights: [] };
      postings[term].articles.push(article);
      postings[term].weights.push(weights[at] ?? 0);
    });
  });
  return postings;
}

/** Add a term's share to the sums of all articles after `a`. */
function addProducts(posting: Posting, a: number, weight: number, sums: Float64Array, touched: number[]): void {
  for (let at = posting.articles.length - 1; at >= 0; at -= 1) {
    const b = posting.articles[at] ?? 0;
    if (b <= a) break;
    if (sums[b] === 0) touched.push(b);
    sums[b] = (sums[b] ?? 0) + weight * (posting.weights[at] ?? 0);
  }
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
    vector.terms.forEach((term, at) => {
      const posting = postings[term];
      if (posting !== undefined && posting.articles.length <= options.maxTermArticles) {
        addProducts(posting, a, vector.weights[at] ?? 0, sums, touched);
      }
    });
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
