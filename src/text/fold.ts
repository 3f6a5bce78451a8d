/** Fold case and diacritics: "Élise" becomes "elise"; "ø", a letter of its own, stays. */
export function foldLetters(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Most words are; of them taking marks off is ten times the work of folding case. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
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
