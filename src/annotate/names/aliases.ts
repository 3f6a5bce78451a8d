import { lexicon } from './lexicon.ts';
import { lowerAt, spell, type WordRange, type Words } from './words.ts';

/** A name found, before its mentions are joined. */
export interface NameFind extends WordRange {
  readonly type: 'person' | 'organisation' | 'facility';
  readonly key?: string;
  readonly title?: string;
  readonly rule: string;
}

const acronym = /^[\p{Lu}][\p{Lu}\d.&-]{1,9}$/u;
const placeWords: ReadonlySet<string> = new Set(['in', 'near', 'at', 'from', 'outside', 'to']);

/** Words of a person's name without suffix, folded. */
function nameWords(words: Words, find: WordRange): readonly string[] {
  const parts: string[] = [];
  for (let at = find.first; at < find.last; at++) {
    const word = words.folded[at] ?? '';
    if (word !== '' && !lexicon.suffixes.has(lowerAt(words, at))) parts.push(word);
  }
  return parts;
}

/** Map each surname to the fullest name told with it; a surname of two different people maps to the first told. */
function keysBySurname(words: Words, finds: readonly NameFind[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const full = finds.filter((find) => find.type === 'person' && nameWords(words, find).length > 1);
  for (const find of full) {
    const surname = nameWords(words, find).at(-1) ?? '';
    if (surname !== '' && !keys.has(surname)) keys.set(surname, spell(words, find));
  }
  return keys;
}

function keyOfPerson(words: Words, find: NameFind, surnames: ReadonlyMap<string, string>): string {
  const parts = nameWords(words, find);
  const surname = parts.at(-1) ?? '';
  const known = surnames.get(surname);
  if (known === undefined) return spell(words, find);
  return parts.length === 1 || known.toLowerCase().startsWith(words.tokens[find.first]?.lower ?? '')
    ? known
    : spell(words, find);
}

/** Read the abbreviation set beside a name: "Harbour Defence League (HDL)", "…, or HDL,". */
function readAbbreviation(words: Words, find: NameFind): string | undefined {
  const mark = lowerAt(words, find.last);
  const next = words.tokens[find.last + 1]?.form ?? '';
  if (mark === '(' && lowerAt(words, find.last + 2) === ')' && acronym.test(next)) return next;
  const after = words.tokens[find.last + 2]?.form ?? '';
  return mark === ',' && next === 'or' && acronym.test(after) ? after : undefined;
}

/** Join organisations: abbreviations told beside a name, and shorter forms of it. */
function readAbbreviations(words: Words, finds: readonly NameFind[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const find of finds) {
    if (find.type === 'person') continue;
    const short = readAbbreviation(words, find);
    if (short !== undefined && !keys.has(short)) keys.set(short, find.key ?? spell(words, find));
  }
  return keys;
}

/** Give single capitalised words left over the name they shorten, where the article told it in full. */
function readShort(words: Words, loose: readonly WordRange[], finds: readonly NameFind[]): readonly NameFind[] {
  const surnames = keysBySurname(words, finds);
  const abbreviations = readAbbreviations(words, finds);
  // A name may reach over its own run ("State of Tarnwick"), and so over a run that was left loose.
  const covered = new Set<number>();
  for (const find of finds) for (let at = find.first; at < find.last; at++) covered.add(at);
  const found: NameFind[] = [];
  for (const run of loose) {
    if (run.last - run.first !== 1 || covered.has(run.first)) continue;
    const form = words.tokens[run.first]?.form ?? '';
    const organisation = abbreviations.get(form);
    const person = surnames.get(words.folded[run.first] ?? '');
    if (organisation !== undefined)
      found.push({ ...run, type: 'organisation', key: organisation, rule: 'abbreviation' });
    else if (person !== undefined && !placeWords.has(lowerAt(words, run.first - 1))) {
      found.push({ ...run, type: 'person', key: person, rule: 'surname' });
    }
  }
  return found;
}

/**
 * Join the mentions of one bearer under one key and add the short forms (surname, abbreviation) among `loose`.
 *
 * Returns finds in order, disjoint, each with a key.
 */
export function joinAliases(
  words: Words,
  finds: readonly NameFind[],
  loose: readonly WordRange[],
): readonly NameFind[] {
  const surnames = keysBySurname(words, finds);
  const keyed = finds.map((find) => {
    if (find.key !== undefined) return find;
    return { ...find, key: find.type === 'person' ? keyOfPerson(words, find, surnames) : spell(words, find) };
  });
  return [...keyed, ...readShort(words, loose, keyed)].sort((a, b) => a.first - b.first);
}
