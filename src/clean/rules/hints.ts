import markup from '../../../data/markup.json' with { type: 'json' };
import type { PageBlock, PieceRule } from '../piece.ts';

/** Words of class and id names that say what a block is, whatever its own words; the nearest names count. */
const nearest = 3;
const captionWords =
  /(?:caption(?:[-_]?text)?|cutline|photo[-_]?credit|image[-_]?credit|picture[-_]?credit|photographer)s?$/;
const writerWords: ReadonlySet<string> = new Set(markup.writerNames);
const maxWriterWords = 80;
const bylineWords: ReadonlySet<string> = new Set(markup.bylineNames);
const stampName = new RegExp(markup.stampNames.join('|'));
const changeName = /updat|modif|chang|last/;
const asideWords: ReadonlySet<string> = new Set(markup.asideNames);
const maxAsideWords = 40;
const maxBylineWords = 16;

/** Know captions, bylines and asides by what the page's markup calls them. */
export const hints: PieceRule = {
  name: 'markup',
  judge(piece) {
    if (piece.hints.length === 0) return undefined;
    const near = piece.hints.slice(-nearest);
    if (near.some((name) => captionWords.test(name))) return 'caption';
    const names = near.flatMap(splitName);
    if (piece.words <= maxWriterWords && names.some((name) => writerWords.has(name))) return 'boilerplate';
    if (piece.words <= maxBylineWords && names.some((name) => bylineWords.has(name))) return 'boilerplate';
    return piece.words <= maxAsideWords && names.some((name) => asideWords.has(name)) ? 'boilerplate' : undefined;
  },
};

/** Tell whether the page's markup calls a piece the line that names its writers. */
export function isNamedByline({ hints: names, words }: Pick<PageBlock, 'hints' | 'words'>): boolean {
  return (
    words <= maxBylineWords &&
    names.slice(-nearest).some((name) => splitName(name).some((word) => bylineWords.has(word)))
  );
}

/** Tell whether the page's markup calls a piece its date; its own name and the one around it count. */
export function isNamedStamp({ hints: names, words }: Pick<PageBlock, 'hints' | 'words'>): boolean {
  return words <= maxBylineWords && names.slice(-2).some((name) => stampName.test(name) && !changeName.test(name));
}

/** A class name, its words, and its neighbouring words run together ("photo-credit" is also "photocredit"). */
function splitName(name: string): readonly string[] {
  const words = name.split(/[-_:]+/).filter((word) => word.length > 0);
  if (words.length > 3) return [];
  return [...words, ...words.slice(1).map((word, i) => `${words[i]}${word}`)];
}
