import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Page, splitsSurrogatePair } from '../model/index.ts';
import { defaults, ingest } from './index.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Segments are sorted, disjoint, inside the text, and never split a character. */
function expectSound(page: Page): void {
  let last = 0;
  for (const segment of page.segments) {
    expect(segment.start).toBeGreaterThanOrEqual(last);
    expect(segment.end).toBeGreaterThan(segment.start);
    expect(splitsSurrogatePair(page.text.value, segment.start)).toBe(false);
    expect(splitsSurrogatePair(page.text.value, segment.end)).toBe(false);
    last = segment.end;
  }
  expect(last).toBeLessThanOrEqual(page.text.value.length);
}

describe('ingest', () => {
  it('never throws and gives sound pages, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        for (const page of ingest({ bytes }, defaults).value) expectSound(page);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws and gives sound pages, whatever the markup', () => {
    const bits = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="x">',
      '</div>',
      '<br>',
      '<html>',
      '# ',
      '\n\n',
      '{"text":"',
      '"}',
      '- a\n',
      '😀',
      'Two hurt. ',
      '<a href="/">',
      '</a>',
      '---\n',
      'title: x\n',
      '[a](b)',
      '\u00a0',
      '&nbsp;',
      '\ud83d',
      '<table><tr><td>',
      '<!--',
      '`',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
        for (const page of ingest({ bytes: bytesOf(parts.join('')) }, defaults).value) expectSound(page);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['ingest/empty', bytesOf(' \n ')],
    ['ingest/empty', new Uint8Array()],
    ['ingest/binary', bytesOf('%PDF-1.4 and more')],
    ['ingest/binary', Uint8Array.from([0x1f, 0x8b, 8, 0])],
    ['ingest/binary', Uint8Array.from([65, 0, 0, 0, 66])],
    ['ingest/unsupported-format', bytesOf('WARC/1.0\r\n')],
    ['ingest/bad-feed', bytesOf('<rss version="2.0"></rss>')],
    ['ingest/text-too-long', bytesOf('two hurt '.repeat(200_000))],
  ])('sets aside with %s', (code, bytes) => {
    const outcome = ingest({ bytes, path: 'x' }, defaults);
    expect(outcome.value).toEqual([]);
    expect(outcome.issues.map((issue) => [issue.code, issue.path])).toEqual([[code, 'x']]);
  });

  it('sets a line of 50 MB aside within two seconds', () => {
    const bytes = new Uint8Array(50_000_000).fill(0x61);
    const started = performance.now();
    expect(ingest({ bytes }, defaults).issues[0]?.code).toBe('ingest/text-too-long');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('keeps the text of a plain file as it is', () => {
    const text = 'Two hurt in Velmora 😀\r\n\r\nPolice said\u00a0so.\r\n';
    const [page] = ingest({ bytes: bytesOf(text), path: 'a' }, defaults).value;
    expect(page?.text.value).toBe(text);
    expect(page?.source).toMatchObject({ path: 'a', mediaType: 'text/plain' });
  });

  it('reads Markdown as it would be shown, with its front matter', () => {
    const text =
      '---\ndate: 2031-02-03\n---\n# Two hurt in Velmora\n\nPolice **said** [so](https://police.example).\n\n> A quote.\n';
    const [page] = ingest({ bytes: bytesOf(text) }, defaults).value;
    expect(page?.text.value).toBe('Two hurt in Velmora\n\nPolice said so.\n\nA quote.');
    expect(page?.segments.map((segment) => segment.tag)).toEqual(['h1', 'p', 'blockquote']);
    expect(page?.fields[0]?.value).toBe('2031-02-03');
  });

  it('reports unreadable places', () => {
    const bytes = Uint8Array.from([...bytesOf('Café “one” “two” “three” ’ ’ ’ ’ '), 0xff]);
    expect(ingest({ bytes }, defaults).issues[0]?.code).toBe('ingest/replaced-bytes');
  });
});
