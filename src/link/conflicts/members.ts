import type { Conflict, LinkedIncident } from '../../model/index.ts';
import { daysOf } from '../comparison/days.ts';
import type { Toll } from './tolls.ts';

/** Kinds of incident that belong to a war or a campaign. */
const violent: ReadonlySet<LinkedIncident['type']> = new Set([
  'shooting',
  'bombing',
  'armed-attack',
  'stabbing',
  'vehicle-attack',
  'siege',
  'kidnapping',
  'airstrike',
  'clash',
  'killing',
  'police-operation',
  'unrest',
  'other',
]);
const natural: ReadonlySet<LinkedIncident['type']> = new Set(['disaster', 'accident']);

/** Days after its last toll within which an incident is still taken for one of a conflict. */
const afterDays = 60;

function isOfKind({ type }: LinkedIncident, { kind }: Pick<Conflict, 'kind'>): boolean {
  if (kind === 'season') return natural.has(type);
  return kind !== 'epidemic' && violent.has(type);
}

/** Tell whether an incident is one of a conflict: of its kind, in its countries, on a day between its start and its last toll. */
export function isMember(
  incident: LinkedIncident,
  conflict: Omit<Conflict, 'incidents'>,
  tolls: readonly Toll[],
): boolean {
  const { date, place } = incident;
  if (date === undefined || place?.country === undefined || conflict.since === undefined) return false;
  if (!isOfKind(incident, conflict)) return false;
  const town = conflict.place?.city;
  if (town !== undefined && place.city !== town) return false;
  const countries = new Set(tolls.flatMap((toll) => [...toll.countries]));
  const [{ first, last }, begun] = [daysOf(date), daysOf(conflict.since)];
  const end = Math.max(...tolls.flatMap(({ asOf }) => asOf ?? []));
  return countries.has(place.country) && first >= begun.first && last <= end + afterDays;
}
