import type { Edition } from '../../model/index.ts';
import {
  type Change,
  compareEditions,
  pairIncidents,
  publishChanges,
  publishExplanation,
  veilNames,
} from '../../publish/index.ts';
import { policies } from '../../reconcile/index.ts';
import { readTarget } from './target.ts';

export type { Change } from '../../publish/index.ts';

/**
 * Say in sentences why an incident's values are what they are, down to the words of the reports; names are veiled.
 *
 * `target` is `INCIDENT` or `INCIDENT.attribute`, such as `1.killed`. Throws RequestError where either is not there.
 */
export function explain(edition: Edition, target: string): string {
  const rules = new Map([
    ...policies.flatMap(({ name, rules: own }) => own.map(({ id, text }) => [`${name} ${id}`, text] as const)),
    ...policies.map(
      ({ name }) =>
        [`${name} terms-majority`, 'What most independent reports say, best-placed speakers first.'] as const,
    ),
    ...policies.map(({ name }) => [`${name} decision`, 'A person decided so.'] as const),
  ]);
  return publishExplanation(veilNames(edition), { ...readTarget(edition, target), rules });
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
