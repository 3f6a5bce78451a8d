import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { createTar } from 'nanotar';
import { describe, expect, it } from 'vitest';
import { isIssue, type UnpackedItem, unpack, unpackDefaults } from './index.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function open(bytes: Uint8Array, path = 'in', limits = unpackDefaults): Promise<readonly UnpackedItem[]> {
  const found: UnpackedItem[] = [];
  for await (const one of unpack({ bytes, path }, limits)) found.push(one);
  return found;
}

async function list(bytes: Uint8Array, path?: string, limits = unpackDefaults): Promise<readonly string[]> {
  return (await open(bytes, path, limits)).map((one) =>
    isIssue(one) ? one.code : `${one.path}: ${textOf(one.bytes)}`,
  );
}

const report = bytesOf('Two people were hurt in Dravik.');

function record(type: string, body: string, http = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'): string {
  const block = `${http}${body}`;
  return `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://ledger.example/${body.length}\r\nWARC-Date: 2031-02-04T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000${body.length % 10}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${bytesOf(block).length}\r\n\r\n${block}\r\n\r\n`;
}

describe('unpack', () => {
  it('leaves a file that holds no others as it is', async () => {
    expect(await list(report)).toEqual(['in: Two people were hurt in Dravik.']);
  });

  it('opens gzip, zip and tar, one inside the other', async () => {
    const tar = createTar([{ name: 'week/one.txt', data: report }]);
    expect(await list(gzipSync(tar), 'week.tgz')).toEqual(['week.tar!week/one.txt: Two people were hurt in Dravik.']);
    const zip = zipSync({ 'a/week.tar.gz': gzipSync(tar), 'b.txt': report });
    expect(await list(zip, 'all.zip')).toEqual([
      'all.zip!a/week.tar!week/one.txt: Two people were hurt in Dravik.',
      'all.zip!b.txt: Two people were hurt in Dravik.',
    ]);
  });

  it('names members without steps upward, and leaves links and furniture out', async () => {
    const tar = createTar([
      { name: '../../etc/one.txt', data: report },
      { name: '__MACOSX/one.txt', data: report },
    ]);
    expect(await list(tar, 'in.tar')).toEqual(['in.tar!etc/one.txt: Two people were hurt in Dravik.']);
  });

  it('reads the pages of a web archive, and what came before a break', async () => {
    const warc = record('response', '<p>one</p>') + record('request', 'GET /') + record('response', '<p>three</p>');
    expect(await list(bytesOf(warc), 'a.warc')).toEqual(['a.warc#1: <p>one</p>', 'a.warc#3: <p>three</p>']);
    const gone = record('response', 'gone', 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n');
    expect(await list(bytesOf(gone))).toEqual([]);
    const cut = bytesOf(warc).subarray(0, warc.length - 40);
    expect((await list(cut, 'a.warc'))[0]).toBe('a.warc#1: <p>one</p>');
  });

  it('keeps the address of a page of a web archive', async () => {
    const [page] = await open(gzipSync(bytesOf(record('response', '<p>one</p>'))), 'a.warc.gz');
    expect(page).toMatchObject({ url: 'https://ledger.example/10' });
  });

  it('makes a message an article with its own headers', async () => {
    const mail =
      'From: Ada Quill <ada@ledger.example>\r\nTo: desk@ledger.example\r\nSubject: Two hurt in Dravik\r\nDate: Tue, 04 Feb 2031 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nTwo people were hurt.\r\n';
    const [article] = await open(bytesOf(mail));
    expect(article === undefined || isIssue(article) ? article : JSON.parse(textOf(article.bytes))).toMatchObject({
      headline: 'Two hurt in Dravik',
      author: 'Ada Quill',
      published: '2031-02-04T10:00:00.000Z',
      body: 'Two people were hurt.\n',
    });
  });

  it('takes front matter for no message', async () => {
    expect(await list(bytesOf('From: Dravik\nDate: 4 February\nSubject: fire\n\nTwo people were hurt.'))).toHaveLength(
      1,
    );
  });

  it('finds the page in a saved page', async () => {
    const saved =
      'From: <Saved by a browser>\r\nSnapshot-Content-Location: https://ledger.example/1\r\nSubject: Two hurt\r\nDate: Tue, 04 Feb 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="edge"\r\n\r\n--edge\r\nContent-Type: text/html\r\nContent-Location: https://ledger.example/1\r\n\r\n<p>Two hurt</p>\r\n--edge\r\nContent-Type: text/css\r\n\r\np{}\r\n--edge--\r\n';
    const found = await open(bytesOf(saved), 'page.mhtml');
    expect(found).toMatchObject([{ path: 'page.mhtml', url: 'https://ledger.example/1' }]);
  });

  it('stops at nesting, growth and size beyond the limits', async () => {
    let nested: Uint8Array = report;
    for (let level = 0; level < 6; level += 1) nested = zipSync({ 'in.zip': nested });
    expect(await list(nested)).toEqual(['ingest/nested-too-deep']);
    const bomb = gzipSync(new Uint8Array(4_000_000));
    const small = { ...unpackDefaults, maxMemberBytes: 1_000_000, maxUnpackedBytes: 1_000_000 };
    expect(await list(bomb, 'bomb.gz', small)).toEqual(['ingest/archive-too-large']);
    expect(await list(zipSync({ big: new Uint8Array(4_000_000) }), 'bomb.zip', small)).toEqual([
      'ingest/archive-too-large',
    ]);
  });

  it('stops at many small bombs as at a big one', async () => {
    const bomb = gzipSync(new Uint8Array(400_000));
    const zip = zipSync(Object.fromEntries([...Array(40).keys()].map((number) => [`${number}.gz`, bomb])));
    const small = { ...unpackDefaults, maxMemberBytes: 1_000_000, maxUnpackedBytes: 1_000_000 };
    const found = await open(zip, 'bombs.zip', small);
    expect(found.at(-1)).toMatchObject({ code: 'ingest/archive-too-large', path: 'bombs.zip' });
    expect(found.length).toBeLessThan(8);
  });

  it.each([
    [
      'a row that no sheet has',
      '<row r="1e999"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>',
      'ingest/broken-archive',
    ],
    [
      'a cell at no place',
      '<row r="1"><c r="Bridge Street1" t="inlineStr"><is><t>x</t></is></c></row>',
      'ingest/broken-archive',
    ],
    [
      'cells far apart',
      '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>',
      'ingest/archive-too-large',
    ],
  ])('does not make room for %s of a workbook', async (_, rows, code) => {
    const book = zipSync({
      '[Content_Types].xml': bytesOf('<Types/>'),
      'xl/workbook.xml': bytesOf('<workbook/>'),
      'xl/worksheets/sheet1.xml': bytesOf(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    });
    expect(await list(book, 'a.xlsx')).toEqual([code]);
  });

  it('does not let a zip file say that it is smaller than it is', async () => {
    const zip = zipSync({ 'big.txt': new Uint8Array(400_000).fill(65) });
    const view = Buffer.from(zip);
    for (const mark of [0x02014b50, 0x04034b50]) {
      const at = view.indexOf(Buffer.from(Uint32Array.of(mark).buffer));
      view.writeUInt32LE(10, at + (mark === 0x02014b50 ? 24 : 22));
    }
    for (const one of await open(view)) expect(isIssue(one) ? 0 : one.bytes.length).toBeLessThanOrEqual(10);
  });

  it('goes on after a record of a web archive that is not as it says', async () => {
    const bad = 'WARC/1.1\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nbody\r\n\r\n';
    const stray = `${'x'.repeat(200_000)}\n`;
    const warc = `${record('response', '<p>one</p>')}${bad}${stray}${record('response', '<p>last</p>')}`;
    expect(await list(bytesOf(warc), 'a.warc')).toEqual([
      'a.warc#1: <p>one</p>',
      'ingest/broken-archive',
      'ingest/broken-archive',
      'a.warc#3: <p>last</p>',
    ]);
    expect(await list(bytesOf(`${record('response', '<p>one</p>')}${'no line end '.repeat(9000)}`))).toEqual([
      'in#1: <p>one</p>',
      'ingest/broken-archive',
    ]);
  });

  it('gives what can be read of a file cut short, and says so', async () => {
    const whole = gzipSync(bytesOf('Two people were hurt in Dravik. '.repeat(2000)), { level: 0 });
    const [issue, part] = await open(new Uint8Array(whole.subarray(0, whole.length / 2)), 'cut.txt.gz');
    expect(issue).toMatchObject({ code: 'ingest/truncated' });
    expect(part).toMatchObject({ path: 'cut.txt' });
  });

  it('never throws and never runs on, whatever the bytes after a mark of a container', async () => {
    const marks = [
      'PK\u0003\u0004',
      '\u001f\u008b\u0008',
      'WARC/1.0\r\n',
      '%PDF-1.4\n',
      'Subject: a\r\nFrom: b\r\nMIME-Version: 1.0\r\n\r\n',
    ];
    const input = fc.tuple(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 400 }));
    await fc.assert(
      fc.asyncProperty(input, async ([mark, rest]) => {
        const bytes = new Uint8Array([...Buffer.from(mark, 'latin1'), ...rest]);
        for (const one of await open(bytes)) expect(isIssue(one) ? one.code : one.bytes).toBeTruthy();
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});
