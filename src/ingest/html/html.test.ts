import { describe, expect, it } from 'vitest';
import { defaults } from '../index.ts';
import { readHtml } from './html.ts';

const sentence =
  'The coast guard said that ninety people were on board when the ferry sank near Port Arlen on Tuesday morning. ';
const page = `<!doctype html><html lang="en"><head><title>Ferry sinks | Harbour Ledger</title>
<meta property="og:site_name" content="Harbour Ledger"><meta property="article:published_time" content="2031-02-03T08:00:00Z">
<link rel="canonical" href="https://harbourledger.example/ferry">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"Ferry sinks off Port Arlen",
"datePublished":"2031-02-03T07:45:00Z","author":[{"@type":"Person","name":"Ann Okoro"}],"publisher":{"name":"Harbour Ledger"}}]}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Ferry sinks off Port Arlen</h1><figure><img src="a.jpg"><figcaption>The ferry in 2030. (Photo by Bo Lind)</figcaption></figure>
<p>${sentence.repeat(3)}</p><p>Nine people are miss&shy;ing,<br>the mayor <b>said</b>.<br><br>A search &amp; rescue operation ${sentence.repeat(2)}</p>
<p style="display:none">Invisible words.</p><p>${sentence.repeat(3)}</p></article>
<footer>Copyright Harbour Ledger</footer><script>var x = "no text";</script></body></html>`;

const read = (html: string) => readHtml(html, defaults).value;

describe('readHtml', () => {
  it('shows text block by block and never scripts or hidden parts', () => {
    const draft = read(page);
    const texts = draft?.segments.map((segment) => draft.value.slice(segment.start, segment.end)) ?? [];
    expect(texts).toContain('Nine people are missing, the mayor said.');
    expect(texts.some((text) => text.startsWith('A search & rescue operation'))).toBe(true);
    expect(draft?.value).not.toMatch(/Invisible|no text|datePublished/);
  });

  it('says which segments are in the body', () => {
    const draft = read(page);
    const find = (words: string) =>
      draft?.segments.find((segment) => draft.value.slice(segment.start).startsWith(words));
    expect(find('The coast guard')?.inBody).toBe(true);
    expect(find('Home')?.inBody).toBe(false);
    expect(find('Copyright')?.inBody).toBe(false);
    expect(find('The ferry in 2030')?.tag).toBe('figcaption');
    expect(find('Home')?.linkDensity).toBe(1);
    expect(find('Copyright')?.hints).toContain('footer');
  });

  it('reads JSON-LD before meta, and the canonical address', () => {
    const fields = read(page)?.fields ?? [];
    const first = (name: string) => fields.find((field) => field.name === name);
    expect(first('headline')?.value).toBe('Ferry sinks off Port Arlen');
    expect(first('published')).toEqual({
      name: 'published',
      value: '2031-02-03T07:45:00Z',
      from: 'json-ld:datePublished',
    });
    expect(first('author')?.value).toBe('Ann Okoro');
    expect(first('outlet')?.value).toBe('Harbour Ledger');
    expect(first('url')?.value).toBe('https://harbourledger.example/ferry');
    expect(fields).toContainEqual({ name: 'language', value: 'en', from: 'html:lang' });
  });

  it('reads the day a time element shows beside its instant, and what it says was changed', () => {
    const times =
      '<time datetime="2031-02-04T03:20:00Z">Updated Feb 3, 10:20 PM;</time><time datetime="2031-02-04T01:19:00Z">Posted Feb 3, 8:19 PM</time>';
    const fields = read(`<html><body>${times}<p>Two hurt</p></body></html>`)?.fields ?? [];
    expect(fields).toContainEqual({ name: 'modified', value: '2031-02-04T03:20:00Z', from: 'time:datetime' });
    expect(fields).toContainEqual({ name: 'published', value: 'Feb 3, 2031 8:19 PM', from: 'time:text' });
  });

  it('mends JSON-LD, and believes a WebPage its dates alone', () => {
    const mended = read(
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"The mayor\\'s word",}</script><p>x</p>`,
    );
    expect(mended?.fields).toContainEqual({ name: 'headline', value: "The mayor's word", from: 'json-ld:headline' });
    const fields = read(
      '<script type="application/ld+json">{"@type":"WebPage","headline":"Home","datePublished":"2031-02-03"}</script><p>x</p>',
    )?.fields;
    expect(fields).toEqual([{ name: 'published', value: '2031-02-03', from: 'json-ld:datePublished' }]);
  });

  it('survives broken JSON-LD and broken markup', () => {
    expect(
      read('<html><script type="application/ld+json">{"@type":</script><p>Two hurt<div><b>x</p>')?.value,
    ).toContain('Two hurt');
  });

  it.each([
    ['nested', '<html><body>'.concat('<div>'.repeat(20_000), 'x')],
    ['crowded', '<html><body>'.concat('<p>x'.repeat(150_000))],
    ['crumbled', '<html><body>'.concat('<'.repeat(400_000))],
  ])('sets a %s page aside', (_, html) => {
    const started = performance.now();
    const outcome = readHtml(html, defaults);
    expect(outcome.value).toBeUndefined();
    expect(outcome.issues[0]?.code).toBe('ingest/html-too-deep');
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
