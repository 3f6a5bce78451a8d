import type { KeyObject } from 'node:crypto';
import { zipSync } from 'fflate';
import { defined } from '../model/index.ts';
import { hashBlocks, hashBytes } from '../store/index.ts';
import type { Capture, CapturedPage } from './capture.ts';
import { signHash } from './seal.ts';
import { writeWarc } from './warc.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const lines = (values: readonly object[]): Uint8Array =>
  encode(values.map((value) => `${JSON.stringify(value)}\n`).join(''));

/**
 * Pack a capture as WACZ 1.1.1: records, index, pages, the log of custody, and a data package that names the hash of each.
 *
 * With a key the hash of the data package is signed. Throws NoWarcio.
 */
export async function packWacz(capture: Capture, key?: KeyObject): Promise<Uint8Array> {
  const { warc, index } = await writeWarc(capture, 'data.warc.gz');
  const files: Readonly<Record<string, Uint8Array>> = {
    'archive/data.warc.gz': warc,
    'indexes/index.cdx': encode(index),
    'logs/custody.jsonl': lines(writeLog(capture)),
    'pages/pages.jsonl': lines([
      { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' },
      ...capture.pages.map(describePage),
    ]),
  };
  const described = encode(`${JSON.stringify(describePackage(capture, files), null, 2)}\n`);
  const hash = `sha256:${hashBytes(described)}`;
  const signedData = key && signHash(hash, key, capture.at, capture.software);
  const digest = { path: 'datapackage.json', hash, ...defined({ signedData }) };
  const mtime = new Date(capture.at);
  const packed = {
    ...files,
    'datapackage.json': described,
    'datapackage-digest.json': encode(`${JSON.stringify(digest, null, 2)}\n`),
  };
  // What is compressed within is stored, so that a reader can jump to a record.
  return zipSync(
    Object.fromEntries(
      Object.entries(packed).map(([name, bytes]) => [name, [bytes, { level: name.endsWith('.gz') ? 0 : 9, mtime }]]),
    ),
  );
}

function describePackage(capture: Capture, files: Readonly<Record<string, Uint8Array>>): object {
  const [first] = capture.pages;
  const main = first && { mainPageUrl: first.url, mainPageDate: first.at };
  return {
    profile: 'data-package',
    wacz_version: '1.1.1',
    software: capture.software,
    created: capture.at,
    title: first?.title ?? first?.url ?? 'Nothing captured',
    ...defined({ description: capture.note }),
    ...main,
    resources: Object.entries(files).map(([path, bytes]) => ({
      name: path.replace(/^.*\//, ''),
      path,
      hash: `sha256:${hashBytes(bytes)}`,
      bytes: bytes.length,
      // Of our own: 8 bytes of SHA-256 a kilobyte, which tell where a file differs.
      blocks: Buffer.from(hashBlocks(bytes)).toString('base64'),
    })),
  };
}

function describePage({ url, title, at, bytes }: CapturedPage): object {
  return { id: hashBytes(encode(`${url} ${at}`)).slice(0, 16), url, title: title ?? url, ts: at, size: bytes.length };
}

/**
 * Write the log of custody, an event a line.
 *
 * It holds what the Berkeley Protocol on Digital Open Source Investigations (2020), part VI.C, asks to be collected: the address, the page as
 * it was sent (in the records), embedded media, metadata, contextual data, who collects, and a hash.
 */
function writeLog(capture: Capture): readonly object[] {
  const { who, at, software, note } = capture;
  const platform = `Node.js ${process.versions.node} on ${process.platform}`;
  return [
    { event: 'begin', at, collector: who, software, platform, ...defined({ context: note }) },
    ...capture.pages.map((page) => ({
      event: 'capture',
      at: page.at,
      collector: who,
      address: page.asked,
      found: page.url,
      ...defined({ title: page.title }),
      mediaType: page.mediaType,
      bytes: page.bytes.length,
      sha256: hashBytes(page.bytes),
      answers: page.exchanges.map(({ url, at: asked, status, headers }) => ({ url, at: asked, status, headers })),
      media: page.media.map(({ url, exchanges, reason }) => {
        const last = exchanges.at(-1);
        return { url, ...defined({ status: last?.status, sha256: last && hashBytes(last.body), reason }) };
      }),
    })),
    ...capture.missed.map(({ asked, at: tried, reason }) => ({ event: 'missed', at: tried, address: asked, reason })),
    { event: 'pack', at, collector: who, software, pages: capture.pages.length, missed: capture.missed.length },
  ];
}
