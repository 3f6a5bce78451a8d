import { describe, expect, it } from 'vitest';
import { day, house, type Kin, markup, paragraphs, tellKin, title, writer } from './kits/kin.ts';

const [H, D, A] = [house, day, writer];
const P = markup;
const au = (below: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${below}${P}</article></body></html>`;
const cases: Record<string, [string, string | null, string?]> = {
  and: ['<p class="byline">By Ada Reed and Bo Lind</p>', 'Ada Reed; Bo Lind'],
  role: ['<p class="byline">By ADA REED, Staff Writer</p>', A],
  upper: ['<div class="author-name">ADA REED</div>', A],
  'agency AFP': ['<p class="byline">By Agence France-Presse</p>', null],
  desk: ['<span class="author">News Desk</span>', null],
  'web desk': ['<span class="author">Web Desk</span>', null],
  staff: ['<span class="byline">By Staff Reporter</span>', null],
  admin: ['<span class="author"><a href="/author/admin">admin</a></span>', null],
  outlet: [`<span class="byline">By ${H}</span>`, null, `<meta property="og:site_name" content="${H}">`],
  email: ['<p class="byline">Ada Reed | ada.reed@ledger.example</p>', A],
  twitter: ['<p class="byline">By Ada Reed @adareed</p>', A],
  'city dateline': ['<p class="byline">By Ada Reed in Velmora</p>', A],
  for: [`<p class="byline">By Ada Reed for ${H}</p>`, A],
  'glued read time': ['<div class="byline">Ada Reed<span>3 min read</span></div>', A],
  'glued published': ['<div class="byline">By Ada Reed<span>Published Feb 4, 2031</span></div>', A],
  'pa correspondent': ['<p class="byline">By Ada Reed, PA Chief Reporter</p>', A],
  three: ['<p class="byline">By Ada Reed, Bo Lind and Cy Marsh</p>', 'Ada Reed; Bo Lind; Cy Marsh'],
  'ld list': [
    '',
    'Ada Reed; Bo Lind',
    '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","name":"Ada Reed"},{"@type":"Person","name":"Bo Lind"}]}</script>',
  ],
  'ld string comma': [
    '',
    'Ada Reed; Bo Lind',
    '<script type="application/ld+json">{"@type":"NewsArticle","author":"Ada Reed, Bo Lind"}</script>',
  ],
  'ld person = agency': [
    '',
    null,
    '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Reuters"}}</script>',
  ],
  'ld org': [
    '',
    null,
    '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"NewsMediaOrganization","name":"Harbour Desk"}}</script>',
  ],
  'meta By prefix': ['', A, '<meta name="author" content="By Ada Reed">'],
  'meta url': ['', null, '<meta property="article:author" content="https://www.facebook.com/harbourledger">'],
  'meta last first': ['', A, '<meta name="author" content="Reed, Ada">'],
  photographs: ['<p class="byline">Words by Ada Reed, photographs by Bo Lind</p>', A],
  place: ['<span class="author">Norwick</span>', null],
  initials: ['<p class="byline">By A. J. Reed</p>', 'A. J. Reed'],
  hyphen: ['<p class="byline">By Mary-Ann O’Neill-Reed</p>', 'Mary-Ann O’Neill-Reed'],
  particles: ['<p class="byline">By Ludwig van der Berg</p>', 'Ludwig van der Berg'],
  'comment author': ['<div class="comment"><span class="author">Bob Troll</span><p>nice</p></div>', null],
  'german Von': ['<p class="byline">Von Ada Reed</p>', A],
  'spanish Por': ['<p class="byline">Por Ada Reed</p>', A],
  'french Par': ['<p class="byline">Par Ada Reed avec AFP</p>', A],
  'rel author': ['<a rel="author" href="/a">Ada Reed</a>', A],
  'schema span': ['<span itemprop="author" itemscope><span itemprop="name">Ada Reed</span></span>', A],
};
const shell = (s: string, b = '<div id="root"></div>') =>
  `<!doctype html><html lang="en"><head><title>${title} | ${H}</title></head><body>${b}${s}</body></html>`;
const paras = paragraphs;

const inputs: readonly Kin[] = [
  ...Object.entries(cases).map(([k, [b, w, h]]): Kin => [`author ${k}`, au(b, h), [1, title, undefined, undefined, w]]),
  // 70 bodies in scripts
  [
    'next data',
    shell(
      `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { article: { title, publishedAt: '2031-02-04T08:15:00Z', body: paras.map((t) => ({ type: 'paragraph', text: t })) } } } })}</script>`,
    ),
    [1, title],
  ],
  [
    'preloaded state',
    shell(`<script>window.__PRELOADED_STATE__ = ${JSON.stringify({ story: { headline: title, html: P } })};</script>`),
    [1, title],
  ],
  [
    'fusion',
    shell(
      `<script>var Fusion=Fusion||{};Fusion.globalContent=${JSON.stringify({ type: 'story', headlines: { basic: title }, display_date: '2031-02-04T08:15:00Z', content_elements: paras.map((t) => ({ type: 'text', content: t })) })};Fusion.other={"a":1};</script>`,
    ),
    [1, title],
  ],
  [
    'apollo',
    shell(
      `<script>window.__APOLLO_STATE__=${JSON.stringify({ 'Article:1': { __typename: 'Article', headline: title, body: P }, ROOT_QUERY: {} })}</script>`,
    ),
    [1, title],
  ],
  [
    'gatsby',
    shell(
      `<script>/*<![CDATA[*/window.pageData=${JSON.stringify({ result: { data: { post: { title, html: P } } } })};/*]]>*/</script>`,
    ),
    [1, title],
  ],
  [
    'sveltekit',
    shell(
      `<script type="application/json" data-sveltekit-fetched data-url="/api/a">${JSON.stringify({ status: 200, body: JSON.stringify({ title, body: P }) })}</script>`,
    ),
    [1, title],
  ],
  [
    'remix',
    shell(
      `<script>window.__remixContext = ${JSON.stringify({ state: { loaderData: { 'routes/a': { article: { title, text: paras.join('\n\n') } } } } })};</script>`,
    ),
    [1, title],
  ],
  [
    'ld graph articleBody html',
    shell(
      `<script type="application/ld+json">${JSON.stringify({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebPage', name: 'x' },
          { '@type': 'NewsArticle', headline: title, articleBody: P, datePublished: '2031-02-04T08:15:00Z' },
        ],
      })}</script>`,
    ),
    [1, title, D],
  ],
  [
    'ld with trailing comma / cdata',
    shell(
      `<script type="application/ld+json">//<![CDATA[\n{"@type":"NewsArticle","headline":"${title}","datePublished":"2031-02-04T08:15:00Z","articleBody":"${paras.join('\\n\\n')}",}\n//]]></script>`,
    ),
    [1, title, D],
  ],
  [
    'ld raw newline in body',
    shell(
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${title}","datePublished":"2031-02-04","articleBody":"${paras.join('\n')}"}</script>`,
    ),
    [1, title, D],
  ],
  [
    'next flight',
    shell(
      `<script>self.__next_f.push([1,${JSON.stringify(`5:${JSON.stringify({ article: { title, body: P } })}\n`)}])</script>`,
    ),
    [1, title],
  ],
  [
    'amp',
    `<!doctype html><html ⚡ lang="en"><head><title>${title}</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"${title}","datePublished":"2031-02-04"}</script></head><body><amp-sidebar><p>Menu</p></amp-sidebar><article><h1>${title}</h1>${P}<amp-ad>ad</amp-ad></article></body></html>`,
    [1, title, D],
  ],
  // 72 archives
  [
    'wayback page',
    `<!doctype html><html><head><script src="//archive.org/includes/athena.js"></script><link rel="stylesheet" href="https://web-static.archive.org/_static/css/banner-styles.css"><title>${title}</title></head><body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><p>12 captures 5 Feb 2031 - 6 Mar 2031</p></div><!-- END WAYBACK TOOLBAR INSERT --><article><h1>${title}</h1>${P}</article></body></html><!--\n     FILE ARCHIVED ON 10:10:10 Feb 05, 2031 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON 12:00:00 Apr 05, 2031.\n-->`,
    [1, title, null, 'ledger.example'],
    'https://web.archive.org/web/20310205101010/https://ledger.example/crane',
  ],
  [
    'archive.today page',
    `<html><head><title>${title}</title><meta property="og:site_name" content="archive.ph"><meta property="og:url" content="https://archive.ph/AbCdE"><link rel="canonical" href="https://archive.ph/2031.02.05-101010/https://ledger.example/crane"><meta property="article:published_time" content="2031-02-05T10:10:10Z"></head><body><div id="HEADER"><form><input name="q" value="https://ledger.example/crane"></form>saved from</div><div id="CONTENT"><h1>${title}</h1>${P}</div></body></html>`,
    [1, title, null, 'ledger.example'],
    'https://archive.is/AbCdE',
  ],
  [
    'google cache',
    `<html><head><base href="https://ledger.example/crane"><title>${title}</title></head><body><div style="position:relative">This is Google's cache of <a href="https://ledger.example/crane">https://ledger.example/crane</a>. It is a snapshot of the page as it appeared on 5 Feb 2031 10:10:10 GMT.</div><h1>${title}</h1>${P}</body></html>`,
    [1, title, null, 'ledger.example'],
  ],
  [
    'saved from chrome',
    `<!DOCTYPE html>\n<!-- saved from url=(0029)https://ledger.example/crane -->\n<html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${P}</body></html>`,
    [1, title, null, 'ledger.example'],
  ],
  [
    'singlefile',
    `<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://ledger.example/crane \n saved date: Thu Feb 06 2031 10:10:10 GMT+0100 (CET)\n--><meta charset=utf-8><title>${title}</title><body><h1>${title}</h1>${P}`,
    [1, title, null, 'ledger.example'],
  ],
  [
    'perma.cc',
    `<html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${P}</body></html>`,
    [1, title, null, 'ledger.example'],
    'https://perma-archives.org/warc/20310205101010mp_/https://ledger.example/crane',
  ],
  [
    'arquivo.pt',
    `<html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${P}</body></html>`,
    [1, title, null, 'ledger.example'],
    'https://arquivo.pt/wayback/20310205101010/https://ledger.example/crane',
  ],
  [
    'translate.goog',
    `<html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${P}</body></html>`,
    [1, title, null, 'ledger.example'],
    'https://ledger-example.translate.goog/crane?_x_tr_sl=de&_x_tr_tl=en',
  ],
  [
    'amp cache',
    `<html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${P}</body></html>`,
    [1, title, null, 'ledger.example'],
    'https://ledger-example.cdn.ampproject.org/c/s/ledger.example/crane',
  ],
  [
    '12ft',
    `<html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${P}</body></html>`,
    [1, title, null, 'ledger.example'],
    'https://12ft.io/https://ledger.example/crane',
  ],
  // 77 ld tagline
  [
    'ld headline = site tagline',
    `<html lang="en"><head><title>${title} - ${H}</title><meta property="og:title" content="${title}"><script type="application/ld+json">{"@type":"NewsArticle","headline":"News, sport and weather from the harbour","name":"${title}"}</script></head><body><h1>${title}</h1>${P}</body></html>`,
    [1, title],
  ],
  [
    'og title truncated',
    `<html lang="en"><head><title>${title} | ${H}</title><meta property="og:title" content="Two hurt as crane fal..."></head><body><h1>${title}</h1>${P}</body></html>`,
    [1, title],
  ],
  [
    'title with section',
    `<html lang="en"><head><title>${H} :: World :: ${title}</title><meta property="og:site_name" content="${H}"></head><body><header><h1><a href="/">${H}</a></h1></header><h2 class="headline">${title}</h2>${P}</body></html>`,
    [1, title, null, H],
  ],
  [
    'seo title vs h1',
    `<html lang="en"><head><title>Norwick crane: what we know - ${H}</title><meta property="og:title" content="${title}"></head><body><h1>${title}</h1>${P}</body></html>`,
    [1, title],
  ],
  [
    'h1 logo only',
    `<html lang="en"><head><title>${title}</title></head><body><h1 class="logo">${H}</h1><div class="story"><h2>${title}</h2>${P}</div></body></html>`,
    [1, title],
  ],
  [
    'kicker in h1',
    `<html lang="en"><head><title>${title} - ${H}</title></head><body><article><h1><span class="kicker">Accidents</span><span class="title">${title}</span></h1>${P}</article></body></html>`,
    [1, title],
  ],
];

describe('writers, bodies and copies like those that peers were blamed for', () => {
  it.each(inputs.map((kin) => ({ name: kin[0], kin })))('$name', async ({ kin }) => {
    const { told, wanted, junk } = await tellKin(kin);
    expect(told).toEqual(wanted);
    expect(junk).toBe('');
  });
});
