import { setFlagsFromString } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { openSpill, type Spill } from '../io/index.ts';
import { type GroupChanges, Linker, type Shelf } from '../link/index.ts';
import type { ArticleReading } from '../model/index.ts';
import type { Settings } from './settings.ts';

/** Stories and incidents of a growing collection; what one more report costs depends on what it touches, not on how many there are. */
export interface StoryTracker {
  /** Put readings in, and return the articles whose story or incidents are others than before; articles that are in already change nothing. */
  add(readings: readonly ArticleReading[]): readonly string[];
  /** Part articles, with all that share a story or an incident with them however many steps away, into families that share none. */
  families(articles: Iterable<string>): readonly (readonly string[])[];
  close(): void;
}

/** Keep readings packed and on the disk: of a hundred thousand a process needs only those a new report touches. */
function makeDiskShelf(spill: Spill): Shelf {
  return {
    put: (reading) => spill.put(deflateRawSync(JSON.stringify(reading), { level: 1 })),
    get: (number) => JSON.parse(inflateRawSync(spill.get(number)).toString()) as ArticleReading,
  };
}

/** List who is in another group than before: one whose members stay is told the same, though its joins are scored anew. */
function listMoved({ before, after }: GroupChanges): readonly string[] {
  const nameOf = (group: readonly string[]): string => group.toSorted().join(' ');
  const known = new Set(before.map(nameOf));
  return after.filter((group) => !known.has(nameOf(group))).flat();
}

/**
 * V8 lets a heap grow to several times what lives in it before it collects: of the 0.2 GB that 20,000 articles hold, 1.1. What each report
 * leaves behind is small beside what many hold; beside what few hold, collecting at every turn would cost a tenth more time.
 */
const heapGrowth = '--heap-growing-percent=40';
const manyMentions = 10_000;

/** Begin to track; whatever the order of readings, the stories are those that linking all of them at once finds. */
export function trackStories({ link }: Settings): StoryTracker {
  const spill = openSpill();
  const linker = new Linker(link, makeDiskShelf(spill));
  const articleOf = new Map<string, string>();
  return {
    add: (readings) => {
      for (const { mentions } of readings) for (const { id, article } of mentions) articleOf.set(id, article);
      if (articleOf.size > manyMentions) setFlagsFromString(heapGrowth);
      const { stories, incidents } = linker.add(readings);
      const reported = listMoved(incidents).flatMap((mention) => articleOf.get(mention) ?? []);
      return [...new Set([...listMoved(stories), ...reported])];
    },
    families: (articles) => {
      const seen = new Set<string>();
      const families: (readonly string[])[] = [];
      for (const article of articles) {
        if (seen.has(article)) continue;
        const family = [article];
        seen.add(article);
        for (const member of family) {
          for (const kin of linker.kinOf(member)) {
            if (seen.has(kin)) continue;
            seen.add(kin);
            family.push(kin);
          }
        }
        families.push(family);
      }
      return families;
    },
    close: () => spill.close(),
  };
}
