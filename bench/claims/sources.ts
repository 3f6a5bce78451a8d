import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { defined } from '../../src/model/index.ts';
import { findShared } from '../../test/kits/shared.ts';
import { readRecords } from '../gva/record.ts';
import { readTar } from '../run/tar.ts';
import { type GoldDocument, type Part, readGold, type Source } from './gold.ts';

/** A report as a reader is given it. */
export interface Report {
  readonly title: string;
  readonly text: string;
  readonly published?: string;
}

/** A report with its gold. */
export interface Case {
  readonly source: Source;
  readonly part: Part;
  readonly report: Report;
  readonly gold: GoldDocument;
}

/** Join title and text to the string that the gold's positions count in. */
export function textOf({ title, text }: Report): string {
  return `${title}\n\n${text}`;
}

/** Pair the gold of a source and part with its reports; undefined where the corpus is absent. */
export function readCases(source: Source, part: Part): readonly Case[] | undefined {
  const reports = readReports(source, part);
  return reports === undefined
    ? undefined
    : readGold(source, part).map((gold) => {
        const report = reports.get(gold.id);
        if (report === undefined) throw new Error(`${source} has no article ${gold.id}`);
        return { source, part, report, gold };
      });
}

function readReports(source: Source, part: Part): ReadonlyMap<string, Report> | undefined {
  if (source === 'invented') {
    return new Map(
      readGold(source, part).map(({ id, title = '', text = '', published }) => [
        id,
        { title, text, ...defined({ published }) },
      ]),
    );
  }
  const path = findShared(source === 'gva' ? 'corpora/gva/dev.jsonl.gz' : 'corpora/meantime/meantime.tar.gz');
  if (path === undefined) return undefined;
  return source === 'gva' ? readGva(path) : readMeantime(path);
}

/** Read the local news articles by their ids; where two records have an article in common, the first is taken. */
export function readGva(path: string): ReadonlyMap<string, Report> {
  const reports = new Map<string, Report>();
  for (const { articles } of readRecords(path)) {
    for (const { id, title, text, published } of articles) {
      if (!reports.has(id)) reports.set(id, { title, text, ...(published ? { published } : {}) });
    }
  }
  return reports;
}

/** Read MEANTIME's English articles by file name: the first sentence is the title, the second line the day of publication. */
export function readMeantime(path: string): ReadonlyMap<string, Report> {
  const reports = new Map<string, Report>();
  for (const [name, xml] of readTar(gunzipSync(readFileSync(path)))) {
    if (!name.includes('intra-doc_annotation') || !name.endsWith('.xml') || /\/\._/.test(name)) continue;
    const [title = '', day = '', ...rest] = joinTokens(xml).split('\n');
    const time = Date.parse(`${day} UTC`);
    const published = Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
    const id = name.slice(name.lastIndexOf('/') + 1, -'.xml'.length);
    reports.set(id, { title, text: rest.join('\n'), ...defined({ published }) });
  }
  return reports;
}

/** Join tokens with the spacing of printed text, sentences by a line break. */
function joinTokens(xml: string): string {
  let text = '';
  let sentence = '0';
  for (const [, tag = '', form = ''] of xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/g)) {
    const next = /(?:^| )sentence="(\d+)"/.exec(tag)?.[1] ?? sentence;
    if (next !== sentence) text += '\n';
    else if (text !== '' && !/^(?:[.,:;?!)%]|'s|’s|n't)/.test(form) && !/[($]$/.test(text)) text += ' ';
    sentence = next;
    text += form.replaceAll('&amp;', '&');
  }
  return text;
}
