import { describe, expect, it } from 'vitest';
import { defaults } from '../index.ts';
import { readHtml } from './html.ts';

const prose = (n: number, word = 'ferry') =>
  Array.from(
    { length: n },
    (_, i) =>
      `<p>The coast guard said on Tuesday, after a long search of the bay, that the ${word} had sunk in ${i + 2} metres of water near the old pier.</p>`,
  ).join('');
const bodyOf = (inner: string): string => {
  const draft = readHtml(
    `<!doctype html><html><head><title>T</title></head><body>${inner}</body></html>`,
    defaults,
  ).value;
  const kept = draft?.segments.filter((segment) => segment.inBody === true) ?? [];
  return kept.map(({ start, end }) => draft?.value.slice(start, end)).join('\n');
};

describe('findBody', () => {
  it('takes the article and leaves menus, footers and asides', () => {
    const body = bodyOf(
      `<div class="menu"><ul><li><a href="/a">World news today</a></li></ul></div><div class="story">${prose(5)}<aside>Sign up</aside></div><footer>All rights, all wrongs</footer>`,
    );
    expect(body.split('\n')).toHaveLength(5);
    expect(body).not.toMatch(/World news|Sign up|rights/);
  });

  it('joins the parts of a body that the page keeps in separate boxes', () => {
    const part = (word: string, n: number) =>
      `<div class="slot"><section><div class="text">${prose(n, word)}</div></section></div>`;
    const body = bodyOf(
      `<div id="all">${part('ferry', 4)}<div class="ad"><p>Advert</p></div>${part('barge', 9)}</div>`,
    );
    expect(body.match(/ferry/g)).toHaveLength(4);
    expect(body.match(/barge/g)).toHaveLength(9);
  });

  it('keeps the entries of a live blog together', () => {
    const entry = (i: number) =>
      `<div class="entry-block"><time>1${i}:05</time><div class="text">${prose(2, `boat ${i}`)}</div></div>`;
    const body = bodyOf(`<div class="live"><h1>Ferry live</h1>${[0, 1, 2, 3, 4].map(entry).join('')}</div>`);
    for (const i of [0, 1, 2, 3, 4]) expect(body).toContain(`boat ${i}`);
  });

  it('takes one entry of a page that lists whole articles', () => {
    const entry = (word: string) => `<article class="hentry"><div class="text">${prose(4, word)}</div></article>`;
    const body = bodyOf(`<main>${entry('ferry')}${entry('tram')}${entry('lift')}</main>`);
    expect(body).toContain('ferry');
    expect(body).not.toMatch(/tram|lift/);
  });

  it('drops rows of teasers and boxes that are mostly links, and keeps lists of the report', () => {
    const teaser = (i: number) =>
      `<div class="card"><h4><a href="/${i}">Council votes on bridge ${i}</a></h4><div>Members met on Monday evening to talk.</div></div>`;
    const list = '<ul><li>Two men aged 40 and 51 were hurt.</li><li>A woman was taken to hospital.</li></ul>';
    const body = bodyOf(
      `<div class="story">${prose(6)}${list}<div class="row">${[1, 2, 3, 4, 5].map(teaser).join('')}</div></div>`,
    );
    expect(body).toContain('Two men aged 40 and 51 were hurt.');
    expect(body).not.toMatch(/Council|Members met/);
  });

  it('finds a brief of two sentences beside a long row of teasers', () => {
    const teaser = (i: number) =>
      `<div class="card"><a href="/${i}"><h3>Council votes on the harbour bridge, part ${i}</h3></a><p>Members met on Monday evening, and spoke of bridge ${i} for hours before they voted.</p></div>`;
    const row = `<div class="latest">${Array.from({ length: 12 }, (_, i) => teaser(i)).join('')}</div>`;
    const brief =
      '<p>Two people were hurt on Tuesday when a tram left its rails, police said.</p><p>The line is closed until Thursday, the operator said.</p>';
    const boxes = [
      `<article><h1>Tram leaves rails</h1>${brief}</article>${row}`,
      `<div class="content"><h1>Tram leaves rails</h1><div class="txt">${brief}</div></div>${row}`,
      `<table><tr><td><h1>Tram leaves rails</h1>${brief}</td><td>${row}</td></tr></table>`,
    ];
    for (const box of boxes) {
      expect(bodyOf(box)).toContain('Two people were hurt');
      expect(bodyOf(box)).not.toMatch(/Council|Members/);
    }
  });

  it('counts a link around whole blocks as links', () => {
    const links = Array.from(
      { length: 12 },
      (_, i) => `<a href="/${i}"><div><h5>Other news of day ${i}</h5></div></a>`,
    ).join('');
    expect(bodyOf(`<div class="story">${prose(6)}<div class="news">${links}</div></div>`)).not.toContain('Other news');
  });

  it('leaves out the card beside a word that shows only under a pointer', () => {
    const card =
      '<span class="rollover-person"><a href="/x">Ann Okoro</a><span class="rollover-card">Other news of Okoro</span></span>';
    const body = bodyOf(
      `<div class="story">${prose(5)}<p>The mayor, ${card}, said that the search would go on for days, perhaps weeks.</p></div>`,
    );
    expect(body).toContain('The mayor, Ann Okoro, said');
    expect(body).not.toContain('Other news');
  });

  it('keeps a paragraph that the page names as text in a box named like furniture', () => {
    const lead =
      '<div class="leaf-media"><p class="body-paragraph">A ferry sank off Port Arlen on Tuesday, the coast guard said, and nine are missing.</p></div>';
    const caption =
      '<div class="leaf-media"><p>The ferry at its pier in 2030, a year before it sank in the bay.</p></div>';
    const body = bodyOf(`<div class="story">${lead}${caption}${prose(5)}</div>`);
    expect(body).toContain('A ferry sank');
    expect(body).not.toContain('at its pier');
  });

  it("reads on through elements of the page's own making inside a paragraph, not between paragraphs", () => {
    const body = bodyOf(
      `<div class="story"><p>Nine people are <x-mark>still</x-mark> missing, and the search goes on in the bay.</p><x-box>Weather</x-box>${prose(5)}</div>`,
    );
    expect(body).toContain('Nine people are still missing, and');
    expect(body.split('\n')).toContain('Weather');
  });

  it('keeps paragraphs written as divisions, though a third of one is a link', () => {
    const linky =
      '<div>The mayor said <a href="/a">in a long statement</a> that the bay <a href="/b">would stay closed</a> for days.</div>';
    const body = bodyOf(
      `<div class="story">${prose(5).replaceAll('<p>', '<div>').replaceAll('</p>', '</div>')}${linky}</div>`,
    );
    expect(body).toContain('in a long statement');
    expect(body.split('\n')).toHaveLength(6);
  });

  it('finds nothing where nothing reads as prose', () => {
    expect(bodyOf('<ul><li><a href="/">Home</a></li></ul>')).toBe('');
  });
});
