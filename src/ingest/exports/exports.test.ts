import { describe, expect, it } from 'vitest';
import { defaults, ingest } from '../index.ts';

const lead = 'Two people were hurt when a crane fell on a quay in Norwick on Monday, the harbour office said.';
const more = 'The crane had been put up a week before, a foreman told reporters.';
const title = 'Two hurt as crane falls in Norwick';
const ferry = 'A ferry to Norwick was late on Tuesday and nobody was hurt, the harbour office said.';

function read(text: string, columns = '') {
  return ingest({ bytes: new TextEncoder().encode(text), path: 'a' }, { ...defaults, columns });
}

/** What the first report of a text states, and how many there are. */
function tell(text: string) {
  const { value } = read(text);
  const fields = value[0]?.fields ?? [];
  const first = (name: string) => fields.find((field) => field.name === name)?.value;
  return {
    count: value.length,
    headline: first('headline'),
    published: first('published'),
    outlet: first('outlet'),
    author: first('author'),
    url: value[0]?.source.url,
    text: value[0]?.text.value,
  };
}

const nexis = (headline: string, day: string, body: string, number: string) =>
  `${number} DOCUMENTS\n\n                 Harbour Ledger\n\n            ${day}\n               First Edition\n\n${headline}\n\nBYLINE: ADA REED\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 58 words\n\n${body}\n\nLOAD-DATE: ${day}\n\nLANGUAGE: ENGLISH\n\n        Copyright 2031 Harbour Ledger Ltd.\n           All Rights Reserved\n\n\n`;
const uni = (headline: string, day: string, body: string) =>
  `${headline}\n\nHarbour Ledger\n\n${day} Tuesday\n\nCopyright 2031 Harbour Ledger Ltd. All Rights Reserved\n\nSection: NEWS; Pg. 4\n\nLength: 58 words\n\nByline: Ada Reed\n\nBody\n\n${body}\n\nLoad-Date: ${day}\n\nEnd of Document\n\n`;
const proquest = (headline: string, body: string) =>
  `Document 1 of 2\n\n${headline}\n\nAuthor: Reed, Ada\n\nPublication info: Harbour Ledger; Norwick [Norwick]. 04 Feb 2031: 4.\n\nhttps://proquest.example/docview/1\n\nFull text: ${body}\n\nTitle: ${headline}\n\nPublication title: Harbour Ledger; Norwick\n\nPublication date: Feb 4, 2031\n\nProQuest document ID: 1\n\n`;
const rule = `${'_'.repeat(60)}\n\n`;
const factiva = (headline: string, day: string, body: string) =>
  `<div class="article enArticle"><div id="hd"><span class="enHeadline">${headline}</span></div><div class="author">Ada Reed </div><div>58 words</div><div>${day}</div><div>08:15</div><div>Harbour Ledger</div><div>HLEDGR</div><div>English</div><div>(c) 2031 Harbour Ledger Ltd.</div><p class="articleParagraph enarticleParagraph">${body}</p><p>Document HLEDGR0020310204el3b0001x</p></div>`;
const tagged = (headline: string, body: string) =>
  `HD  ${headline}\nBY  By Ada Reed\nWC  58 words\nPD  4 February 2031\nSN  Harbour Ledger\nSC  HLEDGR\nLA  English\nLP\n${body}\nTD\n${more}\nAN  Document HLEDGR0020310204el3b0001x\n\n`;
const trec = (more2: string, headline: string, body: string) =>
  `<DOC${more2}>\n${headline}\n<TEXT>\n${body}\n</TEXT>\n</DOC>\n`;
const note = (headline: string, body: string) =>
  `<note><title>${headline}</title><content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "x.dtd"><en-note><div>${body}</div></en-note>]]></content><created>20310205T081500Z</created><note-attributes><author>Ada Reed</author><source-url>https://ledger.example/crane</source-url></note-attributes></note>`;

/** Exports of two reports each, the first of them `title`. */
const twos: Readonly<Record<string, string>> = {
  CSV: `id,title,text,date,url,source\n1,"${title}","${lead}\n\n${more}",2031-02-04,https://ledger.example/1,Harbour Ledger\n2,Ferry late,"${ferry}",2031-02-05,https://ledger.example/2,Harbour Ledger\n`,
  TSV: `Title\tText\tDate\tPublisher\n${title}\t${lead}\t2031-02-04\tHarbour Ledger\nFerry late\t${ferry}\t2031-02-05\tHarbour Ledger\n`,
  'CSV with semicolons': `headline;body;published;outlet\n${title};"${lead}";04.02.2031;Harbour Ledger\nFerry late;"${ferry}";05.02.2031;Harbour Ledger\n`,
  'CSV with a mark and other ends of lines': `\ufefftitle,maintext,date_publish,publisher\r\n"${title}","${lead}",2031-02-04,Harbour Ledger\r\nFerry late,"${ferry}",2031-02-05,Harbour Ledger\r\n`,
  Nexis:
    nexis(title, 'February 4, 2031 Tuesday', `${lead}\n\n${more}`, '1 of 2') +
    nexis('Ferry late', 'February 5, 2031 Wednesday', ferry, '2 of 2'),
  'Nexis Uni': uni(title, 'February 4, 2031', `${lead}\n\n${more}`) + uni('Ferry late', 'February 5, 2031', ferry),
  ProQuest: `${rule}Report Information from ProQuest\n12 March 2031 10:15\n${rule}${proquest(title, `${lead}\n\n${more}`)}${rule}${proquest('Ferry late', ferry)}${rule}`,
  Factiva: `<html><head></head><body>${factiva(title, '4 February 2031', lead)}<br/>${factiva('Ferry late', '5 February 2031', ferry)}</body></html>`,
  'Factiva as text': tagged(title, lead) + tagged('Ferry late', ferry),
  RIS: `TY  - NEWS\nTI  - ${title}\nAU  - Reed, Ada\nT2  - Harbour Ledger\nDA  - 2031/02/04/\nAB  - ${lead}\nER  - \n\nTY  - NEWS\nTI  - Ferry late\nAB  - ${ferry}\nER  - \n`,
  BibTeX: `@article{a1,\n  title = {{Two} hurt as crane falls in {Norwick}},\n  author = {Reed, Ada and Lind, Bo},\n  journal = "Harbour Ledger",\n  date = {2031-02-04},\n  abstract = {${lead}}\n}\n@misc{b2, title={Ferry late}, year=2031, note={${ferry}}}\n`,
  TREC:
    trec(
      '',
      `<DOCNO> X-1 </DOCNO>\n<DATE> February 4, 2031 </DATE>\n<SOURCE>Harbour Ledger</SOURCE><HEADLINE>${title}</HEADLINE>`,
      lead,
    ) + trec('', '<DOCNO> X-2 </DOCNO>', ferry),
  'Reuters-21578': `<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS TOPICS="YES" NEWID="1"><DATE> 4-FEB-2031 15:01:01.79</DATE><SOURCE>Harbour Ledger</SOURCE><TEXT>&#2;<TITLE>${title}</TITLE><DATELINE>    NORWICK, Feb 4 - </DATELINE><BODY>${lead}</BODY></TEXT></REUTERS>\n<REUTERS TOPICS="NO"><TEXT><TITLE>Ferry late</TITLE><BODY>${ferry}</BODY></TEXT></REUTERS>`,
  trafilatura: `<collection><doc sitename="Harbour Ledger" title="${title}" author="Ada Reed" date="2031-02-04" source="https://ledger.example/1" fingerprint="x"><main><p>${lead}</p><p>${more}</p></main><comments/></doc><doc title="Ferry late" sitename="L"><main><p>${ferry}</p></main></doc></collection>`,
  'NewsML-G2': `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${[
    [title, lead],
    ['Ferry late', ferry],
  ]
    .map(
      ([headline, body]) =>
        `<newsItem><itemMeta><versionCreated>2031-02-04T09:00:00Z</versionCreated></itemMeta><contentMeta><contentCreated>2031-02-04T08:15:00Z</contentCreated><by>By Ada Reed</by><headline>${headline}</headline><creditline>Harbour Ledger</creditline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>${body}</p></body></html></inlineXML></contentSet></newsItem>`,
    )
    .join('')}</itemSet></newsMessage>`,
  TEI: `<teiCorpus>${[
    [title, lead],
    ['Ferry late', ferry],
  ]
    .map(
      ([headline, body]) =>
        `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title type="main">${headline}</title><author>Ada Reed</author></titleStmt><publicationStmt><publisher>Harbour Ledger</publisher></publicationStmt><sourceDesc><bibl><date when="2031-02-04">4 Feb</date></bibl></sourceDesc></fileDesc></teiHeader><text><body><p>${body}</p></body></text></TEI>`,
    )
    .join('')}</teiCorpus>`,
};

describe('files of several reports', () => {
  it.each(Object.entries(twos))('come apart: %s', (_, text) => {
    const told = tell(text);
    expect(told).toMatchObject({ count: 2, headline: title, outlet: expect.stringMatching(/^Harbour Ledger/) });
    expect(told.published).toMatch(/2031-02-04|4 Feb|Feb(?:ruary)? 4, 2031|04\.02\.2031|2031\/02\/04/i);
    expect(told.text).toContain(lead);
    expect(read(text).value[1]?.text.value).toContain(ferry);
    expect(read(text).value[1]?.text.value).not.toContain(lead);
    expect(read(text).issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it.each<[string, string, object]>([
    [
      'NITF',
      `<?xml version="1.0"?><nitf><head><title>x</title><docdata><date.issue norm="20310204T081500Z"/></docdata><pubdata name="Harbour Ledger"/></head><body><body.head><hedline><hl1>${title}</hl1></hedline><byline>By Ada Reed</byline></body.head><body.content><p>${lead}</p><media><caption>A crane in 2030</caption></media><p>${more}</p></body.content></body></nitf>`,
      { headline: title, published: '20310204T081500Z', outlet: 'Harbour Ledger', author: 'Ada Reed' },
    ],
    [
      'ENEX',
      `<?xml version="1.0"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd"><en-export>${note(title, lead)}</en-export>`,
      { headline: title, author: 'Ada Reed', url: 'https://ledger.example/crane' },
    ],
    [
      'Gigaword',
      trec(
        ' id="AFP_ENG_20310204.0001" type="story" ',
        `<HEADLINE>\n${title}\n</HEADLINE>\n<DATELINE>\nNORWICK, Feb 4\n</DATELINE>`,
        `<P>\n${lead}\n</P>\n<P>\n${more}\n</P>`,
      ),
      { headline: title, published: '2031-02-04', outlet: 'Agence France-Presse' },
    ],
    [
      'trafilatura alone',
      `<doc title="${title}" author="Ada Reed" date="2031-02-04" hostname="ledger.example"><main><p>${lead}</p></main></doc>`,
      { headline: title, outlet: 'ledger.example' },
    ],
    [
      'accents of TeX',
      `@online{x, title = {Caf{\\'e} fire in Norwick \\& Velmora}, journaltitle = {Harbour Ledger}, year = {2031}, month = feb, day = 4, url = {https://ledger.example/1}}`,
      { headline: 'Café fire in Norwick & Velmora', published: '4 feb 2031', url: 'https://ledger.example/1' },
    ],
  ])('state their fields: %s', (_, text, expected) => {
    expect(tell(text)).toMatchObject({ count: 1, ...expected });
    expect(tell(text).text).not.toMatch(/caption|2030|<\w/);
  });

  it('are one row without names, as trafilatura writes one page, and a line with tabs is none', () => {
    const cells = [
      'https://ledger.example/1',
      'null',
      'f00d',
      'ledger.example',
      title,
      'null',
      '2031-02-04',
      `"${lead}\n${more}"`,
    ];
    expect(tell([...cells, 'null', 'null', 'null'].join('\t'))).toMatchObject({
      count: 1,
      headline: title,
      published: '2031-02-04',
      url: 'https://ledger.example/1',
    });
    expect(tell(`Norwick\t2031-02-04\t${lead}`)).toMatchObject({ count: 1, url: undefined });
    expect(tell(`Norwick\t2031-02-04\t${lead}`).text).toContain('Norwick\t2031-02-04');
  });

  it('give a note the moment of clipping as a bound, not as its day', () => {
    const [page] = read(`<en-export>${note(title, lead)}</en-export>`).value;
    expect(page?.source.fetchedAt).toBe('2031-02-05T08:15:00Z');
    expect(page?.fields.some(({ name }) => name === 'published')).toBe(false);
  });

  it('leads to the feeds of an outline, and says that it holds no text', () => {
    const { value, issues } = read(
      '<?xml version="1.0"?><opml version="2.0"><body><outline text="News"><outline type="rss" text="Ledger" xmlUrl="https://ledger.example/rss"/></outline></body></opml>',
    );
    expect([value.length, issues.map(({ code }) => code)]).toEqual([0, ['ingest/links-only']]);
  });

  it.each([
    ['prose with commas', 'Fire, smoke, water\n\nTwo people, one of them a child, were hurt, police said.\n'],
    ['a list of names', 'Ada, Bo, Cy\nAda came first, Bo second, and Cy was late, the office said.\n'],
    ['a report that quotes a field', `${title}\n\nSection: the part of the quay that was shut.\n\n${lead}`],
    ['a report that counts documents', `${title}\n\nPolice found 1 of 2 documents.\n\n${lead}`],
    ['a reference in a text', `${title}\n\nSee @article for more.\n\n${lead}`],
  ])('are not seen in %s', (_, text) => {
    const { value } = read(text);
    expect(value.map(({ source, text: shown }) => [source.mediaType, shown.value])).toEqual([['text/plain', text]]);
  });
});

describe('columns of a table', () => {
  const table = (header: string) =>
    `${header}\n1,"${lead}",2031-02-04,https://ledger.example/1\n2,"${ferry}",2031-02-05,https://ledger.example/2\n`;

  it('are told by what stands in them where their names tell nothing, and shown', () => {
    const { value, issues } = read(table('a,b,c,d'));
    expect(value.map(({ text }) => text.value)).toEqual([lead, ferry]);
    expect(value[0]?.source.url).toBe('https://ledger.example/1');
    expect(issues[0]).toMatchObject({
      code: 'ingest/columns',
      severity: 'info',
      hint: expect.stringContaining('--columns'),
    });
    expect(issues[0]?.message).toBe(
      'Its rows are read as reports: body from "b", published from "c", url from "d"; not used: "a".',
    );
  });

  it('are taken as chosen', () => {
    const { value } = read(`kind,one,two\nx,"${lead}",Short\ny,"${ferry}",Shorter\n`, 'body=one, headline=two');
    expect(value.map(({ text }) => text.value)).toEqual([`Short\n\n${lead}`, `Shorter\n\n${ferry}`]);
  });

  it('need no names', () => {
    const { value, issues } = read(`${title},"${lead}",2031-02-04\nFerry is late again,"${ferry}",2031-02-05\n`);
    expect(value.map(({ text }) => text.value)).toEqual([`${title}\n\n${lead}`, `Ferry is late again\n\n${ferry}`]);
    expect(issues[0]?.message).toContain('body from "2"');
  });

  it('must be there', () => {
    const { value, issues } = read(table('a,b,c,d'), 'body=story');
    expect([value.length, issues[0]?.code, issues[0]?.message]).toEqual([
      0,
      'ingest/unknown-columns',
      'It has no column "story"; it has "a", "b", "c", "d".',
    ]);
  });

  it('are asked for where none holds a text', () => {
    const { value, issues } = read('code,count,sum\na,1,4\nb,2,8\nc,3,16\n');
    expect(value).toEqual([]);
    expect(issues[0]).toMatchObject({
      code: 'ingest/unknown-columns',
      severity: 'error',
      hint: expect.stringContaining('--columns'),
    });
  });

  it('hold no text where a cell says that there is none', () => {
    expect(
      read(`title,text,author\n"${title}","${lead}",nan\nFerry late,"${ferry}",NULL\n`).value[0]?.fields.some(
        ({ name }) => name === 'author',
      ),
    ).toBe(false);
  });
});
