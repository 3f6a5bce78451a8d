import type { Gazetteer } from '../../src/annotate/index.ts';
import { foldName } from '../../src/annotate/places/fold.ts';
import { foldCountry } from '../victims/places.ts';

/** Compares names of places. */
export interface PlaceNames {
  /** Tell whether a name given is the place of the gold, by its words, its country or where it lies. */
  same(given: string, gold: string, at: { readonly lat?: number; readonly lon?: number }): boolean;
  /** Tell whether two names are one but for spelling and kind ("Arden" and "Arden Province"). */
  equal(a: string, b: string): boolean;
  /** Tell whether a name is one of a town, a unit or a country. */
  isArea(name: string): boolean;
}

const kinds =
  /\b(?:the|city|town|village|province|provincial|governorate|county|district|region|state|area|municipality|neighbou?rhood|suburb|prefecture|department|republic of|capital|metro|downtown|central|northern|southern|eastern|western|north|south|east|west|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|al|el|ad|ar|as|of|near|off|in|coast|island|islands)\b/g;
const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Degrees within which a place of the gold's name is the place given. */
const sameDegrees = 0.15;

function countryOf(name: string): string {
  const long = /^[A-Z]{2}$/.test(name) ? (regionNames.of(name) ?? name) : name;
  return foldCountry(long);
}

/** Leave of a name what tells it from others. */
function bare(name: string): string {
  const folded = foldName(countryOf(name));
  const left = folded.replaceAll(kinds, ' ').replaceAll(/\s+/g, ' ').trim();
  return left === '' ? folded : left;
}

function holds(long: string, short: string): boolean {
  return short.length > 2 && ` ${long} `.includes(` ${short} `);
}

/** Make a comparison of names that asks a gazetteer for other spellings. */
export function comparePlaces(gazetteer: Gazetteer): PlaceNames {
  const equal = (a: string, b: string): boolean =>
    bare(a) === bare(b) || bare(a).replaceAll(' ', '') === bare(b).replaceAll(' ', '');
  const spots = (name: string) => [name, bare(name)].flatMap((one) => gazetteer.find(foldName(one))?.places ?? []);
  return {
    equal,
    isArea: (name) => spots(name).length > 0,
    same: (given, gold, { lat, lon }) => {
      if (equal(given, gold) || holds(bare(gold), bare(given)) || holds(bare(given), bare(gold))) return true;
      if (lat === undefined || lon === undefined || /^[A-Z]{2}$/.test(given)) return false;
      const near = (place: { readonly lat?: number; readonly lon?: number }): boolean =>
        Math.abs((place.lat ?? 999) - lat) < sameDegrees && Math.abs((place.lon ?? 999) - lon) < sameDegrees;
      return spots(gold).some((place) => place.level === 'city' && near(place)) && spots(given).some(near);
    },
  };
}
