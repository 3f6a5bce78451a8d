const shortForms: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['fort', 'ft'],
  ['mount', 'mt'],
]);

/** Letters that do not decompose. */
const plainForms: ReadonlyMap<string, string> = new Map([
  ['ı', 'i'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['ß', 'ss'],
  ['đ', 'd'],
  ['æ', 'ae'],
]);

/** What a lower-case word is made of: ASCII letters alone, ASCII with marks or digits, or more. */
function readMake(word: string): 'letters' | 'ascii' | 'wide' {
  let make: 'letters' | 'ascii' = 'letters';
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code > 127) return 'wide';
    if (code < 97 || code > 122) make = 'ascii';
  }
  return make;
}

/** Strip diacritics, then all but letters and digits. */
function strip(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/[ıøłßđæ]/g, (letter) => plainForms.get(letter) ?? letter);
}

/**
 * Fold one word of a name to the form the gazetteer is keyed by: lower case, no diacritics, dots or apostrophes;
 * "Saint", "Fort" and "Mount" fold to their abbreviations.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  const make = readMake(lower);
  const folded = make === 'letters' ? lower : make === 'ascii' ? lower.replaceAll(/[^a-z0-9]/g, '') : strip(lower);
  return folded.length < 4 || folded.length > 5 ? folded : (shortForms.get(folded) ?? folded);
}

/** Fold a whole name: its words folded, hyphens and commas read as gaps, one space between words. */
export function foldName(name: string): string {
  return name
    .split(/[\s,\-‐‑–—/]+/u)
    .map(foldWord)
    .filter((word) => word !== '')
    .join(' ');
}
