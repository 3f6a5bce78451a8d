/**
 * Measure the accuracy of cities on the incident records of ../shared/corpora/gva:
 * `npx tsx bench/run/places.ts [n] [--misses]`.
 *
 * Reads the places in the articles of each incident. "found" is the share of incidents where one of these places is the
 * record's city or county: of all incidents, and of those whose articles contain the name. Which place an incident is given in
 * the end is scored by `npm run eval -- gva`. Also prints the time of reading names and places for each article.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readNames } from '../../src/annotate/names/index.ts';
import { foldName } from '../../src/annotate/places/fold.ts';
import { type Gazetteer, openGazetteer, readPlaces } from '../../src/annotate/places/index.ts';
import { type Article, type Block, makeText, type PlaceValue } from '../../src/model/index.ts';
import { cutTokens } from '../../src/text/tokens.ts';

interface Incident {
  readonly incident: string;
  readonly state: string;
  readonly city_or_county: string;
  readonly articles: readonly {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly text: string;
  }[];
}

const corpus = new URL('../../../shared/corpora/gva/dev.jsonl.gz', import.meta.url);
const limit = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? '2500');
const showMisses = process.argv.includes('--misses');

function makeArticle(record: Incident['articles'][number]): Article {
  const value = `${record.title}\n\n${record.text}`;
  const blocks: Block[] = [];
  let start = 0;
  for (const part of value.split('\n')) {
    const kind = start === 0 ? 'headline' : blocks.length === 1 ? 'lead' : 'body';
    if (part.trim() !== '') blocks.push({ kind, start, end: start + part.length });
    start += part.length + 1;
  }
  const source = { id: record.id, mediaType: 'text/plain', url: record.url };
  return {
    id: record.id,
    source,
    text: makeText(value),
    url: record.url,
    dates: [],
    authors: [],
    language: 'en',
    blocks,
  };
}

/** List the names that the record's field allows: both of "Larkfield (Mill Hill)"; for "Larkfield (county)" also "Larkfield County". */
function wantedNames(field: string): ReadonlySet<string> {
  const [outer = '', inner = ''] = field.replace(')', '').split('(');
  const county = inner === 'county' ? [`${outer} County`] : [inner];
  return new Set([outer, ...county].filter((name) => name.trim() !== '').map(foldName));
}

function isWanted(value: PlaceValue, wanted: ReadonlySet<string>, state: string): boolean {
  if (value.state !== state && state !== 'District of Columbia') return false;
  const names = [value.name, value.city, value.district].filter((name) => name !== undefined).map(foldName);
  const borough =
    value.state === 'New York' && /^(new york city|brooklyn|manhattan|queens|bronx|the bronx)$/.test(names[0] ?? '');
  return (
    names.some((name) => wanted.has(name)) ||
    (borough && [...wanted].some((name) => /^(new york|brooklyn|manhattan|queens|bronx|the bronx)/.test(name)))
  );
}

function measure(incidents: readonly Incident[], gazetteer: Gazetteer): void {
  const tally = { all: 0, told: 0, found: 0, foundTold: 0 };
  let spent = 0;
  let characters = 0;
  let articles = 0;
  for (const incident of incidents) {
    const places = incident.articles.flatMap((record) => {
      const article = makeArticle(record);
      const { tokens, sentences } = cutTokens(article);
      const before = process.cpuUsage();
      const names = readNames(article, tokens.items, sentences.items, gazetteer);
      const found = readPlaces(article, tokens.items, sentences.items, gazetteer, names);
      const used = process.cpuUsage(before);
      spent += (used.user + used.system) / 1000;
      articles += 1;
      characters += article.text.value.length;
      return found.flatMap(({ value }) => value ?? []);
    });
    const wanted = wantedNames(incident.city_or_county);
    const told = incident.articles.some((record) => {
      const folded = ` ${foldName(`${record.title} ${record.text}`)} `;
      return [...wanted].some((name) => folded.includes(` ${name} `));
    });
    const found = places.some((place) => isWanted(place, wanted, incident.state));
    tally.all += 1;
    if (told) tally.told += 1;
    if (found) tally.found += 1;
    if (found && told) tally.foundTold += 1;
    if (showMisses && told && !found) {
      const list = places.slice(0, 4).map((place) => `${place.name}/${place.state ?? place.country}`);
      process.stdout.write(
        `miss ${incident.incident} ${incident.city_or_county}, ${incident.state} <- ${list.join(' ')}\n`,
      );
    }
  }
  const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  process.stdout.write(
    `incidents ${tally.all}, name in text ${share(tally.told, tally.all)}; found ${share(tally.found, tally.all)} of all; ` +
      `${share(tally.foundTold, tally.told)} of those with the name in text\n` +
      `names and places, processor time: ${(spent / articles).toFixed(2)} ms an article of ${Math.round(characters / articles)} characters, ` +
      `${((3000 * spent) / characters).toFixed(2)} ms per 3,000 characters\n`,
  );
}

if (existsSync(corpus)) {
  const gazetteer = openGazetteer(gunzipSync(readFileSync(new URL('../../data/gazetteer.tsv.gz', import.meta.url))));
  const lines = gunzipSync(readFileSync(corpus)).toString('utf8').trim().split('\n').slice(0, limit);
  measure(
    lines.map((line) => JSON.parse(line) as Incident),
    gazetteer,
  );
} else process.stdout.write('no ../shared/corpora/gva here: nothing measured\n');
