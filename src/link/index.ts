import {
  type Claim,
  type Context,
  type Issue,
  type Linked,
  type LinkedIncident,
  makeId,
  type Outcome,
  type Reading,
  type Story,
} from '../model/index.ts';
import { anchorStories } from './anchors/index.ts';
import { findCopies } from './copies/index.ts';
import { type Document, makeDocument } from './document.ts';
import { dropFurniture } from './furniture.ts';
import { groupBy } from './group.ts';
import { gatherFacts, joinIncidents } from './incidents/index.ts';
import type { Options } from './options.ts';
import { gatherStories, type StoryGroup } from './stories/index.ts';

export { defaults, type Options } from './options.ts';

type ReportDays = Linked['reportDays'];

/** Put readings in an order of their own and drop repeats of one article. */
function sortReadings(readings: readonly Reading[]): Outcome<readonly Reading[]> {
  const keyOf = ({ article }: Reading) => `${article.id} ${article.source.path ?? ''} ${article.source.url ?? ''}`;
  const sorted = readings.toSorted((x, y) => (keyOf(x) < keyOf(y) ? -1 : keyOf(x) > keyOf(y) ? 1 : 0));
  const issues: Issue[] = [];
  const value = sorted.filter((reading, at) => {
    if (sorted[at - 1]?.article.id !== reading.article.id) return true;
    const { id, source } = reading.article;
    issues.push({
      code: 'link/repeated-article',
      severity: 'info',
      message: 'The same article was read twice; it is counted once.',
      article: id,
      ...(source.path === undefined ? {} : { path: source.path }),
    });
    return false;
  });
  return { value, issues };
}

/** Name a story after its earliest report, so that later ones leave the id where it is. */
function storyIdOf(members: readonly Document[], reportDays: ReportDays): string {
  const keys = members.map(({ id }) => `${reportDays[id]?.day ?? '9999'} ${id}`).sort();
  return makeId('story', keys[0]?.split(' ')[1] ?? '');
}

/** Title a story by the incident most of its articles are about, else by the first headline. */
function titleStory(members: readonly Document[], incidents: readonly LinkedIncident[]): string {
  const ids = new Set(members.map(({ id }) => id));
  const mains = new Set(members.flatMap(({ main }) => main?.id ?? []));
  const ranked = incidents
    .map((incident) => ({ incident, count: incident.mentions.filter((mention) => mains.has(mention)).length }))
    .filter(({ incident, count }) => count > 0 && incident.articles.some((article) => ids.has(article)))
    .sort((x, y) => y.count - x.count || (x.incident.id < y.incident.id ? -1 : 1));
  const headline = members.find(({ reading }) => reading.article.headline !== undefined)?.reading.article.headline;
  return ranked[0]?.incident.title ?? headline ?? 'Untitled story';
}

function indexByMention(incidents: readonly LinkedIncident[]): ReadonlyMap<string, LinkedIncident> {
  return new Map(incidents.flatMap((incident) => incident.mentions.map((mention) => [mention, incident] as const)));
}

function pointClaims(readings: readonly Reading[], byMention: ReadonlyMap<string, LinkedIncident>): readonly Claim[] {
  return readings.flatMap(({ claims }) =>
    claims.map((claim) => ({ ...claim, incident: byMention.get(claim.incident)?.id ?? claim.incident })),
  );
}

function pointVoices(readings: readonly Reading[], byMention: ReadonlyMap<string, LinkedIncident>): Linked['voices'] {
  return readings.flatMap(({ voices }) =>
    voices.map((voice) =>
      voice.incident === undefined
        ? voice
        : { ...voice, incident: byMention.get(voice.incident)?.id ?? voice.incident },
    ),
  );
}

function sortKeys(days: ReportDays): ReportDays {
  return Object.fromEntries(Object.entries(days).sort(([x], [y]) => (x < y ? -1 : 1)));
}

function makeStories(
  groups: readonly StoryGroup[],
  documents: readonly Document[],
  ids: readonly string[],
  incidents: readonly LinkedIncident[],
): readonly Story[] {
  const byStory = groupBy(incidents, ({ story }) => story);
  return groups
    .map(({ members, because }, at) => {
      const own = members.flatMap((member) => documents[member] ?? []);
      const id = ids[at] ?? '';
      return {
        id,
        title: titleStory(own, byStory.get(id) ?? []),
        articles: own.map((document) => document.id),
        because,
      };
    })
    .sort((x, y) => (x.id < y.id ? -1 : 1));
}

/**
 * Link readings: articles into stories, mentions into incidents, copies to their origins, relative times to the right day.
 *
 * Pure, deterministic and independent of the order of `readings`. Claims and voices come back pointing at incidents; claims of
 * articles dated by their story are read again (`resolution.anchor` `story`). Every join says why in `because`.
 * Issues: `time/anchor-disputed` (a page date the story contradicts), `link/repeated-article`.
 */
export function link(readings: readonly Reading[], options: Options, _context: Context): Outcome<Linked> {
  const sorted = sortReadings(readings);
  const documents = dropFurniture(sorted.value.map(makeDocument), options.furniture);
  const groups = gatherStories(documents, options.stories);
  const members = groups.map((group) => group.members);
  const anchored = anchorStories(documents, members, options.anchors);
  const ids = members.map((list) =>
    storyIdOf(
      list.flatMap((member) => documents[member] ?? []),
      anchored.reportDays,
    ),
  );
  const storyOf: number[] = [];
  for (const [story, list] of members.entries()) for (const member of list) storyOf[member] = story;
  const facts = anchored.readings
    .flatMap((reading, at) => reading.mentions.map((mention) => gatherFacts(reading, mention, storyOf[at] ?? -1)))
    .sort((x, y) => (x.mention.id < y.mention.id ? -1 : 1));
  const storyIds = Object.fromEntries(documents.map(({ id }, at) => [id, ids[storyOf[at] ?? -1] ?? '']));
  const incidents = joinIncidents(facts, { storyIds, reportDays: anchored.reportDays }, options.incidents);
  const byMention = indexByMention(incidents);
  const value: Linked = {
    copies: findCopies(documents, members, anchored.reportDays, options.copies),
    stories: makeStories(groups, documents, ids, incidents),
    incidents,
    claims: pointClaims(anchored.readings, byMention),
    voices: pointVoices(anchored.readings, byMention),
    reportDays: sortKeys(anchored.reportDays),
  };
  return { value, issues: [...sorted.issues, ...anchored.issues] };
}
