import { type Claim, defined, type Edition, isCountAttribute } from '../../model/index.ts';
import type { BoardRow } from '../room/board.ts';
import { readWords } from './words.ts';

/** The words by which an incident is known. */
export interface Profile {
  readonly row: BoardRow;
  /** Words of its title and place. */
  readonly core: ReadonlySet<string>;
  /** Words of each sentence that states when, where or how many; of what reports are mainly about, their headlines too. */
  readonly told: readonly ReadonlySet<string>[];
  readonly earliest?: string;
  readonly latest?: string;
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** Describe an incident by the words that its edition has of it. */
export function describeProfile(row: BoardRow, edition: Edition): Profile {
  const { venue, name, city, district, state, country } = row.place;
  const spelled = country !== undefined && /^[A-Z]{2}$/.test(country) ? countryNames.of(country) : country;
  const named = [row.title, venue, name, city, district, state, spelled].filter((words) => words !== undefined);
  const core = keys(named.join(' '));
  const texts = new Map(edition.articles.map((article) => [article.id, article]));
  const own = edition.claims.filter((claim) => claim.incident === row.id && isToldOfIt(claim, row, core));
  const told = own.map((claim) => {
    const [first] = claim.evidence;
    const text = texts.get(claim.article)?.text ?? '';
    // What is told beside the main thing is often named in the sentence before: "The valley has flooded before. In 1998 …".
    return first === undefined
      ? ''
      : quoteSentence(text, first.start, claim.evidence.at(-1)?.end ?? first.end, !row.main);
  });
  const headlines = row.main ? edition.articles.map(({ headline }) => headline ?? '') : [];
  const { earliest, latest } = row.date;
  return { row, core, told: [...new Set([...told, ...headlines])].map(keys), ...defined({ earliest, latest }) };
}

type Keys = ReadonlySet<string>;

function keys(text: string): ReadonlySet<string> {
  // Parts of "harbour-market" are words too.
  return new Set([text, text.replaceAll('-', ' ')].flatMap((one) => readWords(one).map(({ key }) => key)));
}

/**
 * Tell whether the sentence of a claim tells of its incident: figures of longer times, what only might have been, another day or town than the
 * record's, and who or what is named beside it tell of others.
 */
function isToldOfIt(
  { attribute, accumulation, modality, elsewhere, value }: Claim,
  { date, type }: BoardRow,
  core: Keys,
): boolean {
  if (accumulation === 'period' || modality === 'hypothetical' || elsewhere === true) return false;
  if (value.kind === 'count') return isCountAttribute(attribute);
  if (value.kind === 'date') return value.earliest <= (date.latest ?? '') && (date.earliest ?? '9') <= value.latest;
  if (value.kind === 'place') return [...keys(value.name)].every((key) => core.has(key));
  return attribute === 'type' && value.kind === 'category' && value.term === type;
}

const edges = /[.!?]["”’)]*\s+(?=["“‘(]*\p{Lu})|\n+/gu;

/** Quote the sentence around a stretch of a text, with the one before it where that is asked for. */
export function quoteSentence(text: string, start: number, end: number, withBefore = false): string {
  const stops = [...text.matchAll(edges)].map((edge) => edge.index + edge[0].length);
  const before = stops.filter((stop) => stop <= start);
  const from = (withBefore ? before.at(-2) : before.at(-1)) ?? 0;
  return text.slice(from, stops.find((stop) => stop >= end) ?? text.length).trim();
}
