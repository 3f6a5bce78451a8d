import {
  type CountAttribute,
  type CountRecord,
  defined,
  type Incident,
  type IncidentUnit,
  tollAttributes,
} from '../../model/index.ts';
import { capitalise, sayNumber } from '../explain/sentences.ts';
import type { Spread } from './spread.ts';

/** How a policy divides an incident: by which spread, under which rule. */
export interface Division {
  readonly rule: string;
  /** Each day, place or attack that becomes an event. */
  readonly parts: readonly { readonly day?: string; readonly place?: string }[];
  /** What the toll is spread over, in words for the note: "three towns". */
  readonly over: string;
  /** Where a toll smaller than the number of parts is coded as one event instead, and where that is. */
  readonly keepWhole?: { readonly rule: string; readonly place?: string };
}

/** Split a toll in whole numbers as evenly as can be; what is left over goes to the first parts. */
export function splitToll(total: number, parts: number): readonly number[] {
  const each = Math.floor(total / parts);
  const over = total - each * parts;
  return Array.from({ length: parts }, (_, at) => each + (at < over ? 1 : 0));
}

/** Share the tolls of an incident out over the events a policy codes it as. */
export function divideIncident(division: Division, records: Incident['attributes']): readonly IncidentUnit[] {
  const { parts, keepWhole } = division;
  const tolls = tollAttributes.flatMap((attribute): [CountAttribute, number][] => {
    const record = records[attribute] as CountRecord | undefined;
    return record?.best === undefined || record.best === null ? [] : [[attribute, record.best]];
  });
  const killed = tolls.find(([attribute]) => attribute === 'killed')?.[1];
  if (keepWhole !== undefined && killed !== undefined && killed < parts.length) {
    const note = `${capitalise(sayNumber(killed))} dead over ${division.over}: one event at the smallest place that holds them all.`;
    const place = defined({ place: keepWhole.place });
    return [{ number: 1, of: 1, ...place, shares: Object.fromEntries(tolls), rule: keepWhole.rule, note }];
  }
  const shares = tolls.map(([attribute, total]) => [attribute, splitToll(total, parts.length)] as const);
  return parts.map((part, at) => ({
    number: at + 1,
    of: parts.length,
    ...part,
    shares: Object.fromEntries(shares.map(([attribute, split]) => [attribute, split[at] ?? 0])),
    rule: division.rule,
    note: `One toll is told for ${division.over}; it is divided in whole numbers, the rest to the first.`,
  }));
}

/** Name each place of a spread; none where it has no places. */
export function listPlaces({ places = [] }: Spread): Division['parts'] {
  return places.map((place) => ({ place }));
}
