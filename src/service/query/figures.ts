import {
  type Attribute,
  attributeTable,
  type CountRecord,
  defined,
  type Edition,
  isCountRecord,
  namesOf,
  type TermRecord,
} from '../../model/index.ts';
import { explain, policies } from '../../pipeline/index.ts';
import type { Room } from '../room/room.ts';
import { cutRecord, type RecordQuery } from './incident.ts';
import { NotThere } from './page.ts';
import { describeQuote, describeReport, type Explanation, type Quote, type QuotedFigure } from './shapes.ts';

/**
 * Give what the record of an incident says of an attribute, or of all it has: each reading with the words of every report.
 *
 * Throws what `cutRecord` throws, and NotThere for an attribute the record says nothing of.
 */
export async function readFigures(
  room: Room,
  incident: string,
  query: RecordQuery & { readonly attribute?: Attribute } = {},
): Promise<readonly QuotedFigure[]> {
  const { edition } = await cutRecord(room, incident, query);
  return quoteFigures(edition, query.attribute);
}

/** Say in sentences why the values of an incident are what they are, with its figures beside them. Throws what `readFigures` throws. */
export async function explainFigure(
  room: Room,
  incident: string,
  query: RecordQuery & { readonly attribute?: Attribute } = {},
): Promise<Explanation> {
  const { edition } = await cutRecord(room, incident, query);
  const { attribute } = query;
  const isApart = attribute === 'date' || attribute === 'place';
  const figures = isApart ? [] : quoteFigures(edition, attribute);
  return { text: explain(edition, attribute === undefined ? incident : `${incident}.${attribute}`), figures };
}

function quoteFigures(edition: Edition, attribute: Attribute | undefined): readonly QuotedFigure[] {
  const [incident] = edition.incidents;
  const records = incident?.attributes ?? {};
  const there = namesOf(records).filter((name) => records[name] !== undefined);
  if (attribute !== undefined && !there.includes(attribute))
    throw new NotThere(`the record says nothing of ${attribute}; it has ${there.join(', ') || 'no figures'}`);
  const quotes = indexQuotes(edition);
  return there
    .filter((name) => attribute === undefined || name === attribute)
    .flatMap((name) => {
      const record = records[name];
      if (record === undefined || incident === undefined) return [];
      return [{ incident: incident.id, title: incident.title, ...quoteRecord(name, record, quotes) }];
    });
}

function indexQuotes({ articles, claims }: Edition): ReadonlyMap<string, Quote> {
  const reports = new Map(articles.map((article) => [article.id, describeReport(article)]));
  return new Map(
    claims.map((claim) => [claim.id, describeQuote(claim, reports.get(claim.article) ?? { article: claim.article })]),
  );
}

function quoteRecord(
  attribute: Attribute,
  record: CountRecord | TermRecord,
  quotes: ReadonlyMap<string, Quote>,
): Omit<QuotedFigure, 'incident' | 'title'> {
  const { status, policy, rule, why, readings } = record;
  const stated = isCountRecord(record)
    ? { count: { low: record.low, best: record.best, high: record.high, grade: record.grade } }
    : { term: record.value };
  const history = isCountRecord(record) ? record.history : undefined;
  return {
    ...{ attribute, label: attributeTable[attribute].label, status, ...stated, policy, rule, why },
    ...defined({ ruleText: findRule(policy, rule), history }),
    readings: readings.map(({ value, used, difference, note, independentSources, claims }) => ({
      ...{ value, accepted: difference === undefined, used, independentSources },
      ...defined({ difference, note }),
      quotes: claims.flatMap((id) => quotes.get(id) ?? []),
    })),
  };
}

function findRule(policy: string, rule: string): string | undefined {
  return policies.find(({ name }) => name === policy)?.rules.find(({ id }) => id === rule)?.text;
}
