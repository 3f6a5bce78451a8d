import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clean as cutArticle, defaults } from '../src/clean/index.ts';
import { ingest, isIssue, unpack, unpackDefaults } from '../src/ingest/index.ts';
import type { Article, Issue } from '../src/model/index.ts';

const folder = new URL('files/', import.meta.url);
const title = 'Two hurt as crane falls in Norwick';
const lead = 'Two people were hurt when a crane fell on a quay in Norwick on Monday';

async function clean(
  name: string,
): Promise<{ readonly articles: readonly Article[]; readonly codes: readonly string[] }> {
  const articles: Article[] = [];
  const issues: Issue[] = [];
  const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
  for await (const found of unpack({ bytes, path: name }, unpackDefaults)) {
    if (isIssue(found)) issues.push(found);
    else {
      const opened = ingest(found);
      const cut = opened.value.map((page) => cutArticle(page, defaults, { now: '2031-06-01T00:00:00Z', seed: 0 }));
      articles.push(...cut.flatMap(({ value }) => value ?? []));
      issues.push(...opened.issues, ...cut.flatMap((one) => one.issues));
    }
  }
  return { articles, codes: issues.filter(({ severity }) => severity !== 'info').map(({ code }) => code) };
}

/** Files made by other programs (`test/files/README.md`): how many reports each has, and the outlet and address of the first. */
const files: Readonly<Record<string, readonly [count: number, outlet: string | undefined, url: string | undefined]>> = {
  'python-docx.docx': [1, undefined, undefined],
  'odfpy.odt': [1, undefined, undefined],
  'openpyxl.xlsx': [2, 'Harbour Ledger', 'https://ledger.example/crane'],
  'ebooklib-one.epub': [1, 'Harbour Ledger', 'https://ledger.example/crane'],
  'ebooklib-two.epub': [2, undefined, undefined],
  'warcio.warc.gz': [1, 'ledger.example', 'https://ledger.example/crane'],
  'warcio.wet.gz': [1, 'ledger.example', 'https://ledger.example/crane'],
  'mailbox.mbox': [2, undefined, undefined],
  'rispy.ris': [2, 'Harbour Ledger', 'https://ledger.example/crane'],
  'feedgen.rss': [2, 'Harbour Ledger', 'https://ledger.example/crane'],
  'feedgen.atom': [2, 'Harbour Ledger', 'https://ledger.example/crane'],
  'internetarchive-warc.arc': [2, 'Harbour Ledger', 'https://ledger.example/crane'],
  'py-wacz.wacz': [2, 'Harbour Ledger', 'https://ledger.example/crane'],
  'trafilatura.xml': [1, 'Harbour Ledger', 'https://ledger.example/crane'],
  'trafilatura.tei.xml': [1, 'Harbour Ledger', 'https://ledger.example/crane'],
  'trafilatura.json': [1, 'Harbour Ledger', 'https://ledger.example/crane'],
  'trafilatura.csv': [1, 'ledger.example', 'https://ledger.example/crane'],
  'trafilatura.md': [1, 'Harbour Ledger', 'https://ledger.example/crane'],
  'trafilatura.txt': [1, 'Harbour Ledger', 'https://ledger.example/crane'],
  'bibtexparser.bib': [2, 'Harbour Ledger', 'https://ledger.example/crane'],
  'pandoc.docx': [1, undefined, undefined],
  'pandoc.odt': [1, undefined, undefined],
  'pandoc.rtf': [1, undefined, undefined],
  'pandoc.epub': [1, undefined, undefined],
  'fpdf2.pdf': [1, undefined, undefined],
};

/** What trafilatura wrote: it believes no day that is still to come, so its page is of 2024. */
const dayOf = (name: string): string => (name.startsWith('trafilatura') ? '2024-02-06' : '2031-02-04');

describe('files as other programs make them', () => {
  it.each(Object.entries(files))('%s', async (name, [count, outlet, url]) => {
    const { articles, codes } = await clean(name);
    const [first] = articles;
    expect(codes).toEqual([]);
    expect(articles.map(({ headline }) => headline)).toHaveLength(count);
    expect(first).toMatchObject({ headline: title });
    expect(first?.text.value).toContain(lead);
    expect(first?.text.value).not.toMatch(/<\w|xmlns|\bw:p\b|WARC\//);
    expect([first?.outlet, first?.url]).toEqual([outlet, url]);
    if (name !== 'ebooklib-two.epub') expect(first?.published?.value.slice(0, 10)).toBe(dayOf(name));
  });
});
