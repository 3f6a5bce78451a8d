import type { BenchPage } from './corpus.ts';
import { readArticle } from './recipes.ts';

const size = 4;

/** Print, by the confidence that blocks carry, how many there are and which share of them is of the marked body. */
export function printConfidence(pages: readonly BenchPage[]): string {
  const tally = new Map<number, { blocks: number; right: number }>();
  for (const page of pages) {
    const article = readArticle(page);
    const isMarked = markedFinder(page.truth);
    for (const { start, end, confidence } of article?.blocks ?? []) {
      if (confidence === undefined) continue;
      const known = tally.get(confidence) ?? { blocks: 0, right: 0 };
      known.blocks += 1;
      if (isMarked(article?.text.value.slice(start, end) ?? '')) known.right += 1;
      tally.set(confidence, known);
    }
  }
  return [...tally]
    .sort(([a], [b]) => b - a)
    .map(([confidence, { blocks, right }]) => {
      const share = (right / blocks).toFixed(3);
      return `  confidence ${confidence.toFixed(2)}: ${blocks} blocks, ${share} of them in the marked body\n`;
    })
    .join('');
}

/** A block is of the body where half of its 4-grams are; one of fewer words where they stand in a row there. */
function markedFinder(truth: string): (text: string) => boolean {
  const words = cutWords(truth);
  const marked = new Set(listShingles(words));
  const row = ` ${words.join(' ')} `;
  return (text) => {
    const own = cutWords(text);
    if (own.length < size) return row.includes(` ${own.join(' ')} `);
    const shingles = listShingles(own);
    return shingles.filter((shingle) => marked.has(shingle)).length * 2 >= shingles.length;
  };
}

function cutWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function listShingles(words: readonly string[]): readonly string[] {
  return words.slice(size - 1).map((_, i) => words.slice(i, i + size).join(' '));
}
