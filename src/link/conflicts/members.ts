import { type Conflict, daysOf, type LinkedIncident } from '../../model/index.ts';
import type { Toll } from './tolls.ts';

/** Kinds of incident that nobody does: they belong to a season, all others to wars and campaigns. */
const natural: ReadonlySet<LinkedIncident['type']> = new Set(['disaster', 'accident', 'fire']);

/** Days after its last toll within which an incident is still taken for one of a conflict. */
const afterDays = 60;

function isOfKind({ type }: LinkedIncident, { kind }: Pick<Conflict, 'kind'>): boolean {
  return kind !== 'epidemic' && natural.has(type) === (kind === 'season');
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
