import type { JsonRecord } from '../record-text.ts';
import { makeRecord } from './records.ts';
import { attributeOf, findAll, joinParagraphs, joinText, wordsOf, type XmlElement } from './xml.ts';

/** Read NITF, the IPTC's older form of a report. Source: NITF 3.6. */
export function readNitf(root: XmlElement): readonly JsonRecord[] {
  return findAll(root, 'nitf').map((item) => {
    const body = findAll(item, 'body.content')[0];
    return makeRecord({
      headline: wordsOf(item, 'hl1', 'hedline', 'title'),
      author: wordsOf(item, 'byline')?.replace(/^by\s+/i, ''),
      published:
        attributeOf(item, 'date.issue', 'norm') ??
        attributeOf(item, 'story.date', 'norm') ??
        attributeOf(item, 'pubdata', 'date.publication'),
      outlet:
        attributeOf(item, 'pubdata', 'name') ??
        wordsOf(item, 'distributor') ??
        attributeOf(item, 'doc.copyright', 'holder'),
      url: attributeOf(item, 'pubdata', 'ex-ref'),
      body: body === undefined ? undefined : joinParagraphs(body),
    });
  });
}

/** Read NewsML-G2 and NewsML 1: one item or a message of many, the text in XHTML or NITF. Source: IPTC NewsML-G2 2.33. */
export function readNewsml(root: XmlElement): readonly JsonRecord[] {
  return findAll(root, 'newsItem', 'NewsItem', 'newsitem').flatMap((item) => {
    // Reuters' corpora (RCV1) have their own, small one.
    const content = findAll(item, 'inlineXML', 'DataContent', 'inlineData', 'text')[0];
    const inner = content === undefined ? undefined : (findAll(content, 'body.content', 'body')[0] ?? content);
    const headline = wordsOf(item, 'headline', 'HeadLine', 'hl1', 'title');
    if (headline === undefined && inner === undefined) return [];
    return [
      makeRecord({
        headline,
        author: wordsOf(item, 'by', 'ByLine', 'byline', 'creator')?.replace(/^by\s+/i, ''),
        published:
          item.name === 'newsitem'
            ? item.attributes.date
            : wordsOf(
                item,
                'published',
                'contentCreated',
                'firstCreated',
                'versionCreated',
                'FirstCreated',
                'ThisRevisionCreated',
              ),
        outlet:
          wordsOf(item, 'creditline', 'copyrightHolder', 'CreditLine') ??
          attributeOf(item, 'infoSource', 'literal') ??
          attributeOf(item, 'provider', 'literal'),
        language: attributeOf(item, 'language', 'tag'),
        body: inner === undefined ? undefined : joinParagraphs(inner),
      }),
    ];
  });
}

/** Read TEI: the text's body, its title and source as the header states them; also what trafilatura writes. Source: TEI P5. */
export function readTei(root: XmlElement): readonly JsonRecord[] {
  return findAll(root, 'TEI', 'TEI.2').map((item) => {
    const header = findAll(item, 'teiHeader')[0] ?? item;
    const text = findAll(item, 'text')[0];
    const body = text === undefined ? undefined : (findAll(text, 'body')[0] ?? text);
    // trafilatura states there when it took the page.
    const dates = findAll(header, 'date').filter(({ attributes }) => attributes.type !== 'download');
    const [when] = dates.flatMap(({ attributes }) => attributes.when ?? []);
    const [words] = dates.map((date) => joinText(date).replace(/\s+/g, ' ').trim());
    return makeRecord({
      headline: wordsOf(header, 'title'),
      author: findAll(header, 'author').map((author) => joinText(author).replace(/\s+/g, ' ').trim()),
      published: when ?? words,
      outlet: wordsOf(header, 'publisher', 'distributor')?.replace(/ \((?:[\w-]+\.)+[\w-]+\)$/, ''),
      url: attributeOf(header, 'ptr', 'target') ?? attributeOf(header, 'ref', 'target'),
      body: body === undefined ? undefined : joinParagraphs(body),
    });
  });
}

/** Read what trafilatura writes as XML: one `<doc>`, or several under one root, metadata in its attributes. */
export function readTrafilatura(root: XmlElement): readonly JsonRecord[] {
  return findAll(root, 'doc').map((item) => {
    const { title, author, date, url, source, sitename, hostname } = item.attributes;
    const main = findAll(item, 'main')[0] ?? item;
    return makeRecord({
      headline: title,
      author,
      published: date,
      url: url ?? source,
      outlet: sitename ?? hostname,
      body: joinParagraphs(main),
    });
  });
}

/** Read an export of Evernote: every note a report, with the address it was clipped from. Source: `evernote-export4.dtd`. */
export function readEnex(root: XmlElement): readonly JsonRecord[] {
  return findAll(root, 'note').map((note) => {
    const direct = note.children.filter((child): child is XmlElement => typeof child !== 'string');
    const content = direct.find(({ name }) => name === 'content');
    return makeRecord({
      headline: wordsOf(note, 'title'),
      author: wordsOf(note, 'author'),
      url: wordsOf(note, 'source-url'),
      // When a note was made is when it was clipped, no day of the report.
      fetchedAt: wordsOf(note, 'created')?.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
      body: content === undefined ? undefined : joinText(content).replace(/^[\s\S]{0,400}?(?=<en-note)/, ''),
    });
  });
}
