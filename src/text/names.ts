import { compareText, type Range } from '../model/index.ts';
import { anyOf, escapePattern } from './patterns.ts';

/** A family name of fewer letters than this is looked for only within the full name. */
const minFamilyLetters = 3;

/** Make a pattern of some full names, in any case and with any joint between their words ("ada-quill" in an address). */
export function namePattern(names: readonly string[]): RegExp | undefined {
  const full = [...new Set(names.map((name) => name.trim()))].filter((name) => /\s/.test(name));
  if (full.length === 0) return undefined;
  const forms = full
    .sort((a, b) => b.length - a.length || compareText(a, b))
    .map((name) => name.split(/\s+/).map(escapePattern).join('[\\s_+.-]+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/**
 * Find where a text names some people, by full name or by family name as written; ranges in UTF-16 code units, sorted, apart.
 *
 * Yes: "Ada Quill … Quill had worked". No: "Quillan", and a family name in lower case ("a quill").
 */
export function findNames(text: string, names: readonly string[]): readonly Range[] {
  const families = names
    .map((name) => name.trim().split(/\s+/).at(-1) ?? '')
    .filter((name) => name.length >= minFamilyLetters && /^\p{Lu}/u.test(name));
  const patterns = [
    namePattern(names),
    families.length === 0
      ? undefined
      : new RegExp(`(?<![\\p{L}\\p{N}])${anyOf([...new Set(families)].sort())}(?![\\p{L}\\p{N}])`, 'gu'),
  ].filter((pattern) => pattern !== undefined);
  const found = patterns
    .flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ start: index, end: index + words.length })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Range[] = [];
  for (const range of found) {
    if (range.start >= (apart.at(-1)?.end ?? 0)) apart.push(range);
  }
  return apart;
}
