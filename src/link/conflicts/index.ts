import {
  type ArticleReading,
  type Claim,
  type Conflict,
  compareText,
  groupBy,
  type LinkedIncident,
} from '../../model/index.ts';
import { adoptTolls } from './adopt.ts';
import { describeConflict } from './describe.ts';
import { groupTolls, type TollGroup } from './group.ts';
import { isMember } from './members.ts';
import { gatherTolls, type ReportDays } from './tolls.ts';

/** Conflicts, and the claims pointed at them. */
export interface LinkedConflicts {
  readonly conflicts: readonly Conflict[];
  /** Id of the conflict by id of a claim that is its toll. */
  readonly tollOf: ReadonlyMap<string, string>;
}

/** Spell a country as reports name it, else in the English of the platform. */
function spellCountries(readings: readonly ArticleReading[]): (code: string) => string {
  const named = new Map(
    readings.flatMap(({ mentions }) =>
      mentions.flatMap(({ where }) =>
        where.flatMap(({ level, country, name }) =>
          level === 'country' && country !== undefined ? [[country, name] as const] : [],
        ),
      ),
    ),
  );
  const spoken = new Intl.DisplayNames('en', { type: 'region' });
  return (code) => named.get(code) ?? spoken.of(code) ?? code;
}

/**
 * Link figures of longer times to the wars, campaigns, epidemics and seasons they count over, and incidents to these.
 *
 * Readings sorted by article id. Sorted by id; several groups that come to the same name and start are one.
 */
export function linkConflicts(
  readings: readonly ArticleReading[],
  days: ReportDays,
  incidents: readonly LinkedIncident[],
): LinkedConflicts {
  const groups = adoptTolls(groupTolls(gatherTolls(readings, days)), readings, days);
  const byArticle = new Map(readings.map((reading) => [reading.article.id, reading]));
  const spell = spellCountries(readings);
  const describe = ({ tolls }: TollGroup) => {
    const own = [...new Set(tolls.map(({ claim }) => claim.article))].sort();
    return describeConflict(
      { tolls },
      own.flatMap((id) => byArticle.get(id) ?? []),
      spell,
    );
  };
  const conflicts = [...groupBy(groups, (group) => describe(group).id)].map(([id, same]) => {
    const tolls = same.flatMap((group) => group.tolls);
    const described = { ...describe({ tolls }), id };
    const members = incidents.filter((incident) => isMember(incident, described, tolls)).map((one) => one.id);
    return { tolls, conflict: { ...described, incidents: members } };
  });
  const tollOf = new Map(
    conflicts.flatMap(({ tolls, conflict }) => tolls.map(({ claim }) => [claim.id, conflict.id] as const)),
  );
  return { conflicts: conflicts.map(({ conflict }) => conflict).sort((a, b) => compareText(a.id, b.id)), tollOf };
}

/** Point a claim at the conflict whose toll it is. */
export function pointAtConflict(claim: Claim, { tollOf }: LinkedConflicts): Claim {
  const conflict = tollOf.get(claim.id);
  return conflict === undefined ? claim : { ...claim, accumulation: 'period', conflict };
}
