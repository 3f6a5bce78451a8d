import { describe, expect, it } from 'vitest';
import { defaults, ingest } from '../index.ts';

const read = (value: unknown) =>
  ingest(
    { bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)), path: 'a.json' },
    defaults,
  );
const body = 'Nine people are missing after a ferry sank off Port Arlen.';
const title = 'Ferry sinks';
const url = 'https://ledger.example/ferry';
const day = '2031-02-03T08:15:00Z';

/** Answers and exports as their makers document them, each with one report. */
const shapes: Readonly<Record<string, unknown>> = {
  Guardian: {
    response: {
      status: 'ok',
      results: [
        {
          id: 'a',
          sectionName: 'World',
          webPublicationDate: day,
          webTitle: title,
          webUrl: url,
          fields: { headline: title, byline: 'Ann Okoro', bodyText: body, publication: 'Ledger' },
        },
      ],
    },
  },
  'New York Times': {
    status: 'OK',
    copyright: 'c',
    response: {
      docs: [
        {
          web_url: url,
          snippet: 'x',
          lead_paragraph: body,
          headline: { main: title, kicker: null },
          pub_date: day,
          byline: { original: 'By Ann Okoro' },
          source: 'Ledger',
        },
      ],
    },
  },
  'Event Registry': {
    articles: {
      page: 1,
      results: [
        {
          uri: '1',
          url,
          title,
          body,
          dateTimePub: day,
          source: { uri: 'ledger.example', title: 'Ledger' },
          authors: [{ name: 'Ann Okoro', type: 'author' }],
        },
      ],
    },
  },
  ReliefWeb: {
    time: 5,
    data: [{ id: '1', fields: { title, body, url, date: { created: day }, source: [{ name: 'Ledger', id: 5 }] } }],
  },
  Elasticsearch: {
    took: 5,
    hits: {
      total: { value: 1 },
      hits: [
        {
          _index: 'n',
          _id: '1',
          _score: 1,
          _source: { title, text: body, url, published_at: day, source: 'Ledger', author: 'Ann Okoro' },
        },
      ],
    },
  },
  Diffbot: {
    request: { pageUrl: url },
    objects: [
      {
        type: 'article',
        title,
        text: body,
        date: day,
        author: 'Ann Okoro',
        siteName: 'Ledger',
        pageUrl: url,
        images: [{ title: 'a bus', url: 'https://l.example/a.jpg' }],
      },
    ],
  },
  Webz: {
    posts: [
      {
        uuid: '1',
        url,
        title,
        text: body,
        published: day,
        author: 'Ann Okoro',
        thread: { uuid: '2', url: 'https://ledger.example/', title: 'Thread', site: 'ledger.example' },
      },
    ],
  },
  NewsAPI: {
    status: 'ok',
    totalResults: 1,
    articles: [
      {
        source: { id: null, name: 'Ledger' },
        author: 'Ann Okoro',
        title,
        description: 'd',
        url,
        publishedAt: day,
        content: body,
      },
    ],
  },
  WordPress: [
    {
      id: 1,
      date: day,
      link: url,
      title: { rendered: title },
      content: { rendered: `<p>${body}</p>`, protected: false },
      source: 'Ledger',
    },
  ],
  'JSON:API': {
    data: [{ type: 'articles', id: '1', attributes: { title, body, published_at: day, url, outlet: 'Ledger' } }],
    links: { self: 'x' },
  },
  Readability: {
    title,
    byline: 'Ann Okoro',
    dir: null,
    content: `<div><p>${body}</p></div>`,
    textContent: body,
    excerpt: 'x',
    siteName: 'Ledger',
    publishedTime: day,
    url,
  },
  'a feed turned into JSON': {
    status: 'ok',
    feed: { title: 'Ledger', link: 'https://ledger.example', description: 'All of it' },
    items: [{ title, pubDate: '2031-02-03 08:15:00', link: url, author: 'Ann Okoro', content: body, source: 'Ledger' }],
  },
  GraphQL: {
    data: {
      search: { edges: [{ node: { title, text: body, url, publishedAt: day, publisher: { name: 'Ledger' } } }] },
    },
  },
};

describe('articles anywhere in JSON', () => {
  it.each(Object.entries(shapes))('are found as they come from %s', (_, value) => {
    const { value: pages, issues } = read(value);
    expect(issues).toEqual([]);
    expect(pages.map(({ text }) => text.value)).toEqual([`${title}\n\n${body}`]);
    const fields = pages[0]?.fields ?? [];
    expect(pages[0]?.source.url).toBe(url);
    expect(fields.find(({ name }) => name === 'published')?.value).toMatch(/^2031-02-03/);
    expect(
      fields.filter(({ name }) => name === 'outlet').map(({ value: outlet }) => outlet.toLowerCase())[0] ?? 'ledger',
    ).toMatch(/ledger/);
  });

  it.each([
    ['seendate', '20310203T081500Z'],
    ['publishedTime', day],
    ['webPublicationDate', day],
    ['dateTimePub', day],
    ['created_utc', 1_927_874_100],
  ])('have their day under %s', (key, value) => {
    expect(
      read({ articles: [{ url, title, domain: 'ledger.example', [key]: value }] }).value[0]?.fields,
    ).toContainEqual({ name: 'published', value: String(value), from: `field:${key}` });
  });

  it('are the messages of a channel, and no notes of its service', () => {
    const { value } = read({
      name: 'Harbour Ledger',
      type: 'public_channel',
      messages: [
        { id: 1, type: 'service', date: '2031-02-01T00:00:00', action: 'create_channel', text: '' },
        {
          id: 2,
          type: 'message',
          date: '2031-02-03T08:15:00',
          text: [{ type: 'bold', text: title }, '\n\nNine people are ', { type: 'italic', text: 'missing' }, '.'],
        },
        { id: 3, type: 'message', date: '2031-02-03T09:15:00', text: body, forwarded_from: 'North Courier' },
        { id: 4, type: 'message', date: '2031-02-03T09:16:00', photo: 'a.jpg', text: '' },
      ],
    });
    expect(value.map(({ text }) => text.value)).toEqual([`${title}\n\nNine people are missing.`, body]);
    expect(value[0]?.fields).toContainEqual({ name: 'outlet', value: 'Harbour Ledger', from: 'field:outlet' });
    expect(value[1]?.fields).toContainEqual({ name: 'wire', value: 'North Courier', from: 'field:wire' });
  });

  it('are not what an article holds, nor the answer that holds it', () => {
    const related = [{ title: 'Other', url: 'https://l.example/2', text: 'Another text.' }];
    expect(read({ title: 'Answer', date: day, results: [{ title, text: body, related }] }).value).toHaveLength(1);
    expect(
      read({ title, url, date: day, related: [{ title: 'Other', url: 'https://l.example/2' }] }).value.map(
        ({ text }) => text.value,
      ),
    ).toEqual([title]);
  });

  it('have the summary where there is no more', () => {
    expect(read([{ title, url, description: body }]).value[0]?.text.value).toBe(`${title}\n\n${body}`);
    expect(read({ status: 'error', message: 'The key is not valid.' }).value).toEqual([]);
  });
});

describe('JSON that is not quite', () => {
  const record = JSON.stringify({ title, text: body });

  it.each([
    ['NaN', `[{"title":"${title}","text":"${body}","author":NaN}]`, 1],
    ['Infinity', `[{"title":"${title}","text":"${body}","score":-Infinity}]`, 1],
    ['words of Python', `{"title":"${title}","text":"${body}","paid":False,"author":None}`, 1],
    ['undefined', `{"title":"${title}","text":"${body}","author":undefined}`, 1],
    ['two values in a row', `${record}${record}`, 2],
    [
      'two values printed over lines',
      `${JSON.stringify({ title, text: body }, null, 2)}\n${JSON.stringify({ title, text: body }, null, 2)}`,
      2,
    ],
    ['lists in a row', `[${record}]\n[${record},${record}]`, 3],
  ])('is read with %s', (_, text, count) => {
    const { value, issues } = read(text);
    expect(value.map(({ text: shown }) => shown.value)).toEqual(Array(count).fill(`${title}\n\n${body}`));
    expect(issues).toEqual([]);
  });

  it('leaves such words alone in a text', () => {
    expect(
      read('{"title":"NaN and None","text":"True, he said, \\"None\\" of it.","author":NaN}').value[0]?.text.value,
    ).toBe('NaN and None\n\nTrue, he said, "None" of it.');
  });

  it.each([
    ['in a list', `[${record},${record},{"title":"Ferry`],
    ['in a list of an object', `{"articles":[${record},${record}`],
    [
      'in the last text',
      `{"took":1,"hits":{"hits":[{"_source":${record}},{"_source":${record}},{"_source":{"text":"Nine`,
    ],
    ['after a comma', `[${record},${record},`],
    ['in a list within', `{"data":{"rows":[${record},${record},{"tags":["a","b"`],
  ])('keeps what came whole where it is cut off %s', (_, text) => {
    const { value, issues } = read(text);
    expect(value).toHaveLength(2);
    expect(issues.map(({ code }) => code)).toEqual(['ingest/truncated']);
  });

  it('says so where nothing came whole, or it is no JSON', () => {
    expect(read('[{"title":"Ferry').issues.map(({ code }) => code)).toEqual(['ingest/bad-json']);
    expect(read('{"title": oops}').issues.map(({ code }) => code)).toEqual(['ingest/bad-json']);
  });
});
