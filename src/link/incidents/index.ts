import { type Because, type LinkedIncident, makeId } from '../../model/index.ts';
import { agreeDate, agreePlace, agreeType, agreeVenue } from './agree.ts';
import type { Facts } from './facts.ts';
import type { MentionShelf } from './shelf.ts';
import { titleIncident } from './title.ts';

export { type Facts, gatherFacts } from './facts.ts';
export { type IncidentOptions, MentionShelf } from './shelf.ts';

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

/** Say of an incident what its mentions agree on; `members` are its facts. */
export function describeIncident(
  members: readonly Facts[],
  because: readonly Because[],
  days: ArticleDays,
  nearKm: number,
): Omit<LinkedIncident, 'possiblySame'> {
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
    because,
  };
}

/** Describe every incident on the shelf with those it may be the same as; sorted by id. */
export function describeIncidents(shelf: MentionShelf, days: ArticleDays, nearKm: number): readonly LinkedIncident[] {
  const groups = shelf.groups();
  const ids = new Map(groups.map((group) => [group, idOf(shelf.factsOf(group), days.reportDays)] as const));
  return groups
    .map((group) => ({
      ...describeIncident(shelf.factsOf(group), shelf.explain(group), days, nearKm),
      possiblySame: shelf
        .findNearMisses(group)
        .map(({ other }) => ids.get(other) ?? '')
        .sort(),
    }))
    .sort((x, y) => (x.id < y.id ? -1 : 1));
}
