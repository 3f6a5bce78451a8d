import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findShared, sharedMissing } from '../../test/kits/shared.ts';
import { type Article, isVerified, makeSpan, makeText, type Page } from '../model/index.ts';
import { clean, defaults } from './index.ts';

const folder = findShared('seeds');

/** Cut a file into its lines as segments; stages do not import each other, not even here. */
function pageOf(text: string): Page {
  const segments = [...text.matchAll(/\S(?:[^\n]*\S)?/g)].map((line) => ({
    start: line.index,
    end: line.index + line[0].length,
    tag: 'p',
    hints: [],
    linkDensity: 0,
  }));
  return { source: { id: 'seed', mediaType: 'text/plain' }, text: makeText(text), segments, fields: [] };
}

const count = (article: Article | undefined, kind: string) =>
  article?.blocks.filter((block) => block.kind === kind).length;

describe.skipIf(folder === undefined)(`the five seed articles (${sharedMissing})`, () => {
  const articles = (folder === undefined ? [] : readdirSync(folder).sort()).map(
    (name) =>
      clean(pageOf(readFileSync(join(folder ?? '', name), 'utf8')), defaults, { now: '2031-01-01T00:00:00Z', seed: 1 })
        .value,
  );

  it('have their furniture and captions marked and nothing else', () => {
    expect(articles.map((article) => count(article, 'headline'))).toEqual([1, 0, 1, 1, 1]);
    expect(articles.map((article) => count(article, 'caption'))).toEqual([0, 0, 4, 1, 0]);
    expect(articles.map((article) => count(article, 'boilerplate'))).toEqual([0, 5, 3, 3, 2]);
    expect(articles.map((article) => count(article, 'lead'))).toEqual([1, 1, 1, 1, 1]);
  });

  it('have the days their pages state', () => {
    expect(articles.map((article) => article?.published?.value.slice(0, 10))).toEqual([
      undefined,
      '2024-05-17',
      undefined,
      undefined,
      '2024-03-25',
    ]);
  });

  it('have quotes that stand where they are said to stand', () => {
    for (const article of articles) {
      expect(article).toBeDefined();
      for (const block of article?.blocks ?? []) {
        const text = article?.text ?? makeText('');
        expect(isVerified(makeSpan(text, block.start, block.end), text)).toBe(true);
      }
    }
  });
});
