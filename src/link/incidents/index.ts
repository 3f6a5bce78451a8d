import { type LinkedIncident, makeId } from '../../model/index.ts';
import { agreeDate, agreePlace, agreeType, agreeVenue } from './agree.ts';
import type { Facts } from './facts.ts';
import { type IncidentGroup, type IncidentOptions, joinMentions } from './join.ts';
import { titleIncident } from './title.ts';

export { gatherFacts } from './facts.ts';
export type { IncidentOptions } from './join.ts';

/** What incidents need to know of the articles beside their mentions. */
export interface ArticleDays {
  /** Id of the story of each article, by article id. */
  readonly storyIds: Readonly<Record<string, string>>;
  readonly reportDays: Readonly<Record<string, { readonly day: string }>>;
}

/**
 * Choose the mention that names the incident: of the earliest report, main before aside, then the smallest id.
 *
 * Reports that come later leave it where it is, so a re-read edition keeps its ids.
 */
function findRoot(members: readonly Facts[], reportDays: ArticleDays['reportDays']): Facts | undefined {
  const keyOf = ({ mention, article }: Facts) =>
    `${reportDays[article]?.day ?? '9999'} ${mention.main ? 0 : 1} ${article} ${mention.id}`;
  return members.toSorted((x, y) => (keyOf(x) < keyOf(y) ? -1 : 1))[0];
}

function findName(members: readonly Facts[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { mention } of members) {
    if (mention.name === undefined) continue;
    const name = mention.name.replace(/^the /iu, '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const ranked = [...counts].sort((x, y) => y[1] - x[1] || y[0].length - x[0].length || (x[0] < y[0] ? -1 : 1));
  return ranked[0]?.[0];
}

function idOf(members: readonly Facts[], reportDays: ArticleDays['reportDays']): string {
  return makeId('incident', findRoot(members, reportDays)?.mention.id ?? '');
}

function describe(
  group: IncidentGroup,
  members: readonly Facts[],
  possiblySame: readonly string[],
  days: ArticleDays,
  nearKm: number,
): LinkedIncident {
  const [date, place, venue, name] = [
    agreeDate(members),
    agreePlace(members, nearKm),
    agreeVenue(members),
    findName(members),
  ];
  const type = agreeType(members);
  const articles = [...new Set(members.map(({ article }) => article))].sort();
  const stories = new Set(articles.map((article) => days.storyIds[article]));
  const [story] = stories;
  const known = {
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
    ...(venue === undefined ? {} : { venue }),
  };
  return {
    id: idOf(members, days.reportDays),
    title: titleIncident({ type, ...known, ...(name === undefined ? {} : { name }) }),
    type,
    ...(stories.size === 1 && story !== undefined ? { story } : {}),
    main: members.some(({ mention }) => mention.main),
    mentions: members.map(({ mention }) => mention.id),
    articles,
    ...known,
    possiblySame,
    because: group.because,
  };
}

/** Join mentions into incidents and say of each what its mentions agree on; sorted by id. */
export function joinIncidents(
  all: readonly Facts[],
  days: ArticleDays,
  options: IncidentOptions,
): readonly LinkedIncident[] {
  const groups = joinMentions(all, options);
  const membersOf = (group: IncidentGroup) => group.members.flatMap((member) => all[member] ?? []);
  const ids = groups.map((group) => idOf(membersOf(group), days.reportDays));
  return groups
    .map((group) => {
      const possible = group.possiblySame.flatMap((other) => ids[other] ?? []).sort();
      return describe(group, membersOf(group), possible, days, options.nearKm);
    })
    .sort((x, y) => (x.id < y.id ? -1 : 1));
}
