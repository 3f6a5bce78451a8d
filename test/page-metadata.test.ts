import { describe, expect, it } from 'vitest';
import { clean, defaults } from '../src/clean/index.ts';
import { ingest } from '../src/ingest/index.ts';
import type { Article } from '../src/model/index.ts';

const context = { now: '2031-06-01T00:00:00Z', seed: 0 };
const title = 'Two hurt as crane falls in Norwick';
const paragraphs = [
  'Two people were hurt when a crane fell on a quay in Norwick on Monday, the harbour office said in a statement.',
  'The crane had been put up a week before and was to be taken down at the end of the month, a foreman told reporters.',
  'Neighbours said they had heard a loud crack before it came down, and that the quay had been closed for some days.',
]
  .map((text) => `<p>${text}</p>`)
  .join('');

interface Parts {
  readonly html?: string;
  readonly head?: string;
  readonly above?: string;
  readonly below?: string;
  readonly url?: string;
}

function pageOf({ html = '<html lang="en">', head = '', above = '', below = '' }: Parts): string {
  return `<!doctype html>${html}<head><title>${title}</title>${head}</head><body><nav><a href="/">Home</a></nav>${above}<article><h1>${title}</h1>${below}${paragraphs}</article></body></html>`;
}

function read(page: string, url?: string): Article {
  const bytes = new TextEncoder().encode(page);
  const [first] = ingest(url === undefined ? { bytes } : { bytes, url }).value;
  const article = first === undefined ? undefined : clean(first, defaults, context).value;
  if (article === undefined) throw new Error('set aside');
  return article;
}

const dayOf = (parts: Parts) => read(pageOf(parts), parts.url).published?.value.slice(0, 10);
const linked = (node: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...node })}</script>`;
const shown = (date: string) => `<span class="date">${date}</span>`;

describe('the day of a page', () => {
  it.each<[string, Parts, string]>([
    ['dots put the day first', { below: shown('04.02.2031') }, '2031-02-04'],
    ['so do dashes', { below: shown('04-02-2031') }, '2031-02-04'],
    ['slashes do where the page is British', { html: '<html lang="en-GB">', below: shown('04/02/2031') }, '2031-02-04'],
    ['or Irish', { html: '<html lang="en-IE">', below: shown('4/2/2031') }, '2031-02-04'],
    [
      'or says so for other readers',
      { head: '<meta property="og:locale" content="en_AU">', below: shown('04/02/2031') },
      '2031-02-04',
    ],
    ['or German', { html: '<html lang="de">', below: shown('4.2.2031') }, '2031-02-04'],
    ['or lies in a country that does', { below: shown('04/02/2031'), url: 'https://ledger.ie/crane' }, '2031-02-04'],
    [
      'not where it lies in the United States',
      { below: shown('02/04/2031'), url: 'https://ledger.com/crane' },
      '2031-02-04',
    ],
    ['nor where it is Philippine', { html: '<html lang="en-PH">', below: shown('02/04/2031') }, '2031-02-04'],
    ['another date of the page tells', { below: `${shown('04/02/2031')}<p>Updated: 13/02/2031</p>` }, '2031-02-04'],
    [
      'and so does one beside it',
      { head: '<meta name="date" content="2031-02-04">', below: shown('04/02/2031') },
      '2031-02-04',
    ],
    ['a day to come is not meant', { below: shown('04/12/2030'), html: '<html lang="en-US">' }, '2030-04-12'],
    ['of two readings the one that has come', { below: shown('5/11/2031') }, '2031-05-11'],
    ['of two readings the one that has come, day first', { below: shown('11/5/2031') }, '2031-05-11'],
  ])('%s', (_, parts, day) => {
    expect(dayOf(parts)).toBe(day);
  });

  it.each<[string, Parts]>([
    ['slashes with the year first', { below: '<time datetime="2031/02/04">2031/02/04</time>' }],
    ['dots with the year first', { below: shown('2031.02.04 8:15') }],
    ['a label in German', { below: '<li>Datum 04.02.2031</li>' }],
    ['a box named so', { below: '<div class="meta-date-time">04.02.2031, Lesezeit 5 Min.</div>' }],
    ['an hour of one digit', { head: '<meta name="sailthru.date" content="2031-02-04 7:12:00 -0000">' }],
    ['an hour of one half', { head: '<meta name="pubdate" content="2031-02-04 7:12 PM">' }],
    ['no sign between the parts', { head: '<meta name="date" content="20310204T071200Z">' }],
    ['a zone of hours alone', { head: '<meta name="date" content="2031-02-04T07:12:00+05">' }],
    ['one digit for month and day', { head: '<meta name="date" content="2031-2-4">' }],
    ['a name before it and no space', { below: '<div class="byline">Ada Reed<span>Feb 4, 2031</span></div>' }],
    ['a longer name before it', { below: '<div class="byline">By Ada Reed<b>February 4, 2031</b></div>' }],
    ['a credit and a time of day before it', { below: '<p>Harbour Agency<br>4 Feb 2031, 22:11 GMT+11</p>' }],
  ])('is read from %s', (_, parts) => {
    expect(dayOf(parts)).toBe('2031-02-04');
  });

  it.each<[string, Parts]>([
    [
      'above a line of credit',
      {
        above: '<div class="topbar"><span id="date">Wed, 5 Feb 2031</span></div>',
        below: '<p>Harbour Agency<br>4 Feb 2031, 22:11</p>',
      },
    ],
    ['above a stamp', { above: '<div>Wednesday, February 5, 2031</div>', below: shown('4 February 2031') }],
    [
      'called a clock',
      { above: '<div class="clock">5 February 2031</div>', below: '<p class="byline">Ada Reed, 4 February 2031</p>' },
    ],
    [
      'called today',
      { above: '<span class="todays-date">February 5, 2031</span>', below: '<time>February 4, 2031</time>' },
    ],
    [
      'in the masthead',
      { above: '<header class="masthead"><p>5 Feb 2031</p></header>', below: '<div>Published: 4 Feb 2031</div>' },
    ],
  ])('is not that of the clock of the page, %s', (_, parts) => {
    expect(dayOf(parts)).toBe('2031-02-04');
  });

  it('is not the clock where nothing else tells it', () => {
    expect(dayOf({ above: '<div class="topbar"><span>Wed, 5 Feb 2031</span></div>' })).toBeUndefined();
  });
});

describe('the writers of a page', () => {
  it.each<[string, Parts, readonly string[]]>([
    [
      'the place where one sits is none',
      { below: '<p class="byline">By Ada Reed<br>Harbour News, New York</p>' },
      ['Ada Reed'],
    ],
    ['nor on the same line', { below: '<p>By Ada Reed, Harbour News, Velmora Bay</p>' }, ['Ada Reed']],
    [
      'a day glued to a name is no part of it',
      { below: '<div class="byline">Ada Reed<span>Feb 4, 2031</span></div>' },
      ['Ada Reed'],
    ],
    ['nor is its month', { below: '<div class="byline">Ada Reed<span>February 4, 2031</span></div>' }, ['Ada Reed']],
    [
      'the outlet is none',
      { head: linked({ author: { name: 'Harbour Ledger' }, publisher: { name: 'Harbour Ledger' } }) },
      [],
    ],
    ['an organisation is none', { head: linked({ author: { '@type': 'Organization', name: 'Quay Watch' } }) }, []],
    [
      'an apostrophe written as an entity is one',
      { head: linked({ author: { name: 'Ada O&#8217;Reed' } }) },
      ['Ada O’Reed'],
    ],
    [
      'two stay two',
      { below: '<p class="byline">By Ada Reed and Bo Lind<br>Staff writers</p>' },
      ['Ada Reed', 'Bo Lind'],
    ],
    ['initials behind a name are none', { head: linked({ author: [{ name: 'Ada Reed (are)' }] }) }, ['Ada Reed']],
    [
      'nor is what joins two, in any language',
      { head: linked({ author: 'Ada Reed und Bo Lind, dpa' }) },
      ['Ada Reed', 'Bo Lind'],
    ],
    [
      'names have no capitals in other writings',
      { head: linked({ author: ['배윤경', '渡辺洋介'] }) },
      ['배윤경', '渡辺洋介'],
    ],
    ['a newspaper is nobody there either', { head: linked({ author: '読売新聞' }) }, []],
    ['an agency is none', { head: linked({ author: { name: 'Reuters' } }) }, []],
    [
      'a link to their pages tells them',
      {
        below:
          '<ul class="writerList"><li><a href="/author/reed">Ada Reed</a></li><li><a rel="author" href="/x">Bo Lind</a></li></ul>',
      },
      ['Ada Reed', 'Bo Lind'],
    ],
    ['but no link of a bar beside', { above: '<aside><a href="/author/lind">Bo Lind</a></aside>' }, []],
    [
      'names in pieces of a line without a mark between',
      { below: '<div class="article-byline"><div><span>Ada Reed</span> <span>Bo Lind</span></div></div>' },
      ['Ada Reed', 'Bo Lind'],
    ],
    ['a label and its form are nobody', { below: '<div class="author"><span>Name</span> <span>*</span></div>' }, []],
    [
      'nor is an outlet of several names',
      {
        head: '<meta property="og:site_name" content="Harbour Ledger – Quay News">',
        below: '<p class="author"><span>Harbour Ledger – Quay News</span></p>',
      },
      [],
    ],
    [
      'a desk of the outlet is nobody',
      { head: linked({ author: ['Ada Reed', 'Ledger Business'], publisher: { name: 'Ledger' } }) },
      ['Ada Reed'],
    ],
    ['capitals are lowered', { below: '<p class="byline">ADA REED</p>' }, ['Ada Reed']],
  ])('%s', (_, parts, authors) => {
    expect(read(pageOf(parts)).authors).toEqual(authors);
  });
});

describe('the agency of a page', () => {
  it.each([
    ['alone', 'dpa', 'dpa'],
    ['beside the outlet', 'Harbour Ledger and AFP', 'Agence France-Presse'],
    ['not beside a person', 'Ada Reed, AFP', undefined],
  ])('is stated as the writer, %s', (_, author, wire) => {
    expect(read(pageOf({ head: linked({ author, publisher: { name: 'Harbour Ledger' } }) })).wire).toBe(wire);
  });
});

describe('names in metadata', () => {
  it.each<[string, Parts, Partial<Article>]>([
    [
      'JSON-LD with numbered entities',
      { head: linked({ headline: `${title}: &#8216;it fell&#8217;` }) },
      { headline: `${title}: ‘it fell’` },
    ],
    [
      'JSON-LD with named ones',
      { head: linked({ publisher: { name: 'Harbour &amp; Ledger' } }) },
      { outlet: 'Harbour & Ledger' },
    ],
    [
      'entities escaped twice',
      { head: '<meta property="og:site_name" content="Harbour &amp;amp; Ledger">' },
      { outlet: 'Harbour & Ledger' },
    ],
    [
      'hexadecimal ones',
      { head: linked({ publisher: { name: 'Reed&#x2019;s Ledger' } }) },
      { outlet: 'Reed’s Ledger' },
    ],
    [
      'an ampersand that is one',
      { head: '<meta property="og:site_name" content="Reed & Sons">' },
      { outlet: 'Reed & Sons' },
    ],
    [
      'a headline that the page does not show',
      { head: linked({ name: title, headline: 'it came down at noon' }) },
      { headline: title },
    ],
    [
      'a line for search engines',
      { head: '<meta property="og:title" content="Everything about the quay">' },
      { headline: title },
    ],
    ['a headline that the page shows', { head: linked({ headline: title }) }, { headline: title }],
    [
      'a headline longer than the title',
      { head: linked({ headline: `${title}, quay shut` }) },
      { headline: `${title}, quay shut` },
    ],
    [
      'the site and its motto at its end',
      { head: `<meta property="og:title" content="${title} - Harbour Ledger - News, Sport and More">` },
      { headline: title },
    ],
    [
      'the site at its end',
      { head: `<meta property="og:title" content="${title} | Harbour Ledger">` },
      { headline: title },
    ],
  ])('are read from %s', (_, parts, expected) => {
    expect(read(pageOf(parts))).toMatchObject(expected);
  });

  it('are no outlet where a page states its headline as the name of the site', () => {
    const names = ['og:title', 'application-name'].map((name) => `<meta name="${name}" content="${title}">`);
    expect(read(pageOf({ head: names.join('') })).outlet).toBeUndefined();
  });
});

describe('copies in web archives', () => {
  const bar = (saved: string, to: string) =>
    `<div id="HEADER"><form><table><tr><td>archive.today webpage capture</td><td>Saved from</td><td><input type="text" name="q" value="${to}"></td><td>${saved}</td></tr></table></form></div><div id="CONTENT">`;
  const today = (saved: string, own = '') =>
    pageOf({
      head: '<link rel="canonical" href="https://archive.ph/AbCdE"><meta property="og:site_name" content="archive.ph">',
      above: bar(saved, 'https://ledger.example/crane'),
      below: own,
    });
  const wayback = (own = '', url = 'https://ledger.example/crane') =>
    pageOf({
      head: `<script>__wm.wombat("${url}","20310205100000","https://web.archive.org/");</script>`,
      above:
        '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base">5 February 2031 captures</div><!-- END WAYBACK TOOLBAR INSERT -->',
      below: own,
    });

  it.each<[string, string, string | undefined, string | undefined]>([
    ['archive.today', today('5 Feb 2031 10:00:00 UTC'), undefined, undefined],
    ['archive.today at its own address', today('5 Feb 2031 10:00:00 UTC'), undefined, 'https://archive.ph/AbCdE'],
    [
      'archive.today of a page with a day',
      today('5 Feb 2031 10:00:00 UTC', shown('4 February 2031')),
      '2031-02-04',
      undefined,
    ],
    ['the Wayback Machine', wayback(), undefined, undefined],
    ['the Wayback Machine of a page with a day', wayback(shown('February 4, 2031')), '2031-02-04', undefined],
    ['the Wayback Machine of a day in figures', wayback(shown('04/02/2031')), '2031-02-04', undefined],
    [
      'the Wayback Machine at its own address',
      wayback(),
      undefined,
      'https://web.archive.org/web/20310205100000/https://ledger.example/crane',
    ],
  ])('have the outlet of the original, and no day but its own: %s', (_, page, day, url) => {
    const { outlet, published, source, text } = read(page, url);
    expect([outlet, published?.value, source.fetchedAt?.slice(0, 10)]).toEqual(['ledger.example', day, '2031-02-05']);
    expect(text.value).not.toMatch(/capture/);
  });
});

describe('a body in a script alone', () => {
  const text = paragraphs.replaceAll('</p><p>', '\n\n').replaceAll(/<\/?p>/g, '');
  const bare = (head: string, shell = '<div id="root"></div>') =>
    `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><nav><a href="/">Home</a></nav>${shell}<footer>Copyright Harbour Ledger</footer></body></html>`;

  it.each([
    ['under an empty root', bare(linked({ headline: title, articleBody: text }))],
    ['with markup', bare(linked({ headline: title, articleBody: paragraphs }))],
    [
      'with entities',
      bare(linked({ headline: title, articleBody: text.replaceAll(' ', ' ').replace('was to', 'was&#32;to') })),
    ],
    [
      'in a graph',
      bare(
        `<script type="application/ld+json">${JSON.stringify({
          '@graph': [
            { '@type': 'WebSite', name: 'x' },
            { '@type': 'Article', headline: title, articleBody: text },
          ],
        })}</script>`,
      ),
    ],
    [
      'beside a teaser',
      bare(
        linked({ headline: title, articleBody: text }),
        '<article><p>Two people were hurt in Norwick. Please wait while the page is loaded.</p></article>',
      ),
    ],
  ])('is read: %s', (_, page) => {
    const { blocks, text: cut } = read(page);
    const kinds = blocks.filter(({ kind }) => kind === 'lead' || kind === 'body');
    expect(kinds.length).toBe(3);
    expect(cut.value).toContain('a foreman told reporters.');
    expect(cut.value).not.toMatch(/<p>|&#/);
  });

  it('is not read twice where the page shows it', () => {
    const { text: cut } = read(pageOf({ head: linked({ headline: title, articleBody: text }) }));
    expect(cut.value.split('a foreman told reporters').length).toBe(2);
  });
});
