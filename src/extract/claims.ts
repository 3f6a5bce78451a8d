import {
  type Article,
  type Attribution,
  type Claim,
  type ClaimValue,
  type Evidence,
  makeId,
  makeSpan,
  type Range,
} from '../model/index.ts';
import { anchorOf } from '../text/calendar.ts';
import { rangeOf, type SentenceView } from './view.ts';

export const grammar = { name: 'grammar', version: '1' } as const;

/** Where a claim is made: its article, the mention it is about, and who speaks. */
export interface Setting {
  readonly article: Article;
  readonly mention: string;
}

/** What a claim says, before it has an id. */
export interface Said {
  readonly attribute: Claim['attribute'];
  readonly value: ClaimValue;
  readonly evidence: readonly Range[];
  readonly view: SentenceView;
  readonly rule: string;
  readonly scope?: Claim['scope'];
  readonly accumulation?: Claim['accumulation'];
  readonly modality?: Claim['modality'];
  readonly attribution?: Attribution | undefined;
  readonly victims?: readonly string[];
  readonly confidence: number;
  /** The mention it is about, where words told of another happening date or place it too: each has a claim of its own. */
  readonly about?: string;
}

const blocks: ReadonlySet<string> = new Set(['headline', 'caption', 'list', 'quote']);
const partisans: ReadonlySet<string> = new Set(['perpetrator', 'partisan']);

/** Cut verified evidence out of an article's text. */
export function cutEvidence(article: Article, range: Range): Evidence {
  const { start, end, quote } = makeSpan(article.text, range.start, range.end);
  return { start, end, quote };
}

/** Give the day a statement is true of: the article's own, where its page vouches for it. */
function asOf(article: Article): Pick<Claim, 'asOf'> {
  const day = anchorOf(article);
  return day === undefined ? {} : { asOf: { value: day, how: 'published' } };
}

/** Make a claim: its words are slices of the article, its id the hash of article, words, attribute and value. */
export function makeClaim({ article, mention }: Setting, said: Said): Claim {
  const evidence = said.evidence.map((range) => cutEvidence(article, range));
  const where = evidence.map((item) => `${item.start}-${item.end}`).join(',');
  const { block } = said.view;
  const { attribution, victims } = said;
  return {
    id: makeId(
      'claim',
      article.id,
      where,
      said.attribute,
      JSON.stringify(said.value),
      said.rule,
      ...(said.about === undefined ? [] : [said.about]),
    ),
    article: article.id,
    incident: mention,
    attribute: said.attribute,
    value: said.value,
    ...(victims === undefined || victims.length === 0 ? {} : { victims }),
    scope: said.scope ?? 'unstated',
    accumulation: said.accumulation ?? 'final',
    ...asOf(article),
    ...(attribution === undefined ? {} : { attribution }),
    modality: said.modality ?? 'asserted',
    ...(attribution !== undefined && partisans.has(attribution.kind) ? { partisan: true } : {}),
    confidence: said.confidence,
    ...(blocks.has(block) ? { block: block as NonNullable<Claim['block']> } : {}),
    evidence,
    producer: { ...grammar, rule: said.rule },
  };
}

/** Give the range of a finding's own words. */
export function wordsOf(view: SentenceView, from: number, to: number): Range {
  return rangeOf(view, from, to);
}
