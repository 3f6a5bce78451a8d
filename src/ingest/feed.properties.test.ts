import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaults, listFeed, writeItem } from './index.ts';

const parts = [
  '<?xml version="1.0"?>',
  '<rss version="2.0"><channel><title>L</title>',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '<urlset>',
  '<sitemapindex>',
  '<url><loc>https://ledger.example/1</loc>',
  '<news:title>Two hurt',
  '<item><title>Two hurt</title><link>https://ledger.example/1</link>',
  '<source url="https://wire.example">W</source>',
  '<description><![CDATA[<p>Two people were hurt.</p>',
  ']]></description></item>',
  '</urlset>',
  '</channel></rss>',
  '{"version":"https://jsonfeed.org/version/1.1","items":[',
  '{"id":"1","url":"//x","title":["t"],"content_html":"<p>x"}',
  ']}',
  '&lt;&#0;&#xD800;',
  '\ud800',
  '\u0000',
  '\u202e',
  'https://ledger.example/1\n',
];

describe('listing feeds', () => {
  it('never throws, and every item it lists can be kept and read again', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...parts), fc.string()), { maxLength: 12 }), (pieces) => {
        const bytes = new TextEncoder().encode(pieces.join(''));
        for (const item of listFeed({ bytes, url: 'https://ledger.example/feed' }, defaults)?.value ?? []) {
          seen += 1;
          expect(item.url ?? 'https://x').toMatch(/^https?:\/\//);
          if (item.isList === true) continue;
          const again = listFeed({ bytes: writeItem(item) }, defaults)?.value;
          expect(again).toHaveLength(1);
          expect(again?.[0]?.url).toBe(item.url);
        }
      }),
      { numRuns: 1000 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
