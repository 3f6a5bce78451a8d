import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isUnseenSite, siteOf } from './split.ts';

/** One page of a benchmark with what its makers say of it. */
export interface BenchPage {
  readonly id: string;
  readonly url: string;
  /** The page's bytes, as they were downloaded. */
  readonly bytes: Uint8Array;
  /** The body they marked; empty where they marked phrases only. */
  readonly truth: string;
  /** The publisher: a name that all its hosts share. */
  readonly site: string;
  /** True for the publishers whose pages nobody looks at. */
  readonly isUnseen: boolean;
  /** Phrases that must stand in the body, and phrases that must not. */
  readonly phrases?: { readonly wanted: readonly string[]; readonly unwanted: readonly string[] };
  /** Headline, instant of publication and writers, where they are known. */
  readonly stated?: StatedFacts;
}

/** What a board knows of a page beside its body. */
interface StatedFacts {
  readonly headline?: string;
  readonly published?: string;
  readonly authors?: readonly string[];
}

type Truth = Readonly<Record<string, { readonly articleBody?: string; readonly url: string }>>;

/** Read every page of a folder that holds `ground-truth.json.gz` and `html.tar.gz`. */
export function readBenchPages(folder: string): readonly BenchPage[] {
  const truth = JSON.parse(gunzipSync(readFileSync(join(folder, 'ground-truth.json.gz'))).toString('utf8')) as Truth;
  const pages = readArchive(gunzipSync(readFileSync(join(folder, 'html.tar.gz'))));
  return Object.entries(truth).map(([id, { articleBody = '', url }]) => {
    const bytes = pages.get(id);
    if (bytes === undefined) throw new Error(`the corpus has no page ${id}`);
    const site = siteOf(url);
    return { id, url, bytes: gunzipSync(bytes), truth: articleBody, site, isUnseen: isUnseenSite(site) };
  });
}

/** Files of a tar archive by their base name without extensions. */
function readArchive(tar: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const text = (from: number, length: number): string =>
    Buffer.from(tar.subarray(from, from + length))
      .toString('latin1')
      .replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = text(at, 100);
    if (name === '') break;
    const length = Number.parseInt(text(at + 124, 12), 8) || 0;
    const base = name.split('/').at(-1)?.split('.')[0];
    if (base !== undefined && base !== '') files.set(base, tar.subarray(at + 512, at + 512 + length));
    at += 512 + Math.ceil(length / 512) * 512;
  }
  return files;
}
