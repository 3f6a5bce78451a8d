import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { BenchPage } from './corpus.ts';
import { isUnseenSite, siteOf } from './split.ts';

type Segments = Readonly<
  Record<string, { readonly file: string; readonly with: readonly string[]; readonly without: readonly string[] }>
>;

/** Read the pages of trafilatura's evaluation: phrases that must stand in the body and phrases that must not. */
export function readPhrasePages(folder: string): readonly BenchPage[] {
  const segments = JSON.parse(readFileSync(join(folder, 'segments.json'), 'utf8')) as Segments;
  return Object.entries(segments).flatMap(([url, { file, with: wanted, without: unwanted }]) => {
    const path = join(folder, 'html', `${file}.gz`);
    if (!existsSync(path)) return [];
    const site = siteOf(url);
    const phrases = { wanted, unwanted };
    const bytes = gunzipSync(readFileSync(path));
    return [{ id: file, url, bytes, truth: '', site, isUnseen: isUnseenSite(site), phrases }];
  });
}

/** How many of the phrases that must, and that must not, stand in the body do. */
interface PhraseScore {
  readonly wanted: number;
  readonly unwanted: number;
}

/** Count phrases over pages; on both sides runs of white space are one space, and characters that show nothing are none (soft hyphens). */
export function scorePhrases(pages: readonly BenchPage[], bodies: ReadonlyMap<string, string>): PhraseScore {
  const tally = { wanted: [0, 0], unwanted: [0, 0] };
  for (const { id, phrases } of pages) {
    const body = flatten(bodies.get(id) ?? '');
    for (const kind of ['wanted', 'unwanted'] as const) {
      for (const phrase of phrases?.[kind] ?? []) {
        tally[kind][1] = (tally[kind][1] ?? 0) + 1;
        if (body.includes(flatten(phrase))) tally[kind][0] = (tally[kind][0] ?? 0) + 1;
      }
    }
  }
  return { wanted: share(tally.wanted), unwanted: share(tally.unwanted) };
}

function share([found = 0, all = 0]: readonly number[]): number {
  return found / all;
}

function flatten(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
