import { wordOfNumber } from '../../text/number-words.ts';
/** Spell small counts out, as a sober sentence does. */
export function sayNumber(count: number): string {
  if (count === 0) return 'no';
  return (count <= 10 ? wordOfNumber(count) : undefined) ?? `${count}`;
}

/** Put a capital at the start. */
export function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Join with commas and "and". */
export function joinWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** Say how many reports, and how many of them at most independent, do something: "Three reports, at most two independent, give". */
export function sayReports(reports: number, independent: number, verb: string): string {
  const subject = `${sayNumber(reports)} report${reports === 1 ? '' : 's'}`;
  const limit = independent < reports ? `, at most ${sayNumber(independent)} independent,` : '';
  return `${capitalise(subject)}${limit} ${reports === 1 ? `${verb}s` : verb}`;
}
