import { describe, expect, it } from 'vitest';
import { defaults, ingest } from '../index.ts';

const read = (value: unknown, path = 'a.txt') =>
  ingest(
    { bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)), path },
    defaults,
  );
const body = 'Nine people are missing after a ferry sank off Port Arlen.';

describe('text with a little markup', () => {
  const textOf = (text: string) => read({ title: 'Ferry sinks', text }).value[0]?.text.value;

  it('loses bold words of a search service, and keeps its lines', () => {
    expect(
      textOf('Nine are missing after a <b>ferry</b> sank.\n\nA <strong class="hit">search</strong> goes on.'),
    ).toBe('Ferry sinks\n\nNine are missing after a ferry sank.\n\nA search goes on.');
  });

  it('is shown as a page where paragraphs are only opened', () => {
    expect(textOf('<p>Nine are missing.<p>A search goes on.')).toBe(
      'Ferry sinks\n\nNine are missing.\n\nA search goes on.',
    );
  });

  it('keeps signs that are no markup', () => {
    expect(textOf('The water rose < 2 m & fell <by noon>.')).toContain('rose < 2 m & fell <by noon>.');
  });
});

describe('articles in JSON', () => {
  it.each([
    [
      'news-please',
      {
        title: 'Ferry sinks',
        maintext: body,
        date_publish: '2031-02-03 08:00:00',
        authors: ['Ann Okoro'],
        source_domain: 'ledger.example',
      },
    ],
    [
      'trafilatura',
      {
        title: 'Ferry sinks',
        text: body,
        date: '2031-02-03',
        author: 'Ann Okoro',
        sitename: 'Ledger',
        hostname: 'ledger.example',
      },
    ],
    [
      'Fundus',
      {
        title: 'Ferry sinks',
        body: { summary: [], sections: [{ headline: [], paragraphs: [body] }] },
        publishing_date: '2031-02-03',
        authors: ['Ann Okoro'],
        publisher: 'Ledger',
      },
    ],
    [
      'NGEC',
      { headline: 'Ferry sinks', event_text: body, pub_date: '2031-02-03', byline: 'Ann Okoro', publisher: 'Ledger' },
    ],
    [
      'schema.org',
      {
        '@type': 'NewsArticle',
        headline: 'Ferry sinks',
        articleBody: body,
        datePublished: '2031-02-03',
        author: { '@type': 'Person', name: 'Ann Okoro' },
        publisher: { name: 'Ledger' },
      },
    ],
  ])('reads the fields of %s', (_, record) => {
    const [page] = read(record).value;
    expect(page?.text.value).toBe(`Ferry sinks\n\n${body}`);
    const names = new Set(page?.fields.map((field) => field.name));
    for (const name of ['headline', 'published', 'author', 'outlet'] as const) expect(names).toContain(name);
  });

  it('does not repeat a headline the body begins with', () => {
    expect(read({ title: 'Ferry sinks', text: `Ferry sinks\n${body}` }).value[0]?.text.value).toBe(
      `Ferry sinks\n${body}`,
    );
  });

  it('shows a body of markup without its markup', () => {
    const [page] = read({ title: 'Ferry sinks', content: `<p>${body}</p><p>A &amp; B</p>` }).value;
    expect(page?.text.value).toBe(`Ferry sinks\n\n${body}\n\nA & B`);
  });

  it('names each record of a list and gives each its own id', () => {
    const pages = read(
      [
        { title: 'A', text: body },
        { title: 'B', text: body },
      ],
      'b.json',
    ).value;
    expect(pages.map((page) => page.source.path)).toEqual(['b.json#1', 'b.json#2']);
    expect(new Set(pages.map((page) => page.source.id)).size).toBe(2);
    expect(read({ articles: [{ text: body }] }).value).toHaveLength(1);
  });

  it('loses only the bad lines of JSONL', () => {
    const outcome = read(`{"text":"${body}"}\n{"text": oops}\n\n{"text":"${body} Again."}\n`, 'c.jsonl');
    expect(outcome.value.map((page) => page.source.path)).toEqual(['c.jsonl#1', 'c.jsonl#4']);
    expect(outcome.issues.map((issue) => [issue.code, issue.path])).toEqual([['ingest/bad-json', 'c.jsonl#2']]);
  });

  it('says so where there is no article', () => {
    expect(read({ a: 1 }).issues[0]?.code).toBe('ingest/no-article');
    expect(read('[]').issues[0]?.code).toBe('ingest/no-article');
    expect(read('{"a": [').issues[0]?.code).toBe('ingest/bad-json');
  });
});
