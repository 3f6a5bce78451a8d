import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanEach } from '../index.ts';

const story = (place: string): string =>
  `Two people hurt in ${place}\n\nTwo people were hurt in ${place} on Tuesday when a wall fell, the fire service said. `.concat(
    'The two were taken to hospital and the street was closed for the day. '.repeat(4),
  );
const page = (place: string): string =>
  `<html><head><title>Hurt in ${place}</title></head><body><article><h1>Hurt in ${place}</h1><p>${story(place)}</p></article></body></html>`;
const record = (place: string, number: number): string => {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${page(place)}`;
  return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://ledger.example/${number}\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-load-'));
  const warc = Buffer.concat(['Dravik', 'Ostrel'].map((place, at) => gzipSync(record(place, at))));
  await writeFile(join(folder, 'a.warc.gz'), warc);
  const whole = gzipSync(record('Velm', 7) + record('Orsk', 8));
  await writeFile(join(folder, 'cut.warc.gz'), whole.subarray(0, whole.length * 0.9));
  const bytes = new TextEncoder();
  await writeFile(
    join(folder, 'b.zip'),
    zipSync({ 'one.txt': bytes.encode(story('Maren')), 'two.txt': bytes.encode(story('Tarsk')) }),
  );
  await writeFile(join(folder, 'same.txt'), story('Maren'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function readFolder(paths: readonly string[]) {
  const found = { paths: [] as string[], codes: [] as string[] };
  for await (const { articles, issues } of cleanEach(paths)) {
    found.paths.push(
      ...articles.map(({ source }) => (source.path ?? '').slice((source.path ?? '').lastIndexOf('/') + 1)),
    );
    found.codes.push(...issues.map(({ code }) => code));
  }
  return found;
}

describe('containers', () => {
  it('are opened wherever they lie, each content is read once, and what is broken costs only itself', async () => {
    const { paths, codes } = await readFolder([folder]);
    expect(paths).toEqual(expect.arrayContaining(['a.warc.gz#1', 'a.warc.gz#2', 'b.zip!one.txt', 'b.zip!two.txt']));
    expect(paths).not.toContain('same.txt');
    expect(codes).toContain('pipeline/duplicate-input');
    expect(codes).toContain('ingest/truncated');
  });
});
