import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaults, listFeed, writeItem } from '../index.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const list = (text: string) =>
  listFeed({ bytes: bytesOf(text), url: 'https://ledger.example/feed' }, defaults)?.value ?? [];

/** A feed or sitemap around entries, and an entry around what is stated in it. */
const forms: readonly (readonly [feed: (entries: string) => string, entry: (told: string) => string])[] = [
  [
    (entries) => `<rss version="2.0"><channel><title>L</title>${entries}</channel></rss>`,
    (told) => `<item>${told}</item>`,
  ],
  [
    (entries) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>L</title>${entries}</feed>`,
    (told) => `<entry>${told}</entry>`,
  ],
  [(entries) => `<urlset>${entries}</urlset>`, (told) => `<url><loc>/1</loc>${told}</url>`],
  [
    (entries) => `{"version":"https://jsonfeed.org/version/1.1","items":[${entries}{"id":1}]}`,
    (told) =>
      `{"id":"1","title":${JSON.stringify(told)},"url":${JSON.stringify(told)},"content_html":${JSON.stringify(told)}},`,
  ],
];
const told = [
  '<title>Two hurt &amp;amp; one missing</title>',
  '<link>https://ledger.example/1</link>',
  '<link href="javascript:1"/>',
  '<source url="https://wire.example">W</source>',
  '<description><![CDATA[<p>Two people were hurt.</p>]]></description>',
  '<news:title>Two hurt</news:title>',
  '<item><title>',
  '</item>',
  '&lt;&#0;&#xD800;&bomb;',
  '\ud800',
  '\u0000',
  '\u202e',
];

describe('listing feeds', () => {
  const entry = fc
    .array(fc.oneof(fc.constantFrom(...told), fc.string()), { maxLength: 6 })
    .map((parts) => parts.join(''));
  const feed = fc
    .tuple(fc.constantFrom(...forms), fc.array(entry, { minLength: 1, maxLength: 4 }), fc.nat({ max: 40 }))
    .map(([[wrap, make], entries, cut]) => {
      const text = wrap(entries.map(make).join(''));
      return cut < 30 ? text : text.slice(0, (text.length * cut) / 40);
    });

  it('never throws, and every item it lists can be kept and read again', () => {
    let seen = 0;
    fc.assert(
      fc.property(feed, (text) => {
        for (const item of list(text)) {
          seen += 1;
          expect(item.url ?? 'https://x').toMatch(/^https?:\/\//);
          const again = listFeed({ bytes: writeItem(item) }, defaults)?.value;
          expect(again?.map(({ url }) => url)).toEqual([item.url]);
        }
      }),
      { numRuns: 1000, seed: 7 },
    );
    expect(seen).toBeGreaterThan(500);
  });
});
