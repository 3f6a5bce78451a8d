import { read } from '../../src/index.ts';
import {
  type Attribute,
  type Claim,
  type ClaimValue,
  defined,
  type Edition,
  type Range,
} from '../../src/model/index.ts';
import { type Report, textOf } from './sources.ts';

/** A figure that a reader (ours or a peer) gives for a report; ranges are positions in `textOf` the report. */
export interface Prediction {
  readonly attribute: Attribute;
  readonly ranges: readonly Range[];
  readonly value: ClaimValue;
  readonly scope?: Claim['scope'];
  readonly victims?: readonly string[];
  readonly modality?: Claim['modality'];
  readonly accumulation?: Claim['accumulation'];
  readonly speaker?: string;
  readonly age?: number;
  readonly sex?: 'female' | 'male';
  readonly confidence?: number;
  /** True where it is about one person. */
  readonly single?: boolean;
  /** True where it is a sum or difference of claims elsewhere in the report. */
  readonly derived?: boolean;
  /** The rule that made it, for the list of misses. */
  readonly rule?: string;
}

/** Read a single report, given as a JSON record with the field names of news-please. */
export async function predict(report: Report): Promise<readonly Prediction[]> {
  const { title, text, published } = report;
  const content = JSON.stringify({ title, text, ...defined({ date_publish: published }) });
  const edition = await read([{ content, path: 'report.json' }], { now: '2026-01-01T00:00:00Z' });
  return edition.claims.map((claim) => describe(claim, edition, textOf(report)));
}

function describe(claim: Claim, edition: Edition, text: string): Prediction {
  const read = edition.articles.find(({ id }) => id === claim.article)?.text ?? '';
  const { attribute, value, scope, victims, modality, accumulation, attribution, person, confidence, producer } = claim;
  return {
    attribute,
    value,
    scope,
    modality,
    accumulation,
    confidence,
    ranges: claim.evidence.flatMap(({ start, quote }) => relocate(quote, start, read, text) ?? []),
    ...defined({ victims }),
    ...(attribution !== undefined && { speaker: attribution.speaker }),
    ...(person !== undefined && { single: true }),
    ...defined({ age: person?.age, sex: person?.sex }),
    derived: (claim.parts ?? []).length > 0,
    rule: producer.rule ?? producer.name,
  };
}

/**
 * Find the position, in the original report, of words quoted from the cleaned article.
 *
 * White space may differ and site boilerplate be gone. So the nth occurrence in the article is taken for the nth in the report,
 * or for its last where there are fewer.
 */
export function relocate(quote: string, start: number, from: string, to: string): Range | undefined {
  const words = quote.trim().split(/\s+/);
  const pattern = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const before = [...from.matchAll(new RegExp(pattern, 'g'))].filter(({ index }) => index < start).length;
  const found = [...to.matchAll(new RegExp(pattern, 'g'))];
  const match = found[before] ?? found.at(-1);
  return match === undefined ? undefined : { start: match.index, end: match.index + match[0].length };
}
