/** Make models/when-where-en from the rules part of the gold of world news: `npx tsx training/when_where/train.ts`. */
import { writeFileSync } from 'node:fs';
import { readNewsCases } from '../../bench/news/articles.ts';
import { comparePlaces } from '../../bench/whenwhere/names.ts';
import { annotate, deepen } from '../../src/annotate/index.ts';
import { clean } from '../../src/clean/index.ts';
import { ingest } from '../../src/ingest/index.ts';
import { defaults } from '../../src/pipeline/index.ts';
import { loadGazetteer, loadReader } from '../../src/pipeline/resources.ts';
import { askConstruction, printedOn, readConstructions } from './constructions.ts';
import { askArticle, type Questions } from './examples.ts';
import { fit, printWeights, withoutReader } from './fit.ts';

const context = { now: '2026-01-01T00:00:00Z', seed: 0 };
const options = { epochs: 8, leastArticles: 4, rate: 0.1 };
const decay: Readonly<Record<keyof Questions, number>> = { days: 0.05, places: 0.03, sites: 0.05 };

/** How often an invented construction counts, with the trained reader and without. */
const constructionWeight = 2;

const [gazetteer, reader] = await Promise.all([loadGazetteer(), loadReader()]);
const names = comparePlaces(gazetteer);
const asked: Questions[] = [];
for (const one of readNewsCases('rules') ?? []) {
  const { title, text, date, url } = one.article;
  const record = { title: title ?? '', text, ...(date ? { date_publish: date } : {}), ...(url ? { url } : {}) };
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  const [page] = ingest({ bytes, path: 'report.json' }, defaults.ingest, context).value;
  const article = page === undefined ? undefined : clean(page, defaults.clean, context).value;
  if (article === undefined) continue;
  const shallow = annotate(article, { ...defaults.annotate, gazetteer }, context).value;
  const deep = await deepen(article, shallow, reader, defaults.annotate, context);
  asked.push(askArticle(one, article, deep.value, names));
}
for (const construction of readConstructions()) {
  const bytes = new TextEncoder().encode(JSON.stringify({ title: '', text: construction[0], date_publish: printedOn }));
  const [page] = ingest({ bytes, path: 'report.json' }, defaults.ingest, context).value;
  const article = page === undefined ? undefined : clean(page, defaults.clean, context).value;
  if (article === undefined) continue;
  const shallow = annotate(article, { ...defaults.annotate, gazetteer }, context).value;
  const deep = await deepen(article, shallow, reader, defaults.annotate, context);
  for (const annotations of [deep.value, shallow])
    for (let time = 0; time < constructionWeight; time++) asked.push(askConstruction(construction, article, annotations, names));
}
for (const name of ['days', 'places', 'sites'] as const) {
  const examples = asked.flatMap((questions) => questions[name]);
  const weights = fit([...examples, ...examples.map(withoutReader)], { ...options, decay: decay[name] });
  writeFileSync(new URL(`../../models/when-where-en/${name}.json`, import.meta.url), printWeights(weights));
  process.stdout.write(`${name}: ${examples.length} questions, ${Object.keys(weights).length} weights\n`);
}
