import { Readable } from 'node:stream';
import { Model } from '@alephdata/followthemoney';
import ftmModel from '@alephdata/followthemoney/dist/defaultModel.json' with { type: 'json' };
import { check } from '@placemarkio/check-geojson';
import CsvwParser from '@zazuko/rdf-parser-csvw';
import { parquetReadObjects } from 'hyparquet';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../src/model/index.ts';
import type { ExportFormat } from '../src/pipeline/editions/publish.ts';
import { compare, explain, findIncident, formats, publish } from '../src/pipeline/index.ts';
import annoContext from './contexts/anno.json' with { type: 'json' };
import csvwContext from './contexts/csvw.json' with { type: 'json' };
import { marketEdition } from './kits/edition.ts';

const contexts: Readonly<Record<string, object>> = {
  'http://www.w3.org/ns/csvw': csvwContext,
  'http://www.w3.org/ns/anno.jsonld': annoContext,
};

/** Load a JSON-LD context without the network: the terms used of the two W3C contexts are stored in `contexts/`. */
async function loadContext(url: string) {
  const document = contexts[url];
  if (document === undefined) throw new Error(`the document asks for ${url}`);
  return { contextUrl: undefined, documentUrl: url, document };
}

async function readRdf(document: object): Promise<Store> {
  const quads = await jsonld.toRDF(
    document as jsonld.JsonLdDocument,
    {
      documentLoader: loadContext,
      format: 'application/n-quads',
      safe: true,
    } as never,
  );
  return new Store(new Parser({ format: 'N-Quads' }).parse(String(quads)));
}

const print = async (format: ExportFormat, edition: Edition = marketEdition) =>
  (await publish(edition, format)).content;
const text = async (format: ExportFormat, edition?: Edition): Promise<string> => String(await print(format, edition));
const lines = (jsonl: string): Record<string, unknown>[] =>
  jsonl
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('tables of foreign schemes, read by a CSV on the Web processor', () => {
  it.each([
    ['ucdp', 49, 'best'],
    ['acled', 31, 'fatalities'],
    ['gtd', 62, 'nkill'],
    ['crosswalk', 41, 'best'],
  ] as const)('%s has its %i columns, and typed cells', async (format, width, figure) => {
    const { content, describe: tell } = await publish(marketEdition, format);
    const metadata = JSON.parse(tell?.('events.csv') ?? '{}');
    expect(metadata.tableSchema.columns).toHaveLength(width);
    expect(String(content).split('\r\n')[0]?.split(',')).toEqual(
      metadata.tableSchema.columns.map(({ titles }: { titles: string }) => titles),
    );
    const dataset = await readRdf(metadata);
    const parser = new CsvwParser({ metadata: dataset as never, baseIRI: 'urn:test:' });
    const store = new Store();
    for await (const quad of parser.import(
      Readable.from([String(content)]) as never,
    ) as unknown as AsyncIterable<never>)
      store.add(quad);
    const figures = [...store].filter(
      ({ predicate }) => predicate.value.endsWith(`#${figure}`) || predicate.value.endsWith(figure),
    );
    expect(figures.length).toBeGreaterThan(0);
    for (const { object } of figures) {
      expect(object.value).toMatch(/^\d+$/);
      expect('datatype' in object && object.datatype.value).toBe('http://www.w3.org/2001/XMLSchema#integer');
    }
  });
});

describe('linked forms', () => {
  it('json-ld is read whole by a JSON-LD processor, which fetches nothing', async () => {
    const store = await readRdf(JSON.parse(await text('json-ld')));
    const count = (type: string) => store.countQuads(null, null, `https://schema.org/${type}`, null);
    expect(count('NewsArticle')).toBe(marketEdition.articles.length);
    expect(count('Event')).toBe(marketEdition.incidents.length);
    expect(count('Claim')).toBeGreaterThan(5);
    expect(store.countQuads(null, 'http://www.w3.org/ns/prov#wasDerivedFrom', null, null)).toBeGreaterThan(0);
  });

  it('web annotations hold the exact words, by position in code points and by quote', async () => {
    const page = JSON.parse(await text('webannotation'));
    const store = await readRdf(page);
    expect(store.countQuads(null, null, 'http://www.w3.org/ns/oa#Annotation', null)).toBe(marketEdition.claims.length);
    const texts = new Map(
      marketEdition.articles.map(({ id, text: words }) => [
        `urn:variorum:article:${encodeURIComponent(id)}`,
        [...words],
      ]),
    );
    for (const { target } of page.items) {
      for (const { source, selector } of target) {
        const [position, quote] = selector;
        expect(texts.get(source)?.slice(position.start, position.end).join('')).toBe(quote.exact);
      }
    }
  });

  it('geojson passes a validator', async () => {
    const read = check(await text('geojson'));
    expect(read.type).toBe('FeatureCollection');
    expect('features' in read && read.features).toHaveLength(marketEdition.incidents.length);
  });

  it('ftm holds to the schema of FollowTheMoney', async () => {
    const model = new Model(ftmModel as never);
    const entities = lines(await text('ftm'));
    const schemata = new Set(entities.map(({ schema }) => schema));
    expect([...schemata]).toEqual(expect.arrayContaining(['Article', 'Event', 'Organization', 'Mention']));
    const ids = new Set(entities.map(({ id }) => id));
    for (const raw of entities) {
      const entity = model.getEntity(raw as never);
      const told = raw.properties as Record<string, string[]>;
      for (const [name, values] of Object.entries(told)) {
        const property = entity.schema.getProperty(name);
        expect(property.stub).toBe(false);
        expect(entity.getProperty(name)).toHaveLength(values.length);
        if (property.type.name === 'entity') for (const value of values) expect(ids.has(value)).toBe(true);
      }
      for (const name of entity.schema.required) expect(told[name]?.length).toBeGreaterThan(0);
    }
  });

  it('ninjs has the members of version 3', async () => {
    const item = JSON.parse(await text('ninjs'));
    expect(Object.keys(item)).toEqual(
      expect.arrayContaining([
        'uri',
        'version',
        'versionCreated',
        'pubStatus',
        'headlines',
        'bodies',
        'people',
        'organisations',
        'places',
        'events',
        'infoSources',
      ]),
    );
    expect(Date.parse(item.versionCreated)).not.toBeNaN();
    expect(item.people).toEqual([]);
    expect(item.infoSources).toHaveLength(marketEdition.articles.length);
  });
});

describe('claims for analysis', () => {
  it('a foreign reader finds the same rows in Parquet as in JSON Lines', async () => {
    const bytes = (await print('parquet')) as Uint8Array;
    const rows = await parquetReadObjects({ file: bytes.slice().buffer });
    expect(rows).toHaveLength(marketEdition.claims.length);
    const plain = JSON.parse(
      JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? Number(value) : (value ?? null))),
    );
    expect(plain).toEqual(lines(await text('jsonl')));
  });
});

describe('names', () => {
  const name = 'Ilse Tarn';
  const [first, ...rest] = marketEdition.articles;
  const [claim, ...claims] = marketEdition.claims.filter(({ article }) => article === first?.id);
  if (first === undefined || claim === undefined) throw new Error('the market edition has a report with claims');
  const [incident, ...others] = marketEdition.incidents;
  if (incident === undefined) throw new Error('the market edition has an incident');
  const start = first.text.length + 1;
  const sentence = `${name}, 34, died at the market. Tarn had sold fish there.`;
  const named: Edition = {
    ...marketEdition,
    articles: [
      {
        ...first,
        text: `${first.text}\n${sentence}`,
        headline: `${name} among the dead`,
        url: 'https://a.example/ilse-tarn-dies',
      },
      ...rest,
    ],
    incidents: [{ ...incident, title: `Death of ${name}` }, ...others],
    entities: [{ id: 'entity-1', type: 'person', name, aliases: [name, 'Tarn'], articles: [first.id], because: [] }],
    claims: [
      {
        ...claim,
        id: 'claim-named',
        person: { key: 'person-1', name, age: 34 },
        evidence: [{ start, end: start + 24, quote: sentence.slice(0, 24) }],
      },
      ...claims,
      ...marketEdition.claims.filter(({ article }) => article !== first.id),
    ],
  };

  it.each(formats.filter((format) => format !== 'json'))(
    '%s lets no name of a victim out, and does where asked',
    async (format) => {
      const hidden = await publish(named, format);
      expect(Buffer.from(hidden.content).toString('utf8')).not.toMatch(/Tarn|ilse/i);
      if (format === 'html' || format === 'md' || format === 'jsonl' || format === 'ftm') {
        expect(String((await publish(named, format, { names: true })).content)).toContain(name);
      }
    },
  );

  it('Parquet holds none in its columns, packed as they are', async () => {
    const { content } = await publish(named, 'parquet');
    const rows = await parquetReadObjects({ file: (content as Uint8Array).slice().buffer });
    const told = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? Number(value) : value));
    expect(told).toContain('34, died');
    expect(told).not.toMatch(/Tarn|ilse/i);
  });

  it('neither explaining nor comparing lets one out', () => {
    for (const { id } of named.incidents) expect(explain(named, id)).not.toMatch(/Tarn|ilse/i);
    const later: Edition = { ...named, incidents: [{ ...incident, title: `${name} dead`, attributes: {} }] };
    for (const [before, after] of [
      [named, later],
      [later, named],
    ] as const) {
      const { changes, text: words } = compare(before, after);
      expect(changes).not.toEqual([]);
      expect(JSON.stringify(changes) + words).not.toMatch(/Tarn|ilse/i);
    }
  });

  it('positions stay true under the veil', async () => {
    const page = JSON.parse(await text('webannotation', named));
    const own = page.items.find(({ id }: { id: string }) => id.endsWith('claim-named'));
    expect(own.target[0].selector[1].exact).toMatch(/^█+, 34, died/);
  });
});

describe('findIncident', () => {
  it('by number, id or the beginning of one', () => {
    const [one, two] = marketEdition.incidents;
    expect(findIncident(marketEdition, '1')).toBe(one?.id);
    expect(findIncident(marketEdition, two?.id ?? '')).toBe(two?.id);
    expect(findIncident(marketEdition, 'nothing')).toBeUndefined();
  });
});
