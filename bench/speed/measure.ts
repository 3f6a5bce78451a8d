import { annotate } from '../../src/annotate/index.ts';
import { clean } from '../../src/clean/index.ts';
import { extract } from '../../src/extract/index.ts';
import { ingest } from '../../src/ingest/index.ts';
import { link } from '../../src/link/index.ts';
import type { Article, Context, Page, Reading } from '../../src/model/index.ts';
import { makeDesk } from '../../src/pipeline/desk.ts';
import { defaults, read } from '../../src/pipeline/index.ts';
import { reconcile } from '../../src/reconcile/index.ts';

/** What one run cost; times in seconds, memory as the most the process ever held. */
export interface Measure {
  readonly articles: number;
  readonly workers: number;
  /** The whole run, start of workers included. */
  readonly seconds: number;
  /** Until the last input was read to claims. */
  readonly readSeconds: number;
  readonly peakMegabytes: number;
  /** Processor time of each stage, which neighbours on the machine do not lengthen. */
  readonly stageSeconds?: Readonly<Record<string, number>>;
}

const context: Context = { now: '2026-01-01T00:00:00Z', seed: 0 };

/** Read JSON lines with a number of workers; 0 times each stage by itself in this thread. */
export async function measureRun(lines: readonly string[], workers: number): Promise<Measure> {
  const started = performance.now();
  const stageSeconds = workers === 0 ? await timeStages(lines) : undefined;
  let readUntil = started;
  if (workers > 0) {
    const inputs = lines.map((content, at) => ({ content, path: `${String(at).padStart(6, '0')}.json` }));
    const onProgress = (): void => {
      readUntil = performance.now();
    };
    await read(inputs, { workers, now: context.now, onProgress });
  }
  return {
    articles: lines.length,
    workers,
    seconds: (performance.now() - started) / 1000,
    readSeconds: (readUntil - started) / 1000,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    ...(stageSeconds && { stageSeconds }),
  };
}

async function timeStages(lines: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const { settings, resources } = await makeDesk(defaults, context);
  const spent: Record<string, number> = {};
  const time = <T>(stage: string, work: () => T): T => {
    const before = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    spent[stage] = (spent[stage] ?? 0) + (user + system) / 1e6;
    return result;
  };
  const encoder = new TextEncoder();
  const pages: Page[] = time('ingest', () =>
    lines.flatMap((line) => ingest({ bytes: encoder.encode(line) }, settings.ingest, context).value),
  );
  const articles: Article[] = time('clean', () =>
    pages.flatMap((page) => clean(page, settings.clean, context).value ?? []),
  );
  const annotated = time('annotate', () =>
    articles.map((article) => ({
      article,
      annotations: annotate(article, { ...settings.annotate, ...resources }, context).value,
    })),
  );
  const all: Reading[] = time('extract', () => annotated.map((one) => extract(one, settings.extract, context).value));
  const readings = [...new Map(all.map((reading) => [reading.article.id, reading])).values()];
  const linked = time('link', () => link(readings, settings.link, context).value);
  time('reconcile', () => reconcile({ readings, linked }, { ...settings.reconcile, policy: settings.policy }, context));
  return spent;
}
