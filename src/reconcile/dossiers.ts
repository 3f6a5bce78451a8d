import {
  type Actor,
  type ActorAttribute,
  actorAttributes,
  type Claim,
  groupBy,
  type Incident,
  isActorAttribute,
  type TermRecord,
} from '../model/index.ts';
import { collapseCopies } from './evidence/duplicate-claims.ts';
import type { Archive } from './evidence/witnesses.ts';
import type { ActorIndex } from './fields/actors.ts';
import { reconcileTerms } from './fields/terms.ts';

/** Tell whether a claim is about an organisation rather than an incident. */
export function isAboutActor(claim: Claim): boolean {
  return isActorAttribute(claim.attribute);
}

/** Complete actors with what is said of them and the incidents they are named in. */
export function writeActors(
  index: ActorIndex,
  claims: ReadonlyMap<string, readonly Claim[]>,
  incidents: readonly Incident[],
  archive: Archive,
  policy: string,
): Actor[] {
  const named = findIncidents(index, incidents);
  return index.actors.map((actor) => ({
    ...actor,
    attributes: writeAttributes(claims.get(actor.id) ?? [], archive, policy),
    incidents: [...(named.get(actor.id) ?? [])].sort(),
  }));
}

function writeAttributes(claims: readonly Claim[], archive: Archive, policy: string): Actor['attributes'] {
  const groups = groupBy(claims, (claim) => claim.attribute);
  const records: Partial<Record<ActorAttribute, TermRecord>> = {};
  for (const attribute of actorAttributes) {
    const own = groups.get(attribute);
    if (own !== undefined) records[attribute] = reconcileTerms(collapseCopies(own, archive), { archive, policy });
  }
  return records;
}

/** Find the incidents whose claims say an actor did it; being named in the same report is not enough. */
function findIncidents(index: ActorIndex, incidents: readonly Incident[]): ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map<string, Set<string>>();
  const add = (name: string, incident: string | undefined): void => {
    const actor = index.find(name);
    if (actor === undefined || incident === undefined) return;
    named.set(actor.id, (named.get(actor.id) ?? new Set()).add(incident));
  };
  for (const { id, attributes } of incidents) {
    for (const record of [attributes.perpetrator, attributes.responsibility]) {
      for (const { value } of record?.readings ?? []) if (value.kind === 'actor') add(value.name, id);
    }
  }
  return named;
}
