import { describe, expect, it } from 'vitest';
import { day, ferry, house, type Kin, lead, more, tellKin, title, writer } from './kits/kin.ts';

const [H, D, A] = [house, day, writer];
const rss = (ch: string, items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>${ch}${items}</channel></rss>`;

const inputs: readonly Kin[] = [
  // --- tables (01)
  [
    'csv BOM-less semicolon quoted capitals Nexis-like',
    `"Headline";"Byline";"Publication";"Publication Date";"Full Text"\n"${title}";"Ada Reed";"${H}";"4 February 2031";"${lead}\n${more}"\n"Ferry late";"";"${H}";"5 February 2031";"${ferry}"\n`,
    [2, title, D, H, A],
  ],
  [
    'csv GDELT export-like',
    `DATE,SOURCEURL,V2TITLE,V2TEXT\n20310204,https://ledger.example/a,${title},"${lead}"\n20310205,https://ledger.example/b,Ferry late,"${ferry}"\n`,
    [2, title, D, undefined, null],
  ],
  [
    'csv kaggle all-the-news',
    `,id,title,publication,author,date,year,month,url,content\n0,17283,${title},${H},Ada Reed,2031-02-04,2031.0,2.0,,"${lead}"\n1,17284,Ferry late,${H},,2031-02-05,2031.0,2.0,,"${ferry}"\n`,
    [2, title, D, H, A],
  ],
  [
    'csv pipe',
    `title|text|date|source\n${title}|${lead}|2031-02-04|${H}\nFerry late|${ferry}|2031-02-05|${H}\n`,
    [2, title, D, H, null],
  ],
  ['csv one data row', `title,text,date,source\n${title},"${lead}",2031-02-04,${H}\n`, [1, title, D, H, null]],
  [
    'csv german names',
    `Titel;Text;Datum;Quelle;Autor\n${title};"${lead}";04.02.2031;${H};Ada Reed\nFerry late;"${ferry}";05.02.2031;${H};\n`,
    [2, title, D, H, A],
  ],
  [
    'csv french names',
    `titre;texte;date;source;auteur\n${title};"${lead}";04/02/2031;${H};Ada Reed\nFerry late;"${ferry}";15/02/2031;${H};\n`,
    [2, title, undefined, H, A],
  ],
  [
    'csv spanish names',
    `título,texto,fecha,medio,autor,enlace\n${title},"${lead}",2031-02-04,${H},Ada Reed,https://ledger.example/a\nFerry late,"${ferry}",2031-02-05,${H},,https://ledger.example/b\n`,
    [2, title, D, H, A],
  ],
  [
    'csv html cells',
    `title,content,date,site\n${title},"<p>${lead}</p><p>${more}</p>",2031-02-04,${H}\nFerry late,"<p>${ferry}</p>",2031-02-05,${H}\n`,
    [2, title, D, H, null],
  ],
  [
    'csv excel serial? no; us date',
    `Title,Story,Date Published,Newspaper\n${title},"${lead}","Feb 4, 2031",${H}\nFerry late,"${ferry}","Feb 5, 2031",${H}\n`,
    [2, title, D, H, null],
  ],
  [
    'csv quoted newlines crlf unix ts',
    `timestamp,headline,body,source\r\n1927959300,"${title}","${lead}\r\n\r\n${more}",${H}\r\n1928045700,Ferry late,"${ferry}",${H}\r\n`,
    [2, title, D, H, null],
  ],
  [
    'csv GVA incident table',
    `incident_id,date,state,city_or_county,address,n_killed,n_injured\n4611,2031-02-04,Ohio,Velmora,12 Quay St,0,4\n4612,2031-02-05,Ohio,Norwick,1 Mill Rd,1,3\n`,
    [0],
  ],
  [
    'csv ACLED table',
    `event_id_cnty,event_date,year,event_type,actor1,country,location,source,notes,fatalities\nVEL12,04 February 2031,2031,Battles,Unknown,Velmora,Norwick,${H},"On 4 February 2031, two people were hurt when a crane fell on a quay in Norwick, the harbour office said.",0\nVEL13,05 February 2031,2031,Battles,Unknown,Velmora,Norwick,${H},"On 5 February 2031, nobody was hurt when a ferry was late to Norwick, the office said.",0\n`,
    [2, null, D, H, null, 'two people were hurt'],
  ],
  [
    'csv tweets',
    `created_at,username,tweet\n2031-02-04 08:15:00,harbourledger,"${lead}"\n2031-02-05 08:15:00,harbourledger,"${ferry}"\n`,
    [2, undefined, D, undefined, undefined],
  ],
  [
    'csv LexisNexisTools',
    `ID,Newspaper,Date,Length,Section,Author,Edition,Headline,Graphic,Article\n1,${H},2031-02-04,58 words,NEWS; Pg. 4,Ada Reed,First,${title},FALSE,"${lead}"\n2,${H},2031-02-05,58 words,NEWS; Pg. 4,,First,Ferry late,FALSE,"${ferry}"\n`,
    [2, title, D, H, A],
  ],
  [
    'csv zotero',
    `"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","Url","Abstract Note","Date","Date Added"\n"AB","newspaperArticle","2031","Reed, Ada","${title}","${H}","","https://ledger.example/a","${lead}","2031-02-04","2031-03-01 10:10:10"\n"AC","newspaperArticle","2031","","Ferry late","${H}","","","${ferry}","2031-02-05","2031-03-01 10:10:10"\n`,
    [2, title, D, H, A],
  ],
  [
    'csv facebook crowdtangle',
    `Page Name,User Name,Created,Message,Link,Final Link,Title,Description\n${H},harbourledger,2031-02-04 08:15:00 EST,"${lead}",https://ledger.example/a,,${title},x\n${H},harbourledger,2031-02-05 08:15:00 EST,"${ferry}",https://ledger.example/b,,Ferry late,x\n`,
    [2, title, D, H, null],
  ],
  [
    'csv proquest',
    `Title,Abstract,StoreId,ArticleType,Authors,companies,copyright,documentType,pubdate,pubtitle,year,DocumentURL,FullText\n"${title}","x",12,News,"Reed, Ada",,c,News,"Feb 4, 2031",${H},2031,https://proquest.example/docview/1,"${lead}"\nFerry late,x,13,News,,,c,News,"Feb 5, 2031",${H},2031,https://proquest.example/docview/2,"${ferry}"\n`,
    [2, title, D, H, A],
  ],
  // aggregators 03-06
  [
    'gnews search title with dash in outlet',
    rss(
      `<title>"crane" when:7d - Google News</title><link>https://news.google.com/search?q=crane</link>`,
      `<item><title>${title} - The Norwick-Harbour Post</title><link>https://news.google.com/rss/articles/CBMi?oc=5</link><guid isPermaLink="false">CBMi</guid><pubDate>Tue, 04 Feb 2031 08:15:00 GMT</pubDate><description>&lt;a href="https://news.google.com/rss/articles/CBMi?oc=5" target="_blank"&gt;${title}&lt;/a&gt;&amp;nbsp;&amp;nbsp;&lt;font color="#6f6f6f"&gt;The Norwick-Harbour Post&lt;/font&gt;</description><source url="https://post.example">The Norwick-Harbour Post</source></item>`,
    ),
    [1, title, D, 'The Norwick-Harbour Post', null, ''],
  ],
  [
    'yahoo news',
    rss(
      `<title>Yahoo News - Latest News &amp; Headlines</title><link>https://www.yahoo.com/news</link>`,
      `<item><title>${title}</title><link>https://news.yahoo.com/crane-081500.html</link><pubDate>2031-02-04T08:15:00Z</pubDate><source url="https://ledger.example/">${H}</source><description>${lead}</description></item>`,
    ),
    [1, title, D, H, null],
  ],
  [
    'talkwalker alerts',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Talkwalker Alert: crane Norwick</title><id>x</id><updated>2031-02-05T00:00:00Z</updated><entry><title type="html">${title}</title><link href="https://ledger.example/crane"/><updated>2031-02-04T08:15:00Z</updated><content type="html">${lead}</content><author><name>ledger.example</name></author></entry></feed>`,
    [1, title, D, 'ledger.example', null],
  ],
  [
    'planet atom with source',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet Harbour</title><link href="https://planet.example/"/><id>p</id><updated>2031-02-05T00:00:00Z</updated><entry><title>${title}</title><link href="https://ledger.example/crane"/><id>1</id><updated>2031-02-04T08:15:00Z</updated><summary>${lead}</summary><author><name>Ada Reed</name></author><source><title>${H}</title><link href="https://ledger.example/"/></source></entry></feed>`,
    [1, title, D, H, A],
  ],
  [
    'newsblur/feedly opml',
    `<?xml version="1.0"?><opml version="2.0"><head><title>Subs</title></head><body><outline text="a" type="rss" xmlUrl="https://ledger.example/feed"/></body></opml>`,
    [0],
  ],
  [
    'inoreader json feed',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Cranes — Inoreader',
      home_page_url: 'https://www.inoreader.com/x',
      items: [
        {
          id: '1',
          url: 'https://ledger.example/crane',
          title,
          content_html: `<p>${lead}</p>`,
          date_published: '2031-02-04T08:15:00Z',
          author: { name: 'Ada Reed' },
        },
      ],
    }),
    [1, title, D, 'ledger.example', A],
  ],
  [
    'google alerts with red url q=',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Google Alert – crane Norwick</title><entry><id>1</id><title type="html">${title} - ${H}</title><link href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://ledger.example/crane&amp;ct=ga"/><published>2031-02-04T08:15:00Z</published><content type="html">${lead}</content></entry></feed>`,
    [1, undefined, D, undefined, null],
  ],
  [
    'rss dc:date + content:encoded',
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${H}</title><link>https://ledger.example/</link><item><title>${title}</title><link>https://ledger.example/a</link><dc:creator><![CDATA[Ada Reed]]></dc:creator><dc:date>2031-02-04T08:15:00Z</dc:date><content:encoded><![CDATA[<p>${lead}</p><p>${more}</p><p>The post <a href="x">${title}</a> appeared first on <a href="y">${H}</a>.</p>]]></content:encoded></item></channel></rss>`,
    [1, title, D, H, A],
  ],
  [
    'truncated rss',
    `<rss version="2.0"><channel><title>${H}</title><link>https://ledger.example/</link><item><title>${title}</title><link>https://ledger.example/a</link><pubDate>Tue, 04 Feb 2031 08:15:00 GMT</pubDate><description>${lead}</description></item><item><title>Ferry la`,
    [1, title, D, H, null],
  ],
  [
    'rdf rss 1.0',
    `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>${H}</title><link>https://ledger.example/</link></channel><item rdf:about="https://ledger.example/a"><title>${title}</title><link>https://ledger.example/a</link><description>${lead}</description><dc:date>2031-02-04</dc:date><dc:creator>Ada Reed</dc:creator></item></rdf:RDF>`,
    [1, title, D, H, A],
  ],
  [
    'news sitemap',
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://ledger.example/a</loc><news:news><news:publication><news:name>${H}</news:name><news:language>en</news:language></news:publication><news:publication_date>2031-02-04</news:publication_date><news:title>${title}</news:title></news:news></url></urlset>`,
    [1, title, D, H, null, ''],
  ],
];

describe('tables and feeds like those that peers were blamed for', () => {
  it.each(inputs.map((kin) => ({ name: kin[0], kin })))('$name', async ({ kin }) => {
    const { told, wanted, junk } = await tellKin(kin);
    expect(told).toEqual(wanted);
    expect(junk).toBe('');
  });
});
