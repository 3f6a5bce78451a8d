import { type Claim, defined, type Edition, type Incident, isCountRecord, type TermRecord } from '../../model/index.ts';
import { formatValue, formatWhen, formatWhere } from '../../pipeline/index.ts';
import { findRecord } from './figures.ts';
import type { Question } from './question.ts';
import { type Found, numberOf, quoteReading } from './record-figures.ts';
import { type Abstained, type AnswerFigure, abstain, quoteClaims } from './shapes.ts';

/** Look up when an incident was. */
export function findDay(edition: Edition, { date, ...rest }: Incident): Found | Abstained {
  const quotes = quoteIds(edition, date.claims);
  if (date.value === null || quotes.length === 0) return abstain('not-stated', 'No report states when it was.');
  const first = findFirstDay(edition);
  if (first !== undefined && first < (date.earliest ?? ''))
    return abstain('not-stated', `The reports do not agree on a day: one of ${first} tells of it already.`);
  const words = formatWhen({ ...rest, date });
  return { figures: [{ role: 'stated', words, quotes }], says: words };
}

/** The day of the first report; what happened later than that is not what it tells of. */
function findFirstDay({ articles }: Edition): string | undefined {
  const days = articles.flatMap(({ published, reportDay }) => published?.value.slice(0, 10) ?? reportDay?.day ?? []);
  return days.sort()[0];
}

/** Look up where an incident was. */
export function findPlace(edition: Edition, { place, ...rest }: Incident): Found | Abstained {
  const quotes = quoteIds(edition, place.claims);
  if (quotes.length === 0) return abstain('not-stated', 'No report states where it was.');
  if (isNoTown(edition, place))
    return abstain('not-stated', `The reports name no place but "the ${place.name}", which is no town.`);
  const words = formatWhere({ ...rest, place });
  return { figures: [{ role: 'stated', words, quotes }], says: words };
}

/** Tell whether a place is one name that reports write behind "the" alone: a river or a range, and not where along it. */
function isNoTown({ articles, claims }: Edition, { name, claims: ids }: Incident['place']): boolean {
  if (name === null || /\s/.test(name)) return false;
  const own = new Set(ids);
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const named = claims
    .filter(({ id }) => own.has(id))
    .flatMap(({ article, evidence }) => evidence.map((words) => ({ ...words, text: texts.get(article) ?? '' })))
    .filter(({ quote }) => quote.toLowerCase() === name.toLowerCase());
  return named.length > 0 && named.every(({ text, start }) => /\bthe\s$/.test(text.slice(0, start)));
}

/** Look up who claimed it, or is said to have done it; nobody is called guilty. */
export function findDoer(edition: Edition, { attributes }: Incident, isClaimed: boolean): Found | Abstained {
  const names = isClaimed ? (['responsibility'] as const) : (['perpetrator', 'responsibility'] as const);
  const records = names.flatMap((name): readonly TermRecord[] => {
    const record = attributes[name];
    return record === undefined || isCountRecord(record) || record.value === null ? [] : [record];
  });
  const [record] = records;
  if (record === undefined) return abstain('not-stated', 'No report names anybody.');
  const figures = record.readings.flatMap((reading): readonly AnswerFigure[] => {
    const quotes = quoteReading(edition, reading);
    const isAccepted = reading.difference === undefined;
    return quotes.length === 0
      ? []
      : [{ role: isAccepted ? 'stated' : 'other', words: formatValue(reading.value), quotes }];
  });
  if (figures.length === 0) return abstain('not-stated', 'No report names anybody.');
  const told = isClaimed ? 'is reported to have claimed it' : 'is said to have done it';
  return { figures, says: `${record.value} ${told} (${record.status})` };
}

/** Look up who gives a figure. */
export function findSpeakers(edition: Edition, question: Question): Found | Abstained {
  const { figure } = question;
  const record = findRecord(edition, question);
  const ids = new Set(
    (record?.readings ?? []).flatMap(({ value, claims }) => (numberOf(value) === figure ? claims : [])),
  );
  const bySpeaker = new Map<string, Claim[]>();
  for (const claim of edition.claims) {
    if (!ids.has(claim.id)) continue;
    const speaker = claim.attribution?.speaker ?? nameReport(edition, claim);
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), claim]);
  }
  const figures = [...bySpeaker].map(
    ([speaker, claims]): AnswerFigure => ({
      ...{ role: 'stated', words: formatValue(claims[0]?.value ?? { kind: 'statement', text: '' }), speaker },
      ...defined({ number: figure }),
      quotes: quoteClaims(edition, claims),
    }),
  );
  if (figures.length === 0) return abstain('not-stated', `No report gives the figure ${figure}.`);
  return { figures, says: `${figure} by ${[...bySpeaker.keys()].join('; ')}` };
}

function nameReport({ articles }: Edition, { article }: Claim): string {
  const { outlet, headline, path } = articles.find(({ id }) => id === article) ?? {};
  return `${outlet ?? headline ?? path ?? 'a report'}, in its own words`;
}

/** Look up which readings of a figure differ, and why. */
export function findReadings(edition: Edition, question: Question): Found | Abstained {
  const record = findRecord(edition, question);
  const apart = new Set(['subset', 'scope', 'wrong-incident', 'copied', 'rejected']);
  const readings = (record?.readings ?? []).filter(({ difference = '' }) => !apart.has(difference));
  const figures = readings.flatMap((reading): readonly AnswerFigure[] => {
    const quotes = quoteReading(edition, reading);
    if (quotes.length === 0) return [];
    const role = reading.difference === undefined ? ('best' as const) : ('other' as const);
    const told = { number: numberOf(reading.value), note: reading.note ?? reading.difference };
    return [{ role, words: formatValue(reading.value), quotes, ...defined(told) }];
  });
  if (figures.length === 0) return abstain('not-stated', 'No report states such a figure.');
  if (figures.length === 1) return { figures, says: `the reports agree on ${figures[0]?.words}` };
  const told = figures.map(({ words, quotes: [quote], note }) => {
    const who = quote?.speaker ?? quote?.report.outlet ?? quote?.report.headline ?? 'a report';
    return `${words} (${who}${note === undefined ? '' : `; ${note}`})`;
  });
  return { figures, says: told.join(', ') };
}

function quoteIds(edition: Edition, ids: readonly string[]): AnswerFigure['quotes'] {
  const wanted = new Set(ids);
  return quoteClaims(
    edition,
    edition.claims.filter(({ id }) => wanted.has(id)),
  );
}
