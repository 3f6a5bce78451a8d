import type { Finding } from '../finding.ts';
import type { PeoplePhrase } from '../people/index.ts';
import type { SentenceView } from '../view.ts';

/** Reads parts of figures that the rules have found in a sentence. */
export type PartReader = (
  view: SentenceView,
  groups: readonly PeoplePhrase[],
  findings: readonly Finding[],
) => readonly Finding[];

/** Say the fate of a finding of some more people, as part of whom it is said of. */
export function makePart(finding: Finding, people: readonly PeoplePhrase[], rule: string): Finding {
  const { count: _, revisedFrom: __, ...rest } = finding;
  const groups = people.map((group) => ({ ...group, partOf: true }));
  const edges = groups.flatMap((group) => [group.first, group.last]);
  return {
    ...rest,
    groups,
    from: Math.min(finding.first, ...edges),
    to: Math.max(finding.last, ...edges),
    rule,
  };
}

/** Tell whether a finding already says something of a group. */
export function isTold(findings: readonly Finding[], group: PeoplePhrase): boolean {
  return findings.some((finding) => finding.groups.some((other) => other.head === group.head));
}
