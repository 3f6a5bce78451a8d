import {
  compareText,
  type Days,
  defined,
  gapDays,
  groupBy,
  type IncidentType,
  type JoinReason,
  type LinkedIncident,
  makeId,
  type Regrouping,
  type SetAsideWords,
  sortBy,
  toDayNumber,
} from '../../model/index.ts';
import type { ItemCluster } from '../clustering/graph.ts';
import { type KnownGroup, keepIds } from '../known.ts';
import { agreeDate, agreePlace, agreeType, agreeVenue } from './agree.ts';
import type { Facts } from './facts.ts';
import type { MentionIndex } from './mention-index.ts';
import { nameTitle, titleIncident } from './title.ts';

export { type Facts, gatherFacts } from './facts.ts';
export { type IncidentOptions, MentionIndex } from './mention-index.ts';

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
  return members.toSorted((x, y) => compareText(keyOf(x), keyOf(y)))[0];
}

function findName(members: readonly Facts[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { mention } of members) {
    const name = mention.name === undefined ? undefined : nameTitle(mention.name.replace(/^the /iu, ''));
    if (name === undefined) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const ranked = [...counts].sort((x, y) => y[1] - x[1] || y[0].length - x[0].length || compareText(x[0], y[0]));
  return ranked[0]?.[0];
}

/** Find the word that most mentions of its type tell it by, the article's own news first. */
function findWord(members: readonly Facts[], type: IncidentType): string | undefined {
  const counts = new Map<string, number>();
  for (const { mention } of members)
    if (mention.word !== undefined && mention.type === type)
      counts.set(mention.word, (counts.get(mention.word) ?? 0) + (mention.main ? 2 : 1));
  return sortBy([...counts], ([word, count]) => [-count, word])[0]?.[0];
}

function idOf(members: readonly Facts[], reportDays: ArticleDays['reportDays']): string {
  return makeId('incident', findRoot(members, reportDays)?.mention.id ?? '');
}

/** Name every incident of the index: as an earlier edition did, else after its root. */
function nameIncidents(
  index: MentionIndex,
  days: ArticleDays,
  known: readonly KnownGroup[],
): { readonly ids: ReadonlyMap<ItemCluster, string>; readonly regrouped: readonly Regrouping[] } {
  const named = index.groups().map((group) => {
    const members = index.factsOf(group);
    return { group, id: idOf(members, days.reportDays), members: members.map(({ mention }) => mention.id) };
  });
  const kept = keepIds('incident', named, known);
  return { ids: new Map(named.map(({ group, id }) => [group, kept.ids.get(id) ?? id])), regrouped: kept.regrouped };
}

/** Days from a happening to a report beyond which a report that tells it aside only recalls it. */
const recallDays = 14;

/** Find the articles that only recall an incident: none of their mentions is what they are about, and all are dated long before them. */
function findRecalling(members: readonly Facts[], { reportDays }: ArticleDays): readonly string[] {
  return [...groupBy(members, ({ article }) => article)]
    .filter(([article, told]) => {
      const day = reportDays[article]?.day;
      if (day === undefined) return false;
      return told.every(
        ({ mention, days }) =>
          !mention.main && days !== undefined && toDayNumber(day.slice(0, 10)) - days.last > recallDays,
      );
    })
    .map(([article]) => article)
    .sort();
}

/** Gather the words of its mentions that tell other days and places, in the order of articles and words. */
function gatherAsides(members: readonly Facts[]): SetAsideWords {
  const gather = (of: keyof SetAsideWords) =>
    members
      .flatMap(({ mention }) => mention.setAside?.[of] ?? [])
      .toSorted((x, y) => compareText(x.article, y.article) || x.start - y.start);
  return { days: gather('days'), places: gather('places') };
}

/** Say of an incident what its mentions agree on; `members` are its facts. */
function describeIncident(
  id: string,
  members: readonly Facts[],
  because: readonly JoinReason[],
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
  const known = defined({ date, place, venue });
  const setAside = gatherAsides(members);
  const recalledBy = findRecalling(members, days);
  return {
    id,
    title: titleIncident({ type, ...known, ...defined({ name, word: findWord(members, type) }) }),
    type,
    ...(stories.size === 1 && story !== undefined ? { story } : {}),
    main: members.some(({ mention }) => mention.main),
    mentions: members.map(({ mention }) => mention.id),
    articles,
    ...(recalledBy.length === 0 ? {} : { recalledBy }),
    ...known,
    ...(setAside.days.length + setAside.places.length === 0 ? {} : { setAside }),
    because,
  };
}

/** Most days between two incidents that one report puts side by side: sites of one attack, nights of one riot, a weekend's shootings. */
const togetherDays = 3;

function areNear(x: Facts, y: Facts): boolean {
  if (x.days === undefined || y.days === undefined) return false;
  return gapDays(x.days, y.days) <= togetherDays && Math.max(widthOf(x.days), widthOf(y.days)) <= togetherDays;
}

function widthOf({ first, last }: Days): number {
  return last - first;
}

/** Find incidents that some article reports beside this one and dates within a few days of it. */
function findTogether(
  group: ItemCluster,
  index: MentionIndex,
  byArticle: ReadonlyMap<string, readonly (readonly [Facts, ItemCluster])[]>,
  ids: ReadonlyMap<ItemCluster, string>,
): NonNullable<LinkedIncident['toldTogether']> {
  const found = new Map<string, Set<string>>();
  for (const facts of index.factsOf(group)) {
    for (const [beside, other] of byArticle.get(facts.article) ?? []) {
      if (other === group || !areNear(facts, beside)) continue;
      const id = ids.get(other) ?? '';
      found.set(id, (found.get(id) ?? new Set()).add(facts.article));
    }
  }
  return [...found]
    .map(([incident, articles]) => ({ incident, articles: [...articles].sort() }))
    .sort((x, y) => compareText(x.incident, y.incident));
}

/** Incidents described, and what became of those an earlier edition had. */
export interface DescribedIncidents {
  readonly incidents: readonly LinkedIncident[];
  readonly regrouped: readonly Regrouping[];
}

/** Describe every incident of the index with those it may be the same as and those that stand beside it in a report; sorted by id. */
export function describeIncidents(
  index: MentionIndex,
  days: ArticleDays,
  nearKm: number,
  known: readonly KnownGroup[],
): DescribedIncidents {
  const { ids, regrouped } = nameIncidents(index, days, known);
  const placed = [...ids.keys()].flatMap((group) => index.factsOf(group).map((facts) => [facts, group] as const));
  const byArticle = groupBy(placed, ([facts]) => facts.article);
  const incidents = [...ids]
    .map(([group, id]) => {
      const nearlySame = index.findNearMisses(group).map(({ other, score, because }) => ({
        incident: ids.get(other) ?? '',
        score: Math.round(score * 1000) / 1000,
        because,
      }));
      const toldTogether = findTogether(group, index, byArticle, ids);
      return {
        ...describeIncident(id, index.factsOf(group), index.explain(group), days, nearKm),
        possiblySame: nearlySame.map(({ incident }) => incident).sort(),
        ...(nearlySame.length === 0 ? {} : { nearlySame }),
        ...(toldTogether.length === 0 ? {} : { toldTogether }),
      };
    })
    .sort((x, y) => compareText(x.id, y.id));
  return { incidents, regrouped };
}
