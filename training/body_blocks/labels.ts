import { cutTokens } from '../../bench/body/shingles.ts';

/** What is known of a page's blocks. */
export interface BlockLabels {
  /** 1 of the body, 0 not, -1 not known. */
  readonly labels: readonly number[];
  /** Tokens a block. */
  readonly counts: readonly number[];
  /** Tokens of the marked body. */
  readonly wanted: number;
}

const size = 4;
const leastShare = 0.5;

/** Label blocks by the marked body: those half of whose 4-grams stand in it; shorter ones where they stand in a row between such. */
export function labelByBody(texts: readonly string[], truth: string): BlockLabels {
  const words = cutTokens(truth);
  const left = countShingles(words);
  const row = ` ${words.join(' ')} `;
  const tokens = texts.map((text) => cutTokens(text));
  const shares = tokens.map((own) => shareOf(own, left));
  const isLong = (i: number): boolean => (tokens[i]?.length ?? 0) >= size + 2;
  const first = shares.findIndex((share, i) => isLong(i) && share >= leastShare);
  const last = shares.findLastIndex((share, i) => isLong(i) && share >= leastShare);
  const support = (i: number): number => sumAround(shares, tokens, i);
  const order = texts.map((_, i) => i).sort((a, b) => support(b) - support(a) || a - b);
  const labels = texts.map(() => 0);
  for (const i of order) {
    const own = tokens[i] ?? [];
    if (own.length === 0) continue;
    const isInside = i >= first - 2 && i <= last + 1;
    if (own.length < size) labels[i] = isInside && row.includes(` ${own.join(' ')} `) ? 1 : 0;
    else if (shareOf(own, left) >= leastShare && (isLong(i) || isInside)) {
      labels[i] = 1;
      take(own, left);
    }
  }
  return { labels, counts: tokens.map((own) => own.length), wanted: words.length };
}

/** Label blocks by phrases that must and must not stand in the body; of others nothing is known. */
export function labelByPhrases(
  texts: readonly string[],
  { wanted, unwanted }: { readonly wanted: readonly string[]; readonly unwanted: readonly string[] },
): BlockLabels {
  const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const holds = (text: string, phrases: readonly string[]): boolean => phrases.some((phrase) => text.includes(flat(phrase)));
  const labels = texts.map(flat).map((text) => (holds(text, wanted) ? 1 : holds(text, unwanted) ? 0 : -1));
  return { labels, counts: texts.map((text) => cutTokens(text).length), wanted: 0 };
}

function countShingles(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const shingle of listShingles(tokens)) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  return counts;
}

function listShingles(tokens: readonly string[]): readonly string[] {
  return tokens.slice(size - 1).map((_, i) => tokens.slice(i, i + size).join(' '));
}

function shareOf(tokens: readonly string[], left: ReadonlyMap<string, number>): number {
  const shingles = listShingles(tokens);
  if (shingles.length === 0) return 0;
  return shingles.filter((shingle) => (left.get(shingle) ?? 0) > 0).length / shingles.length;
}

/** What stands twice on a page is of the body where its neighbours are. */
function sumAround(shares: readonly number[], tokens: readonly (readonly string[])[], i: number): number {
  let sum = 0;
  for (let at = i - 3; at <= i + 3; at += 1) sum += (shares[at] ?? 0) * Math.min(40, tokens[at]?.length ?? 0);
  return sum;
}

function take(tokens: readonly string[], left: Map<string, number>): void {
  for (const shingle of listShingles(tokens)) left.set(shingle, (left.get(shingle) ?? 0) - 1);
}
