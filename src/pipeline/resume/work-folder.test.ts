import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishJson } from '../../publish/index.ts';
import type { Input } from '../intake/inputs.ts';
import { type RunOptions, runRead } from '../run.ts';
import { settleWork } from './work-folder.ts';

const report = (town: string, day = 14): string =>
  `Fire in ${town} kills two\n\n${day} May 2024\n\nAt least two people were killed and five injured when a fire broke out at a mill in ${town} on Monday, police said.\n`;
const inputs: readonly Input[] = [
  ...['Norwick', 'Eastholm', 'Varlow'].map((town) => ({ path: `${town}.txt`, content: report(town) })),
  { path: 'again.txt', content: report('Norwick') },
  { path: 'empty.txt', content: '' },
  {
    path: 'many.jsonl',
    content: `${[...Array(20).keys()].map((n) => JSON.stringify({ title: `Fire ${n}`, text: report(`Town ${n}`) })).join('\n')}\n{"bad`,
  },
];

let folder: string;
let work: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-work-'));
  work = join(folder, 'work');
});
afterEach(() => rmSync(folder, { recursive: true }));

const options: RunOptions = { now: '2026-01-01T00:00:00Z', reader: 'fast' };
const readHere = async (given: readonly Input[] = inputs, more: RunOptions = {}): Promise<string> =>
  publishJson((await runRead(given, { ...options, work, ...more })).edition);
const segments = (): readonly string[] => readdirSync(work).filter((name) => name.startsWith('finished-'));
const manifest = (): readonly Record<string, unknown>[] =>
  readFileSync(join(work, 'manifest.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a run with a work folder', () => {
  it('says what a run without one says, and does nothing twice', async () => {
    const wanted = publishJson((await runRead(inputs, options)).edition);
    expect(await readHere()).toBe(wanted);
    expect(segments()).toHaveLength(1);
    expect(await readHere()).toBe(wanted);
    expect(await readHere(inputs.toReversed(), { workers: 1 })).toBe(wanted);
    expect(segments()).toHaveLength(1);
  }, 60_000);

  it('goes on from wherever the journal was torn off', async () => {
    const wanted = await readHere();
    const lines = readFileSync(join(work, 'manifest.jsonl'), 'utf8');
    const path = join(work, segments()[0] ?? '');
    const whole = readFileSync(path);
    for (const part of [0.9, 0.5, 0.1, 0]) {
      for (const name of segments()) rmSync(join(work, name));
      writeFileSync(path, whole);
      truncateSync(path, Math.floor(whole.length * part));
      expect(await readHere()).toBe(wanted);
      expect(segments()).toHaveLength(2);
      expect(readFileSync(join(work, 'manifest.jsonl'), 'utf8')).toBe(lines);
    }
  });

  it('reads only what is new or changed', async () => {
    await readHere();
    const before = statSync(join(work, segments()[0] ?? '')).size;
    await readHere([...inputs, { path: 'new.txt', content: report('Grenby') }]);
    expect(segments()).toHaveLength(2);
    expect(statSync(join(work, segments()[1] ?? '')).size).toBeLessThan(before / 10);
  });

  it('keeps results of other settings apart, but not of another policy', async () => {
    const other = publishJson((await runRead(inputs, { ...options, policy: 'ucdp' })).edition);
    await readHere();
    expect(await readHere(inputs, { policy: 'ucdp' })).toBe(other);
    expect(segments()).toHaveLength(1);
    await readHere(inputs, { clean: { minBodyWords: 6 } });
    expect(segments()).toHaveLength(2);
  });

  it('keeps results of another runtime apart, whose scores may be rounded otherwise', async () => {
    const one = inputs.slice(0, 1);
    const deep = { reader: 'deep' } as const;
    for (const runtime of ['wasm', 'native', 'wasm', 'native'] as const) {
      const { edition } = await runRead(one, { ...options, ...deep, work, runtime });
      expect(edition.config.runtime).toBe(runtime);
    }
    expect(segments()).toHaveLength(2);
  }, 60_000);

  it('tells of every input what became of it and why', async () => {
    await readHere([...inputs, join(folder, 'missing.txt')]);
    const fates = manifest().map(({ path, fate, articles, because }) => [
      String(path).replace(`${folder}/`, ''),
      fate,
      articles,
      (because as readonly { code: string }[]).map(({ code }) => code),
    ]);
    expect(fates).toEqual([
      ['missing.txt', 'quarantined', 0, ['io/unreadable-path']],
      ['Eastholm.txt', 'read', 1, []],
      ['Norwick.txt', 'read', 1, []],
      ['Varlow.txt', 'read', 1, []],
      ['again.txt', 'skipped', 0, ['pipeline/duplicate-input']],
      ['empty.txt', 'quarantined', 0, ['ingest/empty']],
      ['many.jsonl', 'read', 20, ['ingest/bad-json']],
    ]);
    expect(
      manifest().every(({ content, fate }) => fate === 'quarantined' || /^[\da-f]{64}$/.test(String(content))),
    ).toBe(true);
  });

  it('does not try again what was given up, until the limits change', async () => {
    const slow = { path: 'slow.txt', content: report('Norwick') };
    const given = await runRead([slow], { ...options, work, workers: 1, limits: { maxSecondsPerDocument: 0.001 } });
    expect(given.edition.issues.map(({ code }) => code)).toEqual(['pipeline/timed-out']);
    const again = await runRead([slow], { ...options, work, workers: 0, limits: { maxSecondsPerDocument: 0.001 } });
    expect(again.edition.issues).toEqual(given.edition.issues);
    expect((await runRead([slow], { ...options, work })).edition.articles).toHaveLength(1);
  }, 60_000);

  it('keeps the time of the run that was begun, and takes a new one once that is settled', async () => {
    const dated = [
      { path: 'a.json', content: JSON.stringify({ title: 'Fire', text: report('Norwick'), date: '2026-06-01' }) },
    ];
    const codesAt = async (now: string): Promise<readonly string[]> => {
      const { edition } = await runRead(dated, { ...options, work, now });
      return edition.issues.map(({ code }) => code);
    };
    expect(await codesAt('2026-01-01T00:00:00Z')).toContain('clean/date-in-future');
    expect(await codesAt('2026-07-01T00:00:00Z')).toContain('clean/date-in-future');
    await settleWork(work);
    expect(await codesAt('2026-07-01T00:00:00Z')).not.toContain('clean/date-in-future');
  });
});
