import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Article,
  cutText,
  defined,
  makeText,
  mapToParent,
  type Page,
  type PageField,
  type Segment,
  splitsSurrogatePair,
} from '../model/index.ts';
import { articleText, clean, defaults } from './index.ts';

const context = { now: '2031-06-01T00:00:00Z', seed: 1 };

/** A page as ingest makes it of plain text: every non-empty line a segment. */
function pageOf(
  text: string,
  extra: { fields?: readonly PageField[]; url?: string; segments?: readonly Segment[] } = {},
): Page {
  const lines = [...text.matchAll(/\S(?:[^\n]*\S)?/g)];
  const segments = lines.map((line) => ({
    start: line.index,
    end: line.index + line[0].length,
    tag: 'p',
    hints: [],
    linkDensity: 0,
  }));
  const source = { id: 'x', mediaType: 'text/plain', ...defined({ url: extra.url }) };
  return { source, text: makeText(text), segments: extra.segments ?? segments, fields: extra.fields ?? [] };
}

function read(text: string, extra: Parameters<typeof pageOf>[1] = {}): Article {
  const { value } = clean(pageOf(text, extra), defaults, context);
  if (value === undefined) throw new Error('set aside');
  return value;
}

const kinds = (article: Article) =>
  article.blocks.map((block) => `${block.kind}: ${article.text.value.slice(block.start, block.end).slice(0, 24)}`);

const body = [
  'Nine people are missing after a ferry sank off Port Arlen on Tuesday, the coast guard said.',
  'Four others were brought to hospital, two of them with burns, a doctor in Velmora told reporters.',
  'The owner of the ferry did not answer questions about its safety record.',
];

/** Blocks are sorted, disjoint, never split a character and leave no word out; every one leads back to its page. */
function expectSound(page: Page, article: Article): void {
  const { value } = article.text;
  let last = 0;
  for (const block of article.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(last);
    expect(block.end).toBeGreaterThan(block.start);
    expect(value.slice(last, block.start).trim()).toBe('');
    expect(splitsSurrogatePair(value, block.start) || splitsSurrogatePair(value, block.end)).toBe(false);
    const parts = mapToParent(article.text, block).map((range) => page.text.value.slice(range.start, range.end));
    expect(parts.join('')).toBe(value.slice(block.start, block.end));
    last = block.end;
  }
  expect(value.slice(last).trim()).toBe('');
}

describe('clean', () => {
  it('marks what a person would not read as the report', () => {
    const article = read(
      [
        '  World      Europe      Sport  ',
        'Ferry sinks off Port Arlen, nine missing',
        'Posted: Tuesday, January 28, 2031 8:18 PM EST',
        'By Ann Okoro',
        'Share',
        ...body.slice(0, 2),
        'The ferry at its berth in 2030',
        '(UGC/AFP via Getty Images)',
        'Subscribe to Harbour Ledger today.',
        body[2],
        'About The Author',
        'Ann Okoro writes about the sea for this paper and lives in Velmora with two dogs.',
        'Leave a Reply',
      ].join('\n\n'),
    );
    expect(article.blocks.map((block) => block.kind)).toEqual([
      'boilerplate',
      'headline',
      'boilerplate',
      'boilerplate',
      'boilerplate',
      'lead',
      'body',
      'caption',
      'caption',
      'boilerplate',
      'body',
      'boilerplate',
      'boilerplate',
      'boilerplate',
    ]);
    expect(article.headline).toBe('Ferry sinks off Port Arlen, nine missing');
    expect(article.authors).toEqual(['Ann Okoro']);
    expect(article.published).toMatchObject({ value: '2031-01-28T20:18:00-05:00', how: 'page' });
    expect(article.outlet).toBe('Harbour Ledger');
    expect(articleText(article)).toBe(body.join('\n\n'));
  });

  it('keeps names of the dead at the end, drops a row of links', () => {
    const names = ['Ann Okoro, 34', 'Bo Lind, 41', 'Ida Mar, 7', 'Tom Ode, 60'];
    expect(kinds(read([...body, ...names].join('\n'))).slice(3)).toEqual(names.map((name) => `body: ${name}`));
    const links = ['World news blog', 'Ferry times', 'Harbour map', 'Town hall'];
    expect(
      read([...body, ...links].join('\n'))
        .blocks.slice(3)
        .every((block) => block.kind === 'boilerplate'),
    ).toBe(true);
  });

  it('has no headline where the first line is the report', () => {
    expect(read(body.join('\n')).headline).toBeUndefined();
    expect(read(['May 17, 2031', ...body].join('\n')).dates.map((date) => date.value)).toEqual(['2031-05-17']);
  });

  it('parts furniture and repeated headline from the paragraph they ran into', () => {
    const headline = 'Ferry sinks off Port Arlen';
    const text = `${headline}\n\n${headline} ${body[0]}\n${body[1]} Anyone with information is asked to call 555-0100.`;
    const article = read(text, { fields: [{ name: 'headline', value: headline, from: 'field:title' }] });
    expect(article.blocks.map((block) => block.kind)).toEqual([
      'headline',
      'boilerplate',
      'lead',
      'body',
      'boilerplate',
    ]);
  });

  it('trusts stated dates first and keeps all of them', () => {
    const fields: readonly PageField[] = [{ name: 'published', value: '2031-02-04', from: 'json-ld:datePublished' }];
    const url = 'http://web.archive.org/web/20310501000000/http://ledger.example/2031/02/03/ferry';
    const article = read([`PORT ARLEN, Feb. 5, 2031 (AP) - ${body[0]}`, body[1]].join('\n'), { fields, url });
    expect(article.dates.map((date) => [date.how, date.value])).toEqual([
      ['metadata', '2031-02-04'],
      ['dateline', '2031-02-05'],
      ['url', '2031-02-03'],
    ]);
    expect(article).toMatchObject({ outlet: 'ledger.example', wire: 'Associated Press' });
  });

  it('refuses days to come', () => {
    const fields: readonly PageField[] = [{ name: 'published', value: '2032-02-04', from: 'field:date' }];
    const outcome = clean(pageOf(body.join('\n'), { fields }), defaults, context);
    expect(outcome.value?.dates).toEqual([]);
    expect(outcome.issues.map((issue) => issue.code)).toEqual(['clean/date-in-future']);
  });

  it('refuses the days of a page that its software never filled in', () => {
    const fields = [{ name: 'published', value: '0001-01-01T00:00:00Z', from: 'json-ld:datePublished' }] as const;
    const outcome = clean(pageOf(['Published February 3, 2031', ...body].join('\n'), { fields }), defaults, context);
    expect(outcome.value?.published).toMatchObject({ value: '2031-02-03', how: 'page' });
    expect(outcome.issues.map((issue) => issue.code)).toEqual(['clean/date-impossible']);
  });

  it('reads the day from any brief line beside the headline of a page', () => {
    const parts = [
      'Ferry sinks off Port Arlen',
      'Harbour Desk 2 February 2031, 9:02 AM',
      ...body,
      ...body,
      'Sold on 3 March 2030',
    ];
    const page = pageOf(parts.join('\n\n'));
    const segments = page.segments.map((segment, i) => ({ ...segment, tag: i === 0 ? 'h1' : 'p', inBody: i >= 2 }));
    const { published, dates } = read(parts.join('\n\n'), { segments });
    expect(published).toMatchObject({ value: '2031-02-02T09:02:00Z', how: 'page' });
    expect(dates.map((date) => date.value)).toEqual(['2031-02-02T09:02:00Z', '2030-03-03']);
  });

  it.each([
    [`(LEDGER- Sea Times) ${body[0]}`, { outlet: 'LEDGER', wire: 'Sea Times' }],
    [`PORT ARLEN (Reuters) - ${body[0]}`, { wire: 'Reuters' }],
    [`PORT ARLEN (WXYZ) — ${body[0]}`, { outlet: 'WXYZ' }],
  ])('reads who speaks from %j', (lead, expected) => {
    expect(read([lead, ...body.slice(1)].join('\n'))).toMatchObject(expected);
  });

  it('takes no bracket in a sentence for a credit', () => {
    const article = read([`The Sea Workers Union (SWU) - the largest - said nine are missing.`, ...body].join('\n'));
    expect(article.wire).toBeUndefined();
  });

  it('sets aside what is empty or not English', () => {
    expect(clean(pageOf('Share\nHome\nLeave a Reply'), defaults, context).issues[0]?.code).toBe('clean/empty-body');
    const german =
      'Nach dem Untergang einer Fähre vor der Küste werden neun Menschen vermisst, teilte die Küstenwache am Dienstag mit.';
    const outcome = clean(pageOf(german), defaults, context);
    expect(outcome.value).toBeUndefined();
    expect(outcome.issues[0]).toMatchObject({ code: 'clean/not-english', severity: 'warning' });
    expect(outcome.issues[0]?.message).toContain('German');
  });

  it('cuts a page down to headline, body and captions where the body is known', () => {
    const parts = ['Home', 'Ferry sinks off Port Arlen', ...body, 'Divers at sea', 'Copyright Ledger', 'Other news'];
    const page = pageOf(parts.join('\n\n'));
    const segments = page.segments.map((segment, i) => ({
      ...segment,
      tag: i === 1 ? 'h1' : i === 5 ? 'figcaption' : 'p',
      inBody: i >= 2 && i <= 6 && i !== 5,
    }));
    const article = read(parts.join('\n\n'), { segments });
    expect(article.blocks.map((block) => block.kind)).toEqual(['headline', 'lead', 'body', 'body', 'caption']);
    expect(articleText(article)).toBe(body.join('\n\n'));
    expectSound(page, article);
  });

  it('says how sure it is of each block where the body is known, and not elsewhere', () => {
    const page = pageOf(['Ferry sinks off Port Arlen', ...body].join('\n\n'));
    const segments = page.segments.map((segment, i) => ({
      ...segment,
      tag: i === 0 ? 'h1' : 'p',
      inBody: i > 0,
      confidence: 0.97,
    }));
    const sure = read(page.text.value, { segments }).blocks.map((block) => block.confidence);
    expect(sure[0]).toBeUndefined();
    for (const confidence of sure.slice(1)) expect(confidence).toBe(0.97);
    expect(read(page.text.value).blocks.every((block) => block.confidence === undefined)).toBe(true);
  });

  it('leaves out characters that show nothing and finds the way back', () => {
    const text = `Ferry sinks\u0007 off Port Arlen\r\n\r\n${body[0]?.replace('missing', 'miss\u00ading')} 😀\u200b\r\n\r\n${body[1]}`;
    const article = read(text);
    expect(article.text.value).toContain('people are missing after');
    expectSound(pageOf(text), article);
  });

  it('gives sound blocks for any text', () => {
    const bit = fc.oneof(
      fc.constantFrom(
        ...body,
        'Share',
        'By Ann Okoro',
        'May 17, 2031',
        '\n',
        '\n\n',
        '\r\n',
        ' ',
        '\u00a0',
        '\u00ad',
        '\u200b',
        '\u0001',
        '😀',
        '\ud83d',
        '\udc00',
        '(Photo by Bo Lind)',
        'Leave a Reply',
        '- a',
        '\u2028',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 30 }), (bits) => {
        const page = pageOf(bits.join(''));
        const { value } = clean(page, { ...defaults, languages: [] }, context);
        if (value !== undefined) expectSound(page, value);
      }),
      { numRuns: 400 },
    );
  });

  it('says the same twice', () => {
    const page = pageOf(body.join('\n'));
    expect(clean(page, defaults, context)).toEqual(clean(page, defaults, context));
    expect(cutText(page.text, [{ start: 0, end: page.text.value.length }]).id).toBe(read(body.join('\n')).text.id);
  });
});
