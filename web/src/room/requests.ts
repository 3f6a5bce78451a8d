import type { Attribute, ProofStandard } from '../../../src/model/index.ts';
import type { BoardRow } from '../../../src/service/index.ts';
import type { Act } from './acts.ts';
import type { RecordAnswer } from './record.tsx';

/** What is filled in of a decision. */
export interface Fields {
  readonly value: string;
  readonly date: string;
  readonly place: string;
  readonly country: string;
  readonly reason: string;
  readonly who: string;
  readonly attribute: Attribute;
  readonly proof: ProofStandard;
  readonly other?: BoardRow;
  readonly claims: readonly string[];
  readonly copy: string;
  readonly of: string;
  /** Words of a report that state a figure. */
  readonly quote: string;
}

/** Begin with what is known. */
export function beginFields({ claims = [], attribute = 'killed', words }: Act, { edition }: RecordAnswer): Fields {
  const [first, second] = edition.articles;
  const { date, place } = edition.incidents[0] ?? {};
  return {
    ...{ value: '', reason: '', who: '', attribute, claims, copy: second?.id ?? '', of: first?.id ?? '' },
    quote: words?.quote ?? '',
    proof: 'reasonable-grounds-to-believe',
    ...{ date: date?.earliest ?? '', place: place?.name ?? '', country: place?.country ?? '' },
  };
}

/** Put the request together; undefined while something is missing. */
export function makeRequest(
  { action, attribute, words: selected }: Act,
  { incident, edition }: RecordAnswer,
  fields: Fields,
) {
  const { value, date, reason, other, claims, copy, of } = fields;
  const count = /^(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?$/.exec(value.trim());
  const figure =
    count === null ? undefined : count[2] === undefined ? Number(count[1]) : [Number(count[1]), Number(count[2])];
  const about = attribute === undefined ? incident : `${incident}.${attribute}`;
  const base = { action, target: about, reason: reason.trim() };
  switch (action) {
    case 'accept':
    case 'reject':
      return { ...base, claims };
    case 'override':
      return figure === undefined ? undefined : { ...base, value: figure };
    case 'add-claim': {
      const words = selected?.quote === fields.quote ? selected : findQuote(edition, fields.quote);
      if (figure === undefined || words === undefined) return undefined;
      return {
        ...base,
        target: `${incident}.${fields.attribute}`,
        value: figure,
        words: { article: words.article, start: words.start, end: words.end },
      };
    }
    case 'cannot-tell':
      return base;
    case 'note':
      return base.reason === '' ? undefined : { ...base, target: incident };
    case 'merge':
      return other === undefined ? undefined : { ...base, target: incident, other: other.id };
    case 'move':
      return other === undefined ? undefined : { ...base, claims, other: other.id };
    case 'split':
      return claims.length === 0 ? undefined : { ...base, target: incident, claims };
    case 'copy-of':
      return copy === of ? undefined : { ...base, target: incident, reports: { copy, of } };
    case 'set-proof':
      return base.reason === '' ? undefined : { ...base, target: incident, proof: fields.proof };
    case 're-date':
      return date === '' ? undefined : { ...base, target: incident, date };
    case 're-place':
      return placeOf(fields) === undefined ? undefined : { ...base, target: incident, place: placeOf(fields) };
    default:
      return undefined;
  }
}

/** Read the place that is filled in; undefined while it has no name. */
function placeOf({ place, country }: Fields) {
  const code = country.trim().toUpperCase();
  const name = place.trim();
  return name === '' ? undefined : { name, ...(code.length === 2 ? { country: code } : {}) };
}

/** Find typed words in a report: in the one that is shown, else in the first that holds them. */
function findQuote({ articles }: RecordAnswer['edition'], words: string): Act['words'] {
  const quote = words.trim();
  if (quote === '') return undefined;
  const shown = document.querySelector<HTMLElement>('#texts > article[data-shown="yes"] .text')?.textContent ?? '';
  const holding = articles.filter(({ text }) => text.includes(quote));
  const article = holding.find(({ text }) => shown !== '' && text.includes(shown.slice(0, 60))) ?? holding[0];
  if (article === undefined) return undefined;
  const start = article.text.indexOf(quote);
  return { article: article.id, start, end: start + quote.length, quote };
}
