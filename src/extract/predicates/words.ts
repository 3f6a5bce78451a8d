import { gatherWords, type WordTable } from '../../lang/en/index.ts';
import type { Fate } from '../finding.ts';

function read(table: WordTable): ReadonlyMap<string, Fate> {
  return new Map(Object.entries(gatherWords(table)) as [string, Fate][]);
}

/** Words that say what a figure counts: "the number of *injured*", "the *missing* at 20". */
export const figureWords = read('figureWords');

/** Words that label a figure: "*Dead*: 4". */
export const labels = read('labels');

/** Shorthand of armies, in capitals: "3 *KIA*". */
export const shorthands = read('shorthands');

/** Nouns that a number counts in place of people: "13 *deaths*". */
export const countedNouns = read('countedNouns');

/** Nouns of which people are told: "the *killing* of a judge". */
export const nounsOf = read('nounsOf');

/** Adjectives between number and noun: "40 *dead* soldiers". */
export const adjectives = read('adjectives');

/** Adverbs that tell a fate alone: "one *fatally*". */
export const manners = read('manners');
