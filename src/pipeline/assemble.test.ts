import { describe, expect, it } from 'vitest';
import {
  type Article,
  type ArticleReading,
  type Claim,
  defined,
  exactly,
  type Linked,
  makeText,
} from '../model/index.ts';
import { assembleEdition, sortIssues } from './assemble.ts';
import { defaults } from './settings.ts';

const text = makeText('Fire in Norwick\nTwo people were killed, police said.');

const article: Article = {
  id: 'article-1',
  source: { id: 'source-1', mediaType: 'text/plain', path: 'a.txt' },
  text,
  published: { value: '2024-05-14', how: 'page' },
  dates: [],
  authors: [],
  language: 'en',
  blocks: [{ kind: 'body', start: 0, end: text.value.length }],
};

function claimOf(start: number, quote: string): Claim {
  return {
    id: `claim-${start}`,
    article: article.id,
    incident: 'incident-1',
    attribute: 'killed',
    value: exactly(2),
    scope: 'total',
    accumulation: 'running',
    modality: 'asserted',
    person: { key: 'maren tolvik', name: 'Maren Tolvik' },
    confidence: 1,
    evidence: [{ start, end: start + quote.length, quote }],
    producer: { name: 'test', version: '1' },
  };
}

function partsOf(linked: Partial<Linked>) {
  const reading: ArticleReading = { article, mentions: [], claims: [], voices: [], actors: [] };
  const nothing: Linked = { copies: [], stories: [], incidents: [], claims: [], voices: [], reportDays: {} };
  return {
    readings: [reading],
    linked: { ...nothing, ...linked },
    reconciled: { incidents: [], actors: [] },
    issues: [],
  };
}

const voice = { article: article.id, speaker: 'police', cue: 'said', stance: 'says', start: 0, end: 4 } as const;
const passage = { from: { start: 0, end: 4 }, to: { start: 50, end: 500 } };

describe('assembleEdition', () => {
  it('takes verified quotes, and hides names unless they are asked for', () => {
    const parts = partsOf({ claims: [claimOf(16, 'Two people were killed')] });
    const [hidden] = assembleEdition(parts, defaults).claims;
    expect(hidden?.person).toEqual({
      key: expect.stringMatching(/^person-[0-9a-f]{16}$/),
      family: expect.stringMatching(/^family-[0-9a-f]{16}$/),
    });
    const [kept] = assembleEdition(parts, { ...defaults, names: true }).claims;
    expect(kept?.person?.name).toBe('Maren Tolvik');
  });

  it.each([
    ['a quote one character off', { claims: [claimOf(17, 'Two people were killed')] }],
    ['a claim of an unknown article', { claims: [{ ...claimOf(16, 'Two'), article: 'article-2' }] }],
    ['a voice that is not there', { voices: [{ ...voice, quote: 'Five' }] }],
    [
      'a copied passage past the end',
      { copies: [{ from: article.id, to: article.id, kind: 'verbatim', score: 1, passages: [passage] }] },
    ],
  ] satisfies [string, Partial<Linked>][])('stops the run for %s', (_, linked) => {
    expect(() => assembleEdition(partsOf(linked), defaults)).toThrow(/verified|leaves/);
  });

  it('marks the date a story contradicts', () => {
    const issue = { code: 'time/anchor-disputed', severity: 'warning', message: 'No.', article: article.id } as const;
    const [marked] = assembleEdition({ ...partsOf({}), issues: [issue] }, defaults).articles;
    expect(marked?.published).toEqual({ value: '2024-05-14', how: 'page', disputed: true });
    expect(assembleEdition(partsOf({}), defaults).articles[0]?.published?.disputed).toBeUndefined();
  });
});

describe('assembleEdition, of many articles', () => {
  const makeMany = (size: number) => {
    const articles = Array.from({ length: size }, (_, at): Article => ({ ...article, id: `article-${at}` }));
    const claims = articles.flatMap(({ id }) =>
      Array.from({ length: 15 }, (_, at): Claim => ({ ...claimOf(16, 'Two'), id: `${id}-${at}`, article: id })),
    );
    return {
      ...partsOf({ claims }),
      readings: articles.map(
        (one): ArticleReading => ({ article: one, mentions: [], claims: [], voices: [], actors: [] }),
      ),
    };
  };

  it('marks in each article the names of its own claims alone', () => {
    const named = makeText('Maren Tolvik and Odo Brask were killed.');
    const articles = ['article-1', 'article-2'].map((id): Article => ({ ...article, id, text: named }));
    const told = (id: string, name: string): Claim => {
      const start = named.value.indexOf(name);
      const evidence = [{ start, end: start + name.length, quote: name }];
      return { ...claimOf(0, name), id: `claim-${id}`, article: id, person: { key: name, name }, evidence };
    };
    const edition = assembleEdition(
      {
        ...partsOf({ claims: [told('article-1', 'Maren Tolvik'), told('article-2', 'Odo Brask')] }),
        readings: articles.map((one) => ({ article: one, mentions: [], claims: [], voices: [], actors: [] })),
      },
      defaults,
    );
    expect(edition.articles.map(({ names }) => names)).toEqual([[{ start: 0, end: 12 }], [{ start: 17, end: 26 }]]);
  });

  it('looks at each claim once: 8,000 articles of 15 claims each', () => {
    const parts = makeMany(8000);
    const began = performance.now();
    assembleEdition(parts, defaults);
    // Looking through all claims for each article takes over twenty seconds.
    expect(performance.now() - began).toBeLessThan(8000);
  }, 120_000);
});

describe('sortIssues', () => {
  it('puts each issue once, by path, article, code and place', () => {
    const issue = (code: `${string}/${string}`, path?: string) =>
      ({ code, severity: 'info', message: '', ...defined({ path }) }) as const;
    const sorted = sortIssues([issue('b/b', 'y'), issue('a/a', 'y'), issue('z/z'), issue('a/a', 'y')]);
    expect(sorted).toEqual([issue('z/z'), issue('a/a', 'y'), issue('b/b', 'y')]);
  });
});
