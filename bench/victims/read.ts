import { read } from '../../src/index.ts';
import { defined, type Edition, isCountAttribute } from '../../src/model/index.ts';
import { type Prediction, relocate } from '../claims/predict.ts';
import type { NewsFigure } from '../news/predict.ts';

/** A report that is read alone, not with others. */
export interface DatedReport {
  readonly title?: string | null | undefined;
  readonly text: string;
  readonly published?: string | null | undefined;
}

/** A reader's answers for a report: its claims, and the day, place and number of people of the report's own event. */
export interface ReportAnswer {
  readonly claims: readonly NewsFigure[];
  readonly day?: string;
  readonly city?: readonly string[];
  readonly region?: string;
  readonly country?: string;
  readonly killed?: number;
  /** The largest number of people that anything happened to. */
  readonly victims?: number;
}

/** Join title and text to the string that positions count in. */
export function wholeOf({ title, text }: DatedReport): string {
  return `${title ?? ''}\n${text}`;
}

/** Read a single report with Variorum, given as a JSON record. */
export async function readReport(report: DatedReport): Promise<ReportAnswer> {
  const { title, text, published } = report;
  const record = { title: title ?? '', text, ...(published ? { date_publish: published } : {}) };
  const inputs = [{ content: JSON.stringify(record), path: 'report.json' }];
  const edition = await read(inputs, { now: '2026-01-01T00:00:00Z' });
  return { claims: claimsOf(edition, wholeOf(report)), ...factsOf(edition) };
}

/** Convert a peer's claims to the same form. */
export function claimsOfPeer(predictions: readonly Prediction[]): readonly NewsFigure[] {
  return predictions.map(({ attribute, ranges, value }) => ({
    attribute,
    ranges,
    printed: value.kind === 'count' ? (value.anchor ?? value.min) : null,
    incident: '',
    main: true,
    rule: 'peer',
  }));
}

function claimsOf(edition: Edition, whole: string): readonly NewsFigure[] {
  const texts = new Map(edition.articles.map(({ id, text }) => [id, text]));
  return edition.claims
    .filter(({ attribute }) => isCountAttribute(attribute))
    .map(({ attribute, value, evidence, article, incident, modality, parts, producer }) => ({
      attribute,
      ranges: evidence.flatMap(({ start, quote }) => relocate(quote, start, texts.get(article) ?? '', whole) ?? []),
      printed: value.kind === 'count' && value.vague === undefined ? (value.anchor ?? value.min) : null,
      incident,
      main: true,
      modality,
      derived: (parts ?? []).length > 0,
      rule: producer.rule ?? producer.name,
    }));
}

const befell = ['killed', 'injured', 'casualties', 'missing', 'hostages', 'rescued', 'detained', 'arrested'] as const;

function factsOf({ incidents }: Edition): Omit<ReportAnswer, 'claims'> {
  const main = incidents.find((incident) => incident.main);
  if (main === undefined) return {};
  const { date, place, attributes } = main;
  const counts = befell.flatMap((name) => {
    const record = attributes[name];
    return record !== undefined && 'best' in record && record.best !== null ? [{ name, best: record.best }] : [];
  });
  const towns = [place.city, place.name, place.district, place.venue].flatMap((name) => name ?? []);
  return defined({
    day: date.value ?? undefined,
    city: towns.length === 0 ? undefined : towns,
    region: place.state,
    country: place.country,
    killed: counts.find(({ name }) => name === 'killed')?.best,
    victims: counts.length === 0 ? undefined : Math.max(...counts.map(({ best }) => best)),
  });
}
