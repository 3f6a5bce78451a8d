import boilerplate from '../../../data/boilerplate.json' with { type: 'json' };
import { compilePhrases } from '../phrases.ts';
import { countWords, type PageBlock, type PieceRule } from '../piece.ts';

const matches = compilePhrases(boilerplate.navigation);
const divider = /\s{3,}|\s*[|•·»›]\s*|\s>\s|\t+/;
const addressOnly = /^(?:(?:https?:\/\/|www\.)\S+\s*)+$/i;
const markOnly = /^[^\p{L}\p{N}]+$/u;

/** Know menus: section names, rows of short items with dividers or wide gaps between them, lines of marks alone. */
export const navigation: PieceRule = {
  name: 'navigation',
  judge(piece) {
    if (matches(piece)) return 'boilerplate';
    if (piece.text.length < 400 && (markOnly.test(piece.text) || addressOnly.test(piece.text))) return 'boilerplate';
    if (isTitled(piece)) return 'boilerplate';
    return isRow(piece.text) ? 'boilerplate' : undefined;
  },
};

/** "Section | Title" and the like; a title of five words before the mark is a headline with its site's name. */
function isTitled(piece: PageBlock): boolean {
  if (piece.words > 12 || piece.isSentence) return false;
  const first = /^(?!update)(.*?)\s\|\s/i.exec(piece.text)?.[1];
  return first !== undefined && countWords(first) < 5;
}

function isRow(text: string): boolean {
  if (text.length > 600) return false;
  const items = text.split(divider).filter((item) => item.length > 0);
  if (items.length < 3) return false;
  return items.every((item) => countWords(item) <= 4 && !/[.!?]$/.test(item));
}
