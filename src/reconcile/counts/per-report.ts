import {
  type Claim,
  type CountAttribute,
  type CountValue,
  groupBy,
  isCountAttribute,
  isTollAttribute,
  tollAttributes,
} from '../../model/index.ts';
import { newestOf, reportTimeOf } from '../evidence/times.ts';
import type { Archive } from '../evidence/witnesses.ts';
import { findParts } from './attackers.ts';
import type { Attackers } from './attribute-evidence.ts';
import { type CountContext, judgeReport } from './counts.ts';
import type { ReportCount } from './votes.ts';

/** A majority takes two reports. */
const fewestReports = 2;

/**
 * Judge every report of an incident as if it were the only one, under the same policy.
 *
 * Three reports that come to 12, 12 and 13 dead make a majority for 12. A copy that gives its origin's numbers has no vote.
 */
export function judgeEachReport(claims: readonly Claim[], counting: CountContext): readonly ReportCount[] {
  const { archive, policy } = counting;
  if (policy.asksEachReport !== true) return [];
  const reports = groupBy(
    claims.filter(({ attribute }) => isCountAttribute(attribute) && isTollAttribute(attribute)),
    ({ article }) => article,
  );
  if (reports.size < fewestReports) return [];
  const votes = [...reports].map(([article, own]) => ({
    article,
    report: archive.family.get(article) ?? article,
    time: newestOf(own.map((claim) => reportTimeOf(claim, archive))),
    counts: readAlone(own, counting),
  }));
  return votes.filter((vote) => !votes.some((origin) => repeats(vote, origin, archive)));
}

/** Tell whether a copy gives all the numbers of its origin; its later date would make an old number look new. */
function repeats(vote: ReportCount, origin: ReportCount, { origins }: Archive): boolean {
  return (
    origins.get(vote.article)?.includes(origin.article) === true &&
    tollAttributes.every((attribute) => vote.counts[attribute] === origin.counts[attribute])
  );
}

function readAlone(claims: readonly Claim[], counting: CountContext): ReportCount['counts'] {
  const of = (attribute: CountAttribute): readonly Claim[] => claims.filter((claim) => claim.attribute === attribute);
  const judge = (attribute: CountAttribute, attackers: Attackers): number => {
    const dead = attribute === 'injured' ? of('killed') : [];
    return judgeReport({ attribute, own: of(attribute), attackers, dead, votes: [] }, counting);
  };
  const alone: Attackers = { record: undefined, partOf: new Map<string, CountValue>() };
  const count = (victims: CountAttribute, attackers: CountAttribute): [number, number] => {
    const more = judge(attackers, alone);
    const record = { low: more, best: more, high: more };
    return [judge(victims, { record, partOf: findParts(of(attackers), of(victims)) }), more];
  };
  const [killed, perpetratorsKilled] = count('killed', 'perpetratorsKilled');
  const [injured, perpetratorsInjured] = count('injured', 'perpetratorsInjured');
  return { killed, perpetratorsKilled, injured, perpetratorsInjured };
}
