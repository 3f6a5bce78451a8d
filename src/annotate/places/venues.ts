import type { NameMention } from '../../model/index.ts';
import { lexicon } from '../names/lexicon.ts';
import { findRuns } from '../names/runs.ts';
import { lowerAt, type WordRange, type Words } from '../names/words.ts';

/** A named site: building, institution with an address, or street. */
export interface Venue extends WordRange {
  readonly rule: string;
}

/** Reach back over "1200 block of". */
function overBlock(words: Words, first: number): number {
  if (lowerAt(words, first - 1) === 'of' && lowerAt(words, first - 2) === 'block') {
    return /^\d+$/.test(lowerAt(words, first - 3)) ? first - 3 : first - 2;
  }
  return /^\d{1,5}$/.test(lowerAt(words, first - 1)) ? first - 1 : first;
}

/** Words that make a street of a name in lower case too: "Calder street"; "court" and "drive" do not. */
const plainStreets: ReadonlySet<string> = new Set(['street', 'avenue']);

/** Take a name for a street that only the words around say is one: "the 2600 block of Calder", "Calder street". */
function readBareStreet(words: Words, run: WordRange): Venue | undefined {
  const first = overBlock(words, run.first);
  const isBlock = lowerAt(words, run.first - 1) === 'of' && first < run.first && !/^\d/.test(lowerAt(words, run.last));
  if (isBlock) return { first, last: run.last, rule: 'street' };
  const isStreet = words.capital[run.last] !== 1 && plainStreets.has(lowerAt(words, run.last));
  return isStreet ? { first, last: run.last + 1, rule: 'street' } : undefined;
}

/** Length in tokens of the lower-case site words at `index` ("airport", "concert hall"), or 0. */
function lowerVenueAt(words: Words, index: number): number {
  if (words.capital[index] === 1) return 0;
  const one = lowerAt(words, index);
  const pair = `${one} ${lowerAt(words, index + 1)}`;
  if (lexicon.lowerVenues.has(pair)) return 2;
  return lexicon.lowerVenues.has(one) ? 1 : 0;
}

function readStreet(words: Words, run: WordRange): Venue | undefined {
  let last = run.last - 1;
  // A direction may close an address: "Hollow Street NW".
  if (/^(?:[NS]\.?[EW]\.?|[NSEW]\.?)$/.test(words.tokens[last]?.form ?? '')) last -= 1;
  const isNumbered = /^\d+(?:st|nd|rd|th)$/.test(lowerAt(words, run.first - 1));
  if ((last <= run.first && !isNumbered) || !lexicon.street.has(lowerAt(words, last)))
    return readBareStreet(words, run);
  const numbered = isNumbered ? run.first - 1 : run.first;
  return { first: overBlock(words, numbered), last: last + 1, rule: 'street' };
}

function indexByStart(words: Words): ReadonlyMap<number, number> {
  return new Map(words.tokens.map((token, index) => [token.start, index]));
}

/** Turn a mention's range back into tokens. */
function stretchOf(words: Words, starts: ReadonlyMap<number, number>, mention: NameMention): WordRange | undefined {
  const first = starts.get(mention.start);
  if (first === undefined) return undefined;
  let last = first;
  while ((words.tokens[last]?.end ?? Number.POSITIVE_INFINITY) <= mention.end) last += 1;
  return { first, last };
}

/** What the names of an article mean for its places. */
export interface Sites {
  /** Token stretches of persons, as marks: no place is read there. */
  readonly persons: Uint8Array;
  /** Marks of every token inside a name. */
  readonly taken: Uint8Array;
  readonly organisations: readonly WordRange[];
  readonly venues: readonly Venue[];
}

/** Find the sites: facilities and institutions among the names, streets, and names followed by a lower-case site word. */
export function findSites(words: Words, names: readonly NameMention[]): Sites {
  const starts = indexByStart(words);
  const persons = new Uint8Array(words.tokens.length);
  const named = new Uint8Array(words.tokens.length);
  const organisations: WordRange[] = [];
  const venues: Venue[] = [];
  for (const mention of names) {
    const stretch = stretchOf(words, starts, mention);
    if (stretch === undefined) continue;
    named.fill(1, stretch.first, stretch.last);
    const head = lowerAt(words, stretch.last - 1);
    if (mention.type === 'person') persons.fill(1, stretch.first, stretch.last);
    else if (mention.type === 'facility') venues.push({ ...stretch, rule: mention.rule });
    else if (lexicon.venue.has(head)) venues.push({ ...stretch, rule: `venue-${head}` });
    else organisations.push(stretch);
  }
  for (const run of findRuns(words)) {
    const street = readStreet(words, run);
    if (street !== undefined && persons[run.first] !== 1) {
      persons.fill(0, street.first, street.last);
      venues.push(street);
      continue;
    }
    const length = named[run.first] === 1 || named[run.last - 1] === 1 ? 0 : lowerVenueAt(words, run.last);
    if (length > 0) venues.push({ first: run.first, last: run.last + length, rule: 'site-word' });
  }
  return { persons, taken: named, organisations, venues: venues.sort((a, b) => a.first - b.first || b.last - a.last) };
}
