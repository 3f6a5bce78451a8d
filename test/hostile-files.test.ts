import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { createTar } from 'nanotar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRead } from '../src/pipeline/index.ts';
import type { Run } from '../src/pipeline/run.ts';

const report = (town: string): string =>
  `Fire in ${town}\n\n14 May 2024\n\nTwo people were killed when a fire broke out at a mill in ${town} on Monday, police said. “We are shocked,” said the café’s owner.\n`;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function nest(levels: number): Uint8Array {
  let nested: Uint8Array = encode(report('Varlow'));
  for (let level = 0; level < levels; level += 1) nested = zipSync({ 'in.zip': nested });
  return nested;
}

const entities = [...Array(12).keys()].map((at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(12)}">`).join('');
const bomb = gzipSync(new Uint8Array(20_000_000).fill(65));
const half = Math.floor(report('Grenby').length / 2);

/** Damaging files, each with the issue code it must get; `undefined` for those that must be read without one. */
const files: Readonly<Record<string, readonly [content: string | Uint8Array, code: string | undefined]>> = {
  'good.txt': [report('Norwick'), undefined],
  'line-of-100-mb.txt.gz': [gzipSync(new Uint8Array(100_000_000).fill(97)), 'ingest/text-too-long'],
  'line-of-100-mb.txt': [new Uint8Array(100_000_000).fill(97), 'ingest/too-large'],
  'nested.zip': [nest(6), 'ingest/nested-too-deep'],
  'bombs.zip': [
    zipSync(Object.fromEntries([...Array(30).keys()].map((at) => [`${at}.gz`, bomb]))),
    'ingest/archive-too-large',
  ],
  'entities.xml': [
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "x">${entities}]><rss version="2.0"><channel><title>&e12;</title><item><title>&e12;</title></item></channel></rss>`,
    'ingest/bad-feed',
  ],
  'deep-feed.xml': [`<rss version="2.0"><channel>${'<item>'.repeat(30_000)}`, 'ingest/bad-feed'],
  'deep.html': [`<html><body>${'<div>'.repeat(100_000)}${report('Dunmere')}`, 'ingest/html-too-deep'],
  'aliases.md': [
    `---\ntitle: Fire\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'.replace(/./g, (name) => `${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}---\n\n${report('Pellmouth')}`,
    undefined,
  ],
  'up.tar': [
    createTar([
      { name: '../../../../tmp/variorum-escaped.txt', data: encode(report('Eastholm')) },
      { name: '/etc/variorum-escaped.txt', data: encode(report('Kestrel Hill')) },
    ]),
    undefined,
  ],
  'latin.html': [
    Buffer.from(
      `<html><head><meta charset="iso-8859-1"><title>Fire</title></head><body><article><p>${report('Sallow Bay').replaceAll(/[“”’]/g, "'")}</p></article></body></html>`,
      'latin1',
    ),
    undefined,
  ],
  'wrong-charset.html': [
    `<html><head><meta charset="utf-16"><title>Fire</title></head><body><article><p>${report('Orsk Ferry')}</p></article></body></html>`,
    undefined,
  ],
  'mixed.txt': [
    Buffer.concat([
      encode(report('Grenby')),
      Buffer.from(`Later the café reopened. ${report('Grenby').slice(half)}`.replaceAll(/[“”’]/g, ''), 'latin1'),
    ]),
    undefined,
  ],
  'wide.txt': [Buffer.from(`\ufeff${report('Tarsk')}`, 'utf16le'), undefined],
  'marks.txt': [
    report('Ostrel').replaceAll(' ', ' \u202e\u2066').replace('killed', 'kil\u00adled').concat('\ud800 \udfff \u0085'),
    undefined,
  ],
  'broken.pdf': [`%PDF-1.7\n${'1 0 obj << /Kids [1 0 R] /Length 99999999 >> '.repeat(2000)}`, 'ingest/broken-pdf'],
};

let folder: string;
let run: Run;
let seconds: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-hostile-'));
  for (const [name, [content]] of Object.entries(files)) writeFileSync(join(folder, name), content);
  symlinkSync('loop.txt', join(folder, 'loop.txt'));
  symlinkSync('.', join(folder, 'around'));
  symlinkSync('/nowhere/at-all.txt', join(folder, 'dangling.txt'));
  if (process.platform === 'linux') execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
  const started = performance.now();
  run = await runRead([folder], {
    workers: 1,
    reader: 'fast',
    limits: { maxSecondsPerDocument: 30 },
    unpack: { maxUnpackedBytes: 110_000_000 },
  });
  seconds = (performance.now() - started) / 1000;
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('hostile files', () => {
  it('cost bounded time together', () => {
    expect(seconds).toBeLessThan(120);
  });

  it.each(Object.entries(files))('%s costs only itself, and the issue names the cause', (name, [, code]) => {
    const path = `${folder}/${name}`;
    const read = run.edition.articles.filter((article) => article.path?.startsWith(path));
    const codes = run.edition.issues.flatMap((issue) =>
      issue.path?.startsWith(path.replace(/\.gz$/, '')) && issue.severity !== 'info' ? [issue.code] : [],
    );
    if (code === undefined) expect(read.length, codes.join()).toBeGreaterThan(0);
    else expect(codes).toContain(code);
  });

  it('keeps members of archives under the archive, whatever they call themselves', () => {
    const paths = run.edition.articles.flatMap(({ path = '' }) =>
      path.includes('up.tar') ? [path.split('!')[1]] : [],
    );
    expect(paths.sort()).toEqual(['etc/variorum-escaped.txt', 'tmp/variorum-escaped.txt']);
  });

  it('follows no link to a folder, and names links that lead nowhere', () => {
    expect(run.edition.articles.some(({ path }) => path?.includes('around'))).toBe(false);
    expect(run.edition.issues).toContainEqual(
      expect.objectContaining({ code: 'io/unreadable-path', path: `${folder}/loop.txt` }),
    );
  });
});
