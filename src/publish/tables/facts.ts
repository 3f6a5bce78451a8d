import {
  type Claim,
  type CountAttribute,
  type CountRecord,
  codeDays,
  codePlace,
  type Incident,
  type IncidentUnit,
  isCountRecord,
  type PrecisionCodes,
  type TermRecord,
  toDayNumber,
} from '../../model/index.ts';
import type { OpenEdition, Witness } from '../witnesses.ts';
import { spellCountry } from '../wording/figures.ts';

/** One event as a data set on violence counts it: an incident, or one unit where a policy codes the incident as several. */
export interface Event {
  readonly open: OpenEdition;
  readonly incident: Incident;
  readonly unit: IncidentUnit | undefined;
  /** Id that stays the same across editions: the incident's, with the number of the unit where there are several ("incident-1-2"). */
  readonly id: string;
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly witnesses: readonly Witness[];
}

/** Kinds of incident that the data sets on political violence leave out. */
const outOfScope: ReadonlySet<Incident['type']> = new Set([
  'accident',
  'fire',
  'disaster',
  'police-operation',
  'other',
]);

/** List the events of an edition in order of date, without accidents, disasters and other kinds the data sets leave out. */
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

/** Give an event's own figure: its unit's share where the toll is divided, else the record's best; null where there is none. */
export function figureOf(event: Event, attribute: CountAttribute): number | null {
  const share = event.unit?.shares[attribute];
  return share ?? countOfEvent(event, attribute)?.best ?? null;
}

/** Give the record of an attribute that is not a count (a category, actor or statement). */
export function termOf({ incident }: Event, attribute: keyof Incident['attributes']): TermRecord | undefined {
  const record = incident.attributes[attribute];
  return record !== undefined && !isCountRecord(record) ? record : undefined;
}

/** List the claims of a record. */
export function claimsOf({ open }: Event, record: CountRecord | TermRecord | undefined): readonly Claim[] {
  const ids = (record?.readings ?? []).flatMap(({ claims }) => claims);
  return ids.flatMap((id) => open.claims.get(id) ?? []);
}

/** Count the days on which an event may have happened, 4 to 6 May being 3; undefined where it is not dated. */
export function spanDays({ first, last }: Event): number | undefined {
  return first === undefined || last === undefined ? undefined : toDayNumber(last) - toDayNumber(first) + 1;
}

/** Tell whether all reports only say "near" the place. */
export function isNear({ incident, open }: Event): boolean {
  const places = incident.place.claims.flatMap((id) => open.claims.get(id)?.value ?? []);
  const own = places.filter((value) => value.kind === 'place' && value.name === incident.place.name);
  return own.length > 0 && own.every((value) => value.kind === 'place' && value.near === true);
}

/** Code how exactly an event's day and place are known; one at a place of its own is known to that town. */
export function codesOf(event: Event): { readonly place: PrecisionCodes; readonly date: PrecisionCodes | undefined } {
  const { place } = event.incident;
  const days = spanDays(event);
  const town = townOf(event);
  return {
    place: codePlace({ ...place, ...(town !== undefined && { city: town }) }, isNear(event)),
    date: days === undefined ? undefined : codeDays(days),
  };
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

/** Give the coordinates of an event; none for a unit at a place of its own, since those of the incident are not its. */
export function pointOf({ incident, unit }: Event): { readonly lat?: number; readonly lon?: number } {
  const { lat, lon } = incident.place;
  return unit?.place !== undefined || lat === undefined || lon === undefined ? {} : { lat, lon };
}

/** Give the sentences that some claims stand in, to be searched for words on the manner ("suicide", "posted online"). */
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
 * Tell whether an attacker meant to die, by the words on the attack's kind, weapon and attackers; undefined for one of several
 * sites or days with a common toll, since no words say at which of them the attacker died.
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

/** Join the parts that are known, each once, by "; ". */
export function joinKnown(parts: readonly (string | undefined | null)[], by = '; '): string {
  return [...new Set(parts.filter((part) => part !== undefined && part !== null && part !== ''))].join(by);
}
