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
  const pattern = namePattern([...named, ...told]);
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

/** Black out names in every string of a value; keys and structure stay. */
function coverStrings(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return value.replace(pattern, (words) => veil.repeat(words.length));
  if (Array.isArray(value)) return value.map((item) => coverStrings(item, pattern));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, coverStrings(child, pattern)]));
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
