import happenings from '../../../data/ask-happenings.json' with { type: 'json' };
import type { Moment } from './moments.ts';
import type { Profile } from './profile.ts';
import type { Question } from './question.ts';
import { keysOf, stemOf, type Word } from './words.ts';

/** How well an incident is what a question names. */
export interface Coverage {
  readonly profile: Profile;
  /** Words and dates of the question that the incident does not have. */
  readonly missing: number;
  /** Those that no one of its sentences has beside its title and place. */
  readonly apart: number;
  /** How many its title and place have. */
  readonly inCore: number;
  /** Some word or date that is not said of any incident whatever. */
  readonly isSpecific: boolean;
}

type Fit = 'core' | 'told' | 'type' | 'missing';

const generic: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(happenings.generic).map(([word, types]) => [stemOf(word), types]),
);
const specific = happenings.specific.map(({ words, types }) => ({
  keys: keysOf(words),
  types: new Set<string>(types),
}));
/** One word of so many may be another than the report's: "hospital" where it has "clinic". */
const manyWords = 3;

/**
 * Compare an incident with what a question names; undefined where it cannot be meant.
 *
 * Every word must be one of its title, its place or the sentences about it. A name, a date or a word for what happened that is nowhere in them
 * means another incident; of more than three words one plain word may be missing.
 */
export function compareIncident({ about, moments }: Question, profile: Profile): Coverage | undefined {
  if (moments.some((moment) => !isThen(moment, profile))) return undefined;
  const fits = about.map((word) => ({ word, fit: findFit(word, profile.row.type, [profile.core], profile.told) }));
  const missing = fits.filter(({ fit }) => fit === 'missing');
  const covered = fits.length - missing.length + moments.length;
  const isAllowed = missing.length === 1 && covered >= manyWords && missing.every(({ word }) => isPlain(word));
  if (missing.length > 0 && !isAllowed) return undefined;
  const isSpecific = moments.length > 0 || fits.some(({ word, fit }) => fit !== 'missing' && !generic.has(word.key));
  const inCore = fits.filter(({ fit }) => fit === 'core').length;
  return { profile, missing: missing.length, apart: countApart(about, profile), inCore, isSpecific };
}

/** Count the words that do not stand together: in title and place, or in the one sentence that has most of them. */
function countApart(about: readonly Word[], { row, core, told }: Profile): number {
  const lacking = (sentences: readonly ReadonlySet<string>[]): number =>
    about.filter((word) => findFit(word, row.type, [core], sentences) === 'missing').length;
  return Math.min(lacking([]), ...told.map((sentence) => lacking([sentence])));
}

function isPlain({ key, isName }: Word): boolean {
  return !isName && !/\d/.test(key) && !generic.has(key) && !specific.some(({ keys }) => keys.has(key));
}

type Keys = readonly ReadonlySet<string>[];

function findFit({ key }: Word, type: string, core: Keys, told: Keys): Fit {
  const has = (sets: Keys, one: string): boolean => sets.some((set) => set.has(one));
  if (has(core, key)) return 'core';
  const rings = specific.filter(({ keys }) => keys.has(key));
  if (rings.some((ring) => ring.types.has(type))) return 'type';
  if (has(told, key)) return 'told';
  const types = generic.get(key);
  if (types !== undefined) return types.length === 0 || types.includes(type) ? 'type' : 'missing';
  return rings.some((ring) => [...ring.keys].some((one) => has(core, one) || has(told, one))) ? 'told' : 'missing';
}

/** A date fits where the incident may have been then; without a date of its own, where the sentences about it name that year. */
function isThen({ from, to }: Moment, { earliest, latest, told }: Profile): boolean {
  if (earliest === undefined || latest === undefined) return told.some((sentence) => sentence.has(from.slice(0, 4)));
  return earliest <= to && from <= latest;
}
