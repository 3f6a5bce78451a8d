import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { findShared } from '../../test/kits/shared.ts';
import { type NewsArticle, readNewsCases, readNewsCorpus } from '../news/articles.ts';
import { type NewsClaim, type NewsPart, newsParts } from '../news/gold.ts';

const placedSchema = z.object({
  id: z.string(),
  annotations: z.object({ place: z.string() }),
});
const finalSchema = z.object({ killed: z.object({ best: z.number().nullable() }).nullish() });

/** A report of the war in Syria, with the governorate FA-KES gives and, for some, what a careful reader marked. */
export interface SyriaCase {
  readonly article: NewsArticle;
  readonly governorate: string;
  readonly read?: {
    readonly part: NewsPart;
    /** EDTF day of the event the article is about. */
    readonly day: string | undefined;
    /** The number of dead that a recorder would conclude from the article. */
    readonly killed: number | undefined;
    readonly claims: readonly NewsClaim[];
  };
}

/** Pair the articles of FA-KES with their gold of world news; undefined where the corpus is absent. */
export function readSyria(): readonly SyriaCase[] | undefined {
  const path = findShared('corpora/news/fa_kes/dev.jsonl.gz');
  const articles = readNewsCorpus('fa_kes');
  if (path === undefined || articles === undefined) return undefined;
  const marked = new Map(
    newsParts
      .flatMap((part) => readNewsCases(part) ?? [])
      .filter(({ gold }) => gold.corpus === 'fa_kes')
      .map(({ gold, part }) => [gold.id, { gold, part }]),
  );
  return readPlaces(path).flatMap(({ id, annotations }) => {
    const article = articles.get(id);
    const own = marked.get(id);
    if (article === undefined) return [];
    const event = own?.gold.events[own.gold.main ?? ''];
    const killed = finalSchema.safeParse(event?.final).data?.killed?.best ?? undefined;
    const read = own && {
      part: own.part,
      day: event?.dayOutside ? undefined : event?.day,
      killed,
      claims: own.gold.claims,
    };
    return [{ article, governorate: annotations.place, ...(read !== undefined && { read }) }];
  });
}

function readPlaces(path: string): readonly z.infer<typeof placedSchema>[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => placedSchema.parse(JSON.parse(line)));
}
