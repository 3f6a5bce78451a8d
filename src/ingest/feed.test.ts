import { describe, expect, it } from 'vitest';
import { defined } from '../model/index.ts';
import { ingest, listFeed, stateFields, writeItem } from './index.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const list = (text: string, url?: string) => listFeed({ bytes: bytesOf(text), ...defined({ url }) })?.value ?? [];
const report = `<p>${'Two people were hurt when a crane fell at the port of Norwick on Monday, the harbour office said. '.repeat(8)}</p>`;
const read = (text: string) => ingest({ bytes: new TextEncoder().encode(text), path: 'feed' });
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Ledger</title>${items}</channel></rss>`;

describe('feeds', () => {
  it('reads RSS: one page an item, with what it states of itself', () => {
    const item =
      '<item><title>Two hurt &amp;amp; one missing</title><link>https://ledger.example/1</link><pubDate>Tue, 04 Feb 2031 10:00:00 GMT</pubDate><dc:creator>Ada Quill</dc:creator><description>Short.</description><content:encoded><![CDATA[<p>Two people were hurt.</p><p>One is missing.</p>]]></content:encoded><source url="https://wire.example/rss">North Wire</source></item>';
    const { value } = read(rss(item + item.replace('/1<', '/2<')));
    expect(value.map(({ source }) => [source.path, source.url])).toEqual([
      ['feed#1', 'https://ledger.example/1'],
      ['feed#2', 'https://ledger.example/2'],
    ]);
    expect(value[0]?.text.value).toBe('Two hurt & one missing\n\nTwo people were hurt.\n\nOne is missing.');
    const fields = Object.fromEntries(
      value[0]?.fields.map(({ name, value: stated, from }) => [name, [stated, from]]) ?? [],
    );
    expect(fields).toMatchObject({
      published: ['Tue, 04 Feb 2031 10:00:00 GMT', 'feed:published'],
      author: ['Ada Quill', 'feed:author'],
      outlet: ['Harbour Ledger', 'feed:outlet'],
      wire: ['North Wire', 'feed:wire'],
    });
  });

  it('reads Atom', () => {
    const { value } = read(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title><entry><title>Two hurt</title><link href="https://ledger.example/3"/><published>2031-02-04T10:00:00Z</published><updated>2031-02-04T11:00:00Z</updated><author><name>Ada Quill</name></author><content type="html">&lt;p&gt;Two people were hurt.&lt;/p&gt;</content></entry></feed>',
    );
    expect(value[0]?.text.value).toBe('Two hurt\n\nTwo people were hurt.');
    expect(value[0]?.source.url).toBe('https://ledger.example/3');
  });

  it('reads RDF', () => {
    const { value } = read(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ledger</title></channel><item><title>Two hurt</title><link>https://ledger.example/4</link><description>Two people were hurt.</description><dc:date>2031-02-04</dc:date></item></rdf:RDF>',
    );
    expect(value[0]?.fields).toContainEqual({ name: 'published', value: '2031-02-04', from: 'feed:published' });
  });

  it.each([
    ['one without items', rss(''), 'ingest/no-article'],
    [
      'one that defines entities',
      `<!DOCTYPE rss [<!ENTITY a "b">]>${rss('<item><title>&a;</title></item>')}`,
      undefined,
    ],
    ['a broken one', '<rss version="2.0"><channel><item><title>Two hurt', undefined],
  ])('sets aside %s', (_, text, code) => {
    const { value, issues } = read(text);
    expect(value.every((page) => page.text.value.length > 0)).toBe(true);
    if (code !== undefined) expect(issues.map((issue) => issue.code)).toContain(code);
  });
});

describe('JSON Feed', () => {
  const feed = (item: object) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Harbour Ledger',
      home_page_url: 'https://ledger.example/',
      language: 'en',
      authors: [{ name: 'Ada Quill' }],
      items: [{ id: '1', url: '/1', title: 'Two hurt', content_html: '<p>Two people were hurt.</p>', ...item }],
    });

  it('is read like the others, and an item without writers has those of the feed', () => {
    const { value } = read(feed({ date_published: '2031-02-04T10:00:00Z' }));
    expect(value.map(({ text, source }) => [text.value, source.url, source.path])).toEqual([
      ['Two hurt\n\nTwo people were hurt.', 'https://ledger.example/1', 'feed#1'],
    ]);
    expect(value[0]?.fields).toEqual(
      expect.arrayContaining([
        { name: 'published', value: '2031-02-04T10:00:00Z', from: 'feed:published' },
        { name: 'author', value: 'Ada Quill', from: 'feed:author' },
        { name: 'outlet', value: 'Harbour Ledger', from: 'feed:outlet' },
        { name: 'language', value: 'en', from: 'feed:language' },
      ]),
    );
  });

  it('takes the page elsewhere for where the report was taken from', () => {
    const [item] = list(feed({ external_url: 'https://wire.example/7' }));
    expect(item?.record).toMatchObject({ wire: 'wire.example', syndicated: 'https://wire.example/7' });
  });

  it('leaves a list of articles that is no feed to the reading of JSON', () => {
    expect(listFeed({ bytes: bytesOf('{"items":[{"title":"Two hurt","text":"Two people were hurt."}]}') })).toBe(
      undefined,
    );
  });
});

describe('the source of an item', () => {
  const item = (link: string, source: string) =>
    rss(`<link>https://ledger.example/</link><item><title>Two hurt</title><link>${link}</link>${source}</item>`);

  it.each([
    [
      "is whom the feed took it from, where the page is the feed's own",
      item('https://ledger.example/1', '<source url="https://wire.example/rss">North Wire</source>'),
      { outlet: 'Harbour Ledger', wire: 'North Wire', syndicated: 'https://wire.example/rss' },
    ],
    [
      'is the outlet itself, where the feed only points at its page',
      item('https://www.wire.example/1', '<source url="https://wire.example">North Wire</source>'),
      { outlet: 'North Wire' },
    ],
    [
      'is known by its host where it has no name',
      item('https://ledger.example/1', '<source url="https://wire.example/rss"/>'),
      { wire: 'wire.example' },
    ],
    [
      'is nobody else where the feed names itself',
      item('https://ledger.example/1', '<source url="https://ledger.example/rss">Harbour Ledger</source>'),
      { outlet: 'Harbour Ledger' },
    ],
  ])('%s', (_, text, expected) => {
    const [{ record } = { record: {} }] = list(text);
    expect(record).toMatchObject(expected);
    if (!('wire' in expected)) expect(record).not.toHaveProperty('wire');
  });
});

describe('what a feed leads to', () => {
  const item = (description: string, content?: string) =>
    rss(
      `<item><guid isPermaLink="false">a1</guid><title>Two hurt</title><link>/1</link><description>${description}</description>${content === undefined ? '' : `<content:encoded><![CDATA[${content}]]></content:encoded>`}</item>`,
    );

  it.each([
    ['a summary alone', item('Short.'), false],
    ['content as long as a report', item('Short.', report), true],
    ['content that breaks off', item('Short.', `${report.slice(0, -4)} [&#8230;]</p>`), false],
    ['a teaser as content', item('Short.', '<p>Two people were hurt.</p>'), false],
  ])('tells a report from a summary: %s', (_, text, whole) => {
    expect(list(text, 'https://ledger.example/rss')).toMatchObject([
      { key: 'a1', url: 'https://ledger.example/1', whole },
    ]);
  });

  it('follows the link to the page, not those to the feed or a recording', () => {
    const [first] = list(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>L</title><entry><id>tag:1</id><title>t</title><link rel="enclosure" href="https://l.example/1.mp3"/><link rel="self" href="https://l.example/1.atom"/><link href="https://l.example/1"/><updated>2031-02-04T11:00:00Z</updated></entry></feed>',
    );
    expect(first).toMatchObject({
      key: 'tag:1',
      url: 'https://l.example/1',
      record: { published: '2031-02-04T11:00:00Z' },
    });
  });

  it('leaves out addresses that are not of the web', () => {
    expect(list(rss('<item><title>t</title><link>file:///etc/passwd</link></item>'))[0]).not.toHaveProperty('url');
  });

  it('writes an item as a feed of its own that says the same again', () => {
    const source = '<source url="https://wire.example/rss">North Wire</source>';
    const text = rss(
      `<link>https://ledger.example/</link><item><title>Two hurt &amp;lt; three</title><link>https://ledger.example/1</link><pubDate>Tue, 04 Feb 2031 10:00:00 GMT</pubDate><dc:creator>Ada Quill</dc:creator><dc:creator>Bo Reed</dc:creator><content:encoded><![CDATA[${report}]]></content:encoded>${source}</item>`,
    );
    const [first] = list(text);
    const again = first === undefined ? undefined : listFeed({ bytes: writeItem(first) })?.value[0];
    expect(again).toEqual({ ...first, key: first?.key });
    expect(again === undefined ? [] : stateFields(again)).toContainEqual({
      name: 'author',
      value: 'Bo Reed',
      from: 'feed:author',
    });
  });
});
