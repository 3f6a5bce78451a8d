import type { WebExchange } from '../model/index.ts';
import type { Capture, CapturedPage } from './capture.ts';
import { loadWarcio, type Warcio } from './driver.ts';
import { matchesDigest } from './record.ts';

/** A WARC file and its index. */
export interface WrittenWarc {
  readonly warc: Uint8Array;
  /** CDXJ lines, sorted. */
  readonly index: string;
}

/**
 * Write what was captured as WARC 1.1 (ISO 28500:2017), gzipped record by record, and index it (CDXJ).
 *
 * A request stands before its answer. The chunks of a transfer are joined, so `Transfer-Encoding` is kept under another name.
 */
export async function writeWarc(capture: Capture, name: string): Promise<WrittenWarc> {
  const warcio = await loadWarcio();
  const { software, at } = capture;
  const info = { software, format: 'WARC File Format 1.1', operator: capture.who.replace(/\s+/g, ' ') };
  const opened = { filename: name, warcVersion: warcio.WARC_1_1, date: at, type: 'warcinfo' } as const;
  const parts = [await serialize(warcio, warcio.WARCRecord.createWARCInfo(opened, info))];
  for (const exchange of listExchanges(capture.pages)) parts.push(...(await writeExchange(warcio, exchange)));
  for (const page of capture.pages)
    if (page.exchanges.length === 0) parts.push(await serialize(warcio, describeFile(warcio, page)));
  const warc = new Uint8Array(Buffer.concat(parts));
  return { warc, index: await indexWarc(warcio, warc, name) };
}

/** A picture two pages share was asked for once. */
function listExchanges(pages: readonly CapturedPage[]): readonly WebExchange[] {
  return [
    ...new Set(pages.flatMap(({ exchanges, media }) => [...exchanges, ...media.flatMap((one) => one.exchanges)])),
  ];
}

type WarcRecord = InstanceType<Warcio['WARCRecord']>;

function serialize(warcio: Warcio, record: WarcRecord): Promise<Uint8Array> {
  return warcio.WARCSerializer.serialize(record, { gzip: true });
}

async function writeExchange(warcio: Warcio, exchange: WebExchange): Promise<readonly Uint8Array[]> {
  const { url, at: date, sent, status, statusText, headers, body } = exchange;
  const { host, pathname, search } = new URL(url);
  const kept = { url, date, warcVersion: warcio.WARC_1_1, keepHeadersCase: true } as const;
  const request = warcio.WARCRecord.create({
    ...kept,
    type: 'request',
    statusline: `GET ${pathname}${search} HTTP/1.1`,
    httpHeaders: [['Host', host], ...sent.map(([name, value]): [string, string] => [name, value])],
  });
  const response = warcio.WARCRecord.create(
    {
      ...kept,
      type: 'response',
      statusline: `HTTP/1.1 ${status} ${statusText}`.trimEnd(),
      httpHeaders: writeHeaders(headers),
    },
    [body],
  );
  return [await serialize(warcio, request), await serialize(warcio, response)];
}

function writeHeaders(headers: WebExchange['headers']): [string, string][] {
  return headers.map(([name, value]) => {
    const told = /^(?:transfer-encoding|warc-)/i.test(name) ? `X-Archive-Orig-${name}` : name;
    // Headers come byte by byte; most that are not ASCII are UTF-8.
    return [told, Buffer.from(value, 'latin1').toString('utf8')];
  });
}

function describeFile(warcio: Warcio, { url, at, mediaType, bytes }: CapturedPage): WarcRecord {
  const warcHeaders = { 'Content-Type': mediaType };
  return warcio.WARCRecord.create({ url, date: at, type: 'resource', warcVersion: warcio.WARC_1_1, warcHeaders }, [
    bytes,
  ]);
}

async function indexWarc(warcio: Warcio, warc: Uint8Array, filename: string): Promise<string> {
  const indexer = new warcio.CDXIndexer({ format: 'cdxj' });
  const lines: string[] = [];
  for await (const entry of indexer.iterIndex([{ filename, reader: inOne(warc) }])) {
    const { digest } = entry;
    lines.push(indexer.serializeCDXJ(typeof digest === 'string' ? { ...entry, digest: `sha256:${digest}` } : entry));
  }
  return lines.sort().join('');
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A record whose bytes are not those it states. */
export interface WrongRecord {
  readonly offset: number;
  readonly url: string;
  readonly what: string;
}

/** Hash the records of a WARC file again; gives how many there are, and those that are not as they say. */
export async function checkWarc(
  warc: Uint8Array,
): Promise<{ readonly records: number; readonly wrong: readonly WrongRecord[] }> {
  const warcio = await loadWarcio();
  const wrong: WrongRecord[] = [];
  let records = 0;
  const parser = new warcio.WARCParser(inOne(warc), { parseHttp: true });
  let at = { offset: 0, url: '' };
  try {
    for await (const record of parser) {
      records += 1;
      at = { offset: parser.offset, url: record.warcTargetURI ?? '' };
      const stated = record.warcPayloadDigest ?? undefined;
      const payload = await record.readFully(false);
      const isWhole = record.warcType === 'revisit' || stated === undefined || matchesDigest(stated, payload);
      if (!isWhole) wrong.push({ ...at, what: `its content is not ${stated}` });
    }
  } catch (error) {
    wrong.push({ ...at, what: `it cannot be read: ${error instanceof Error ? error.message : String(error)}` });
  }
  return { records, wrong };
}
