import { describe, expect, it } from 'vitest';
import { defaults, ingest } from '../index.ts';

const shown = 'Nine people are missing after a ferry sank off Port Arlen on Tuesday, the coast guard said.';
const further = [
  'Divers searched the wreck until midnight and found the life rafts still tied to the deck, a harbour official said.',
  'The ferry had left Westhaven at noon with forty people on board, among them a school class and two of its teachers.',
  'Boats from three ports joined the search at first light, although the wind had risen and the sea was rough all day.',
  'The owner of the line, which runs two ferries across the sound, said that both would stay in port until they are checked.',
];

function bodyOf(html: string): string {
  const page = ingest({ bytes: new TextEncoder().encode(html) }, defaults).value[0];
  return (page?.segments ?? [])
    .filter(({ inBody }) => inBody === true)
    .map(({ start, end }) => page?.text.value.slice(start, end))
    .join('\n');
}

function pageOf(articleBody: string, paragraphs: readonly string[]): string {
  const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry sinks off Port Arlen', articleBody });
  const text = paragraphs.map((one) => `<p>${one}</p>`).join('');
  return `<html><head><title>Ferry sinks</title><script type="application/ld+json">${data}</script></head><body><main><article><h1>Ferry sinks off Port Arlen</h1><div class="text">${text}</div></article></main></body></html>`;
}

describe('a body that a page states in its linked data', () => {
  it('is read where the page shows its beginning only', () => {
    const body = bodyOf(pageOf([shown, ...further].join('\n'), [shown]));
    expect(body.split('\n')).toEqual([shown, ...further]);
  });

  it('stands below what the page shows and the body does not repeat, without the offer beside it', () => {
    const standfirst =
      'Rescuers fear for nine people after the oldest ferry of the sound went down within minutes on Tuesday; what is known so far.';
    const offer =
      'To read on, become a member of the Ledger: four weeks for one crown, and you can cancel at any time.';
    const body = bodyOf(pageOf(further.join('\n'), [standfirst, offer])).split('\n');
    expect(body).toEqual([standfirst, ...further]);
  });

  it('may be stated with its markup', () => {
    const markup = [shown, ...further].map((one) => `<p>${one}</p>`).join('');
    expect(bodyOf(pageOf(markup, [])).split('\n')).toEqual([shown, ...further]);
  });

  it('adds nothing where the page shows all of it, or states but a line', () => {
    expect(bodyOf(pageOf([shown, ...further].join(' '), [shown, ...further]))).toBe([shown, ...further].join('\n'));
    expect(bodyOf(pageOf(shown, [shown, ...further]))).toBe([shown, ...further].join('\n'));
  });

  it('is shown in boxes that a script puts in their place', () => {
    const text = [shown, ...further].map((one) => `<p>${one}</p>`).join('');
    const html = `<html><body><main><h1>Ferry sinks</h1><template id="B:0"></template></main><div hidden id="S:0"><div class="text">${text}</div></div><div hidden><p>Menu of the day and other things that nobody is shown here.</p></div></body></html>`;
    expect(bodyOf(html)).toBe([shown, ...further].join('\n'));
  });
});

describe('a body that a page holds in the state of its framework', () => {
  const html = [shown, ...further].map((one) => `<p>${one}</p>`).join('');
  const article = { headline: 'Ferry sinks', content: html };
  const aside = { title: 'Another report of a longer text', body: html + html };
  const state = JSON.stringify({ props: { pageProps: { related: [aside], deep: { article } } } });
  const page = (script: string) =>
    `<html><head><title>Ferry sinks | Harbour Ledger</title></head><body><div id="root"></div>${script}</body></html>`;
  const nodes = (text: string) => ({ nodeType: 'paragraph', content: [{ nodeType: 'text', value: text }] });
  const tree = JSON.stringify({ a: { title: 'Ferry sinks', body: { content: [shown, ...further].map(nodes) } } });
  const arc = JSON.stringify({
    headlines: { basic: 'Ferry sinks' },
    content_elements: [shown, ...further].map((content) => ({ type: 'paragraph', content })),
  });

  it.each([
    ['Next', `<script id="__NEXT_DATA__" type="application/json">${state}</script>`],
    ['Nuxt', `<script>window.__NUXT__={"a":1};</script><script>window.__NUXT_DATA__=${state};run()</script>`],
    ['Redux', `<script>window.__PRELOADED_STATE__ = ${state};\nwindow.other = {"b": 2}</script>`],
    ['Apollo, in a string', `<script>window.__APOLLO_STATE__ = JSON.parse(${JSON.stringify(state)})</script>`],
    ['Arc', `<script>Fusion.arcSite="a";Fusion.globalContent=${arc};Fusion.b={}</script>`],
    ['an editor, as a tree of nodes', `<script type="application/json">${tree}</script>`],
  ])('is read: %s', (_, script) => {
    expect(bodyOf(page(script)).split('\n')).toEqual([shown, ...further]);
  });

  it('is none of another headline, and nothing where the page shows it', () => {
    const script = `<script type="application/json">${JSON.stringify({ list: [aside, aside] })}</script>`;
    expect(bodyOf(page(script))).toBe('');
    const both = `<article>${html}</article><script type="application/json">${state}</script>`;
    expect(bodyOf(page(both)).split('\n')).toEqual([shown, ...further]);
  });

  it('is the entries of a live blog, with their hours', () => {
    const entry = (headline: string, text: string | undefined, hour: string) => ({
      '@type': 'BlogPosting',
      headline,
      datePublished: `2031-02-04T${hour}:00Z`,
      articleBody: text,
    });
    const data = JSON.stringify({
      '@type': 'LiveBlogPosting',
      headline: 'Ferry sinks',
      liveBlogUpdate: [entry('Toll rises', further[0], '14:05'), entry('Ferry sinks', further[1], '13:50')],
    });
    expect(bodyOf(page(`<script type="application/ld+json">${data}</script>`)).split('\n')).toEqual([
      '14:05 – Toll rises',
      further[0],
      '13:50 – Ferry sinks',
      further[1],
    ]);
  });
});
