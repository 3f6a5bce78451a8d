import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { link } from '../../src/link/index.ts';
import type { ArticleReading, Copy } from '../../src/model/index.ts';
import { defaults, readEach } from '../../src/pipeline/index.ts';
import { fillSlots, readVariations } from './pairs.ts';
import type { PartitionScore } from './score.ts';

const context = { now: '2033-01-01T00:00:00Z', seed: 0 };
const sentences = z.array(z.string());
const goldSchema = z.object({ bases: z.array(z.object({ report: sentences, other: sentences, retold: sentences })) });

/** How a report was changed to make another; `independent` is not a change but another author's report of the same event. */
type Treatment = 'headline' | 'wire' | 'abridged' | 'reordered' | 'retold' | 'independent';

const wanted: Readonly<Record<Treatment, 'same' | 'derived' | 'none'>> = {
  headline: 'same',
  wire: 'same',
  abridged: 'same',
  reordered: 'derived',
  retold: 'derived',
  independent: 'none',
};

interface Variant {
  readonly treatment: Treatment;
  readonly headline: string;
  readonly sentences: readonly string[];
}

/** Change a report in the ways in which outlets reuse a wire's or a rival's report. */
function treat(base: z.infer<typeof goldSchema>['bases'][number], town: string): readonly Variant[] {
  const { report, other, retold } = base;
  const added = 'The council will meet on the matter in the coming week, it said in a short statement.';
  return [
    { treatment: 'headline', headline: `What is known about the events in ${town}`, sentences: report },
    {
      treatment: 'wire',
      headline: `Mourning in ${town}`,
      sentences: [`(Northern Wire) ${report[0]}`, ...report.slice(1)],
    },
    { treatment: 'abridged', headline: `${town}: the day in brief`, sentences: report.slice(0, 4) },
    {
      treatment: 'reordered',
      headline: `Questions after ${town}`,
      sentences: [added, ...report.slice(2, 5), ...other.slice(1, 4)],
    },
    { treatment: 'retold', headline: `The tragedy of ${town}`, sentences: [...retold, added] },
    { treatment: 'independent', headline: `${town} in shock`, sentences: other },
  ];
}

function write(outlet: string, published: string, headline: string, text: readonly string[]) {
  const maintext = text.join('\n\n');
  const content = { title: headline, maintext, url: `https://${outlet}.example/a`, date_publish: published };
  return { path: `${outlet}.json`, content: JSON.stringify(content) };
}

async function readAll(inputs: ReturnType<typeof write>[]): Promise<readonly ArticleReading[]> {
  const readings: ArticleReading[] = [];
  for await (const part of readEach(inputs, { now: context.now })) readings.push(...part.readings);
  return readings;
}

/** One changed report, and the copy that linking found between the original and it. */
interface Trial {
  readonly treatment: Treatment;
  readonly kind: Copy['kind'] | undefined;
  readonly forwards: boolean;
}

/** Make every changed version of every base report, with different names and days, and link each alone with its original. */
export async function tryCopies(variationsEach = 4): Promise<readonly Trial[]> {
  const path = new URL('../../test/gold/copies/copies.json', import.meta.url);
  const { bases } = goldSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const trials: Trial[] = [];
  for (const [at, base] of bases.entries()) {
    const variations = readVariations().filter((_, index) => (index + at) % 10 < variationsEach);
    for (const slots of variations) {
      const fill = (text: string): string => fillSlots(text, slots);
      const origin = write('gazette', slots.day1 ?? '', fill('Grief in {town}'), base.report.map(fill));
      for (const variant of treat(base, slots.town ?? '')) {
        const copy = write('herald', slots.day2 ?? '', variant.headline, variant.sentences.map(fill));
        const readings = await readAll([origin, copy]);
        const { copies } = link(readings, defaults.link, context).value;
        const from = readings.find(({ article }) => article.source.path === 'gazette.json')?.article.id;
        trials.push({ treatment: variant.treatment, kind: copies[0]?.kind, forwards: copies[0]?.from === from });
      }
    }
  }
  return trials;
}

/** Score how well copies of one kind were found. */
export function scoreKind(trials: readonly Trial[], kind: 'same' | 'derived'): PartitionScore {
  const isFound = ({ kind: found }: Trial): boolean =>
    kind === 'same' ? found === 'verbatim' || found === 'syndicated' : found === 'derived';
  const right = trials.filter((trial) => wanted[trial.treatment] === kind && isFound(trial)).length;
  const all = trials.filter(({ treatment }) => wanted[treatment] === kind).length;
  const found = trials.filter(isFound).length;
  const [precision, recall] = [found === 0 ? 1 : right / found, all === 0 ? 1 : right / all];
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Print what was found for each treatment; then precision, recall and F1 by kind, and how often the direction of copying was right. */
export function printCopies(trials: readonly Trial[]): string {
  const lines = (Object.keys(wanted) as Treatment[]).map((treatment) => {
    const own = trials.filter((trial) => trial.treatment === treatment);
    const kinds = new Map<string, number>();
    for (const { kind = 'nothing' } of own) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const told = [...kinds].sort().map(([kind, count]) => `${kind} ${count}`);
    return `${treatment.padEnd(14)} ${told.join(', ')}\n`;
  });
  const scores = (['same', 'derived'] as const).map((kind) => {
    const { precision, recall, f1 } = scoreKind(trials, kind);
    const name = kind === 'same' ? 'verbatim and syndicated' : 'derived';
    return `${name.padEnd(26)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}\n`;
  });
  const found = trials.filter(({ kind, treatment }) => kind !== undefined && wanted[treatment] !== 'none');
  const forwards = found.filter((trial) => trial.forwards).length;
  return `\ngenerated copies: ${trials.length}\n${lines.join('')}${scores.join('')}direction right ${forwards} of ${found.length}\n`;
}
