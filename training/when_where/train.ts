/**
 * Make models/when-where-en: `npx tsx training/when_where/train.ts [WORK] [--hold]`.
 *
 * What the trained reader says of each article is kept in WORK, from where a rerun resumes. With `--hold` a fifth of the news is left out, no
 * weights are written, and the shares right on that fifth are printed: to judge a sign without the part set aside.
 */
import { writeFileSync } from 'node:fs';
import { comparePlaces } from '../../bench/whenwhere/names.ts';
import { annotate, deepen } from '../../src/annotate/index.ts';
import { clean } from '../../src/clean/index.ts';
import { ingest } from '../../src/ingest/index.ts';
import type { Article } from '../../src/model/index.ts';
import { defaults } from '../../src/pipeline/index.ts';
import { loadGazetteer, loadReader } from '../../src/pipeline/resources.ts';
import { least } from '../../src/extract/when-where/decide.ts';
import { type Lesson, readLessons } from './articles.ts';
import { keepDeep } from './checkpoints.ts';
import type { Questions } from './examples.ts';
import { fit, printWeights, withoutReader } from './fit.ts';
import { isHeld, scoreHeld } from './hold.ts';

const context = { now: '2026-01-01T00:00:00Z', seed: 0 };
const options = { epochs: 8, leastArticles: 4, rate: 0.1 };
const names = ['days', 'places', 'sites'] as const;
const decay: Readonly<Record<keyof Questions, number>> = { days: 0.05, places: 0.03, sites: 0.05 };

const leastOf: Readonly<Record<keyof Questions, number>> = { days: least.day, places: least.place, sites: least.site };

const [folder] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const holds = process.argv.includes('--hold');
const [gazetteer, reader] = await Promise.all([loadGazetteer(), loadReader()]);
const places = comparePlaces(gazetteer);
const deepOf = keepDeep(folder);

function readReport({ title, text, date, url }: Lesson['report']): Article | undefined {
  const record = { title: title ?? '', text, ...(date ? { date_publish: date } : {}), ...(url ? { url } : {}) };
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  const [page] = ingest({ bytes, path: 'report.json' }, defaults.ingest, context).value;
  return page === undefined ? undefined : clean(page, defaults.clean, context).value;
}

async function askLesson({ report, ask, counts }: Lesson): Promise<readonly Questions[]> {
  const article = readReport(report);
  if (article === undefined) return [];
  const fast = annotate(article, { ...defaults.annotate, gazetteer }, context).value;
  const deep = await deepOf(article, async () => {
    const { value } = await deepen(article, fast, reader, defaults.annotate, context);
    return value.deep;
  });
  const trained = { ...fast, ...(deep !== undefined && { deep }) };
  const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);
  return [...times(counts.trained, ask(article, trained)), ...(counts.fast > 0 ? times(counts.fast, ask(article, fast)) : [])];
}

const asked: Questions[] = [];
let read = 0;
for (const lesson of readLessons(places)) {
  asked.push(...(await askLesson(lesson)));
  read += 1;
  if (read % 200 === 0) process.stdout.write(`${read} reports read\n`);
}
for (const name of names) {
  const examples = asked.flatMap((questions) => questions[name]);
  const held = holds ? examples.filter(({ article }) => isHeld(article)) : [];
  const learnt = examples.filter((example) => !held.includes(example));
  const weights = fit([...learnt, ...learnt.map(withoutReader)], { ...options, decay: decay[name] });
  process.stdout.write(`${name}: ${learnt.length} questions, ${Object.keys(weights).length} weights\n`);
  if (holds) process.stdout.write(`  held back: ${JSON.stringify(scoreHeld(held, weights, leastOf[name]))}\n`);
  else writeFileSync(new URL(`../../models/when-where-en/${name}.json`, import.meta.url), printWeights(weights));
}
