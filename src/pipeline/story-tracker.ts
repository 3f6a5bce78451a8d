import { Linker } from '../link/index.ts';
import type { ArticleReading } from '../model/index.ts';
import type { Settings } from './settings.ts';

/** What adding reports changed: ids of articles. */
export interface TouchedArticles {
  /** Articles whose story is another than before. */
  readonly stories: readonly string[];
  /** Articles some of whose incidents are others than before. */
  readonly incidents: readonly string[];
}

/** Stories and incidents of a growing collection; what one more report costs depends on what it touches, not on how many there are. */
export interface StoryTracker {
  /** Put readings in; articles that are in already change nothing. */
  add(readings: readonly ArticleReading[]): TouchedArticles;
}

/** Begin to track; whatever the order of readings, the stories are those that linking all of them at once finds. */
export function trackStories({ link }: Settings): StoryTracker {
  const linker = new Linker(link);
  const articleOf = new Map<string, string>();
  return {
    add: (readings) => {
      for (const { mentions } of readings) for (const { id, article } of mentions) articleOf.set(id, article);
      const { stories, incidents } = linker.add(readings);
      return {
        stories: [...new Set(stories.after.flat())],
        incidents: [...new Set(incidents.after.flat().flatMap((mention) => articleOf.get(mention) ?? []))],
      };
    },
  };
}
