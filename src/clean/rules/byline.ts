import pageWords from '../../../data/page-words.json' with { type: 'json' };
import type { PieceRule } from '../piece.ts';

const known: ReadonlySet<string> = new Set(pageWords.bylineWords);
const maxWords = 22;

/** Know lines that name the writer and nothing else. */
export const byline: PieceRule = {
  name: 'byline',
  judge(piece) {
    if (piece.words < 2 || piece.words > maxWords || (piece.isSentence && !/\b[ap]\.m\.$/.test(piece.text)))
      return undefined;
    if (!/^(?:by|BY|By|Written by|Story by|Report by|Posted by)[:\s]+[\p{Lu}@]/u.test(piece.text)) return undefined;
    const lowerCase = piece.text.match(/(?:^|\s)\p{Ll}{3,}/gu)?.filter((word) => !known.has(word.trim())) ?? [];
    return lowerCase.length <= 2 ? 'boilerplate' : undefined;
  },
};
