import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { writeReport } from '../../test/kits/archives.ts';
import { type Heard, hearOutput, runHeard } from '../../test/kits/heard.ts';

let folder: string;
let archive: string;
const named = (name: string): string => join(folder, name);
const heard: Heard = { printed: '', complained: '' };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-cli-archive-'));
  archive = named('archive');
  writeFileSync(named('a.json'), writeReport('Springfield', 12));
  writeFileSync(named('b.json'), writeReport('Springfield', 14, 'officials', '2031-05-07'));
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => {
  hearOutput(heard);
});

const run = (...args: readonly string[]) => runHeard(heard, args);

const who = ['--by', 'R. Ames', '--reason', 'list of names'];

it('is made by adding to it, and what is there is told', async () => {
  const add = (name: string) =>
    run('add', archive, named(name), '--workers', '0', '--reader', 'fast', '--by', 'R. Ames');
  expect(await add('a.json')).toEqual([0, '1 source added (1 article), 0 were there.\n']);
  expect(await add('a.json')).toEqual([0, '0 sources added (0 articles), 1 was there.\n']);
  expect((await add('b.json'))[0]).toBe(0);
});

it('is what edition, export, explain and diff read', async () => {
  const [code, csv] = await run('export', archive, '--format', 'csv');
  expect([code, csv]).toEqual([0, expect.stringContaining('killed')]);
  expect((await run('explain', archive, '1.killed'))[1]).toContain('14');
  expect((await run('edition', archive, '--out', named('edition.json')))[0]).toBe(0);
  expect((await run('diff', named('edition.json'), archive))[0]).toBe(0);
});

it('keeps decisions, tells them, and takes them back', async () => {
  const [code, line] = await run('decide', 'override', archive, '1.killed', '--value', '11', ...who);
  expect(code).toBe(0);
  const [id = ''] = line.split(' ');
  expect(line).toBe(`${id} is kept: override 1.killed.\n`);
  expect((await run('decisions', archive))[1]).toMatch(
    new RegExp(`^${id}  .*  R\\. Ames  override killed\n  list of names\n$`),
  );
  expect((await run('diff', named('edition.json'), archive))[0]).toBe(1);
  expect(await run('undo', archive, id.slice(0, 14), ...who)).toEqual([0, `${id} is taken back.\n`]);
  expect((await run('decisions', archive))[1]).toContain('taken back');
  expect((await run('diff', named('edition.json'), archive))[0]).toBe(0);
  expect((await run('undo', archive, id, ...who))[0]).toBe(2);
  expect(heard.complained).toContain('it was taken back before');
});

it('refuses files where it has its own, and other folders', async () => {
  expect((await run('decide', 'note', archive, '1', ...who, '--out', named('d.jsonl')))[0]).toBe(2);
  expect(heard.complained).toContain('the archive itself keeps what is decided');
  expect((await run('export', archive, '--format', 'csv', '--decisions', named('d.jsonl')))[0]).toBe(2);
  expect(heard.complained).toContain('decisions of its own');
  expect((await run('export', folder, '--format', 'csv'))[0]).toBe(2);
  expect(heard.complained).toContain(folder);
});

it('takes what read and watch read as well', async () => {
  const [place, feed] = [named('second'), named('feed.xml')];
  const flags = ['--reader', 'fast', '--workers', '0', '--archive', place];
  writeFileSync(
    feed,
    '<rss version="2.0"><channel><title>Ledger</title><item><title>Flood in Varlow</title><description>Three people were killed in a flood in Varlow on 3 May 2031, officials said.</description></item></channel></rss>',
  );
  const [code, printed] = await run('read', named('a.json'), ...flags);
  expect([code, JSON.parse(printed).articles.length]).toEqual([0, 1]);
  const [, both] = await run('read', named('b.json'), ...flags);
  expect(JSON.parse(both).articles).toHaveLength(2);
  expect((await run('read', named('b.json'), ...flags, '--work', named('work')))[0]).toBe(2);
  expect((await run('watch', feed, '--once', '--out', named('watched.json'), ...flags))[0]).toBe(1);
  expect((await run('search', place, 'Varlow'))[1]).toContain('Flood in Varlow');
  const [, before] = await run('verify', place);
  expect((await run('watch', feed, '--once', '--out', named('watched.json'), ...flags))[0]).toBe(0);
  expect((await run('verify', place))[1]).toBe(before);
  expect((await run('incidents', place))[0]).toBe(0);
});
