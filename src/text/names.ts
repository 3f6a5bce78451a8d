import titles from '../../data/person-titles.json' with { type: 'json' };
import { compareText, type Range } from '../model/index.ts';
import { widenName } from './forenames.ts';
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

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)].filter(isPrinted).sort();

/** The parts of names, as they may stand alone: given ones, and family ones, of which a name may have several. */
function partNames(names: readonly string[]): {
  readonly given: readonly string[];
  readonly families: readonly string[];
} {
  const parts = names.map((name) => name.trim().split(/\s+/));
  const families = parts.flatMap((part) => {
    const own = part.length > 2 ? part.slice(1) : part.slice(-1);
    return own.filter((word) => !words.has(word.toLowerCase())).flatMap((word) => [word, ...word.split('-')]);
  });
  const wordy = parts.flatMap((part) => part.at(-1) ?? []);
  return {
    given: unique(parts.flatMap((part) => part.slice(0, -1))),
    families: unique([...families, ...families.map((word) => word.toUpperCase()), ...wordy]),
  };
}

/** A family as a whole: "the Quills". */
const wholeFamily = (families: readonly string[]): RegExp =>
  new RegExp(`(?<=\\b[Tt]he\\s)${anyOf(families)}e?s(?!\\p{L})`, 'gu');

function findParts(text: string, names: readonly string[]): readonly Range[] {
  const { given, families } = partNames(names);
  const plain = given.filter((name) => !words.has(name.toLowerCase()));
  const wordy = given.filter((name) => words.has(name.toLowerCase()));
  const all = (pattern: RegExp | undefined): readonly Range[] =>
    pattern === undefined
      ? []
      : [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
  const byFamily = families.length === 0 ? [] : all(new RegExp(alone(families), 'gu'));
  return [
    ...[...all(namePattern(names)), ...byFamily].map((range) => widenName(text, range)),
    ...(families.length === 0 ? [] : all(wholeFamily(families))),
    ...(plain.length === 0 ? [] : all(givenPattern(plain))),
    ...(wordy.length === 0 ? [] : all(givenPattern(wordy, midSentence))),
  ];
}

/**
 * Find where a text names some people, by full name, or by family or given name as written; ranges in UTF-16 code units, sorted, apart.
 *
 * Whoever has their family name is found with all of their own ("Her brother, Tom Quill"), and again where only the given name stands.
 * Yes: "Ada Quill … Quill had worked", "Ada was a nurse". No: "Quillan", a family name in lower case ("a quill"), the given name in the
 * name of another ("Ada Renn").
 */
export function findNames(text: string, names: readonly string[]): readonly Range[] {
  const first = findParts(text, names);
  const wide = [...new Set(first.map(({ start, end }) => text.slice(start, end)))].filter((name) => /\s/.test(name));
  const found = [...first, ...findParts(text, wide)].sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Range[] = [];
  for (const range of found) {
    if (range.start >= (apart.at(-1)?.end ?? 0)) apart.push(range);
  }
  return apart;
}
