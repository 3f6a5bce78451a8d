import {
  type Article,
  type ArticleReading,
  type Claim,
  type CountAttribute,
  type CountedPeriod,
  type DateEvidence,
  defined,
  exactly,
  type IncidentMention,
  type IncidentType,
  makeId,
  makeText,
  type PlaceValue,
  type Range,
  type TimeExpression,
  type TimeReference,
} from '../../src/model/index.ts';
import { resolveReference } from '../../src/text/calendar.ts';

/** A stated time of an invented report: its words in the text and their meaning. */
export interface TimeSpec {
  readonly words: string;
  readonly reference: TimeReference;
}

/** A figure of an invented report; with `period` it counts over a longer time. */
export interface CountSpec {
  readonly attribute: CountAttribute;
  readonly words: string;
  readonly count: number;
  readonly period?: CountedPeriod;
}

/** An incident mention of an invented report; `words` is the sentence of the text that mentions the incident. */
export interface MentionSpec {
  readonly words: string;
  readonly type?: IncidentType;
  readonly main?: boolean;
  readonly name?: string;
  readonly when?: readonly TimeSpec[];
  readonly where?: readonly PlaceValue[];
  readonly venues?: readonly string[];
  readonly participants?: readonly string[];
  readonly weapons?: readonly string[];
  readonly counts?: readonly CountSpec[];
}

/** An invented report; its paragraphs become blocks of the body. */
export interface ReportSpec {
  readonly headline?: string;
  readonly paragraphs: readonly string[];
  readonly furniture?: readonly string[];
  readonly published?: string;
  /** Where the date of publication is known from; `metadata` where absent. */
  readonly how?: DateEvidence;
  readonly outlet?: string;
  readonly url?: string;
  readonly wire?: string;
  readonly mentions?: readonly MentionSpec[];
}

function find(text: string, words: string): Range {
  const start = text.indexOf(words);
  if (start < 0) throw new RangeError(`the fixture's text does not hold "${words}"`);
  return { start, end: start + words.length };
}

function makeArticle(spec: ReportSpec): Article {
  const parts = [
    ...(spec.headline === undefined ? [] : [{ kind: 'headline' as const, words: spec.headline }]),
    ...spec.paragraphs.map((words) => ({ kind: 'body' as const, words })),
    ...(spec.furniture ?? []).map((words) => ({ kind: 'boilerplate' as const, words })),
  ];
  let value = '';
  const blocks = parts.map(({ kind, words }) => {
    if (value.length > 0) value += '\n\n';
    const start = value.length;
    value += words;
    return { kind, start, end: value.length };
  });
  const text = makeText(value);
  const published = spec.published === undefined ? undefined : { value: spec.published, how: spec.how ?? 'metadata' };
  return {
    id: makeId('article', text.id, spec.outlet ?? '', spec.published ?? ''),
    source: { id: text.id, mediaType: 'text/plain' },
    text,
    ...defined({ headline: spec.headline, published }),
    dates: published === undefined ? [] : [published],
    authors: [],
    ...defined({ outlet: spec.outlet, url: spec.url, wire: spec.wire }),
    language: 'en',
    blocks,
  };
}

function makeTime(article: Article, spec: TimeSpec): TimeExpression {
  const value = resolveReference(spec.reference, article.published?.value);
  return {
    ...find(article.text.value, spec.words),
    reference: spec.reference,
    role: 'point',
    ...defined({ value }),
    rule: 'fixture',
  };
}

function makeMention(article: Article, spec: MentionSpec): IncidentMention {
  const evidence = find(article.text.value, spec.words);
  return {
    id: makeId('mention', article.id, evidence.start, spec.type ?? 'armed-attack'),
    article: article.id,
    main: spec.main ?? false,
    type: spec.type ?? 'armed-attack',
    ...defined({ name: spec.name }),
    when: (spec.when ?? []).map((time) => makeTime(article, time)),
    where: spec.where ?? [],
    venues: spec.venues ?? [],
    participants: spec.participants ?? [],
    weapons: spec.weapons ?? [],
    targets: [],
    evidence: [evidence],
  };
}

function makeClaims(article: Article, mention: IncidentMention, spec: MentionSpec): readonly Claim[] {
  const shared = {
    article: article.id,
    incident: mention.id,
    scope: 'total',
    accumulation: 'running',
    modality: 'asserted',
    confidence: 0.9,
    producer: { name: 'fixture', version: '1' },
  } as const;
  const published = article.published;
  const asOf = published === undefined ? {} : { asOf: { value: published.value, how: 'published' as const } };
  const counts = (spec.counts ?? []).map(({ attribute, words, count, period }) => ({
    ...shared,
    ...asOf,
    ...(period === undefined ? {} : { accumulation: 'period' as const, period }),
    id: makeId('claim', mention.id, attribute, words),
    attribute,
    value: exactly(count),
    evidence: [{ ...find(article.text.value, words), quote: words }],
  }));
  const dates = mention.when.flatMap((time) => {
    if (time.value === undefined) return [];
    const quote = article.text.value.slice(time.start, time.end);
    return [
      {
        ...shared,
        ...asOf,
        id: makeId('claim', mention.id, 'date', quote),
        attribute: 'date' as const,
        value: time.value,
        evidence: [{ start: time.start, end: time.end, quote }],
      },
    ];
  });
  return [...counts, ...dates];
}

/** Make the reading of an invented report, as the stages before linking would. */
export function makeReading(spec: ReportSpec): ArticleReading {
  const article = makeArticle(spec);
  const mentions = (spec.mentions ?? []).map((each) => ({ spec: each, mention: makeMention(article, each) }));
  const main = mentions.find(({ mention }) => mention.main)?.mention;
  return {
    article,
    mentions: mentions.map(({ mention }) => mention),
    claims: mentions.flatMap((each) => makeClaims(article, each.mention, each.spec)),
    voices:
      main === undefined
        ? []
        : [
            {
              article: article.id,
              incident: main.id,
              speaker: 'police',
              cue: 'said',
              stance: 'says',
              start: 0,
              end: 5,
              quote: article.text.value.slice(0, 5),
            },
          ],
    actors: [],
  };
}

/** Make a place; country codes such as "XV" belong to no country, so that no real place is meant. */
export function town(name: string, country = 'XV', state?: string): PlaceValue {
  return { kind: 'place', name, level: 'city', city: name, country, ...defined({ state }) };
}

/** Make the time that a weekday name states; 0 = Sunday. */
export function weekday(words: string, day: number): TimeSpec {
  return { words, reference: { kind: 'weekday', weekday: day, direction: 'past' } };
}

/** Make the time that a full day, month or year states. */
export function absolute(words: string, edtf: string): TimeSpec {
  const [year = '', month, day] = edtf.split('-');
  const last =
    month === undefined
      ? `${year}-12-31`
      : new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
  const earliest = day === undefined ? `${year}-${month ?? '01'}-01` : edtf;
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  return {
    words,
    reference: {
      kind: 'absolute',
      value: { kind: 'date', edtf, earliest, latest: day === undefined ? last : edtf, precision },
    },
  };
}
