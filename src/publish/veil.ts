import type { Claim, Edition, EditionArticle, Entity, Range } from '../model/index.ts';
import { findNames, namePattern } from '../text/names.ts';

/** Replaces each UTF-16 code unit of a name, so that all positions in the text stay valid. */
const veil = '█';

/**
 * Black out the names of private persons throughout an edition: in texts, quotes, headlines, titles, statements and addresses.
 *
 * The names are those the edition marks in an article (`names`), else those its claims give for single persons. "Ilo Renn"
 * becomes "████████": each code unit is one "█", so that positions and quotes still agree. A name that the reader did not
 * recognise as a person's is not blacked out.
 */
export function veilNames(edition: Edition): Edition {
  const ranges = new Map(edition.articles.map((article) => [article.id, listNames(article, edition.claims)]));
  const named = edition.articles.flatMap(({ id, text }) =>
    (ranges.get(id) ?? []).map(({ start, end }) => text.slice(start, end)),
  );
  if (named.length === 0) return edition;
  const told = edition.claims.flatMap(({ person }) => person?.name ?? []);
  const own = [...new Set([...named, ...told])];
  const full = namePattern(own);
  const pattern = full && { full, speaker: (words: string) => veilWords(words, own) };
  const articles = edition.articles.map((article) => veilArticle(article, ranges.get(article.id) ?? []));
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const cut = <T extends Range & { readonly quote: string }>(article: string, words: T): T => ({
    ...words,
    quote: (texts.get(article) ?? '').slice(words.start, words.end),
  });
  const plain = pattern === undefined ? edition : (coverStrings(edition, pattern) as Edition);
  return {
    ...plain,
    articles: pattern === undefined ? articles : (coverStrings(articles, pattern) as Edition['articles']),
    claims: plain.claims.map((claim) => ({
      ...hidePerson(claim),
      evidence: claim.evidence.map((words) => cut(claim.article, words)),
    })),
    voices: plain.voices.map((voice) => cut(voice.article, voice)),
    ...(plain.entities === undefined ? {} : { entities: plain.entities.map(veilEntity) }),
  };
}

/** List some names as a text has them, with those of whoever shares a family name with them there. */
export function listNamed(text: string, names: readonly string[]): readonly string[] {
  return [...new Set([...names, ...findNames(text, names).map(({ start, end }) => text.slice(start, end))])];
}

/** Black out names in words that are no part of an edition. */
export function veilWords(words: string, names: readonly string[]): string {
  return cover(words, findNames(words, names));
}

function listNames(article: EditionArticle, claims: readonly Claim[]): readonly Range[] {
  if (article.names !== undefined) return article.names;
  const known = claims.flatMap((claim) => (claim.article === article.id ? (claim.person?.name ?? []) : []));
  return known.length === 0 ? [] : findNames(article.text, known);
}

function veilArticle(article: EditionArticle, ranges: readonly Range[]): EditionArticle {
  const { names: _names, ...rest } = article;
  const words = [...new Set(ranges.map(({ start, end }) => article.text.slice(start, end)))];
  const headline =
    article.headline === undefined ? {} : { headline: cover(article.headline, findNames(article.headline, words)) };
  return { ...rest, ...headline, text: cover(article.text, ranges) };
}

function cover(text: string, ranges: readonly Range[]): string {
  let covered = '';
  let at = 0;
  for (const { start, end } of ranges) {
    covered += text.slice(at, start) + veil.repeat(end - start);
    at = end;
  }
  return covered + text.slice(at);
}

interface Covering {
  /** Full names, wherever they stand. */
  readonly full: RegExp;
  /** Whoever speaks may be named by a part of the name. */
  readonly speaker: (words: string) => string;
}

/** Black out names in every string of a value; keys and structure stay. */
function coverStrings(value: unknown, covering: Covering, key = ''): unknown {
  if (typeof value === 'string')
    return (key === 'speaker' ? covering.speaker(value) : value).replace(covering.full, (words) =>
      veil.repeat(words.length),
    );
  if (Array.isArray(value)) return value.map((item) => coverStrings(item, covering));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, coverStrings(child, covering, name)]));
}

/** Black out all names of a person who has one name blacked out: a family name alone ("Renn") is too common a word to search texts for. */
function veilEntity(entity: Entity): Entity {
  const names = [entity.name ?? '', ...entity.aliases];
  if (entity.type !== 'person' || !names.some((name) => name.includes(veil))) return entity;
  return { ...entity, name: veil, aliases: [] };
}

function hidePerson(claim: Claim): Claim {
  if (claim.person === undefined) return claim;
  const { name: _name, ...person } = claim.person;
  return { ...claim, person };
}
