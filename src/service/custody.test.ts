import { afterAll, describe, expect, it } from 'vitest';
import { openDialects, openTestArchive, writeReport } from '../../test/kits/archives.ts';
import { startNewsServer } from '../../test/kits/news-server.ts';
import { listWebRecords } from '../store/index.ts';
import { addReports, backupArchive, removeReports, tellVersions, verifyArchive } from './index.ts';

const { dialects, close } = await openDialects();
afterAll(close);

const crlf = '\r\n';

/** Write a record of a web archive by hand, as another program would. */
function writeRecord(page: string, digest = ''): string {
  const block = ['HTTP/1.1 200 OK', 'Content-Type: application/json', 'X-Press: 3', '', page].join(crlf);
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    'WARC-Target-URI: https://courier.example/fire',
    'WARC-Date: 2031-05-06T08:00:00Z',
    ...(digest === '' ? [] : [`WARC-Payload-Digest: ${digest}`]),
    `Content-Length: ${Buffer.byteLength(block)}`,
  ];
  return [...head, '', block].join(crlf);
}

const report = writeReport('Springfield', 12);
const warc = (...records: readonly string[]) => ({
  path: 'foreign.warc',
  content: records.map((one) => `${one}${crlf}${crlf}`).join(''),
});

describe.each(dialects)('an archive in $name', ({ makePlace }) => {
  it('keeps records of a foreign web archive as they stood there', async () => {
    const archive = await openTestArchive(makePlace());
    const record = writeRecord(report);
    expect(await addReports(archive, [warc(record)])).toMatchObject({ kept: 1, issues: [] });
    const [kept] = await archive.database.read((db) => listWebRecords(db));
    expect(Buffer.from((await archive.database.blobs.get(kept?.record ?? '')) ?? []).toString()).toBe(record);
    expect(kept).toMatchObject({ uri: 'https://courier.example/fire', date: '2031-05-06T08:00:00Z', digest: null });
    const [version] = await tellVersions(archive, 'https://courier.example/fire');
    expect(version?.received).toEqual({
      status: 'HTTP/1.1 200 OK',
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Press', '3'],
      ],
      records: [{ record: kept?.record, uri: kept?.uri, date: kept?.date }],
    });
    await archive.close();
  });

  it('keeps another record of the same bytes, once, and says which record is not as it states', async () => {
    const archive = await openTestArchive(makePlace());
    const [plain, other] = [writeRecord(report), writeRecord(report, 'sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')];
    await addReports(archive, [warc(plain)]);
    const again = await addReports(archive, [warc(other)]);
    expect(again).toMatchObject({
      kept: 0,
      again: 1,
      issues: [{ code: 'archive/record-digest', path: 'foreign.warc#1' }],
    });
    await addReports(archive, [warc(other)]);
    const verified = await verifyArchive(archive);
    expect(verified).toMatchObject({ sources: 1, records: 2, events: 3, mismatches: [] });
    await archive.close();
  });

  it('copies records, names one that is gone, and takes them out with their source', async () => {
    const archive = await openTestArchive(makePlace());
    await addReports(archive, [warc(writeRecord(report))]);
    const place = makePlace();
    expect(await backupArchive(archive, place)).toEqual({ sources: 1, records: 1, missing: [] });
    const copy = await openTestArchive(place);
    const [kept] = await copy.database.read((db) => listWebRecords(db));
    await copy.database.blobs.remove(kept?.record ?? '');
    expect((await verifyArchive(copy)).mismatches).toMatchObject([{ what: 'missing', subject: kept?.record }]);
    await copy.close();
    await removeReports(archive, 'https://courier.example/fire', 'the family asked for it');
    expect(await verifyArchive(archive)).toMatchObject({ sources: 0, records: 0, mismatches: [] });
    await archive.close();
  });

  it('keeps what a server sent with a page', async () => {
    const server = await startNewsServer({
      '/1': (_, response) =>
        void response.writeHead(200, { 'content-type': 'application/json', etag: '"7"' }).end(report),
    });
    const archive = await openTestArchive(makePlace());
    const fetch = { allowed: true, privateAddresses: true, secondsBetweenRequests: 0 };
    await addReports(archive, [`${server.origin}/1`], { fetch });
    const [version] = await tellVersions(archive, `${server.origin}/1`);
    expect(version?.received).toMatchObject({ status: '200 OK', headers: expect.arrayContaining([['etag', '"7"']]) });
    await archive.close();
    await server.close();
  });
});
