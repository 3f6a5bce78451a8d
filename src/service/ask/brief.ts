import {
  type Attribute,
  attributeTable,
  defined,
  type Edition,
  type Incident,
  isCountRecord,
  namesOf,
  type Status,
} from '../../model/index.ts';
import { formatValue } from '../../pipeline/index.ts';
import { cutRecord, type RecordQuery } from '../query/incident.ts';
import { describeReport, type ReportHead } from '../query/shapes.ts';
import type { Room } from '../room/room.ts';
import { findDay, findPlace } from './facts.ts';
import { type Found, quoteReading, quoteRecord } from './record-figures.ts';
import type { Abstained, AnswerFigure } from './shapes.ts';

/** What a record says of one attribute, each value with its words. */
export interface BriefFigure {
  readonly attribute: Attribute;
  readonly label: string;
  readonly status: Status;
  readonly values: readonly AnswerFigure[];
}

/** An incident in brief: when, where, and what became of people, every value with its words. */
export interface IncidentBrief {
  readonly id: string;
  readonly title: string;
  readonly type: Incident['type'];
  readonly policy: string;
  readonly when?: AnswerFigure;
  readonly where?: AnswerFigure;
  readonly figures: readonly BriefFigure[];
  readonly reports: readonly ReportHead[];
  /** Hash of what stands in an archive. */
  readonly hash?: string;
}

/** Tell an incident in brief; names are veiled. Throws what `cutRecord` throws. */
export async function briefIncident(room: Room, id: string, query: RecordQuery = {}): Promise<IncidentBrief> {
  const { edition, hash } = await cutRecord(room, id, query);
  return { ...briefOf(edition, id), hash };
}

/** Tell an incident of an edition in brief. */
export function briefOf(whole: Edition, id: string): IncidentBrief {
  const incident = whole.incidents.find((one) => one.id === id);
  const edition = { ...whole, articles: whole.articles.filter((article) => incident?.articles.includes(article.id)) };
  const records = incident?.attributes ?? {};
  const figures = namesOf(records).flatMap((attribute): readonly BriefFigure[] => {
    const record = records[attribute];
    if (record === undefined) return [];
    const values = isCountRecord(record)
      ? quoteRecord(edition, record)
      : record.readings.flatMap((reading): readonly AnswerFigure[] => {
          const quotes = quoteReading(edition, reading);
          const isAccepted = reading.difference === undefined;
          const words = formatValue(reading.value);
          return !isAccepted || quotes.length === 0 ? [] : [{ role: 'stated', words, quotes }];
        });
    const { label } = attributeTable[attribute];
    return values.length === 0 ? [] : [{ attribute, label, status: record.status, values }];
  });
  const facts = incident && { when: firstOf(findDay(edition, incident)), where: firstOf(findPlace(edition, incident)) };
  return {
    ...{ id, title: incident?.title ?? id, type: incident?.type ?? 'other', policy: edition.config.policy, figures },
    reports: edition.articles.map(describeReport),
    ...defined({ when: facts?.when, where: facts?.where }),
  };
}

function firstOf(found: Found | Abstained): AnswerFigure | undefined {
  return 'figures' in found ? found.figures[0] : undefined;
}
