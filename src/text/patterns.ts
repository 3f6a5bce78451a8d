/** Put words into a pattern as they stand. */
export function escapePattern(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Make a pattern that matches one of some words, the first of them that fits. */
export function anyOf(words: readonly string[]): string {
  return `(?:${words.map(escapePattern).join('|')})`;
}
