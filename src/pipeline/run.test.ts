import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editionSchema } from '../model/index.ts';
import { publishJson } from '../publish/index.ts';
import { RequestError, SettingsError } from './errors.ts';
import type { Input } from './intake/inputs.ts';
import { cleanEach, type Progress, read, readEach, runRead } from './run.ts';

const now = '2026-01-01T00:00:00Z';
const folder = 'examples/river-flood';
const reports: readonly Input[] = readdirSync(folder)
  .filter((name) => /^\d/.test(name))
  .map((name) => ({ content: readFileSync(join(folder, name)), path: name }));

const report = (town: string): string =>
  `Fire in ${town} kills two\n\n14 May 2024\n\nTwo people were killed and five injured when a fire broke out at a mill in ${town} on Monday, police said.\n\nThe cause of the fire is not known, a spokesman for the fire service told reporters on Tuesday.\n`;

let temporary: string;
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'variorum-read-'));
});
afterAll(() => rmSync(temporary, { recursive: true }));

describe('read', () => {
  it('gives an edition its schema accepts, whose quotes stand where they say', async () => {
    const edition = await read(reports, { now });
    expect(editionSchema.parse(edition)).toEqual(edition);
    expect(edition.articles).toHaveLength(reports.length);
    expect(edition.claims.length).toBeGreaterThan(10);
    const texts = new Map(edition.articles.map(({ id, text }) => [id, text]));
    for (const { article, evidence } of edition.claims) {
      for (const { start, end, quote } of evidence) expect(texts.get(article)?.slice(start, end)).toBe(quote);
    }
  });

  it.each([-1, 1.5, 65, Number.NaN])('refuses %d workers', async (workers) => {
    await expect(read(reports, { now, workers })).rejects.toThrow('workers: give a whole number from 0 to 64');
  });

  it('gives the same bytes whatever the order of inputs and the time', async () => {
    const wanted = publishJson(await read(reports, { now }));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...reports.keys()], { minLength: reports.length }),
        fc.constantFrom(now, '2031-07-05T23:59:59Z'),
        async (order, time) => {
          const inputs = order.flatMap((at) => reports[at] ?? []);
          expect(publishJson(await read(inputs, { now: time })) === wanted).toBe(true);
        },
      ),
      { numRuns: 6, seed: 7 },
    );
  }, 60_000);

  it.each([1, 2])(
    'gives the same bytes with %i workers as with none',
    async (workers) => {
      const wanted = publishJson(await read(reports, { now }));
      expect(publishJson(await read(reports.toReversed(), { now, workers }))).toBe(wanted);
    },
    60_000,
  );

  it('keeps the names of persons out unless asked', async () => {
    const content =
      'A fire broke out in Norwick on Monday.\n\nMaren Tolvik, 41, was killed in the fire, police said on Tuesday.\n';
    const [without, kept] = [await read([{ content }], { now }), await read([{ content }], { now, names: true })];
    const namesOf = ({ claims }: typeof kept) => claims.flatMap(({ person }) => person?.name ?? []);
    expect(namesOf(kept)).toContain('Maren Tolvik');
    expect(namesOf(without)).toEqual([]);
    expect(JSON.stringify(without.claims.map(({ person }) => person))).not.toMatch(/tolvik/i);
  });

  it('reads the same bytes once, under the first of their paths', async () => {
    const { edition, setAside } = await runRead(
      [
        { content: report('Norwick'), path: 'b.txt' },
        { content: report('Norwick'), path: 'a.txt' },
      ],
      { now },
    );
    expect(edition.articles.map(({ path }) => path)).toEqual(['a.txt']);
    expect(edition.issues).toContainEqual(expect.objectContaining({ code: 'pipeline/duplicate-input', path: 'b.txt' }));
    expect(setAside).toBe(0);
  });

  it('sets aside what cannot be read, says why, and reads the rest', async () => {
    const empty = join(temporary, 'empty.txt');
    writeFileSync(empty, '');
    const { edition, setAside } = await runRead(
      [
        join(temporary, 'missing.txt'),
        empty,
        { content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), path: 'picture.txt' },
        { content: report('Norwick'), path: 'good.txt' },
        { content: report('Eastholm').repeat(50), path: 'large.txt' },
      ],
      { now, limits: { maxInputMegabytes: 0.01 } },
    );
    expect(edition.articles.map(({ path }) => path)).toEqual(['good.txt']);
    expect(setAside).toBe(4);
    const codes = edition.issues.map(({ code }) => code);
    for (const code of ['io/unreadable-path', 'ingest/empty', 'ingest/binary', 'ingest/too-large']) {
      expect(codes).toContain(code);
    }
  });

  it('gives up a document that takes too long, and reads its neighbours', async () => {
    const records = [...Array(9).keys()].map((n) => JSON.stringify({ title: `Fire ${n}`, text: report(`Town ${n}`) }));
    const { edition, setAside } = await runRead([{ content: records.join('\n'), path: 'all.jsonl' }], {
      now,
      workers: 1,
      limits: { maxSecondsPerDocument: 0.001 },
    });
    expect(setAside).toBeGreaterThan(0);
    expect(edition.issues).toContainEqual(
      expect.objectContaining({ code: 'pipeline/timed-out', path: expect.stringMatching('all.jsonl') }),
    );
  }, 60_000);

  it.each([0, 1])(
    'ends at a signal, with %i workers, and goes on from there in its work folder',
    async (workers) => {
      const inputs = [...Array(8).keys()].map((n) => ({ content: report(`Town ${n}`), path: `${n}.txt` }));
      const options = { now, workers, reader: 'fast', work: join(temporary, `work-${workers}`) } as const;
      const stop = new AbortController();
      let reached = 0;
      const onProgress = ({ done }: Progress): void => {
        reached = done;
        if (done === 3) stop.abort(new Error('told to stop'));
      };
      await expect(read(inputs, { ...options, onProgress, signal: stop.signal })).rejects.toThrow('told to stop');
      expect(reached).toBe(3);
      expect(publishJson(await read(inputs, options))).toBe(publishJson(await read(inputs, { now, reader: 'fast' })));
    },
    60_000,
  );

  it('refuses a number of workers that no machine has, and a work folder that takes no files', async () => {
    for (const workers of [-1, 1.5, 65, Number.NaN])
      await expect(read([], { now, workers })).rejects.toThrow(SettingsError);
    const file = join(temporary, 'file');
    writeFileSync(file, '');
    await expect(read([], { now, work: join(file, 'work') })).rejects.toThrow(RequestError);
  });

  it('makes an empty edition of nothing', async () => {
    const edition = await read([], { now });
    expect(editionSchema.parse(edition).incidents).toEqual([]);
  });
});

describe('readEach and cleanEach', () => {
  it('yield one part an input, in reading order', async () => {
    const inputs = ['Norwick', 'Eastholm'].map((town) => ({ content: report(town), path: `${town}.txt` }));
    const parts = [];
    for await (const part of readEach(inputs, { now })) parts.push(part);
    expect(parts.map(({ path, readings }) => [path, readings.length])).toEqual([
      ['Eastholm.txt', 1],
      ['Norwick.txt', 1],
    ]);
    const cleaned = [];
    for await (const part of cleanEach(inputs, { now })) cleaned.push(part);
    expect(cleaned.map(({ articles }) => articles.length)).toEqual([1, 1]);
    expect(cleaned.flatMap((part) => Object.keys(part))).not.toContain('readings');
  });
});
