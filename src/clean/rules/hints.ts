import type { PieceRule } from '../piece.ts';

/** Words of class and id names that say what a block is, whatever its own words; the nearest names count. */
const nearest = 3;
const captionWords =
  /^(?:caption|cutline|photocredit|imagecredit|photographer|captiontext|wpcaptiontext|imagecaption|photocaption|mediacaption)$/;
const bylineWords = /^(?:byline|bylines|authorname|articlebyline|postedby|dateline-byline)$/;
const asideWords =
  /^(?:copyright|newsletter|newsletters|signup|subscribe|related|relatedlinks|relatedcontent|readmore|morestories|recirc|recirculation|promo|sponsored|advert|advertisement|trending|cta|sharebar|socialshare|sharing|comments|breadcrumb|breadcrumbs|tags|taglist)$/;
const maxAsideWords = 40;
const maxBylineWords = 16;

/** Know captions, bylines and asides by what the page's markup calls them. */
export const hints: PieceRule = {
  name: 'markup',
  judge(piece) {
    if (piece.hints.length === 0) return undefined;
    const names = piece.hints.slice(-nearest).flatMap(splitName);
    if (names.some((name) => captionWords.test(name))) return 'caption';
    if (piece.words <= maxBylineWords && names.some((name) => bylineWords.test(name))) return 'boilerplate';
    return piece.words <= maxAsideWords && names.some((name) => asideWords.test(name)) ? 'boilerplate' : undefined;
  },
};

/** A class name, its words, and its neighbouring words run together ("photo-credit" is also "photocredit"). */
function splitName(name: string): readonly string[] {
  const words = name.split(/[-_:]+/).filter((word) => word.length > 0);
  if (words.length > 3) return [];
  return [...words, ...words.slice(1).map((word, i) => `${words[i]}${word}`)];
}
