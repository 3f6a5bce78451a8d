import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Heard, hearOutput, runHeard } from '../../test/kits/heard.ts';
import { type NewsServer, startNewsServer } from '../../test/kits/news-server.ts';

const page =
  '<html><head><title>Mill fire in Norwick</title></head><body><article><h1>Mill fire in Norwick</h1><p>Two people were killed when a fire broke out at a mill in Norwick on 4 February 2031, police said.</p><img src="/mill.jpg"></article></body></html>';

let folder: string;
let server: NewsServer;
const heard: Heard = { printed: '', complained: '' };
const named = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-cli-capture-'));
  server = await startNewsServer({
    '/old': (_, response) => void response.writeHead(301, { location: '/1' }).end('moved'),
    '/1': (_, response) =>
      void response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip', 'x-served-by': 'press-3' })
        .end(gzipSync(page)),
    '/mill.jpg': (_, response) => void response.writeHead(200, { 'content-type': 'image/jpeg' }).end('picture'),
  });
  writeFileSync(named('quick.yaml'), 'fetch:\n  secondsBetweenRequests: 0\nreader: fast\n');
  hearOutput(heard);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]) => runHeard(heard, args);
const capture = (...args: readonly string[]) =>
  run('capture', ...args, '--out', named('fire.wacz'), '--config', named('quick.yaml'), '--by', 'R. Ames');
const fetching = ['--fetch', '--allow-private'];

it('is refused without --fetch, before anything is asked', async () => {
  expect((await capture(`${server.origin}/1`))[0]).toBe(2);
  expect(heard.complained).toContain('works offline unless told otherwise: add --fetch');
  expect(server.asked).toEqual([]);
});

it('keeps pages with their redirects, headers and media, signed, and verifies them', async () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  writeFileSync(named('key.pem'), pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(named('public.pem'), pair.publicKey.export({ type: 'spki', format: 'pem' }));
  const key = ['--key', named('key.pem')];
  const [code, said] = await capture(`${server.origin}/old`, ...fetching, '--media', ...key, '--note', 'fires');
  expect([code, said]).toEqual([0, `1 page captured with 1 other file: ${named('fire.wacz')}\n`]);
  const [verified, told] = await run('verify', named('fire.wacz'), '--key', named('public.pem'));
  expect([verified, told]).toEqual([
    0,
    expect.stringMatching(/^6 files and 7 records looked at; signed 20.* with key/),
  ]);
  expect((await run('verify', named('fire.wacz'), '--key', named('quick.yaml')))[0]).toBe(2);
  const bytes = readFileSync(named('fire.wacz'));
  bytes[300] = (bytes[300] ?? 0) ^ 1;
  writeFileSync(named('bad.wacz'), bytes);
  expect((await run('verify', named('bad.wacz')))[0]).toBe(1);
  expect(heard.printed).toContain('archive/data.warc.gz');
});

it('goes on after what cannot be taken, and says so', async () => {
  writeFileSync(named('letter.txt'), 'Three people were hurt in Varlow.');
  const [code] = await capture(named('letter.txt'), `${server.origin}/none`, ...fetching);
  expect(code).toBe(3);
  expect(heard.complained).toContain('has no such page (404)');
  expect((await capture(`${server.origin}/none`, ...fetching))[0]).toBe(1);
});

it('adds what it captured to an archive, which keeps the records', async () => {
  const archive = named('archive');
  const [code, said] = await capture(`${server.origin}/1`, ...fetching, '--archive', archive);
  expect([code, said]).toEqual([0, expect.stringContaining(`1 source added to ${archive}, 0 known.`)]);
  expect(await run('verify', archive)).toEqual([0, '1 source, 1 record and 2 lines of the log looked at.\n']);
  const [, versions] = await run('versions', archive, `${server.origin}/1`);
  expect(versions).toMatch(/ {2}200 OK, taken 20\S+Z from http:\S+, record [\da-f]{16}\n/);
});
