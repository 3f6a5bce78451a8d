import { describe, expect, it } from 'vitest';
import { makeDocument } from './document.ts';
import { makeReading } from './fixtures.ts';
import { dropFurniture } from './furniture.ts';
import { defaults } from './options.ts';

const plea = 'Thank you for visiting the Courier and please register to keep reading';

function documentOf(body: string, published: string, url = 'https://courier.example/a') {
  return makeDocument(makeReading({ paragraphs: [body, plea], published, url }));
}

function spell(document: { readonly words: readonly { readonly lower: string }[] } | undefined): string {
  return (document?.words ?? []).map(({ lower }) => lower).join(' ');
}

describe('dropFurniture', () => {
  it('drops what one site prints for weeks under different reports', () => {
    const documents = ['A kiln burned.', 'A ferry sank.', 'A wall fell.'].map((body, at) =>
      documentOf(body, `2031-0${at + 1}-01`),
    );
    expect(dropFurniture(documents, defaults.furniture).map(spell)).toEqual([
      'a kiln burned',
      'a ferry sank',
      'a wall fell',
    ]);
  });

  it('keeps what a site repeats within one developing story', () => {
    const documents = ['A kiln burned.', 'Kiln fire: two hurt.', 'Kiln fire is out.'].map((body, at) =>
      documentOf(body, `2031-01-0${at + 1}`),
    );
    expect(spell(dropFurniture(documents, defaults.furniture)[0])).toContain('please register');
  });

  it('keeps words that different sites share', () => {
    const documents = ['a', 'b', 'c'].map((host, at) =>
      documentOf('A kiln burned.', `2031-0${at + 1}-01`, `https://${host}.example/`),
    );
    expect(spell(dropFurniture(documents, defaults.furniture)[0])).toContain('please register');
  });
});
