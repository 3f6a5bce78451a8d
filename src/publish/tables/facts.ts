import {
  type Claim,
  type CountAttribute,
  type CountRecord,
  type Incident,
  type IncidentUnit,
  isCountRecord,
  type TermRecord,
  toDayNumber,
} from '../../model/index.ts';
import type { OpenEdition, Witness } from '../witnesses.ts';
import { spellCountry } from '../wording/figures.ts';

/** One event of a foreign scheme: an incident, or its share where a policy divides it. */
export interface Event {
  readonly open: OpenEdition;
  readonly incident: Incident;
  readonly unit: IncidentUnit | undefined;
  /** Stable name: the incident's id, with the number of the unit where there are several. */
  readonly id: string;
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly witnesses: readonly Witness[];
}

/** What none of the schemes for political violence holds. */
const outOfScope: ReadonlySet<Incident['type']> = new Set([
  'accident',
  'fire',
  'disaster',
  'police-operation',
  'other',
]);

/** List the events of an edition in order of date; accidents and disasters belong to none of these schemes. */
export function listEvents(open: OpenEdition): readonly Event[] {
  return open.timeline
    .filter(({ type }) => !outOfScope.has(type))
    .flatMap((incident) => {
      const witnesses = open.witnesses.filter(({ article }) => incident.articles.includes(article.id));
      const units: readonly (IncidentUnit | undefined)[] = incident.units ?? [undefined];
      return units.map((unit) => ({
        open,
        incident,
        unit,
        id: unit === undefined || unit.of === 1 ? incident.id : `${incident.id}-${unit.number}`,
        first: unit?.day ?? incident.date.earliest,
        last: unit?.day ?? incident.date.latest,
        witnesses,
      }));
    });
}

/** Give the record of a counted attribute. */
export function countOfEvent({ incident }: Event, attribute: CountAttribute): CountRecord | undefined {
  const record = incident.attributes[attribute];
  return record !== undefined && isCountRecord(record) ? record : undefined;
}

/** Give an event's own figure: its share where the toll is divided, else the best of the record. */
export function figureOf(event: Event, attribute: CountAttribute): number | null {
  const share = event.unit?.shares[attribute];
  return share ?? countOfEvent(event, attribute)?.best ?? null;
}

/** Give the record of a category, actor or statement. */
export function termOf({ incident }: Event, attribute: keyof Incident['attributes']): TermRecord | undefined {
  const record = incident.attributes[attribute];
  return record !== undefined && !isCountRecord(record) ? record : undefined;
}

/** List the claims of a record. */
export function claimsOf({ open }: Event, record: CountRecord | TermRecord | undefined): readonly Claim[] {
  const ids = (record?.readings ?? []).flatMap(({ claims }) => claims);
  return ids.flatMap((id) => open.claims.get(id) ?? []);
}

/** Count the days an event may have been on; undefined where it is not dated. */
export function spanDays({ first, last }: Event): number | undefined {
  return first === undefined || last === undefined ? undefined : toDayNumber(last) - toDayNumber(first) + 1;
}

/** Tell whether the reports only say "near" the place. */
export function isNear({ incident, open }: Event): boolean {
  const places = incident.place.claims.flatMap((id) => open.claims.get(id)?.value ?? []);
  const own = places.filter((value) => value.kind === 'place' && value.name === incident.place.name);
  return own.length > 0 && own.every((value) => value.kind === 'place' && value.near === true);
}

/** Name the town of an event. */
export function townOf({ incident, unit }: Event): string | undefined {
  return (
    unit?.place ??
    incident.place.city ??
    (incident.place.precision === 'city' ? incident.place.name : null) ??
    undefined
  );
}

/** Name the country in English. */
export function countryOf({ incident }: Event): string | undefined {
  return spellCountry(incident.place.country);
}

/** Coordinates, but not those of the whole where an event is only a part of it. */
export function pointOf({ incident, unit }: Event): { readonly lat?: number; readonly lon?: number } {
  const { lat, lon } = incident.place;
  return unit?.place !== undefined || lat === undefined || lon === undefined ? {} : { lat, lon };
}

/** Give the sentences some claims stand in, for words that tell how ("suicide", "posted online"). */
export function sentencesOf({ open }: Event, claims: readonly Claim[]): string {
  return claims
    .map(({ article, evidence }) => {
      const text = open.witnessOf.get(article)?.article.text ?? '';
      const at = evidence[0]?.start ?? 0;
      const start = Math.max(text.lastIndexOf('. ', at), text.lastIndexOf('\n', at)) + 1;
      const ends = [text.indexOf('. ', at), text.indexOf('\n', at)].filter((end) => end !== -1);
      return text.slice(start, ends.length === 0 ? undefined : Math.min(...ends) + 1);
    })
    .join('\n');
}

/**
 * Tell whether an attacker meant to die in it, as the words about its kind, weapon and attackers say; undefined for one of
 * several sites or days that one toll covers, since no words say which the attacker died at.
 */
export function isSuicide(event: Event): boolean | undefined {
  const named = (['type', 'weapon', 'perpetrator'] as const).flatMap((name) => claimsOf(event, termOf(event, name)));
  const claims = [...named, ...claimsOf(event, countOfEvent(event, 'perpetratorsKilled'))];
  if (!/\bsuicide\b/i.test(sentencesOf(event, claims))) return false;
  const { unit } = event;
  if (unit === undefined || unit.of === 1) return true;
  const dead = (event.incident.units ?? []).reduce((sum, { shares }) => sum + (shares.perpetratorsKilled ?? 0), 0);
  return dead >= unit.of ? true : undefined;
}

/** Join what is known, each once. */
export function joinKnown(parts: readonly (string | undefined | null)[], by = '; '): string {
  return [...new Set(parts.filter((part) => part !== undefined && part !== null && part !== ''))].join(by);
}
