import { type Attribute, defined, type Edition } from '../model/index.ts';
import {
  type Change,
  compareEditions,
  pairIncidents,
  publishChanges,
  publishExplanation,
  veilNames,
} from '../publish/index.ts';
import { policies } from '../reconcile/index.ts';

export type { Change } from '../publish/index.ts';

/** Find an incident by its id, the beginning of one that fits no other, or its number in the edition, from 1. */
export function findIncident(edition: Edition, name: string): string | undefined {
  const ids = edition.incidents.map(({ id }) => id);
  if (/^\d{1,6}$/.test(name)) return ids[Number(name) - 1];
  if (ids.includes(name)) return name;
  const fits = ids.filter((id) => id.startsWith(name) || id.startsWith(`incident-${name}`));
  return fits.length === 1 ? fits[0] : undefined;
}

/** Say in sentences why an incident's values are what they are; `incident` is an id; names are veiled. */
export function explain(edition: Edition, incident: string, attribute?: Attribute): string {
  const rules = new Map([
    ...policies.flatMap(({ name, rules: own }) => own.map(({ id, text }) => [`${name} ${id}`, text] as const)),
    ...policies.map(
      ({ name }) =>
        [`${name} terms-majority`, 'What most independent reports say, best-placed speakers first.'] as const,
    ),
    ...policies.map(({ name }) => [`${name} decision`, 'A person decided so.'] as const),
  ]);
  return publishExplanation(veilNames(edition), { incident, rules, ...defined({ attribute }) });
}

/** Compare two editions, as a list for programs and as lines for people; names are veiled. */
export function compare(
  before: Edition,
  after: Edition,
): { readonly changes: readonly Change[]; readonly text: string } {
  const changes = compareEditions(veilNames(before), veilNames(after));
  return { changes, text: changes.length === 0 ? 'Nothing changed.\n' : publishChanges(changes) };
}

/** Find which incident of an earlier edition each incident of a later one is: later ids to earlier ones. */
export function pairIds(before: Edition, after: Edition): ReadonlyMap<string, string> {
  return new Map([...pairIncidents(before, after)].map(([id, { id: old }]) => [id, old]));
}
