import {
  type ArticleReading,
  compareText,
  groupBy,
  type JoinReason,
  type Linked,
  type LinkedIncident,
  makeId,
  type Story,
} from '../model/index.ts';

/** A story without its title: its reports in order of their ids. */
export interface UntitledStory {
  readonly id: string;
  readonly readings: readonly ArticleReading[];
  readonly because: readonly JoinReason[];
}

/** Name a story after its earliest report, so that later ones leave the id where it is. */
export function storyIdOf(articles: readonly string[], reportDays: Linked['reportDays']): string {
  const keys = articles.map((id) => `${reportDays[id]?.day ?? '9999'} ${id}`).sort();
  return makeId('story', keys[0]?.split(' ')[1] ?? '');
}

/** Title a story by the incident most of its articles are about, else by the first headline. */
function titleStory({ readings }: UntitledStory, incidents: readonly LinkedIncident[]): string {
  const mains = new Set(readings.flatMap(({ mentions }) => mentions.filter(({ main }) => main).map(({ id }) => id)));
  const ranked = incidents
    .map((incident) => ({ incident, count: incident.mentions.filter((mention) => mains.has(mention)).length }))
    .filter(({ count }) => count > 0)
    .sort((x, y) => y.count - x.count || compareText(x.incident.id, y.incident.id));
  const headline = readings.find(({ article }) => article.headline !== undefined)?.article.headline;
  return ranked[0]?.incident.title ?? headline ?? 'Untitled story';
}

/** Give stories their titles; sorted by id. */
export function describeStories(
  stories: readonly UntitledStory[],
  incidents: readonly LinkedIncident[],
): readonly Story[] {
  const byStory = groupBy(incidents, ({ story }) => story);
  return stories
    .map((story) => ({
      id: story.id,
      title: titleStory(story, byStory.get(story.id) ?? []),
      articles: story.readings.map(({ article }) => article.id),
      because: story.because,
    }))
    .sort((x, y) => compareText(x.id, y.id));
}
