import { annotate, deepen } from '../../src/annotate/index.ts';
import { clean } from '../../src/clean/index.ts';
import { extract } from '../../src/extract/index.ts';
import { ingest } from '../../src/ingest/index.ts';
import { link } from '../../src/link/index.ts';
import type { Annotations, Article, ArticleReading, Context, Page } from '../../src/model/index.ts';
import { makeSettings, read, type readers } from '../../src/pipeline/index.ts';
import { openResources } from '../../src/pipeline/workers/stage-context.ts';
import { reconcile } from '../../src/reconcile/index.ts';

export type ReaderName = (typeof readers)[number];

/** Cost of one run: times in seconds, memory as the peak of the process. */
export interface Measure {
  readonly articles: number;
  readonly workers: number;
  readonly reader: ReaderName;
  /** Seconds of the whole run, with the start of workers. */
  readonly seconds: number;
  /** Seconds until the last input was read as far as claims. */
  readonly readSeconds: number;
  readonly peakMegabytes: number;
  /** Processor time of each stage in seconds, which other programs on the machine do not lengthen. */
  readonly stageSeconds?: Readonly<Record<string, number>>;
}

const context: Context = { now: '2026-01-01T00:00:00Z', seed: 0 };

/** Read JSON lines with a number of workers; with 0, measure each stage separately in this thread. */
export async function measureRun(lines: readonly string[], workers: number, reader: ReaderName): Promise<Measure> {
  const started = performance.now();
  const stageSeconds = workers === 0 ? await timeStages(lines, reader) : undefined;
  let readUntil = started;
  if (workers > 0) {
    const inputs = lines.map((content, at) => ({ content, path: `${String(at).padStart(6, '0')}.json` }));
    const onProgress = (): void => {
      readUntil = performance.now();
    };
    await read(inputs, { workers, now: context.now, onProgress, reader });
  }
  return {
    articles: lines.length,
    workers,
    reader,
    seconds: (performance.now() - started) / 1000,
    readSeconds: (readUntil - started) / 1000,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    ...(stageSeconds && { stageSeconds }),
  };
}

async function timeStages(lines: readonly string[], reader: ReaderName): Promise<Readonly<Record<string, number>>> {
  const { settings, resources } = await openResources(makeSettings({ reader }), context);
  const { gazetteer } = resources;
  const spent: Record<string, number> = {};
  const time = async <T>(stage: string, work: () => T | Promise<T>): Promise<T> => {
    const before = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    spent[stage] = (spent[stage] ?? 0) + (user + system) / 1e6;
    return result;
  };
  const encoder = new TextEncoder();
  const pages: Page[] = await time('ingest', () =>
    lines.flatMap((line) => ingest({ bytes: encoder.encode(line) }, settings.ingest, context).value),
  );
  const articles: Article[] = await time('clean', () =>
    pages.flatMap((page) => clean(page, settings.clean, context).value ?? []),
  );
  const annotated = await time('annotate', () =>
    articles.map((article) => ({
      article,
      annotations: annotate(article, { ...settings.annotate, gazetteer }, context).value,
    })),
  );
  const network = resources.reader;
  const deepened =
    network === undefined
      ? annotated
      : await time('deepen', async () => {
          const read: { article: Article; annotations: Annotations }[] = [];
          for (const { article, annotations } of annotated) {
            const deep = await deepen(article, annotations, network, settings.annotate, context);
            read.push({ article, annotations: deep.value });
          }
          return read;
        });
  const all: ArticleReading[] = await time('extract', () =>
    deepened.map((one) => extract(one, settings.extract, context).value),
  );
  const readings = [...new Map(all.map((reading) => [reading.article.id, reading])).values()];
  const linked = await time('link', () => link(readings, settings.link, context).value);
  await time('reconcile', () =>
    reconcile({ readings, linked }, { ...settings.reconcile, policy: settings.policy }, context),
  );
  return spent;
}
