/** Fold case and diacritics: "Élise" becomes "elise"; "ø", a letter of its own, stays. */
export function foldLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Fold case and whatever stands between words: "The Hill-Side Courier." becomes "the hill side courier". */
export function foldWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Fold a name as reports write it: case, leading article, spaces, full stops and apostrophes are nothing. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[.’']/g, '').replace(/\s+/g, ' ').trim().replace(/^the /, '');
}
