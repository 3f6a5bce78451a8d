import { read } from '../../src/index.ts';
import { defined, type Edition, type Incident, overlaps, type PlaceValue } from '../../src/model/index.ts';
import { relocate } from '../claims/predict.ts';
import { type NewsArticle, wholeOf } from '../news/articles.ts';
import type { ToldEvent } from './events.ts';

/** When and where a reader says something happened. */
export interface WhenWhere {
  /** First and last day it may have been; absent where none is given. */
  readonly day?: { readonly edtf: string; readonly earliest: string; readonly latest: string };
  /** Names from narrow to wide, the country by its code. */
  readonly place: readonly string[];
  /** The place one step wider than the narrowest: the town of a site, the county of a town, the state of a county. */
  readonly around?: string;
  readonly lat?: number;
  readonly lon?: number;
}

export const nothingGiven: WhenWhere = { place: [] };

/** An article as Variorum reads it by itself. */
export async function readAlone(article: NewsArticle): Promise<Edition> {
  const { title, text, date, url } = article;
  const record = { title: title ?? '', text, ...(date ? { date_publish: date } : {}), ...(url ? { url } : {}) };
  return read([{ content: JSON.stringify(record), path: 'report.json' }], { now: '2026-01-01T00:00:00Z' });
}

/** Say a place's names from narrow to wide, as an edition's record has them. */
export function placeNames(value: PlaceValue): WhenWhere {
  const { level, name, city, lat, lon, ...units } = value;
  const venue = level === 'venue' ? name : undefined;
  return namesOf({
    ...units,
    ...defined({ venue, city: city ?? (level === 'city' ? name : undefined) }),
    name,
    lat,
    lon,
  });
}

function namesOf(place: {
  readonly venue?: string | undefined;
  readonly city?: string | undefined;
  readonly name: string | null;
  readonly district?: string | undefined;
  readonly state?: string | undefined;
  readonly country?: string | undefined;
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
}): WhenWhere {
  const { venue, city, name, district, state, country, lat, lon } = place;
  const steps = [venue, city ?? (name === venue ? undefined : (name ?? undefined)), district, state, country];
  const around = steps[steps.findIndex((step) => step !== undefined) + 1];
  const names = [venue, city, name ?? undefined, district, state, country];
  return { place: [...new Set(names.flatMap((one) => one ?? []))], ...defined({ around, lat, lon }) };
}

/** Give day and place of an incident as an edition prints them. */
export function describeIncident({ date, place }: Incident): WhenWhere {
  const { value, earliest, latest } = date;
  const day = value !== null &&
    earliest !== undefined &&
    latest !== undefined && { day: { edtf: value, earliest, latest } };
  return { ...day, ...namesOf(place) };
}

/**
 * Find what an edition of one article says of each of its happenings.
 *
 * The article's own happening is the edition's main incident. Another one is the incident that holds most of its figures, by overlapping
 * words; where no figure of it was read nothing is said of it.
 */
export function answerEvents(edition: Edition, article: NewsArticle, events: readonly ToldEvent[]) {
  const whole = wholeOf(article);
  const text = edition.articles[0]?.text ?? '';
  const claims = edition.claims.flatMap(({ incident, value, evidence }) =>
    value.kind !== 'count'
      ? []
      : evidence.flatMap(({ quote, start }) => {
          const range = relocate(quote, start, text, whole);
          return range === undefined ? [] : [{ incident, range }];
        }),
  );
  const main = edition.incidents.find((incident) => incident.main);
  return events.map((event): WhenWhere => {
    const votes = new Map<string, number>();
    for (const { incident, range } of claims) {
      if (!event.claims.some((claim) => overlaps(claim, range))) continue;
      votes.set(incident, (votes.get(incident) ?? 0) + 1);
    }
    const [most] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [];
    const found = event.main ? main : edition.incidents.find(({ id }) => id === most);
    return found === undefined ? nothingGiven : describeIncident(found);
  });
}
