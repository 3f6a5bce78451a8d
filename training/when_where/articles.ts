import { createHash } from 'node:crypto';
import { readRecords } from '../../bench/gva/record.ts';
import { sampleRecords } from '../../bench/gva/run.ts';
import { readNewsCases } from '../../bench/news/articles.ts';
import type { PlaceNames } from '../../bench/whenwhere/names.ts';
import type { Annotations, Article } from '../../src/model/index.ts';
import { findShared } from '../../test/kits/shared.ts';
import { listSetAside } from '../set-aside.ts';
import { askConstruction, printedOn, readConstructions } from './constructions.ts';
import { askArticle, type Questions } from './examples.ts';
import { askRecord } from './shootings.ts';

/** A report to learn from: its words, and what is asked of them once they are annotated. */
export interface Lesson {
  readonly report: {
    readonly title?: string | null | undefined;
    readonly text: string;
    readonly date?: string | null | undefined;
    readonly url?: string | null | undefined;
  };
  readonly ask: (article: Article, annotations: Annotations) => Questions;
  /** How often it counts as the trained reader reads it, and as the fast one does. */
  readonly counts: { readonly trained: number; readonly fast: number };
}

const once = { trained: 1, fast: 0 };

/** How often an invented construction counts, with the trained reader and without. */
const often = { trained: 2, fast: 2 };

function* readNews(names: PlaceNames): Generator<Lesson> {
  // Some stand in a window of a war or a group of records that another gold sets aside.
  const closed = listSetAside();
  const open = (readNewsCases('rules') ?? []).filter(({ gold: { corpus, id } }) => !closed.has(`${corpus}/${id}`));
  for (const one of open)
    yield {
      report: one.article,
      ask: (article, annotations) => askArticle(one, article, annotations, names),
      counts: once,
    };
}

/** Every fourth record of shootings is learnt from, two reports each, none that the quality check scores. */
const recordStep = 4;
const recordOffset = 1;
const reportsPerRecord = 2;
const qualitySample = 60;

/** Tell whether a report of shootings is set aside in the gold of news. */
function isSetAside(id: string): boolean {
  return BigInt(`0x${createHash('sha1').update(`gva/${id}`).digest('hex')}`) % 3n === 0n;
}

function* readShootings(): Generator<Lesson> {
  const path = findShared('corpora/gva/dev.jsonl.gz');
  const records = path === undefined ? [] : readRecords(path);
  const scored = new Set(sampleRecords(records, qualitySample));
  const learnt = records.filter((record, at) => at % recordStep === recordOffset && !scored.has(record));
  const closed = listSetAside();
  const isOpen = (id: string): boolean => !isSetAside(id) && !closed.has(`gva/${id}`);
  for (const record of learnt)
    for (const report of record.articles.slice(0, reportsPerRecord).filter(({ id }) => isOpen(id)))
      yield {
        report: { ...report, date: report.published },
        ask: (article, annotations) => askRecord(record, article, annotations),
        counts: once,
      };
}

function* readInvented(names: PlaceNames): Generator<Lesson> {
  for (const construction of readConstructions())
    yield {
      report: { text: construction[0], date: printedOn },
      ask: (article, annotations) => askConstruction(construction, article, annotations, names),
      counts: often,
    };
}

/** Read all that is learnt from: the rules part of the gold of news, records of shootings, invented constructions. */
export function* readLessons(names: PlaceNames): Generator<Lesson> {
  yield* readNews(names);
  yield* readShootings();
  yield* readInvented(names);
}
