import { read } from '../../src/index.ts';
import { type Claim, type Edition, isCountAttribute, type Range } from '../../src/model/index.ts';
import { relocate } from '../claims/predict.ts';
import { type NewsArticle, wholeOf } from './articles.ts';

/** A figure that a reader gives; ranges are positions in `wholeOf` the article. */
export interface NewsFigure {
  readonly attribute: Claim['attribute'];
  readonly ranges: readonly Range[];
  /** The number as printed; null for a vague word. */
  readonly printed: number | null;
  /** Key of the incident it is about. */
  readonly incident: string;
  readonly main: boolean;
  readonly scope?: Claim['scope'];
  readonly modality?: Claim['modality'];
  readonly accumulation?: Claim['accumulation'];
  readonly speaker?: string;
  readonly victims?: readonly string[];
  readonly confidence?: number;
  readonly derived?: boolean;
  readonly rule: string;
}

/** Read a single article with Variorum, given as a JSON record. */
export async function readFigures(article: NewsArticle): Promise<readonly NewsFigure[]> {
  const { title, text, date, url } = article;
  const record = { title: title ?? '', text, ...(date ? { date_publish: date } : {}), ...(url ? { url } : {}) };
  const inputs = [{ content: JSON.stringify(record), path: 'report.json' }];
  const edition = await read(inputs, { now: '2026-01-01T00:00:00Z' });
  const counted = edition.claims.filter(({ attribute }) => isCountAttribute(attribute));
  return counted.map((claim) => describe(claim, edition, wholeOf(article)));
}

function describe(claim: Claim, edition: Edition, whole: string): NewsFigure {
  const from = edition.articles.find(({ id }) => id === claim.article)?.text ?? '';
  const { attribute, value, scope, modality, accumulation, attribution, victims, confidence, parts } = claim;
  return {
    attribute,
    ranges: claim.evidence.flatMap(({ start, quote }) => relocate(quote, start, from, whole) ?? []),
    printed: value.kind === 'count' && value.vague === undefined ? (value.anchor ?? value.min) : null,
    // The toll of a year or a war belongs to no incident, even where it is mentioned beside one.
    incident: accumulation === 'period' ? `${claim.incident} period` : claim.incident,
    main: edition.incidents.find(({ id }) => id === claim.incident)?.main === true,
    scope,
    modality,
    accumulation,
    confidence,
    ...(attribution === undefined ? {} : { speaker: attribution.speaker }),
    ...(victims === undefined ? {} : { victims }),
    derived: (parts ?? []).length > 0,
    rule: claim.producer.rule ?? claim.producer.name,
  };
}
