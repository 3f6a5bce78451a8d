import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, type Block, makeText, type PlaceMention } from '../../model/index.ts';
import { cutTokens } from '../../text/tokens.ts';
import { readNames } from '../names/index.ts';
import { foldName } from './fold.ts';
import { openGazetteer, readPlaces } from './index.ts';

const gazetteer = openGazetteer(gunzipSync(readFileSync(new URL('../../../data/gazetteer.tsv.gz', import.meta.url))));

function makeArticle(value: string, url?: string): Article {
  const blocks: Block[] = [];
  let start = 0;
  for (const part of value.split('\n')) {
    if (part !== '') blocks.push({ kind: blocks.length === 0 ? 'lead' : 'body', start, end: start + part.length });
    start += part.length + 1;
  }
  const source = { id: 's', mediaType: 'text/plain' };
  return {
    id: 'a',
    source,
    text: makeText(value),
    ...(url && { url }),
    dates: [],
    authors: [],
    language: 'en',
    blocks,
  };
}

function read(value: string, url?: string): readonly PlaceMention[] {
  const article = makeArticle(value, url);
  const { tokens, sentences } = cutTokens(article);
  const names = readNames(article, tokens.items, sentences.items, gazetteer);
  return readPlaces(article, tokens.items, sentences.items, gazetteer, names);
}

const brief = (places: readonly PlaceMention[]): string[] =>
  places.map(({ name, value }) =>
    [name, value?.level, value?.city, value?.state, value?.country].filter((part) => part).join('/'),
  );

describe('foldName', () => {
  it('makes one key of the spellings of a name', () => {
    expect(foldName('Saint-Étienne')).toBe('st etienne');
    expect(foldName('Ft. Worth')).toBe(foldName('Fort Worth'));
    expect(foldName("Coeur d'Alene")).toBe(foldName('Coeur d’Alene'));
  });
});

describe('openGazetteer', () => {
  it('refuses what is no gazetteer', () => {
    expect(() => openGazetteer('name,lat,lon\n')).toThrow(RangeError);
  });

  it('finds names of one and of several words, and nothing else', () => {
    expect(gazetteer.find('moscow')?.places.some((place) => place.id === '524901')).toBe(true);
    expect(gazetteer.find('north carolina')?.places[0]?.level).toBe('state');
    expect(gazetteer.find('qwxz')).toBeUndefined();
    expect(gazetteer.opens('north')).toBe(true);
    expect(gazetteer.opens('qwxz')).toBe(false);
  });
});

describe('readPlaces', () => {
  it('reads a city with its state as one mention', () => {
    const [place] = read('Two men were hurt in Mobile, Alabama, on Monday.');
    expect(place).toMatchObject({ name: 'Mobile', rule: 'city-state', value: { state: 'Alabama', country: 'US' } });
    expect(brief(read('A fire was reported in Normal, Ill., police said.'))[0]).toBe('Normal/city/Normal/Illinois/US');
  });

  it('takes no word for a place where nothing says so', () => {
    expect(read('Normal service resumed. The mobile clinic closed after reading hours.')).toEqual([]);
    expect(read('Nice work was done, the mayor wrote.')).toEqual([]);
  });

  it('reads datelines, with and without agency', () => {
    expect(read('ROCKY MOUNT, N.C. (Wire) — Four were hurt.')[0]).toMatchObject({
      rule: 'dateline',
      value: { state: 'North Carolina' },
    });
    expect(read('KABUL — A blast was heard.')[0]).toMatchObject({
      rule: 'dateline',
      value: { name: 'Kabul', country: 'AF' },
    });
    expect(read('MOSCOW, RUSSIA - MARCH 3: Flowers lie by the road.')[0]).toMatchObject({
      rule: 'dateline',
      value: { country: 'RU' },
    });
  });

  it('chooses among namesakes by the rest of the article', () => {
    expect(brief(read('Gunmen struck in Moscow. Russia blamed no one.'))[0]).toBe('Moscow/city/Moscow/Moscow/RU');
    expect(
      brief(read('A man was shot in Paris on Friday. Lamar County deputies in Texas are searching near Dallas.'))[0],
    ).toBe('Paris/city/Paris/Texas/US');
    expect(brief(read('A shot was fired in Hermitage, Nashville police in Tennessee said.'))[0]).toBe(
      'Hermitage/city/Hermitage/Tennessee/US',
    );
  });

  it('takes a station’s state into account', () => {
    const text = 'A woman was found in Springfield on Tuesday.';
    expect(read(text, 'https://www.wandtv.com/news/1')[0]?.value?.state).toBe('Illinois');
    expect(read(text, 'https://www.whio.com/news/1')[0]?.value?.state).toBe('Ohio');
  });

  it('reads the city of a police force', () => {
    expect(read('Call the Rocky Mount Police Department.')[0]).toMatchObject({ name: 'Rocky Mount', rule: 'police' });
    expect(read('The Nash County Sheriff’s Office is searching.')[0]).toMatchObject({
      rule: 'police',
      value: { level: 'district' },
    });
  });

  it('reads sites and the city that owns, names or follows them', () => {
    expect(brief(read("Shots were heard at Moscow's Linden Market Hall."))).toEqual([
      'Moscow/city/Moscow/Moscow/RU',
      'Linden Market Hall/venue/Moscow/Moscow/RU',
    ]);
    expect(brief(read('A bomb hit Kabul University.'))).toEqual(['Kabul University/venue/Kabul/Kabul/AF']);
    expect(brief(read('They met in the 1200 block of Edderton Street.'))).toEqual([
      '1200 block of Edderton Street/venue',
    ]);
  });

  it('reads towns the gazetteer lacks by their state', () => {
    const [place] = read('He was found in Quillermarsh, Ohio, on Sunday.');
    expect(place).toMatchObject({ name: 'Quillermarsh', value: { level: 'city', state: 'Ohio' } });
    expect(place?.value?.id).toBeUndefined();
  });

  it('marks loosened places and weak roles', () => {
    expect(read('It happened on the outskirts of Lahore, Pakistan.')[0]).toMatchObject({
      near: true,
      value: { near: true },
    });
    const based = read('The Washington-based group spoke.')[0];
    expect(based?.rule).toBe('based');
    expect(based?.score).toBeLessThan(0.35);
    expect(read('Moscow denied the report.')[0]?.rule).toBe('speaker');
  });

  it('reads a capital told by its people, and people alone as no place', () => {
    expect(read('Troops entered the Russian capital.')[0]?.value?.name).toBe('Moscow');
    expect(read('Two Russian soldiers were hurt.')).toEqual([]);
  });

  it('reads no place inside a person', () => {
    expect(read('Police charged Austin Dallas Moorcroft, 22, with murder.')).toEqual([]);
    expect(read('Sgt. Paris Jackson spoke to reporters.')).toEqual([]);
  });

  it('keeps mentions sorted, disjoint and non-empty for any words', () => {
    const pieces = fc.constantFrom(
      'in',
      'near',
      'Moscow',
      'Paris',
      ',',
      'Texas',
      'N.C.',
      'Police',
      'Department',
      'County',
      'Nash',
      'Street',
      'John',
      'said',
      '.',
      '-',
      "'s",
      'Hall',
      'of',
      'al',
      'New',
      'York',
      'the',
      '1200',
      'block',
      'Russian',
      'capital',
      '(',
      ')',
      '—',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const value = parts.join(' ');
        let end = 0;
        for (const place of read(value)) {
          expect(place.start).toBeGreaterThanOrEqual(end);
          expect(place.end).toBeGreaterThan(place.start);
          expect(value.slice(place.start, place.end).replaceAll(/\s+/g, ' ')).toContain(place.name);
          expect(place.score).toBeGreaterThan(0);
          expect(place.score).toBeLessThanOrEqual(1);
          end = place.end;
        }
      }),
      { numRuns: 200 },
    );
  });
});
