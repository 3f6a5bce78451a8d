const shortForms: Readonly<Record<string, string>> = { saint: 'st', fort: 'ft', mount: 'mt' };

/**
 * Fold one word of a name to the form the gazetteer is keyed by: lower case, no diacritics, dots or apostrophes;
 * "Saint", "Fort" and "Mount" fold to their abbreviations.
 */
export function foldWord(word: string): string {
  let folded = word.toLowerCase();
  // Plain ASCII letters, the common case, need no decomposition.
  if (!/^[a-z]*$/.test(folded)) {
    folded = folded
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .replaceAll('ı', 'i')
      .replaceAll('ø', 'o')
      .replaceAll('ł', 'l')
      .replaceAll('ß', 'ss')
      .replaceAll('đ', 'd');
  }
  return shortForms[folded] ?? folded;
}

/** Fold a whole name: its words folded, hyphens and commas read as gaps, one space between words. */
export function foldName(name: string): string {
  return name
    .split(/[\s,\-‐‑–—/]+/u)
    .map(foldWord)
    .filter((word) => word !== '')
    .join(' ');
}
