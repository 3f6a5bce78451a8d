import { generateKeyPairSync } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Capture } from './capture.ts';
import { checkWacz, isAsStated, openSigningKey, openTrustedKey, packWacz, readPageParts } from './index.ts';

const at = '2031-05-20T12:00:00.000Z';
const html = '<html><head><title>Mill fire</title></head><body><p>Two people were killed in Norwick.</p></body></html>';
const bytes = new TextEncoder().encode(html);
const exchange = {
  url: 'https://ledger.example/fire?day=1',
  at,
  sent: [['user-agent', 'Variorum/1.0']],
  status: 200,
  statusText: 'OK',
  headers: [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
    ['Transfer-Encoding', 'chunked'],
    ['WARC-Trick', '1'],
    ['WARC-Trick', '2'],
  ],
  body: bytes,
} as const;
const page = { url: exchange.url, at, title: 'Mill fire', mediaType: 'text/html', bytes } as const;
const letter = new TextEncoder().encode('Three people were hurt.');
const file = { asked: 'in/letter.txt', url: 'file:///letter.txt', at, mediaType: 'text/plain', bytes: letter } as const;
const capture: Capture = {
  pages: [
    { ...page, asked: 'https://ledger.example/fire?day=1', exchanges: [exchange], media: [] },
    { ...file, exchanges: [], media: [] },
  ],
  missed: [{ asked: 'https://ledger.example/2', at, reason: 'Not fetched: it has no such page (404).' }],
  who: 'R. Ames',
  at,
  software: 'Variorum 1.0',
  note: 'the fires of May',
};

const makeKey = () =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-384',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
const textOf = (files: Record<string, Uint8Array>, name: string) => new TextDecoder().decode(files[name]);
const records = (files: Record<string, Uint8Array>) =>
  gunzipSync(files['archive/data.warc.gz'] ?? new Uint8Array()).toString();

/** Pack again with one file changed, or left out. */
function alter(wacz: Uint8Array, name: string, change: (content: Uint8Array) => Uint8Array | undefined): Uint8Array {
  const files = unzipSync(wacz);
  const changed = change(files[name] ?? new Uint8Array());
  const { [name]: _, ...rest } = files;
  return zipSync(changed === undefined ? rest : { ...rest, [name]: changed });
}

describe('a capture', () => {
  it('is records, an index, pages and a log, each with its hash', async () => {
    const files = unzipSync(await packWacz(capture));
    expect(Object.keys(files).sort()).toEqual([
      'archive/data.warc.gz',
      'datapackage-digest.json',
      'datapackage.json',
      'indexes/index.cdx',
      'logs/custody.jsonl',
      'pages/pages.jsonl',
    ]);
    const warc = records(files);
    expect(warc.match(/^WARC-Type: \w+/gm)).toEqual(
      ['warcinfo', 'request', 'response', 'resource'].map((type) => `WARC-Type: ${type}`),
    );
    expect(warc).toContain('GET /fire?day=1 HTTP/1.1\r\nHost: ledger.example\r\n');
    expect(warc).toContain('Set-Cookie: a=1\r\nSet-Cookie: b=2\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\n');
    const index = textOf(files, 'indexes/index.cdx').split('\n');
    expect(index[0]).toMatch(/^example,ledger\)\/fire\?day=1 20310520120000 \{"url":"https:.*"status":"200"/);
    expect(index[1]).toMatch(/^file:\/\/\/letter.txt 20310520120000 /);
    const log = textOf(files, 'logs/custody.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(log.map(({ event }) => event)).toEqual(['begin', 'capture', 'capture', 'missed', 'pack']);
    expect(log[0]).toMatchObject({ collector: 'R. Ames', context: 'the fires of May', software: 'Variorum 1.0' });
    expect(JSON.parse(textOf(files, 'datapackage.json'))).toMatchObject({
      wacz_version: '1.1.1',
      mainPageUrl: exchange.url,
      title: 'Mill fire',
    });
  });

  it('matches itself, signed or not', async () => {
    const { privateKey, publicKey } = makeKey();
    expect(await checkWacz(await packWacz(capture))).toEqual({
      files: 6,
      records: 4,
      seal: { state: 'none' },
      mismatches: [],
    });
    const signed = await packWacz(capture, openSigningKey(privateKey));
    const checked = await checkWacz(signed, openTrustedKey(publicKey));
    expect(checked).toMatchObject({ seal: { state: 'valid', created: at }, mismatches: [] });
    const other = await checkWacz(signed, openTrustedKey(makeKey().publicKey));
    expect(other.mismatches).toMatchObject([{ what: 'signature', message: expect.stringContaining('Another key') }]);
    expect((await checkWacz(await packWacz(capture), openTrustedKey(publicKey))).mismatches).toHaveLength(1);
  });

  it.each(['', 'not a key', makeKey().publicKey])('takes no key that is none', (pem) => {
    expect(() => openSigningKey(pem)).toThrow('it is not a private key in PEM; openssl');
  });

  it('takes no key of another curve', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(() => openSigningKey(pem)).toThrow('it is not a key of curve P-384');
  });
});

describe('what was changed in a web archive', () => {
  const changedAt = (at: number) => (content: Uint8Array) => content.with(at, (content[at] ?? 0) ^ 1);

  it('is named: the file, its bytes, the record', async () => {
    const long = { ...capture, note: 'x'.repeat(5000) };
    const log = alter(await packWacz(long), 'logs/custody.jsonl', changedAt(3000));
    expect((await checkWacz(log)).mismatches).toMatchObject([
      { what: 'file', subject: 'logs/custody.jsonl', ranges: [{ start: 2048, end: 3072 }] },
    ]);
    const body = alter(await packWacz(capture), 'archive/data.warc.gz', (content) => {
      const plain = gunzipSync(content).toString('latin1').replace('Two people', 'Ten people');
      return new Uint8Array(Buffer.from(plain, 'latin1'));
    });
    const { mismatches } = await checkWacz(body);
    expect(mismatches.map(({ what, subject }) => [what, subject])).toEqual([
      ['file', 'archive/data.warc.gz'],
      ['record', 'archive/data.warc.gz'],
    ]);
    expect(mismatches[1]?.message).toContain('(https://ledger.example/fire?day=1): its content is not sha256:');
  });

  it('is named: what is missing, what came, a package that is another, a signature', async () => {
    const { privateKey } = makeKey();
    const wacz = await packWacz(capture, openSigningKey(privateKey));
    const told = async (changed: Uint8Array) =>
      (await checkWacz(changed)).mismatches.map(({ what, subject }) => `${what} ${subject}`);
    expect(await told(alter(wacz, 'pages/pages.jsonl', () => undefined))).toEqual(['missing pages/pages.jsonl']);
    expect(await told(alter(wacz, 'more.txt', () => new Uint8Array([1])))).toEqual(['unlisted more.txt']);
    const title = (content: Uint8Array) =>
      new TextEncoder().encode(new TextDecoder().decode(content).replace('Mill fire', 'Mill flood'));
    expect(await told(alter(wacz, 'datapackage.json', title))).toEqual([
      'package datapackage.json',
      'signature datapackage-digest.json',
    ]);
    expect(await told(alter(wacz, 'datapackage.json', () => undefined))).toContain('package datapackage.json');
    expect(await told(wacz.subarray(0, wacz.length - 40))).toEqual(['package ']);
    expect(await told(wacz.with(200, (wacz[200] ?? 0) ^ 1))).not.toEqual([]);
  });

  it('is not found in records of others that are as they state', () => {
    const record = (digest: string) =>
      new TextEncoder().encode(`WARC/1.0\r\nWARC-Type: resource\r\nWARC-Block-Digest: ${digest}\r\n\r\nfire`);
    expect(isAsStated(record('sha1:DWUEAJCJRGPMDOU4GTAJLW5XTUCYLXGX'))).toBe(true);
    expect(isAsStated(record('sha1:AWUEAJCJRGPMDOU4GTAJLW5XTUCYLXGX'))).toBe(false);
    expect(isAsStated(record('sha-256:dc9f28b12dd1818ee42ffc92ecb940386214598837348d30d3c6c0b7b57e34c9'))).toBe(true);
    expect(isAsStated(record('blake3:abc'))).toBe(true);
    expect(isAsStated(new TextEncoder().encode('WARC/1.0\r\n\r\nfire'))).toBe(true);
  });
});

it('reads the title of a page and what it shows', () => {
  const shown = `<base href="https://ledger.example/a/"><title> Mill
    fire </title><title>other</title><img src="1.jpg" srcset="2.jpg 2x, 3.jpg 3x"><link rel="stylesheet" href="/s.css">
    <link rel="next" href="/next"><video poster="p.png"><source src="v.mp4#t=1"></video><img src="data:image/png;base64,AA"><a href="x">`;
  expect(readPageParts(shown, 'https://ledger.example/')).toEqual({
    title: 'Mill fire',
    media: [
      ...['a/1.jpg', 'a/2.jpg', 'a/3.jpg', 's.css', 'a/p.png', 'a/v.mp4'].map(
        (path) => `https://ledger.example/${path}`,
      ),
    ],
  });
});
