import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'chrono-node';
import { readTimes } from '../../src/annotate/times/index.ts';
import { overlaps, type Range } from '../../src/model/span.ts';
import type { TimeExpression } from '../../src/model/time.ts';
import { readTar } from './tar.ts';

/**
 * Measure the reader of times against published annotation, and its speed: `npx tsx bench/run/times.ts [--errors]`.
 *
 * Reads ../shared/corpora, which is not part of the project.
 */
const corpora = new URL('../../../shared/corpora/', import.meta.url);
const showErrors = process.argv.includes('--errors');

interface Gold {
  readonly start: number;
  readonly end: number;
  /** Each of these values counts as right. */
  readonly values: readonly string[];
}

interface Document {
  readonly name: string;
  readonly text: string;
  readonly anchor: string;
  readonly gold: readonly Gold[];
}

interface Score {
  gold: number;
  found: number;
  valued: number;
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** Join tokens with the spacing of printed text; also returns the range of each token by its id. */
function joinTokens(xml: string): { readonly text: string; readonly ranges: ReadonlyMap<string, [number, number]> } {
  const ranges = new Map<string, [number, number]>();
  let text = '';
  let sentence = '0';
  for (const [, tag = '', form = ''] of xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/g)) {
    const next = attribute(` ${tag}`, 'sentence');
    if (next !== sentence) text += '\n';
    else if (text !== '' && !/^(?:[.,:;?!)%]|'s|’s|n't)/.test(form) && !/[($]$/.test(text)) text += ' ';
    sentence = next;
    ranges.set(attribute(` ${tag}`, 't_id'), [text.length, text.length + form.length]);
    text += form.replace(/&amp;/g, '&');
  }
  return { text, ranges };
}

function readMeantime(): readonly Document[] {
  const archive = new URL('meantime/meantime.tar.gz', corpora);
  if (!existsSync(archive)) return [];
  const documents: Document[] = [];
  for (const [name, xml] of readTar(gunzipSync(readFileSync(archive)))) {
    if (!name.includes('intra_cross-doc') || !name.endsWith('.xml') || /\/\._/.test(name)) continue;
    const { text, ranges } = joinTokens(xml);
    const gold: Gold[] = [];
    let anchor = '';
    for (const [, tag = '', inner = ''] of xml.matchAll(/<TIMEX3([^>]*[^/])>(.*?)<\/TIMEX3>/gs)) {
      const value = attribute(tag, 'value');
      if (attribute(tag, 'functionInDocument') === 'CREATION_TIME') anchor = value.slice(0, 10);
      const spans = [...inner.matchAll(/t_id="(\d+)"/g)].map(
        ([, id = '']) => ranges.get(id) ?? ([0, 0] as [number, number]),
      );
      const day = /^\d{4}(?:-\d\d(?:-\d\d)?)?(?=T|$)/.exec(value)?.[0];
      if (spans.length === 0 || day === undefined || attribute(tag, 'type') === 'DURATION') continue;
      gold.push({
        start: Math.min(...spans.map(([start]) => start)),
        end: Math.max(...spans.map(([, end]) => end)),
        values: [day],
      });
    }
    documents.push({ name: name.split('/').pop() ?? name, text, anchor, gold });
  }
  return documents;
}

interface RecognizerCase {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime: string };
  readonly Results: readonly {
    readonly Start: number;
    readonly End: number;
    readonly TypeName: string;
    readonly Resolution?: { readonly values?: readonly { readonly value?: string; readonly timex?: string }[] };
  }[];
}

/**
 * Read the cases of whole days, months and years. What only a calendar application needs (durations, repeated times, business
 * days) is left out.
 */
function readRecognizers(): readonly Document[] {
  const file = new URL('recognizers/DateTimeModel.json', corpora);
  if (!existsSync(file)) return [];
  const cases = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as readonly RecognizerCase[];
  return cases.flatMap((entry) => {
    const gold = entry.Results.flatMap((result) => {
      if (result.TypeName !== 'datetimeV2.date' && result.TypeName !== 'datetimeV2.daterange') return [];
      const values = (result.Resolution?.values ?? []).map(({ value, timex }) => value ?? timex ?? '');
      const whole = values.filter((value) => /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value));
      return whole.length === 0 ? [] : [{ start: result.Start, end: result.End + 1, values: whole }];
    });
    const anchor = entry.Context?.ReferenceDateTime.slice(0, 10) ?? '';
    return gold.length === 0 ? [] : [{ name: 'case', text: entry.Input, anchor, gold }];
  });
}

function score(title: string, documents: readonly Document[]): void {
  const scores: Record<string, Score> = {};
  for (const { name, text, anchor, gold } of documents) {
    const read = readTimes(text, anchor);
    for (const expected of gold) {
      const kind = expected.values[0]?.length === 10 ? 'day' : expected.values[0]?.length === 7 ? 'month' : 'year';
      const tally = scores[kind] ?? { gold: 0, found: 0, valued: 0 };
      scores[kind] = tally;
      const met = read.filter((time) => overlaps(time, expected));
      const right = met.some((time) => expected.values.includes(time.value?.edtf ?? ''));
      tally.gold += 1;
      tally.found += met.length > 0 ? 1 : 0;
      tally.valued += right ? 1 : 0;
      if (showErrors && !right) console.log(describe(name, text, anchor, expected, met));
    }
  }
  console.log(`\n${title}: ${documents.length} texts`);
  for (const [kind, { gold, found, valued }] of Object.entries(scores).sort()) {
    const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3));
    console.log(`  ${kind}: gold ${gold}, recall ${share(found, gold)}, value right of found ${share(valued, found)}`);
  }
}

/** A stretch with the value a reader gives it. */
interface ReadTime extends Range {
  readonly value: string;
}

const readers: readonly (readonly [string, (document: Document) => readonly ReadTime[]])[] = [
  [
    'Variorum',
    ({ text, anchor }) =>
      readTimes(text, anchor).flatMap(({ start, end, value, role }) =>
        value === undefined || role === 'duration' ? [] : [{ start, end, value: value.edtf }],
      ),
  ],
  [
    'peer: chrono',
    ({ text, anchor }) =>
      parse(text, new Date(`${anchor}T12:00:00`)).map(({ index, text: words, start }) => ({
        start: index,
        end: index + words.length,
        value: start
          .date()
          .toISOString()
          .slice(0, start.isCertain('day') || start.isCertain('weekday') ? 10 : 7),
      })),
  ],
];

/** Print the F1 of values over all expressions, as TempEval counts them: right where words overlap and the value is the gold's. */
function scoreValues(title: string, documents: readonly Document[]): void {
  for (const [name, read] of readers) {
    const tally = { gold: 0, found: 0, right: 0 };
    for (const document of documents) {
      const found = read(document);
      tally.gold += document.gold.length;
      tally.found += found.length;
      tally.right += document.gold.filter(({ values, ...range }) =>
        found.some((time) => overlaps(time, range) && values.includes(time.value)),
      ).length;
    }
    const [precision, recall] = [tally.right / tally.found, tally.right / tally.gold];
    const f1 = (2 * precision * recall) / (precision + recall);
    console.log(`${title}, ${name}: value F1 ${f1.toFixed(3)} (P ${precision.toFixed(3)}, R ${recall.toFixed(3)})`);
  }
}

function describe(name: string, text: string, anchor: string, gold: Gold, met: readonly TimeExpression[]): string {
  const words = text.slice(Math.max(0, gold.start - 30), gold.end + 20).replace(/\n/g, ' ');
  const got = met
    .map((time) => `${text.slice(time.start, time.end)}=${time.value?.edtf ?? '-'}(${time.rule})`)
    .join(' ');
  return `${name.slice(0, 20)} @${anchor} [${text.slice(gold.start, gold.end)}] ${gold.values.join('|')} :: ${got || 'MISSED'} :: …${words}…`;
}

/** Measure the time the reader needs for 3 KB of the documents' text. */
function clock(documents: readonly Document[]): void {
  const whole = documents.map(({ text }) => text).join('\n');
  const articles = Array.from({ length: Math.floor(whole.length / 3000) }, (_, index) =>
    whole.slice(index * 3000, index * 3000 + 3000),
  );
  if (articles.length === 0) return;
  const rounds = 5;
  let expressions = 0;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const started = process.cpuUsage();
    for (const article of articles) expressions += readTimes(article, '2024-03-24').length;
    best = Math.min(best, process.cpuUsage(started).user / 1000 / articles.length);
  }
  const each = (expressions / rounds / articles.length).toFixed(1);
  console.log(
    `\nspeed: ${best.toFixed(3)} ms of processor per 3 KB (${articles.length} stretches, ${each} expressions each, best of ${rounds})`,
  );
}

const meantime = readMeantime();
score('MEANTIME English', meantime);
scoreValues('MEANTIME English', meantime);
score('Recognizers, whole dates', readRecognizers());
clock(meantime);
