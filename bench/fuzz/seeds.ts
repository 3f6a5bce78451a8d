import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { createTar } from 'nanotar';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const lead =
  'At least 14 people were killed and dozens injured when two buses collided near Varlow on Tuesday, police said.';
const body = [
  'The health ministry later put the toll at 17, including three children, and said "between 40 and 50" were hurt.',
  'A spokeswoman for the fire service, Ilse Marrow, said the number was “likely to rise” — two of the wounded died overnight.',
  'It was the worst crash in the district since 1998, when 31 people died.',
  'More than 1,200 people live in Varlow, a town 12 km north-east of Dunmere.',
];
const title = 'Fourteen killed as buses collide near Varlow';

const text = `${title}\n\nBy Ada Quill\n4 February 2031\n\nVARLOW (Ledger) - ${lead}\n\n${body.join('\n\n')}\n`;
const headed = `Title: ${title}\nDate: 2031-02-04\nURL: https://ledger.example/1\n\n${lead}\n\n${body.join('\n\n')}\n`;

const markdown = `---\ntitle: "${title}"\ndate: 2031-02-04\ntags: [crash, {a: &x 1, b: *x}]\n---\n\n# ${title}\n\n**VARLOW** — ${lead}\n\n> ${body[0]}\n\n- ${body[1]}\n- ${body[2]}\n\n| dead | hurt |\n| ---- | ---- |\n| 14 | 40 |\n\n[More](https://ledger.example/2) ![bus](a.jpg "Two buses")\n\n\`\`\`\ncode\n\`\`\`\n`;

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | The Ledger</title>
<meta property="og:title" content="${title}"><meta property="article:published_time" content="2031-02-04T18:05:00+01:00">
<link rel="canonical" href="https://ledger.example/varlow"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${title}","datePublished":"2031-02-04","author":[{"@type":"Person","name":"Ada Quill"}]}</script>
<style>p{color:#111}</style></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<main><article><h1>${title}</h1><p class="byline">By <a rel="author">Ada Quill</a> <time datetime="2031-02-04">4 Feb</time></p>
<figure><img src="a.jpg" alt=""><figcaption>Rescuers at the scene; 13 people died.</figcaption></figure>
<p>${lead}</p>${body.map((one) => `<p>${one}</p>`).join('\n')}<blockquote>We heard a bang.</blockquote>
<table><tr><th>Dead</th><td>14</td></tr></table><aside>Related: <a href="/2">Six hurt in Grenby</a></aside></article></main>
<div id="comments" style="display:none">&nbsp;&lt;&amp;&#8212; leave a reply</div><footer>&copy; The Ledger</footer></body></html>`;

const record = {
  title,
  maintext: [lead, ...body].join('\n\n'),
  date_publish: '2031-02-04 18:05:00',
  authors: ['Ada Quill'],
  url: 'https://ledger.example/1',
  extra: { n: [1, 2.5e3, null, true] },
};
const sections = { headline: title, body: { summary: [lead], sections: [{ headline: 'Toll', paragraphs: body }] } };
const jsonFeed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The Ledger',
  items: [
    {
      id: '1',
      url: 'https://ledger.example/1',
      title,
      content_html: `<p>${lead}</p>`,
      date_published: '2031-02-04T18:05:00Z',
    },
  ],
};

const rss = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Ledger</title><link>https://ledger.example/</link><item><title>${title}</title><link>https://ledger.example/1</link><pubDate>Tue, 04 Feb 2031 18:05:00 GMT</pubDate><dc:creator>Ada Quill</dc:creator><source url="https://wire.example/feed">Wire</source><description>${lead}</description><content:encoded><![CDATA[<p>${lead}</p><p>${body[0]}</p>]]></content:encoded></item><item><title>Six hurt</title><description>${body[3]}</description></item></channel></rss>`;
const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Ledger</title><entry><title type="html">${title} &amp;lt;b&amp;gt;</title><link href="https://ledger.example/1"/><updated>2031-02-04T18:05:00Z</updated><author><name>Ada Quill</name></author><content type="html">&lt;p&gt;${lead}&lt;/p&gt;</content></entry></feed>`;
const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://ledger.example/"><title>The Ledger</title></channel><item rdf:about="https://ledger.example/1"><title>${title}</title><description>${lead}</description></item></rdf:RDF>`;
const sitemap = `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://ledger.example/1</loc><lastmod>2031-02-04</lastmod><news:news><news:publication><news:name>The Ledger</news:name><news:language>en</news:language></news:publication><news:publication_date>2031-02-04T18:05:00Z</news:publication_date><news:title>${title}</news:title></news:news></url></urlset>`;
const sitemapIndex = `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://ledger.example/s1.xml.gz</loc><lastmod>2031-02-04</lastmod></sitemap></sitemapindex>`;

const mail = `From: Ada Quill <ada@ledger.example>\r\nTo: stageContext@ledger.example\r\nSubject: =?UTF-8?Q?Fourteen_killed_=E2=80=93_Varlow?=\r\nDate: Tue, 04 Feb 2031 18:05:00 +0000\r\nMessage-ID: <1@ledger.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="edge"\r\n\r\n--edge\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${lead.replaceAll('=', '=3D')}=20=\r\n${body[0]}\r\n--edge\r\nContent-Type: text/html; name="a.html"\r\nContent-Disposition: attachment; filename="a.html"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`<p>${lead}</p>`).toString('base64')}\r\n--edge\r\nContent-Type: message/rfc822\r\n\r\nFrom: b@ledger.example\r\nSubject: Re\r\n\r\n${body[1]}\r\n--edge--\r\n`;
const mhtml = `From: <Saved by a browser>\r\nSnapshot-Content-Location: https://ledger.example/1\r\nSubject: ${title}\r\nDate: Tue, 04 Feb 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="edge"\r\n\r\n--edge\r\nContent-Type: text/html\r\nContent-Location: https://ledger.example/1\r\n\r\n${html}\r\n--edge\r\nContent-Type: text/css\r\n\r\np{}\r\n--edge--\r\n`;

function warcRecord(type: string, content: string, http = 'Content-Type: text/html\r\n'): string {
  const block = `HTTP/1.1 200 OK\r\n${http}\r\n${content}`;
  return `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://ledger.example/${content.length}\r\nWARC-Date: 2031-02-04T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${encode(block).length}\r\n\r\n${block}\r\n\r\n`;
}
const chunked = `${html.length.toString(16)}\r\n${html}\r\n0\r\n\r\n`;
const warc = `${warcRecord('warcinfo', 'software: x')}${warcRecord('response', html)}${warcRecord('request', 'GET /')}${warcRecord('response', chunked, 'Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n')}`;

/** Make a PDF of one page by hand, with uncompressed text, so that mutations reach the text. */
function makePdf(lines: readonly string[]): string {
  const stream = `BT /F1 12 Tf 72 720 Td 14 TL ${lines.map((line) => `(${line.replace(/[()\\]/g, '').replace(/[^ -~]/g, '-')}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}

/**
 * An input to mutate. `wrap` packs the mutated bytes into a container, so that half of a container's inputs reach the parser of
 * its contents.
 */
export interface Seed {
  readonly bytes: Uint8Array;
  readonly wrap?: (inside: Uint8Array) => Uint8Array;
}

const plain = (...contents: readonly string[]): readonly Seed[] =>
  contents.map((content) => ({ bytes: encode(content) }));
const wrapped = (inside: string, wrap: (inside: Uint8Array) => Uint8Array): readonly Seed[] => [
  { bytes: wrap(encode(inside)) },
  { bytes: encode(inside), wrap },
];
const tarOf = (inside: Uint8Array): Uint8Array =>
  createTar([
    { name: 'week/one.html', data: inside },
    { name: '../../etc/two.txt', data: text },
  ]);

const officeOf =
  (part: string, types: string) =>
  (inside: Uint8Array): Uint8Array =>
    zipSync({ [types]: encode('<Types/>'), [part]: inside });
const docx = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${title}</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">${lead}</w:t><w:br/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>14</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`;
const odt = `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:h>${title}</text:h><text:p>${lead}<text:s/><text:line-break/></text:p></office:text></office:body></office:document-content>`;
const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>title</t></is></c><c r="B1" t="inlineStr"><is><t>text</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>${title}</t></is></c><c r="B2" t="inlineStr"><is><t>${lead}</t></is></c></row></sheetData></worksheet>`;
const xlsxOf = (inside: Uint8Array): Uint8Array =>
  zipSync({
    '[Content_Types].xml': encode('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': encode(
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': encode(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': inside,
  });
const epubOf = (inside: Uint8Array): Uint8Array =>
  zipSync({
    mimetype: encode('application/epub+zip'),
    'META-INF/container.xml': encode('<container><rootfiles><rootfile full-path="a/b.opf"/></rootfiles></container>'),
    'a/b.opf': encode(
      `<package><metadata><title>${title}</title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>`,
    ),
    'a/c.xhtml': inside,
  });
const waczOf = (inside: Uint8Array): Uint8Array =>
  zipSync({
    'archive/data.warc': inside,
    'pages/pages.jsonl': encode(`{"title":"${title}"}`),
    'datapackage.json': encode('{}'),
  });
const rtf = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}\\f0 {\\b ${title}}\\par\\par ${lead}\\par caf\\'e9 \\u8217?s\\par}`;
const arc = `filedesc://a.arc 0.0.0.0 20310204000000 text/plain 75\n1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n\nhttps://ledger.example/1 192.0.2.1 20310204000000 text/html ${encode(html).length + 44}\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html}\n`;
const mbox = `From MAILER-DAEMON Tue Feb  4 18:05:00 2031\n${mail.replaceAll('\r\n', '\n')}\nFrom MAILER-DAEMON Tue Feb  4 18:06:00 2031\n${mail.replaceAll('\r\n', '\n')}`;
const csv = `id,title,text,date,url\n1,"${title}","${lead.replaceAll('"', '""')}",2031-02-04,https://ledger.example/1\n2,Six hurt,"${body[3]}",2031-02-05,https://ledger.example/2\n`;
const tsv = `title\ttext\tdate\n${title}\t${lead}\t2031-02-04\nSix hurt\t${body[3]}\t2031-02-05\n`;
const ris = `TY  - NEWS\nTI  - ${title}\nAU  - Quill, Ada\nDA  - 2031/02/04/\nAB  - ${lead}\nER  - \n`;
const endnote = `%0 Newspaper Article\n%A Quill, Ada\n%T ${title}\n%B Harbour Ledger\n%8 2031-02-04\n%X ${lead}\n`;
const bibtex = `@article{a1, title = {{${title}}}, author = {Quill, Ada and Lind, B{\\'o}}, date = "2031-02-04", abstract = {${lead}}, month = feb }\n`;
const nexis = `1 of 2 DOCUMENTS\n\n   The Ledger\n\n   February 4, 2031 Tuesday\n\n${title}\n\nBYLINE: ADA QUILL\n\nLENGTH: 58 words\n\n${lead}\n\nLOAD-DATE: February 4, 2031\n\n2 of 2 DOCUMENTS\n\n   The Ledger\n\n  February 5, 2031\n\nSix hurt\n\nLENGTH: 9 words\n\n${body[3]}\n`;
const proquest = `${'_'.repeat(60)}\n\nReport Information from ProQuest\n\n${'_'.repeat(60)}\n\nFull text: ${lead}\n\nTitle: ${title}\n\nPublication title: The Ledger\n\nPublication date: Feb 4, 2031\n\n${'_'.repeat(60)}\n`;
const factiva = `<html><body><div class="article enArticle"><div id="hd"><span class="enHeadline">${title}</span></div><div class="author">Ada Quill</div><div>58 words</div><div>4 February 2031</div><div>The Ledger</div><p class="articleParagraph enarticleParagraph">${lead}</p><p>Document LEDG0020310204el3b0001x</p></div></body></html>`;
const factivaText = `HD  ${title}\nBY  Ada Quill\nPD  4 February 2031\nSN  The Ledger\nLP\n${lead}\nTD\n${body[0]}\nAN  Document LEDG0020310204el3b0001x\n`;
const trec = `<DOC>\n<DOCNO> X-1 </DOCNO>\n<DATE> February 4, 2031 </DATE>\n<TITLE>${title}</TITLE>\n<TEXT>\n<P>${lead}\n<P>${body[0]}\n</TEXT>\n</DOC>\n<DOC id="AFP_ENG_20310204.0002" type="story">\n<HEADLINE>Six hurt</HEADLINE><TEXT>${body[3]}</TEXT></DOC>\n`;
const nitf = `<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20310204T180500Z"/></docdata></head><body><body.head><hedline><hl1>${title}</hl1></hedline></body.head><body.content><p>${lead}</p><media><caption>x</caption></media></body.content></body></nitf>`;
const newsml = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta><headline>${title}</headline><contentCreated>2031-02-04T18:05:00Z</contentCreated></contentMeta><contentSet><inlineXML><html><body><p>${lead}</p></body></html></inlineXML></contentSet></newsItem>`;
const tei = `<TEI><teiHeader><title>${title}</title><date when="2031-02-04"/></teiHeader><text><body><p>${lead}<lb/>x</p></body></text></TEI>`;
const trafilatura = `<doc title="${title}" date="2031-02-04" sitename="The Ledger"><main><p>${lead}</p></main></doc>`;
const enex = `<?xml version="1.0"?><en-export><note><title>${title}</title><content><![CDATA[<en-note><div>${lead}</div></en-note>]]></content><created>20310204T180500Z</created></note></en-export>`;
const opml =
  '<?xml version="1.0"?><opml version="2.0"><body><outline text="a"><outline type="rss" xmlUrl="https://ledger.example/rss"/></outline></body></opml>';
const loose = `[{"title":"${title}","text":"${lead}","author":NaN}]{"title":"Six hurt","text":"${body[3]}","n":None}`;
const telegram = {
  name: 'The Ledger',
  type: 'public_channel',
  messages: [
    { id: 1, type: 'message', date: '2031-02-04T18:05:00', text: [{ type: 'bold', text: title }, `\n\n${lead}`] },
  ],
};
const scripted = `<style>a{}</style><html><head><title>${title}</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, articleBody: [lead, ...body].join('\n\n') })}</script></head><body><div id="root"></div></body></html>`;
const capture = `<html><head><link rel="canonical" href="https://archive.ph/a"></head><body><div id="HEADER"><input name="q" value="https://ledger.example/1"> 5 Feb 2031 10:00:00 UTC</div><div id="CONTENT"><p>${lead}</p></div></body></html>`;

const stateful = `<html><head><title>${title}</title></head><body><div id="root"></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { page: { headline: title, body: [lead, ...body].join('\n\n') } } })}</script><script>window.__STATE__=JSON.parse(${JSON.stringify(JSON.stringify({ a: { title, content: { content: [{ nodeType: 'text', value: lead }] } } }))});a()</script></body></html>`;
const live = `<html><head><title>${title}</title><script type="application/ld+json">${JSON.stringify({ '@type': 'LiveBlogPosting', headline: title, liveBlogUpdate: [lead, ...body].map((articleBody) => ({ headline: title, datePublished: '2031-02-04T18:05:00Z', articleBody })) })}</script></head><body></body></html>`;

/** Seeds of each reader; all their content is invented. */
export const seeds: Readonly<Record<string, readonly Seed[]>> = {
  html: plain(html, html.replace(/<\/?(?:main|article|html|body)[^>]*>/g, '')),
  text: plain(text, headed, text.replaceAll(/(.{60,70}) /g, '$1\n')),
  markdown: plain(markdown),
  json: plain(JSON.stringify(record), JSON.stringify({ articles: [record, sections] }, null, 2)),
  jsonl: plain(`${JSON.stringify(record)}\n${JSON.stringify(sections)}\n${JSON.stringify(record)}\n`),
  feed: plain(rss, atom, rdf, JSON.stringify(jsonFeed)),
  sitemap: plain(sitemap, sitemapIndex),
  gzip: wrapped(html, (inside) => gzipSync(inside)),
  zip: wrapped(html, (inside) => zipSync({ 'a/one.html': inside, 'b.txt': encode(text), 'c.tar': tarOf(inside) })),
  tar: [...wrapped(html, tarOf), ...wrapped(text, (inside) => gzipSync(tarOf(inside)))],
  warc: [...plain(warc), ...wrapped(warc, (inside) => gzipSync(inside))],
  mail: plain(mail),
  mhtml: plain(mhtml),
  pdf: plain(makePdf([title, lead, ...body])),
  docx: wrapped(docx, officeOf('word/document.xml', '[Content_Types].xml')),
  odt: wrapped(odt, officeOf('content.xml', 'mimetype')),
  xlsx: wrapped(sheet, xlsxOf),
  epub: wrapped(html, epubOf),
  wacz: wrapped(warc, waczOf),
  rtf: plain(rtf),
  arc: [...plain(arc), ...wrapped(arc, (inside) => gzipSync(inside))],
  mbox: plain(mbox),
  table: plain(csv, tsv),
  references: plain(ris, bibtex, endnote),
  exports: plain(nexis, proquest, factiva, factivaText),
  sgml: plain(trec),
  xml: plain(nitf, newsml, tei, trafilatura, enex),
  outline: plain(opml),
  'loose-json': plain(loose, JSON.stringify(telegram)),
  'script-body': plain(scripted, capture, stateful, live),
};
