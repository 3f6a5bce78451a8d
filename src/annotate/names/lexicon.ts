import actorList from '../../../data/actors.json' with { type: 'json' };
import givenNames from '../../../data/given-names.json' with { type: 'json' };
import organisationHeads from '../../../data/organisation-heads.json' with { type: 'json' };
import organisationList from '../../../data/organisations.json' with { type: 'json' };
import titles from '../../../data/person-titles.json' with { type: 'json' };
import placeCues from '../../../data/place-cues.json' with { type: 'json' };
import venueHeads from '../../../data/venue-heads.json' with { type: 'json' };
import { foldWord } from '../places/fold.ts';

/** One way to write the name of a known organisation. */
export interface KnownAlias {
  /** Folded words; hyphens and apostrophes stand for nothing. */
  readonly words: readonly string[];
  readonly key: string;
  /** The exact form, where it is one word of capitals only. */
  readonly acronym?: string;
  readonly armed: boolean;
}

/** Split an alias as the tokenizer does, then fold; what is left of a possessive is dropped. */
function foldAlias(alias: string): string[] {
  return alias
    .replaceAll(/['’]s\b/gu, '')
    .split(/[\s\-–,()]+/u)
    .map(foldWord)
    .filter((word) => word !== '');
}

function indexAliases(): ReadonlyMap<string, readonly KnownAlias[]> {
  const index = new Map<string, KnownAlias[]>();
  const add = (key: string, aliases: readonly string[], armed: boolean): void => {
    for (const alias of [key, ...aliases]) {
      const words = foldAlias(alias);
      const [opener = ''] = words;
      const acronym = /^[\p{Lu}\d.]+$/u.test(alias) ? { acronym: alias } : {};
      index.set(opener, [...(index.get(opener) ?? []), { words, key, armed, ...acronym }]);
    }
  };
  for (const { key, aliases } of actorList) add(key, aliases, true);
  for (const { key, aliases } of organisationList) add(key, aliases, false);
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

const set = (words: readonly string[]): ReadonlySet<string> => new Set(words);

/** Word lists of the readers of names and places, made once. */
export const lexicon = {
  aliases: indexAliases(),
  givenNames: set([...givenNames.split(' '), ...titles.worldNames]),
  wordNames: set(titles.wordNames),
  titles: set(titles.titles),
  speech: set(titles.speech),
  fate: set(titles.fate),
  named: set(titles.named),
  particles: set(titles.particles),
  suffixes: set(titles.suffixes),
  organisationFinal: set(organisationHeads.final),
  organisationOf: set(organisationHeads.of),
  police: set(organisationHeads.police),
  wordsInCapitals: set(organisationHeads.wordsInCapitals),
  venue: set(venueHeads.venue),
  street: set(venueHeads.street),
  lowerVenues: set(venueHeads.lowerCase),
  directions: set(venueHeads.directions),
  units: set(venueHeads.unit),
  calendar: set(placeCues.calendar),
} as const;
