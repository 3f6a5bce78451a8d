import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeReading } from '../../../test/kits/link-documents.ts';
import { defaults } from '../options.ts';
import { type LinkDocument, makeDocument } from './document.ts';
import { SiteBoilerplate } from './site-boilerplate.ts';

const plea = 'Thank you for visiting the Courier and please register to keep reading';

function documentOf(body: string, published: string, url = 'https://courier.example/a') {
  return makeDocument(makeReading({ paragraphs: [body, plea], published, url }));
}

function spell(document: { readonly words: readonly { readonly lower: string }[] } | undefined): string {
  return (document?.words ?? []).map(({ lower }) => lower).join(' ');
}

function strip(documents: readonly LinkDocument[], order = [...documents.keys()]) {
  const furniture = new SiteBoilerplate(defaults.furniture);
  for (const at of order) furniture.note(at, documents[at] as LinkDocument);
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

  it('finds, page by page, what looking at all pages so far would find', () => {
    const printed = fc.record({
      host: fc.constantFrom('courier', 'ledger', 'herald', undefined),
      day: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(printed, { maxLength: 20 }), (pages) => {
        const furniture = new SiteBoilerplate(defaults.furniture);
        const found = pages.findIndex((_, at) => isBoilerplateByAll(pages.slice(0, at + 1)));
        pages.forEach(({ host, day }, at) => {
          const losing = furniture.note(at, pageOf(host, day));
          expect([...losing]).toEqual(at === found ? [...Array(at).keys()] : []);
        });
      }),
    );
  });

  it('takes ten thousand pages without a date about as quickly as with one', () => {
    const furniture = new SiteBoilerplate(defaults.furniture);
    const began = performance.now();
    for (let at = 0; at < 10_000; at += 1) furniture.note(at, pageOf('courier', undefined));
    // Looking at all pages anew with each takes over half a minute.
    expect(performance.now() - began).toBeLessThan(4000);
  }, 60_000);
});

interface Printed {
  readonly host: string | undefined;
  readonly day: number | undefined;
}

function pageOf(host: string | undefined, day: number | undefined): LinkDocument {
  return makeDocument(
    makeReading({
      paragraphs: [plea],
      ...(host === undefined ? {} : { url: `https://${host}.example/a` }),
      ...(day === undefined ? {} : { published: new Date(Date.UTC(2031, 0, 1 + day)).toISOString().slice(0, 10) }),
    }),
  );
}

/** The rule as the options say it, for a line that every page prints. */
function isBoilerplateByAll(pages: readonly Printed[]): boolean {
  const { siteArticles, siteSpanDays, sites, articles, spanDays } = defaults.furniture;
  const span = (some: readonly Printed[]) => {
    const days = some.flatMap(({ day }) => day ?? []);
    return Math.max(...days) - Math.min(...days);
  };
  const newest = pages.at(-1)?.host;
  const own = newest === undefined ? [] : pages.filter(({ host }) => host === newest);
  if (own.length >= siteArticles && span(own) > siteSpanDays) return true;
  const isEverywhere = new Set(pages.map(({ host }) => host)).size >= sites;
  return isEverywhere && pages.length >= articles && span(pages) > spanDays;
}
