import type { Article } from '../../model/index.ts';
import { lowerAt, type Words } from '../names/words.ts';
import type { PlaceCandidate } from './candidates.ts';

const dash = /^(?:[-–—:]|--)$/u;
const reach = 14;

/** Tell whether a dash or colon closes a dateline that begins at `first`: within a few tokens, on the same line. */
function closes(words: Words, first: number, last: number): boolean {
  const spoken = words.tokens[first]?.form ?? '';
  const capitals = spoken === spoken.toUpperCase();
  const end = Math.min(words.tokens.length, first + reach);
  for (let at = last; at < end; at++) {
    const form = words.tokens[at]?.form ?? '';
    const glued =
      words.tokens[at - 1]?.end === words.tokens[at]?.start && words.tokens[at]?.end === words.tokens[at + 1]?.start;
    if (dash.test(form)) return !glued && (capitals || at - last <= 6);
    const inside = form === ',' || form === '(' || form === ')' || words.capital[at] === 1 || /^\d+$/.test(form);
    if (!inside) return capitals && lowerAt(words, last) === '(';
  }
  return false;
}

/**
 * Mark the place a block's text is datelined from: "VESK, Ruritania (Agency) —", "VESK —", "VESK, RURITANIA - MARCH 24:".
 *
 * It must open its block; only lead and body blocks have datelines.
 */
export function markDatelines(
  article: Pick<Article, 'blocks'>,
  words: Words,
  candidates: readonly PlaceCandidate[],
): readonly PlaceCandidate[] {
  const openers = new Set<number>();
  let block = -1;
  for (const sentence of words.sentences) {
    if (sentence.block === block) continue;
    block = sentence.block;
    const kind = article.blocks[block]?.kind;
    if (kind === 'headline' || kind === 'boilerplate') continue;
    // A scraper's dash or bullet may stand before it.
    openers.add(sentence.first);
    if (words.folded[sentence.first] === '') openers.add(sentence.first + 1);
  }
  return candidates.map((candidate) =>
    openers.has(candidate.first) &&
    !candidate.demonym &&
    candidate.rule !== 'preposition' &&
    closes(words, candidate.first, candidate.last)
      ? { ...candidate, rule: 'dateline' }
      : candidate,
  );
}
