import { link } from '../../src/link/index.ts';
import type { ArticleReading, Incident, Linked } from '../../src/model/index.ts';
import { defaults, readEach } from '../../src/pipeline/index.ts';
import { reconcile } from '../../src/reconcile/index.ts';
import { type NewsArticle, readNewsCorpus, writeArticle } from '../news/articles.ts';

const context = { now: '2026-01-01T00:00:00Z', seed: 0 };

/** The corpora that make the archive of two wars. */
export const warCorpora = ['aljazeera_gaza', 'fa_kes'] as const;

/** Reports of two wars, read and linked as one archive. */
export interface WarArchive {
  readonly linked: Linked;
  readonly incidents: readonly Incident[];
  /** By `corpus/id`. */
  readonly readings: ReadonlyMap<string, ArticleReading>;
  /** Day of print by id of the article. */
  readonly printed: ReadonlyMap<string, string>;
}

/** Read both corpora as one collection; undefined where they are absent. */
export async function readWarArchive(): Promise<WarArchive | undefined> {
  const articles: { readonly key: string; readonly article: NewsArticle }[] = [];
  for (const corpus of warCorpora) {
    const read = readNewsCorpus(corpus);
    if (read === undefined) return undefined;
    for (const [id, article] of read) articles.push({ key: `${corpus}/${id}`, article });
  }
  const inputs = articles.map(({ article }, at) => ({
    path: `${String(at).padStart(6, '0')}.json`,
    content: writeArticle(article),
  }));
  const readings = new Map<string, ArticleReading>();
  for await (const { path, readings: own } of readEach(inputs, { now: context.now })) {
    const [key, reading] = [articles[Number.parseInt(path ?? '', 10)]?.key, own[0]];
    if (key !== undefined && reading !== undefined) readings.set(key, reading);
  }
  const printed = new Map(
    articles.flatMap(({ key, article: { date } }) => {
      const id = readings.get(key)?.article.id;
      return id !== undefined && date ? [[id, date] as const] : [];
    }),
  );
  return linkArchive(readings, printed);
}

/** Link and reconcile what was read. */
export function linkArchive(
  readings: ReadonlyMap<string, ArticleReading>,
  printed: ReadonlyMap<string, string>,
): WarArchive {
  const unique = [...new Map([...readings.values()].map((reading) => [reading.article.id, reading])).values()];
  const { value: linked } = link(unique, defaults.link, context);
  const settings = { ...defaults.reconcile, policy: defaults.policy };
  const { incidents } = reconcile({ readings: unique, linked }, settings, context).value;
  return { linked, incidents, readings, printed };
}
