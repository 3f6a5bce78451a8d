import { describe, expect, it } from 'vitest';
import { defined } from '../../model/index.ts';
import { ingest, listFeed, stateFields, writeItem } from '../index.ts';

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

describe('a feed that was cut off', () => {
  const item = (name: string) => `<item><title>${name}</title><description>People were hurt.</description></item>`;
  const entry = (name: string) =>
    `<entry><id>${name}</id><title>${name}</title><updated>2031-02-04T11:00:00Z</updated></entry>`;
  const one = JSON.stringify({ id: '1', title: 'One', content_text: 'People were hurt.' });

  it.each([
    ['in an item of RSS', `<rss version="2.0"><channel><title>L</title>${item('One')}${item('Two')}<item><title>Thr`],
    ['in a tag', `<rss version="2.0"><channel><title>L</title>${item('One')}${item('Two')}<it`],
    ['between items', `<rss version="2.0"><channel><title>L</title>${item('One')}${item('Two')}`],
    [
      'in an entry of Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>L</title>${entry('One')}${entry('Two')}<entry><title>Th`,
    ],
    [
      'in a text',
      `<rss version="2.0"><channel><title>L</title>${item('One')}${item('Two')}<item><description><![CDATA[<p>Two`,
    ],
    [
      'in a JSON Feed',
      `{"version":"https://jsonfeed.org/version/1.1","title":"L","items":[${one},${one.replaceAll('1', '2').replace('One', 'Two')},{"id":"3","ti`,
    ],
  ])('keeps what came whole: %s', (_, text) => {
    const { value, issues } = read(text);
    expect(value.map(({ text: shown }) => shown.value.split('\n')[0])).toEqual(['One', 'Two']);
    expect(issues.map(({ code }) => code)).toEqual(['ingest/truncated']);
  });
});

describe('the outlet of an item that others printed', () => {
  const feed = (title: string, link: string, items: readonly string[]) =>
    `<rss version="2.0"><channel><title>${title}</title><link>${link}</link>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;
  const item = (title: string, link: string, more = '') => `<title>${title}</title><link>${link}</link>${more}`;
  const twice = (link: string) => `https://www.google.com/url?rct=j&amp;url=${link}&amp;ct=ga`;

  it.each<[string, string, readonly unknown[]]>([
    [
      'is the source a search service names',
      feed('"crane" - Google News', 'https://news.google.com/', [
        item(
          'Two hurt - North Courier',
          'https://news.google.com/rss/articles/1',
          '<source url="https://courier.example">North Courier</source>',
        ),
      ]),
      ['North Courier'],
    ],
    [
      'is the end of the title where there is no source',
      feed('"crane" - Google News', 'https://news.google.com/', [
        item('Two hurt - North Courier', 'https://news.google.com/rss/articles/1'),
      ]),
      ['North Courier'],
    ],
    [
      'is the host a redirecting link leads to',
      feed('Google Alert - crane', 'https://www.google.com/alerts', [
        item('Two hurt', twice('https://ledger.example/1')),
        item('Crane falls', twice('https://courier.example/2')),
      ]),
      ['ledger.example', 'courier.example'],
    ],
    [
      'is so at Bing too',
      feed('crane - BingNews', 'http://www.bing.com/news/search?q=crane', [
        item(
          'Two hurt',
          'http://www.bing.com/news/apiclick.aspx?ref=FexRss&amp;url=https%3a%2f%2fledger.example%2f1&amp;c=2',
        ),
      ]),
      ['ledger.example'],
    ],
    [
      'is the host of each link of a planet',
      feed('Incident watch', 'https://watch.example/', [
        item('Two hurt', 'https://ledger.example/1'),
        item('Crane falls', 'https://www.courier.example/2'),
      ]),
      ['ledger.example', 'courier.example'],
    ],
    [
      'is the feed where its pages lie on the same site',
      feed('Harbour Ledger - World', 'https://www.ledger.example/', [
        item('Two hurt', 'https://news.ledger.example/1'),
      ]),
      ['Harbour Ledger - World'],
    ],
    [
      'is the feed where the site has another ending',
      feed('The Ledger', 'https://www.harbour-ledger.co.uk/', [item('Two hurt', 'https://www.harbour-ledger.com/1')]),
      ['The Ledger'],
    ],
    [
      'is the feed where the pages are called like it',
      feed('Harbour Ledger', 'https://cms.host.example/', [item('Two hurt', 'https://harbourledger.example/1')]),
      ['Harbour Ledger'],
    ],
    [
      'is the feed where a carrier only passes readers on',
      feed('Harbour Ledger', 'https://ledger.example/', [item('Two hurt', 'https://feedproxy.google.com/~r/ledger/1')]),
      ['Harbour Ledger'],
    ],
  ])('%s', (_, text, outlets) => {
    expect(list(text).map(({ record }) => record.outlet)).toEqual(outlets);
  });

  it('gives no body to a summary that is links, or the headline again', () => {
    const links =
      '&lt;ol&gt;&lt;li&gt;&lt;a href="https://a.example"&gt;Two hurt&lt;/a&gt; &lt;font&gt;North Courier&lt;/font&gt;&lt;/li&gt;&lt;li&gt;&lt;a href="https://b.example"&gt;Six dead in another town&lt;/a&gt;&lt;/li&gt;&lt;/ol&gt;';
    const items = [
      item('Two hurt', 'https://l.example/1', `<description>${links}</description>`),
      item('Two hurt', 'https://l.example/2', '<description>Two hurt</description>'),
    ];
    expect(list(feed('L', 'https://l.example/', items)).map(({ record }) => record.body)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('follows a redirecting link to the page itself', () => {
    expect(list(feed('Google Alert - crane', '', [item('Two hurt', twice('https://ledger.example/1'))]))[0]?.url).toBe(
      'https://ledger.example/1',
    );
  });

  it('has no day of an item where all carry the moment of the feed', () => {
    const dated = (moment: string) =>
      list(
        feed(
          'L',
          'https://l.example/',
          [1, 2, 3].map((n) => item(`Report ${n}`, `https://l.example/${n}`, `<pubDate>${moment}</pubDate>`)),
        ),
      );
    expect(dated('Tue, 04 Feb 2031 10:03:07 GMT').map(({ record }) => record.published)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(dated('Tue, 04 Feb 2031 00:00:00 GMT')[0]?.record.published).toBeDefined();
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
