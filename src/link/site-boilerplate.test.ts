import { describe, expect, it } from 'vitest';
import { makeReading } from '../../test/kits/link-documents.ts';
import { type Document, makeDocument } from './document.ts';
import { defaults } from './options.ts';
import { SiteBoilerplate } from './site-boilerplate.ts';

const plea = 'Thank you for visiting the Courier and please register to keep reading';

function documentOf(body: string, published: string, url = 'https://courier.example/a') {
  return makeDocument(makeReading({ paragraphs: [body, plea], published, url }));
}

function spell(document: { readonly words: readonly { readonly lower: string }[] } | undefined): string {
  return (document?.words ?? []).map(({ lower }) => lower).join(' ');
}

function strip(documents: readonly Document[], order = [...documents.keys()]) {
  const furniture = new SiteBoilerplate(defaults.furniture);
  for (const at of order) furniture.note(at, documents[at] as Document);
  return documents.map((document) => furniture.strip(document));
}

describe('Furniture', () => {
  it('drops what one site prints for weeks under different reports', () => {
    const documents = ['A kiln burned.', 'A ferry sank.', 'A wall fell.'].map((body, at) =>
      documentOf(body, `2031-0${at + 1}-01`),
    );
    expect(strip(documents).map(spell)).toEqual(['a kiln burned', 'a ferry sank', 'a wall fell']);
  });

  it('keeps what a site repeats within one developing story', () => {
    const documents = ['A kiln burned.', 'Kiln fire: two hurt.', 'Kiln fire is out.'].map((body, at) =>
      documentOf(body, `2031-01-0${at + 1}`),
    );
    expect(spell(strip(documents)[0])).toContain('please register');
  });

  it('keeps words that different sites share', () => {
    const documents = ['a', 'b', 'c'].map((host, at) =>
      documentOf('A kiln burned.', `2031-0${at + 1}-01`, `https://${host}.example/`),
    );
    expect(spell(strip(documents)[0])).toContain('please register');
  });

  it('tells which reports lose words when a later one shows what the site always prints', () => {
    const documents = ['A kiln burned.', 'A ferry sank.', 'A wall fell.'].map((body, at) =>
      documentOf(body, `2031-0${at + 1}-01`),
    );
    const furniture = new SiteBoilerplate(defaults.furniture);
    expect(documents.map((document, at) => [...furniture.note(at, document)])).toEqual([[], [], [0, 1]]);
    expect(strip(documents, [2, 0, 1]).map(spell)).toEqual(strip(documents).map(spell));
  });
});
