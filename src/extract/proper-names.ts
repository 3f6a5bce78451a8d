import type { Annotations, NameMention, ProperName, Token } from '../model/index.ts';

/** Words of a name, lower-cased, without marks and suffixes. */
function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => word !== '' && !/^(?:jr|sr|ii|iii|iv)$/.test(word));
}

function spell(tokens: readonly Token[], { first, last }: ProperName): string {
  return tokens
    .slice(first, last)
    .map(({ form }) => form)
    .join(' ');
}

/** Tell whether every word of a short name is in a longer one. */
function shortens(short: readonly string[], long: readonly string[]): boolean {
  return short.length > 0 && short.length < long.length && short.every((word) => long.includes(word));
}

/** Words in capitals only are print, not names, where they are as long as a headline's. */
function isShouted(name: string): boolean {
  return name.length > 3 && name === name.toUpperCase();
}

interface Bearer {
  readonly words: readonly string[];
  readonly key: string;
}

/** Give the key of the fullest bearer a name may shorten, the first told where there are several. */
function keyOf(name: string, bearers: readonly Bearer[]): string {
  const words = wordsOf(name);
  return bearers.find((bearer) => shortens(words, bearer.words))?.key ?? name;
}

/**
 * Add the persons the trained reader names where the rules of `annotate` name nobody: given names ("Ilo was hit"), names no list holds.
 *
 * Names the rules found stay as they are, whatever the reader takes them for, and so do places they know. Result sorted by start.
 */
export function joinProperNames({ names, places, tokens, deep }: Annotations): readonly NameMention[] {
  if (deep === undefined) return names.items;
  const taken = [...names.items, ...places.items.filter(({ value }) => value !== undefined)];
  const isTaken = ({ start, end }: ProperName): boolean => taken.some((one) => one.start < end && start < one.end);
  const fresh = deep.properNames.items
    .filter((name) => name.type === 'person' && !isTaken(name))
    .map((name) => ({ range: name, name: spell(tokens.items, name) }))
    .filter(({ name }) => !isShouted(name));
  if (fresh.length === 0) return names.items;
  const bearers: readonly Bearer[] = [
    ...names.items.filter(({ type }) => type === 'person').map(({ key }) => ({ words: wordsOf(key), key })),
    ...fresh.map(({ name }) => ({ words: wordsOf(name), key: name })),
  ];
  const added = fresh.map(
    ({ range: { start, end }, name }): NameMention => ({
      start,
      end,
      type: 'person',
      name,
      key: keyOf(name, bearers),
      rule: 'person-read',
    }),
  );
  return [...names.items, ...added].sort((a, b) => a.start - b.start);
}
