import { describe, expect, it } from 'vitest';
import { day, ferry, house, type Kin, lead, markup, tellKin, title, writer } from './kits/kin.ts';

const [H, D, _A] = [house, day, writer];
const U = 'https://ledger.example/crane';
const P = markup;
const page = (head: string, body: string, html = '<html lang="en">') =>
  `<!doctype html>${html}<head>${head}</head><body>${body}</body></html>`;
const dt = (below: string, html?: string, head = '') =>
  page(`<title>${title}</title>${head}`, `<article><h1>${title}</h1>${below}${P}</article>`, html);
const dates: Record<string, string> = {
  'am/pm dots': '<span class="date">4 Feb. 2031, 8.15 a.m.</span>',
  ordinal: '<p class="date">Tuesday 4th February, 2031</p>',
  'ordinal of': '<p class="date">4th of February 2031</p>',
  french: '<p class="date">Publié le 4 février 2031 à 08h15</p>',
  spanish: '<p class="fecha">4 de febrero de 2031</p>',
  german: '<span class="date">4. Februar 2031, 8:15 Uhr</span>',
  'german weekday': '<time>Di., 04.02.2031 - 08:15</time>',
  portuguese: '<p class="date">04 de fevereiro de 2031 às 08h15</p>',
  italian: '<p class="date">4 febbraio 2031</p>',
  russian: '<span class="date">4 февраля 2031, 08:15</span>',
  turkish: '<span class="date">4 Şubat 2031</span>',
  'arabic digits': '<span class="date">٤ فبراير ٢٠٣١</span>',
  chinese: '<span class="date">2031年2月4日 08:15</span>',
  korean: '<span class="date">2031. 2. 4. 오전 8:15</span>',
  japanese: '<time>2031年02月04日</time>',
  polish: '<span class="date">4 lutego 2031</span>',
  dutch: '<span class="date">4 februari 2031</span>',
  indonesian: '<span class="date">Selasa, 4 Februari 2031</span>',
  hindi: '<span class="date">4 फरवरी 2031</span>',
  greek: '<span class="date">4 Φεβρουαρίου 2031</span>',
  ukrainian: '<span class="date">4 лютого 2031</span>',
  czech: '<span class="date">4. února 2031</span>',
  'iso basic': '<time datetime="20310204">Feb</time>',
  'epoch data': '<time data-timestamp="1927959300">yesterday</time>',
  'epoch ms': '<time datetime="1927959300000">yesterday</time>',
  'time first': '<span class="date">08:15 EST 04 Feb 2031</span>',
  'updated & published':
    '<p>Updated 9:00 AM EST, Wed February 5, 2031</p><p>Published 8:15 AM EST, Tue February 4, 2031</p>',
  'short dmy months': '<span class="date">04/Feb/2031</span>',
  'dash months': '<span class="date">04-Feb-2031</span>',
  'year first month name': '<span class="date">2031 Feb 4</span>',
  'apostrophe year': '<span class="date">Feb 4, \'31</span>',
  'two-digit': '<span class="date">04.02.31</span>',
  vietnamese: '<span class="date">Thứ ba, 4/2/2031, 08:15 (GMT+7)</span>',
  hungarian: '<span class="date">2031. február 4. 8:15</span>',
  swedish: '<time>Publicerad 4 feb 2031 kl 08.15</time>',
  finnish: '<span class="date">4.2.2031 klo 8.15</span>',
};
const langs: Record<string, string> = {
  french: 'fr',
  spanish: 'es',
  german: 'de',
  'german weekday': 'de',
  portuguese: 'pt',
  italian: 'it',
  russian: 'ru',
  turkish: 'tr',
  'arabic digits': 'ar',
  chinese: 'zh',
  korean: 'ko',
  japanese: 'ja',
  polish: 'pl',
  dutch: 'nl',
  indonesian: 'id',
  hindi: 'hi',
  greek: 'el',
  ukrainian: 'uk',
  czech: 'cs',
  vietnamese: 'vi',
  hungarian: 'hu',
  swedish: 'sv',
  finnish: 'fi',
};

const inputs: readonly Kin[] = [
  // 34/36 HTML beginnings
  [
    'html comment and php notice first',
    `<br />\n<b>Warning</b>:  Undefined array key "x" in <b>/var/www/a.php</b> on line <b>12</b><br />\n<!DOCTYPE html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="2031-02-04T08:15:00Z"></head><body><h1>${title}</h1>${P}</body></html>`,
    [1, title, D],
  ],
  [
    'html svg first',
    `<svg xmlns="http://www.w3.org/2000/svg" style="display:none"><symbol id="a"><path d="M0 0"/></symbol></svg><title>${title}</title><meta property="og:site_name" content="${H}"><meta property="article:published_time" content="2031-02-04T08:15:00Z"><h1>${title}</h1>${P}`,
    [1, title, D, H],
  ],
  [
    'html esi and comments first',
    `<!-- cached 2031-02-06 --><esi:include src="/x"/><div id="page"><h1>${title}</h1><time datetime="2031-02-04T08:15:00Z">4 Feb</time>${P}</div>`,
    [1, title, D],
  ],
  [
    'html xhtml with xml decl and stylesheet',
    `<?xml version="1.0" encoding="utf-8"?><?xml-stylesheet href="a.css"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title><meta name="date" content="2031-02-04"/></head><body><h1>${title}</h1>${P}</body></html>`,
    [1, title, D],
  ],
  [
    'html noscript first',
    `<noscript><iframe src="https://gtm.example/ns.html?id=1" height="0"></iframe></noscript><script>dataLayer=[{"a":"<b>"}]</script><main><h1>${title}</h1>${P}</main>`,
    [1, title],
  ],
  [
    'html http headers above',
    `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nDate: Thu, 06 Feb 2031 10:10:10 GMT\r\nServer: nginx\r\n\r\n<!doctype html><html lang=en><head><title>${title}</title><meta property="article:published_time" content="2031-02-04T08:15:00Z"></head><body><h1>${title}</h1>${P}</body></html>`,
    [1, title, D],
  ],
  [
    'html JSON string escaped page',
    JSON.stringify(page(`<title>${title}</title>`, `<h1>${title}</h1>${P}`)),
    [1, title],
  ],
  [
    'html in base64 data? mhtml',
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${U}\r\nSubject: ${title}\r\nDate: Thu, 6 Feb 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n------B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: ${U}\r\n\r\n${page(`<title>${title}</title><meta property=3D"article:published_time" content=3D"2031-02-04T08:15:00Z">`.replace(/charset=/g, 'charset=3D'), `<h1>${title}</h1>${P}`, '<html>')}\r\n------B--\r\n`,
    [1, title, D, 'ledger.example'],
  ],
  // 38 entities
  [
    'double entities og title',
    page(
      `<meta property="og:title" content="Mayor: &amp;#8216;Two hurt&amp;#8217; in Norwick"><meta property="og:site_name" content="Harbour &amp;amp; Ledger"><title>Mayor: &#8216;Two hurt&#8217; in Norwick | Harbour &amp; Ledger</title>`,
      `<h1>Mayor: ‘Two hurt’ in Norwick</h1>${P}`,
    ),
    [1, 'Mayor: ‘Two hurt’ in Norwick', null, 'Harbour & Ledger'],
  ],
  [
    'ld named entities',
    page(
      `<title>x</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Mayor: &ldquo;Two hurt&rdquo; in Norwick","author":{"@type":"Person","name":"Ada O&rsquo;Reed"},"publisher":{"@type":"Organization","name":"Harbour &amp; Ledger"},"datePublished":"2031-02-04T08:15:00Z"}</script>`,
      `<h1>Mayor: “Two hurt” in Norwick</h1>${P}`,
    ),
    [1, 'Mayor: “Two hurt” in Norwick', D, 'Harbour & Ledger', 'Ada O’Reed'],
  ],
  [
    'ld html tags in headline',
    page(
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"<em>Two hurt</em> as crane falls in Norwick","datePublished":"2031-02-04"}</script>`,
      `<h1><em>Two hurt</em> as crane falls in Norwick</h1>${P}`,
    ),
    [1, title, D],
  ],
  [
    'rss double-escaped title',
    `<rss version="2.0"><channel><title>Harbour &amp;amp; Ledger</title><link>https://ledger.example</link><item><title>Mayor: &amp;#8216;Two hurt&amp;#8217; in Norwick</title><link>${U}</link><pubDate>Tue, 04 Feb 2031 08:15:00 GMT</pubDate><description>${lead}</description></item></channel></rss>`,
    [1, 'Mayor: ‘Two hurt’ in Norwick', D, 'Harbour & Ledger'],
  ],
  [
    'json entities',
    JSON.stringify({
      title: 'Mayor: &quot;Two hurt&quot; in Norwick',
      text: `${lead} &amp; more&#8230;`,
      author: 'Ada O&#39;Reed',
      source: 'Harbour &amp; Ledger',
      date: '2031-02-04',
    }),
    [1, 'Mayor: "Two hurt" in Norwick', D, 'Harbour & Ledger', "Ada O'Reed"],
  ],
  [
    'csv entities',
    `title,text,date,source,author\n"Mayor: &#8216;Two hurt&#8217; in Norwick","${lead}",2031-02-04,Harbour &amp; Ledger,Ada O&#8217;Reed\n"Ferry was late","${ferry}",2031-02-04,Harbour &amp; Ledger,\n`,
    [2, 'Mayor: ‘Two hurt’ in Norwick', D, 'Harbour & Ledger', 'Ada O’Reed'],
  ],
  // 40-47 dates
  ...Object.entries(dates).map(
    ([k, v]): Kin => [`date ${k}`, dt(v, langs[k] ? `<html lang="${langs[k]}">` : undefined), [1, title, D]],
  ),
  ...Object.entries({
    'meta DC.date.issued': '<meta name="DC.date.issued" content="2031-02-04">',
    'meta parsely': '<meta name="parsely-pub-date" content="2031-02-04T08:15:00Z">',
    'meta cXense': '<meta name="cXenseParse:recs:publishtime" content="2031-02-04T08:15:00Z">',
    itemprop: '<meta itemprop="datePublished" content="2031-02-04T08:15:00+0200">',
    swiftype: '<meta class="swiftype" name="published_at" data-type="date" content="2031-02-04">',
    citation: '<meta name="citation_publication_date" content="2031/02/04">',
    'article.published': '<meta name="article.published" content="2031-02-04T08:15:00.000Z">',
    'og:published_time': '<meta property="og:published_time" content="2031-02-04 08:15:00">',
    rfc2822: '<meta name="pubdate" content="Tue, 04 Feb 2031 08:15:00 +0000">',
    'ld spaced':
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2031-02-04 08:15:00 +0100"}</script>',
    'ld month name':
      '<script type="application/ld+json">{"@type":"ReportageNewsArticle","datePublished":"Tue Feb 04 2031 08:15:00 GMT+0100 (Central European Standard Time)"}</script>',
    'ld epoch': '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":1927959300}</script>',
    'ld T-less tz':
      '<script type="application/ld+json">{"@graph":[{"@type":["Article","NewsArticle"],"datePublished":"2031-02-04T8:15:00Z"}]}</script>',
    'sailthru text': '<meta name="sailthru.date" content="Tue Feb 04 08:15:00 EST 2031">',
    'java date': '<meta name="publish-date" content="Tue Feb 04 08:15:00 UTC 2031">',
    'dcterms.created': '<meta name="dcterms.created" content="2031-02-04">',
    'utc offset no colon': '<meta property="article:published_time" content="2031-02-04T08:15:00-0500">',
    'vr:published_time': '<meta property="vr:published_time" content="2031-02-04T08:15:00Z">',
  }).map(([k, v]): Kin => [`stated ${k}`, dt('', undefined, v), [1, title, D]]),
];

describe('pages, entities and dates like those that peers were blamed for', () => {
  it.each(inputs.map((kin) => ({ name: kin[0], kin })))('$name', async ({ kin }) => {
    const { told, wanted, junk } = await tellKin(kin);
    expect(told).toEqual(wanted);
    expect(junk).toBe('');
  });
});
