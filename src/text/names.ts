import titles from '../../data/person-titles.json' with { type: 'json' };
import { compareText, type Range } from '../model/index.ts';
import { anyOf, escapePattern } from './patterns.ts';

/** A family or given name of fewer letters than this is looked for only within the full name. */
const minLetters = 3;

/** Given names that are words as well ("Will", "Hope"): alone, where a sentence begins, they may mean anything. */
const words: ReadonlySet<string> = new Set(titles.wordNames);

const alone = (forms: readonly string[]): string => `(?<![\\p{L}\\p{N}])${anyOf(forms)}(?![\\p{L}\\p{N}])`;

/** Make a pattern of given names that stand alone: neither part of another's name ("Mary Ada", "Ada Renn") nor a place ("in Jordan"). */
function givenPattern(given: readonly string[], before = ''): RegExp {
  return new RegExp(`${before}(?<!\\p{Lu}\\p{L}*\\s)(?<!\\b(?:in|near|at)\\s)${alone(given)}(?!\\s+\\p{Lu})`, 'gu');
}

const midSentence = '(?<=[\\p{Ll},;]\\s)';

const isPrinted = (name: string): boolean => name.length >= minLetters && /^\p{Lu}/u.test(name);

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
 * Find where a text names some people, by full name, or by family or given name as written; ranges in UTF-16 code units, sorted, apart.
 *
 * Yes: "Ada Quill … Quill had worked", "Ada was a nurse". No: "Quillan", a family name in lower case ("a quill"), the given name in the
 * name of another ("Ada Renn").
 */
export function findNames(text: string, names: readonly string[]): readonly Range[] {
  const parts = names.map((name) => name.trim().split(/\s+/));
  const families = [...new Set(parts.flatMap((part) => part.at(-1) ?? []))].filter(isPrinted).sort();
  const given = [...new Set(parts.flatMap((part) => (part.length > 1 ? (part[0] ?? []) : [])))]
    .filter(isPrinted)
    .sort();
  const plain = given.filter((name) => !words.has(name.toLowerCase()));
  const wordy = given.filter((name) => words.has(name.toLowerCase()));
  const patterns = [
    namePattern(names),
    families.length === 0 ? undefined : new RegExp(alone(families), 'gu'),
    plain.length === 0 ? undefined : givenPattern(plain),
    wordy.length === 0 ? undefined : givenPattern(wordy, midSentence),
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
