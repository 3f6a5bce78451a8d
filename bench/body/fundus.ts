import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeBytes } from '../../src/ingest/decode.ts';
import { defined } from '../../src/model/index.ts';
import type { BenchPage } from './corpus.ts';
import { isUnseenSite, siteOf } from './split.ts';

interface Extraction {
  readonly authors?: readonly string[];
  readonly body?: {
    readonly summary: readonly string[];
    readonly sections: readonly { readonly headline: readonly string[]; readonly paragraphs: readonly string[] }[];
  };
  readonly publishing_date?: string;
  readonly title?: string;
}

const ownAddress =
  /<link[^>]{0,200}?rel=["']?canonical["']?[^>]{0,200}?href=["']?(https?:[^"'\s>]+)|<meta[^>]{0,200}?property=["']?og:url["']?[^>]{0,200}?content=["']?(https?:[^"'\s>]+)/i;

/**
 * Read pages with what Fundus' hand-written parsers make of them: a folder a country, `Publisher.json` beside `Publisher_DAY.html.gz`.
 *
 * Versions of a publisher's parser and its pages are both in order of time. The body is its summary, section headings and paragraphs.
 */
export function readFundusPages(folder: string): readonly BenchPage[] {
  const countries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return countries
    .map(({ name }) => name)
    .sort()
    .flatMap((country) => readCountry(folder, country));
}

function readCountry(folder: string, country: string): readonly BenchPage[] {
  const names = readdirSync(join(folder, country)).sort();
  return names
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const publisher = name.slice(0, -'.json'.length);
      const path = join(folder, country);
      const truths = JSON.parse(readFileSync(join(path, name), 'utf8')) as Readonly<Record<string, Extraction>>;
      const files = names.filter((file) => file.startsWith(`${publisher}_`));
      return readPublisher(path, { country, publisher }, files, Object.values(truths));
    });
}

function readPublisher(
  path: string,
  { country, publisher }: { readonly country: string; readonly publisher: string },
  files: readonly string[],
  truths: readonly Extraction[],
): readonly BenchPage[] {
  const pages = files.map((file) => {
    const bytes = gunzipSync(readFileSync(join(path, file)));
    const found = ownAddress.exec(decodeBytes(bytes).text);
    return { file, bytes, url: found?.[1] ?? found?.[2] ?? '' };
  });
  const url = pages.find((page) => page.url !== '')?.url;
  const site = url === undefined ? publisher.toLowerCase() : siteOf(url);
  return pages.flatMap((page, i): readonly BenchPage[] => {
    const truth = truths[i];
    if (truth?.body === undefined) return [];
    const id = `${country}/${page.file.replace('.html.gz', '')}`;
    const { title: headline, publishing_date: published, authors } = truth;
    const stated = defined({ headline, published, authors });
    const body = joinBody(truth.body);
    return [{ id, url: page.url, bytes: page.bytes, truth: body, site, isUnseen: isUnseenSite(site), stated }];
  });
}

function joinBody({ summary, sections }: NonNullable<Extraction['body']>): string {
  const parts = [...summary, ...sections.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs])];
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}
