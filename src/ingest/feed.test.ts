import { describe, expect, it } from 'vitest';
import { ingest } from './index.ts';

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
