import type { PageBlock } from './piece.ts';

const leastWords = 8;
const mostLinked = 0.5;

/**
 * Take back paragraphs and quotations that the body finder dropped from the midst of the body.
 *
 * A dropped piece returns where it stands between kept ones, reads as text, and lies in the same place of the page as a kept
 * paragraph (the same chain of class names), or is a quotation.
 */
export function mendBody(pieces: readonly PageBlock[]): readonly PageBlock[] {
  const first = pieces.findIndex((piece) => piece.inBody === true);
  const last = pieces.findLastIndex((piece) => piece.inBody === true);
  if (first < 0) return pieces;
  const places = new Set(pieces.filter((piece) => piece.inBody === true && piece.tag === 'p').map(nameplace));
  return pieces.map((piece, i) => {
    if (i < first || i > last || piece.inBody !== false) return piece;
    const isText = piece.words >= leastWords && piece.linkDensity < mostLinked;
    const belongs = piece.tag === 'blockquote' || (piece.tag === 'p' && isText && places.has(nameplace(piece)));
    return belongs ? { ...piece, inBody: true } : piece;
  });
}

function nameplace(piece: PageBlock): string {
  return piece.hints.join(' ');
}
