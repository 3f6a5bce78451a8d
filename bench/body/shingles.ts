/** Precision and recall of one page; absent where there is nothing to divide by. */
export interface PageScore {
  readonly precision?: number;
  readonly recall?: number;
}

/** Averages over pages, and the F1 of the two averages. */
export interface BodyScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const size = 4;
/** Words; scripts without spaces between words are compared sign by sign. */
const token =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}])[\p{L}\p{N}_])+/gu;

/**
 * Compare a body with the marked one as the published evaluation does (scrapinghub, article-extraction-benchmark).
 *
 * Shingles of four `\w+` tokens with their counts; precision and recall of the counts.
 */
export function compareBodies(truth: string, found: string): PageScore {
  const expected = countShingles(truth);
  const actual = countShingles(found);
  let shared = 0;
  for (const [shingle, count] of expected) shared += Math.min(count, actual.get(shingle) ?? 0);
  const wanted = sum(expected);
  const given = sum(actual);
  return {
    ...(given === 0 ? {} : { precision: shared / given }),
    ...(wanted === 0 ? {} : { recall: shared / wanted }),
  };
}

/** Average over the pages, as the published evaluation does. */
export function averageScores(scores: readonly PageScore[]): BodyScore {
  const precision = average(scores.flatMap((score) => score.precision ?? []));
  const recall = average(scores.flatMap((score) => score.recall ?? []));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** Cut a text into the tokens that shingles are made of. */
export function cutTokens(text: string): readonly string[] {
  return text.match(token) ?? [];
}

function countShingles(text: string): ReadonlyMap<string, number> {
  const tokens = cutTokens(text);
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, tokens.length - size + 1) && tokens.length > 0; i += 1) {
    const shingle = tokens.slice(i, i + size).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

function average(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
