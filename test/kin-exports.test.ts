import { describe, expect, it } from 'vitest';
import { day, ferry, house, type Kin, lead, more, tellKin, title, writer } from './kits/kin.ts';

const [H, D, A] = [house, day, writer];
const two = (f: (t: string, b: string, d: string, n: number) => string, wrap = (s: string) => s) =>
  wrap(f(title, `${lead}\n\n${more}`, '2031-02-04', 1) + f('The ferry was late', ferry, '2031-02-05', 2));
const one = { title, text: lead, date: '2031-02-04', source: H, author: A, url: 'https://ledger.example/a' };

const inputs: readonly Kin[] = [
  ['text after the last tag', JSON.stringify({ title, text: `<span>NORWICK</span> ${lead}` }), [1, title]],
  ['python words in single quotes are refused', `[{'title': '${title}'}]`, [0]],
  // Nexis kin
  [
    'nexis uni docx-like with tabs',
    two(
      (t, b, d) =>
        `${t}\n\n${H} (Norwick)\n\n${d === '2031-02-04' ? 'February 4, 2031 Tuesday 8:15 AM GMT' : 'February 5, 2031 Wednesday'}\n\nCopyright 2031 ${H} All Rights Reserved\n\nSection: NATIONAL NEWS; Version:1\n\nLength: 58 words\n\nByline: Ada Reed and Bo Lind\n\nDateline: NORWICK \n\nBody\n\n${b}\n\nClassification\n\nLanguage: ENGLISH\n\nPublication-Type: Newspaper\n\nSubject: CRANES (90%)\n\nLoad-Date: February 6, 2031\n\nEnd of Document\n\n`,
    ),
    [2, title, D, undefined, 'Ada Reed; Bo Lind'],
  ],
  [
    'nexis cover page',
    `User Name: = anna\nDate and Time: = 2031-03-01\nJob Number: = 12345\n\nDocuments (2)\n\n1. ${title}\n\n2. The ferry was late\n\n${two((t, b, d, _n) => `${t}\n\n${H}\n\n${d === '2031-02-04' ? 'February 4, 2031' : 'February 5, 2031'}\n\nCopyright 2031 ${H}\n\nLength: 58 words\n\nBody\n\n${b}\n\nLoad-Date: February 6, 2031\n\nEnd of Document\n\n`)}`,
    [2, title, D, H],
  ],
  // Factiva kin
  [
    'factiva txt no tags (display full article)',
    two(
      (t, b, d) =>
        `${t}\n\nBy Ada Reed \n58 words\n${d === '2031-02-04' ? '4' : '5'} February 2031\n08:15\n${H}\nHLEDGR\nEnglish\n(c) 2031 ${H} Ltd. \n\n${b}\n\nDocument HLEDGR0020310204el3b0001${d.slice(-1)}\n\n`,
    ),
    [2, title, D, H, A],
  ],
  [
    'factiva html table',
    two(
      (t, b, d) =>
        `<div class="article deArticle"><table><tr><td><b>HD</b></td><td><span class='deHeadline'>${t}</span></td></tr><tr><td><b>BY</b></td><td>By Ada Reed</td></tr><tr><td><b>PD</b></td><td>${d === '2031-02-04' ? '4' : '5'} February 2031</td></tr><tr><td><b>SN</b></td><td>${H}</td></tr><tr><td><b>LP</b></td><td><p class="articleParagraph deParagraph">${b}</p></td></tr></table></div>`,
      (s) => `<html><body>${s}</body></html>`,
    ),
    [2, title, D, H, A],
  ],
  // ProQuest kin
  [
    'proquest email style',
    `____________________________________________________________\n\n${two((t, b, d, n) => `Document ${n} of 2\n\nTitle: ${t}\n\nAuthor: Reed, Ada; Lind, Bo\n\nPublication title: ${H}; Norwick\n\nPages: A.4\n\nPublication year: 2031\n\nPublication date: Feb ${d.slice(-1)}, 2031\n\nPublisher: Harbour Press\n\nDocument type: News\n\nProQuest document ID: ${n}\n\nFull text: ${b}\n\nSubject: Cranes\n\n____________________________________________________________\n\n`)}`,
    [2, title, D, H, 'Ada Reed; Bo Lind'],
  ],
  // NewsBank / Gale / EBSCO / Access World News / Europresse / Google-news text
  [
    'EBSCO RIS',
    `TY  - NEWS\nID  - 1\nT1  - ${title}\nA1  - Reed, Ada\nJO  - ${H}\nJF  - ${H}\nY1  - 2031/02/04/\nN2  - ${lead}\nUR  - https://ledger.example/a\nER  - \n`,
    [1, title, D, H, A],
  ],
  [
    'RIS with BOM/CRLF & Y2',
    `\ufeffTY  - NEWS\r\nAU  - Reed, Ada\r\nTI  - ${title}\r\nT2  - ${H}\r\nPY  - 2031\r\nDA  - 2031/02/04/Tuesday\r\nY2  - 2031/03/01/\r\nN1  - ${lead}\r\nER  - \r\n\r\nTY  - NEWS\r\nTI  - The ferry was late\r\nAB  - ${ferry}\r\nER  - \r\n`,
    [2, title, D, H, A],
  ],
  [
    'endnote enw',
    `%0 Newspaper Article\n%A Reed, Ada\n%T ${title}\n%B ${H}\n%8 2031-02-04\n%U https://ledger.example/a\n%X ${lead}\n\n%0 Newspaper Article\n%T The ferry was late\n%X ${ferry}\n`,
    [2, title, D, H, A],
  ],
  [
    'csl-json',
    JSON.stringify([
      {
        id: '1',
        type: 'article-newspaper',
        title,
        'container-title': H,
        abstract: lead,
        URL: 'https://ledger.example/a',
        author: [{ family: 'Reed', given: 'Ada' }],
        issued: { 'date-parts': [[2031, 2, 4]] },
      },
    ]),
    [1, title, D, H, A],
  ],
  // bibtex kin
  [
    'bibtex lower month macro',
    `@comment{x}\n@online{a,\n author={Ada Reed},\n title="${title}",\n organization={${H}},\n year=2031, month=feb, day=4,\n url={https://ledger.example/a},\n note={${lead}}}\n`,
    [1, title, D, H, A],
  ],
  // SGML kin
  [
    'gigaword',
    two(
      (t, b, d, n) =>
        `<DOC id="AFP_ENG_203102${d.slice(-2)}.000${n}" type="story" >\n<HEADLINE>\n${t}\n</HEADLINE>\n<DATELINE>\nNORWICK, Feb ${d.slice(-1)} (AFP)\n</DATELINE>\n<TEXT>\n<P>\n${b}\n</P>\n</TEXT>\n</DOC>\n`,
    ),
    [2, title, D, 'Agence France-Presse'],
  ],
  [
    'trec robust LA times',
    two(
      (t, b, d, n) =>
        `<DOC>\n<DOCNO> LA02043${n}-0001 </DOCNO>\n<DOCID> 1 </DOCID>\n<DATE>\n<P>\nFebruary ${d.slice(-1)}, 2031, Tuesday, Home Edition\n</P>\n</DATE>\n<SECTION><P>Part A; Page 4</P></SECTION>\n<HEADLINE>\n<P>\n${t}\n</P>\n</HEADLINE>\n<BYLINE><P>By ADA REED, STAFF WRITER</P></BYLINE>\n<TEXT>\n<P>\n${b}\n</P>\n</TEXT>\n</DOC>\n`,
    ),
    [2, title, D, undefined, A],
  ],
  [
    'washington post trec jsonl',
    [title, 'The ferry was late']
      .map((t, i) =>
        JSON.stringify({
          id: `x${i}`,
          article_url: `https://ledger.example/${i}`,
          title: t,
          author: 'Ada Reed',
          published_date: 1927959300000,
          contents: [
            { content: 'World', type: 'kicker', mime: 'text/plain' },
            { content: t, type: 'title', mime: 'text/plain' },
            { content: 'By Ada Reed', type: 'byline' },
            { type: 'date', content: 1927959300000 },
            {
              content: `<span class="dateline">NORWICK —</span> ${i ? ferry : lead}`,
              subtype: 'paragraph',
              type: 'sanitized_html',
              mime: 'text/html',
            },
            { content: more, subtype: 'paragraph', type: 'sanitized_html' },
          ],
          type: 'article',
          source: H,
        }),
      )
      .join('\n'),
    [2, title, D, H, A],
  ],
  [
    'ace sgm',
    `<DOC>\n<DOCID> XIN_ENG_20310204.0011 </DOCID>\n<DOCTYPE SOURCE="newswire"> NEWS STORY </DOCTYPE>\n<DATETIME> 2031-02-04T08:15:00 </DATETIME>\n<BODY>\n<HEADLINE>\n${title}\n</HEADLINE>\n<TEXT>\n${lead}\n\n${more}\n</TEXT>\n</BODY>\n</DOC>\n`,
    [1, title, D],
  ],
  [
    'NYT corpus NITF',
    `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-3.dtd"><nitf><head><title>${title}</title><meta content="4" name="publication_day_of_month"/><docdata><doc-id id-string="1"/><doc.copyright holder="${H}" year="2031"/></docdata><pubdata date.publication="20310204T000000" ex-ref="https://ledger.example/a" name="${H}"/></head><body><body.head><hedline><hl1>${title}</hl1></hedline><byline class="print_byline">By ADA REED</byline></body.head><body.content><block class="lead_paragraph"><p>${lead}</p></block><block class="full_text"><p>${lead}</p><p>${more}</p></block></body.content></body></nitf>`,
    [1, title, D, H, A],
  ],
  [
    'reuters rcv1 xml',
    `<?xml version="1.0" encoding="iso-8859-1" ?><newsitem itemid="1" id="root" date="2031-02-04" xml:lang="en"><title>VELMORA: ${title}.</title><headline>${title}.</headline><byline>Ada Reed</byline><dateline>NORWICK 2031-02-04</dateline><text><p>${lead}</p><p>${more}</p></text><copyright>(c) Reuters Limited 2031</copyright></newsitem>`,
    [1, `${title}.`, D, undefined, A],
  ],
  [
    'newsml1 afp',
    `<?xml version="1.0"?><NewsML><NewsEnvelope><DateAndTime>20310204T081500Z</DateAndTime></NewsEnvelope><NewsItem><NewsManagement><FirstCreated>20310204T081500Z</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>${title}</HeadLine><ByLine>Ada Reed</ByLine></NewsLines><ContentItem><DataContent><p>${lead}</p><p>${more}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
    [1, title, D, undefined, A],
  ],
  [
    'ninjs',
    JSON.stringify({
      uri: 'urn:1',
      type: 'text',
      versioncreated: '2031-02-04T08:15:00Z',
      headline: title,
      byline: 'Ada Reed',
      body_text: `${lead}\n${more}`,
      body_html: `<p>${lead}</p>`,
      copyrightholder: H,
      language: 'en',
    }),
    [1, title, D, undefined, A],
  ],
  // JSON kin
  [
    'json keyed by id',
    JSON.stringify({ a1: one, a2: { ...one, title: 'The ferry was late', text: ferry } }),
    [2, title, D, H, A],
  ],
  [
    'json columns (pandas dict)',
    JSON.stringify({
      title: { 0: title, 1: 'The ferry was late' },
      text: { 0: lead, 1: ferry },
      date: { 0: '2031-02-04', 1: '2031-02-05' },
    }),
    [2, title, D],
  ],
  [
    'json split orient',
    JSON.stringify({
      columns: ['title', 'text', 'date'],
      index: [0, 1],
      data: [
        [title, lead, '2031-02-04'],
        ['The ferry was late', ferry, '2031-02-05'],
      ],
    }),
    [2, title, D],
  ],
  [
    'json rows arrays',
    JSON.stringify([
      ['title', 'text', 'date'],
      [title, lead, '2031-02-04'],
      ['The ferry was late', ferry, '2031-02-05'],
    ]),
    [2, title, D],
  ],
  [
    'jsonl BOM',
    `\ufeff${JSON.stringify(one)}\n${JSON.stringify({ ...one, title: 'The ferry was late', text: ferry })}\n`,
    [2, title, D, H, A],
  ],
  [
    'json comments',
    `// scraped\n[${JSON.stringify(one)}, /* x */ ${JSON.stringify({ ...one, title: 'The ferry was late', text: ferry })},]`,
    [2, title, D, H, A],
  ],
  [
    'json mongo extended',
    JSON.stringify({ _id: { $oid: 'x' }, title, text: lead, date: { $date: '2031-02-04T08:15:00Z' }, source: H }),
    [1, title, D, H],
  ],
  [
    'json mongo numberLong',
    JSON.stringify({
      _id: { $oid: 'x' },
      title,
      text: lead,
      published: { $date: { $numberLong: '1927959300000' } },
      source: H,
    }),
    [1, title, D, H],
  ],
  [
    'solr',
    JSON.stringify({
      responseHeader: { status: 0 },
      response: {
        numFound: 1,
        start: 0,
        docs: [
          { id: '1', title: [title], content: [lead], pubdate: ['2031-02-04T08:15:00Z'], source: [H], author: [A] },
        ],
      },
    }),
    [1, title, D, H, A],
  ],
  ['jsonp', `callback(${JSON.stringify({ articles: [one] })});`, [1, title, D, H, A]],
  [
    'gdelt doc artlist',
    JSON.stringify({
      articles: [
        {
          url: 'https://ledger.example/a',
          url_mobile: '',
          title: title,
          seendate: '20310204T081500Z',
          socialimage: '',
          domain: 'ledger.example',
          language: 'English',
          sourcecountry: 'Velmora',
        },
      ],
    }),
    [1, title, D, 'ledger.example', undefined, ''],
  ],
  [
    'mediastack',
    JSON.stringify({
      pagination: { limit: 1 },
      data: [
        {
          author: A,
          title,
          description: lead,
          url: 'https://ledger.example/a',
          source: H,
          image: null,
          category: 'general',
          language: 'en',
          country: 'us',
          published_at: '2031-02-04T08:15:00+00:00',
        },
      ],
    }),
    [1, title, D, H, A],
  ],
  [
    'newsdata.io',
    JSON.stringify({
      status: 'success',
      results: [
        {
          article_id: 'x',
          title,
          link: 'https://ledger.example/a',
          creator: ['Ada Reed'],
          description: 'x',
          content: lead,
          pubDate: '2031-02-04 08:15:00',
          source_id: 'ledger',
          source_name: H,
        },
      ],
    }),
    [1, title, D, H, A],
  ],
  [
    'currents',
    JSON.stringify({
      status: 'ok',
      news: [
        {
          id: '1',
          title,
          description: lead,
          url: 'https://ledger.example/a',
          author: A,
          published: '2031-02-04 08:15:00 +0000',
        },
      ],
    }),
    [1, title, D, undefined, A],
  ],
  [
    'aylien',
    JSON.stringify({
      stories: [
        {
          title,
          body: lead,
          published_at: '2031-02-04T08:15:00Z',
          source: { name: H, domain: 'ledger.example' },
          author: { id: 1, name: A },
          links: { permalink: 'https://ledger.example/a' },
        },
      ],
    }),
    [1, title, D, H, A],
  ],
  [
    'newscatcher',
    JSON.stringify({
      status: 'ok',
      articles: [
        {
          title,
          author: A,
          published_date: '2031-02-04 08:15:00',
          link: 'https://ledger.example/a',
          clean_url: 'ledger.example',
          excerpt: 'x',
          summary: `${lead} ${more}`,
          rights: 'ledger.example',
        },
      ],
    }),
    [1, title, D, undefined, A],
  ],
  [
    'mediacloud stories',
    JSON.stringify([
      {
        stories_id: 1,
        title,
        story_text: lead,
        publish_date: '2031-02-04 08:15:00',
        media_name: H,
        url: 'https://ledger.example/a',
      },
    ]),
    [1, title, D, H],
  ],
  [
    'twitter v2',
    JSON.stringify({
      data: [{ id: '1', text: lead, created_at: '2031-02-04T08:15:00.000Z', author_id: '7' }],
      includes: { users: [{ id: '7', name: H, username: 'ledger' }] },
    }),
    [1, undefined, D],
  ],
  [
    'reddit listing',
    JSON.stringify({
      kind: 'Listing',
      data: {
        children: [
          {
            kind: 't3',
            data: {
              title,
              selftext: lead,
              created_utc: 1927959300,
              author: 'x1',
              subreddit: 'norwick',
              url: 'https://ledger.example/a',
            },
          },
        ],
      },
    }),
    [1, title, D],
  ],
  [
    'telegram full export',
    JSON.stringify({
      about: 'x',
      chats: {
        about: 'y',
        list: [
          {
            name: H,
            type: 'public_channel',
            id: 1,
            messages: [
              {
                id: 1,
                type: 'message',
                date: '2031-02-04T08:15:00',
                from: H,
                text: [lead, { type: 'link', text: 'https://ledger.example/a' }],
              },
            ],
          },
        ],
      },
    }),
    [1, undefined, D, H],
  ],
  [
    'crawl common metadata json error',
    JSON.stringify({ status: 'error', code: 'rateLimited', message: 'You have made too many requests.' }),
    [0],
  ],
  [
    'enex v10',
    `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd"><en-export export-date="20310301T000000Z" application="Evernote" version="10.1"><note><title>${title}</title><created>20310205T081500Z</created><note-attributes><source>web.clip7</source><source-url>https://ledger.example/a</source-url></note-attributes><content><![CDATA[<?xml version="1.0" encoding="UTF-8" standalone="no"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note><div><p>${lead}</p><p>${more}</p></div></en-note>]]></content></note></en-export>`,
    [1, title, null, 'ledger.example'],
  ],
];

describe('exports and JSON like those that peers were blamed for', () => {
  it.each(inputs.map((kin) => ({ name: kin[0], kin })))('$name', async ({ kin }) => {
    const { told, wanted, junk } = await tellKin(kin);
    expect(told).toEqual(wanted);
    expect(junk).toBe('');
  });
});
