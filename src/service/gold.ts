import type { Claim, Edition, EditionArticle } from '../model/index.ts';
import type { Archive } from './archive.ts';
import { readEdition } from './edition.ts';

/** A claim as a person holds it; positions are UTF-16 code units of title, an empty line and text. */
export interface GoldClaim {
  readonly attribute: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly min?: number;
  readonly max?: number | null;
  readonly term?: string;
  /** Of another incident than the one the report is about. */
  readonly background?: true;
}

/** A report with the claims that people hold to be in it, in the form that `npm run eval -- claims` reads. */
export interface GoldDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly published?: string;
  readonly claims: readonly GoldClaim[];
}

/** Claims of these kinds of values are scored. */
const scored = new Set<Claim['value']['kind']>(['count', 'date', 'place', 'category', 'statement']);

/**
 * Give what people corrected as gold: every report about which somebody decided, with its claims as they hold them. What was rejected is not in it,
 * what was added is.
 *
 * Only reports of incidents with a decision are given: of the others nobody has said that they are right.
 */
export async function gatherGold(archive: Archive): Promise<readonly GoldDocument[]> {
  const { edition } = await readEdition(archive);
  const applied = (edition.decisions ?? []).filter(({ status }) => status === 'applied');
  const looked = new Set(applied.flatMap(({ incident }) => incident ?? []));
  const told = new Set(edition.incidents.filter(({ id }) => looked.has(id)).flatMap(({ articles }) => articles));
  const rejected = findRejected(edition);
  const main = new Map(
    edition.incidents.filter((one) => one.main).flatMap(({ id, articles }) => articles.map((article) => [article, id])),
  );
  return edition.articles
    .filter(({ id }) => told.has(id))
    .map((article) => {
      const claims = edition.claims.filter((claim) => claim.article === article.id && !rejected.has(claim.id));
      return describeGold(article, claims, main.get(article.id));
    });
}

function findRejected({ incidents }: Edition): ReadonlySet<string> {
  const readings = incidents.flatMap(({ attributes }) =>
    Object.values(attributes).flatMap((record) => record.readings),
  );
  return new Set(readings.filter(({ difference }) => difference === 'rejected').flatMap(({ claims }) => claims));
}

function describeGold(article: EditionArticle, claims: readonly Claim[], main: string | undefined): GoldDocument {
  const { id, headline = '', published, text } = article;
  const opens = headline !== '' && text.startsWith(headline);
  // A headline that the text opens with is the title; between the two stands an empty line, whatever stood there.
  const body = opens ? text.slice(headline.length).replace(/^\s+/, '') : text;
  const bodyStart = text.length - body.length;
  const shift = headline.length + 2 - bodyStart;
  const place = (at: number): number => (opens && at <= headline.length ? at : at + shift);
  return {
    id,
    title: headline,
    text: body,
    ...(published === undefined ? {} : { published: published.value.slice(0, 10) }),
    claims: claims
      .filter(({ value }) => scored.has(value.kind))
      .flatMap((claim) => {
        const [words] = claim.evidence;
        if (words === undefined) return [];
        const [start, end] = [place(words.start), place(words.end)];
        return [
          { attribute: claim.attribute, start, end, quote: words.quote, ...readValue(claim), ...isBeside(claim, main) },
        ];
      }),
  };
}

function isBeside({ incident }: Claim, main: string | undefined): { readonly background?: true } {
  return main === undefined || incident === main ? {} : { background: true };
}

function readValue({ value, resolution }: Claim): Partial<GoldClaim> {
  if (value.kind === 'count') return { min: value.min, max: value.max };
  if (value.kind === 'date') return { term: (resolution?.value ?? value).edtf };
  return value.kind === 'category' ? { term: value.term } : {};
}
