import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Heard, hearOutput } from '../../test/kits/heard.ts';
import { editionSchema } from '../model/index.ts';
import { main } from './run.ts';

let folder: string;
const named = (name: string): string => join(folder, name);
const heard: Heard = { printed: '', complained: '' };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-cli-'));
  const text =
    'Fire in Norwick\n\n14 May 2024\n\nTwo people were killed when a fire broke out at a mill in Norwick on Monday, police said.\n';
  writeFileSync(named('good.txt'), text);
  writeFileSync(named('empty.txt'), '');
  writeFileSync(named('config.yaml'), 'policy: ucdp\nlimits:\n  maxSecondsPerDocument: 60\n');
  writeFileSync(named('typo.yaml'), 'polcy: ucdp\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => {
  hearOutput(heard);
});

const readHere = (...args: readonly string[]) => main(['read', ...args, '--workers', '0']);

describe('variorum read', () => {
  it('prints an edition as JSON where it is piped, and says nothing else', async () => {
    expect(await readHere(named('good.txt'))).toBe(0);
    expect(editionSchema.parse(JSON.parse(heard.printed)).articles).toHaveLength(1);
    expect(heard.complained).toBe('');
  });

  it('writes to a file under a config, whose policy a flag overrides', async () => {
    expect(
      await readHere(named('good.txt'), '--config', named('config.yaml'), '--out', named('out/edition.json')),
    ).toBe(0);
    expect(JSON.parse(readFileSync(named('out/edition.json'), 'utf8')).config.policy).toBe('ucdp');
    expect(await readHere(named('good.txt'), '--config', named('config.yaml'), '--policy', 'recorder')).toBe(0);
    expect(JSON.parse(heard.printed).config.policy).toBe('recorder');
  });

  it.each(['html', 'md', 'csv', 'summary'])('prints %s', async (format) => {
    expect(await readHere(named('good.txt'), '--format', format)).toBe(0);
    expect(heard.printed).toContain('Two people were killed');
    expect(heard.printed).not.toContain('\u001b[');
  });

  it('counts the records of a file that hold no article, and exits 3', async () => {
    const record = JSON.stringify({ title: 'Fire in Norwick', text: readFileSync(named('good.txt'), 'utf8') });
    writeFileSync(named('lines.jsonl'), `${record}\n{"broken": \n{}\n`);
    expect(await readHere(named('lines.jsonl'))).toBe(3);
    expect(heard.complained).toContain('2 inputs or records were set aside');
  });

  it('exits 3 where some inputs were set aside, and names them', async () => {
    expect(await readHere(folder, named('missing.txt'))).toBe(3);
    expect(heard.complained).toContain('ingest/empty');
    expect(heard.complained).toContain('missing.txt');
  });

  it('writes every issue down with --issues FILE, one a line, and tells all with -', async () => {
    const many = named('many');
    mkdirSync(many, { recursive: true });
    for (let index = 0; index < 20; index += 1) writeFileSync(join(many, `empty-${index}.txt`), ' '.repeat(index + 1));
    expect(await readHere(named('good.txt'), many)).toBe(3);
    expect(heard.complained).toContain('and 8 more; --issues - tells all, --issues FILE writes them down.');
    heard.complained = '';
    expect(await readHere(named('good.txt'), many, '--issues', named('aside/issues.jsonl'))).toBe(3);
    const lines = readFileSync(named('aside/issues.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ path }) => path).sort()).toEqual(
      Array.from({ length: 20 }, (_, index) => join(many, `empty-${index}.txt`)).sort(),
    );
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['path', 'code', 'severity', 'message', 'hint', 'article']);
      expect(line).toMatchObject({ code: 'ingest/empty', severity: 'warning' });
    }
    heard.complained = '';
    expect(await main(['clean', named('good.txt'), many, '--workers', '0', '--issues', '-'])).toBe(3);
    expect(heard.complained).not.toContain('more');
    for (let index = 0; index < 20; index += 1) expect(heard.complained).toContain(`empty-${index}.txt: `);
    expect(await readHere(named('good.txt'), '--issues', many)).toBe(2);
    expect(heard.complained).toContain(`--issues ${many}`);
    rmSync(many, { recursive: true });
  });

  it('exits 1 where nothing can be read', async () => {
    expect(await readHere(named('empty.txt'))).toBe(1);
  });

  it.each([
    [[], 'name at least one|PATHS'],
    [['good.txt', '--polcy', 'ucdp'], 'unknown option --polcy'],
    [['good.txt', '--policy', 'hearsay'], 'policy'],
    [['good.txt', '--format', 'pdf'], 'format'],
    [['good.txt', '--reader', 'oracle'], 'reader'],
    [['good.txt', '--config', 'absent.yaml'], 'absent.yaml'],
  ])('exits 2 for %j', async (args, message) => {
    expect(await main(['read', ...args])).toBe(2);
    expect(heard.complained).toMatch(new RegExp(message));
  });

  it('refuses unknown settings and odd worker counts', async () => {
    expect(await main(['read', named('good.txt'), '--config', named('typo.yaml')])).toBe(2);
    expect(heard.complained).toContain('polcy');
    expect(await main(['read', named('good.txt'), '--workers', 'many'])).toBe(2);
  });
});

describe('numbers of a settings file', () => {
  it.each([
    ['fetch:\n  maxHosts: 0\n', 'fetch.maxHosts: give a whole number from 1 to 256, not 0'],
    [
      'limits:\n  maxSecondsPerDocument: .inf\n',
      'limits.maxSecondsPerDocument: give a number from 0.001 to 86400, not Infinity',
    ],
    [
      'link:\n  copies:\n    windowShingles: 0\n',
      'link.copies.windowShingles: give a whole number from 1 to 100, not 0',
    ],
  ])('are refused as wrong usage where they are out of bounds: %j', async (config, message) => {
    writeFileSync(named('bounds.yaml'), config);
    expect(await main(['read', named('good.txt'), '--config', named('bounds.yaml')])).toBe(2);
    expect(heard.complained).toContain(message);
  });
});

describe('the other commands', () => {
  it('clean --details prints also dates, conflicts and blocks', async () => {
    expect(await main(['clean', named('good.txt'), '--details', '--workers', '0'])).toBe(0);
    const record = JSON.parse(heard.printed.trim());
    expect(Object.keys(record)).toEqual(expect.arrayContaining(['text', 'dates', 'section', 'stated', 'blocks']));
    expect(record.blocks.map((block: { kind: string }) => block.kind)).toContain('lead');
  });

  it('clean prints one record a line', async () => {
    expect(await main(['clean', named('good.txt'), '--workers', '0'])).toBe(0);
    const record = JSON.parse(heard.printed.trim());
    expect(Object.keys(record)).toEqual([
      'id',
      'path',
      'url',
      'outlet',
      'headline',
      'published',
      'language',
      'authors',
      'text',
    ]);
    expect(record).toMatchObject({ headline: 'Fire in Norwick', published: '2024-05-14', language: 'en' });
    expect(record.path).toBe(named('good.txt'));
  });

  it('policies lists them for a person and for a program', async () => {
    expect(await main(['policies'])).toBe(0);
    expect(heard.printed).toMatch(/^recorder\b/m);
    heard.printed = '';
    expect(await main(['policies', '--format', 'json'])).toBe(0);
    expect(JSON.parse(heard.printed).map(({ name }: { name: string }) => name)).toContain('ucdp');
  });

  it('explain, export, diff and decide work on what read wrote', async () => {
    const edition = named('edition.json');
    expect(await readHere(named('good.txt'), '--out', edition)).toBe(0);
    expect(await main(['explain', edition, '1.killed', '--policy', 'gtd'])).toBe(0);
    expect(heard.printed).toContain('Two people were killed');
    expect(heard.printed).toMatch(/rule D\d of gtd/);
    expect(await main(['export', edition, '--format', 'gtd', '--out', named('gtd.csv')])).toBe(0);
    expect(readFileSync(named('gtd.csv'), 'utf8')).toMatch(/^eventid,/);
    expect(JSON.parse(readFileSync(named('gtd.csv-metadata.json'), 'utf8')).url).toBe('gtd.csv');
    const decide = [
      'decide',
      'override',
      edition,
      '1.killed',
      '--value',
      '3',
      '--by',
      'R. Ecorder',
      '--reason',
      'a list',
    ];
    expect(await main([...decide, '--at', '2031-05-09', '--out', named('decisions.jsonl')])).toBe(0);
    expect(await main([...decide, '--at', '2031-05-10', '--out', named('decisions.jsonl')])).toBe(0);
    expect(readFileSync(named('decisions.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2);
    const again = ['--decisions', named('decisions.jsonl'), '--out', named('decided.json')];
    expect(await readHere(named('good.txt'), ...again)).toBe(0);
    expect(JSON.parse(readFileSync(named('decided.json'), 'utf8')).incidents[0].attributes.killed.best).toBe(3);
    heard.printed = '';
    expect(await main(['diff', edition, edition])).toBe(0);
    expect(heard.printed).toBe('Nothing changed.\n');
    expect(await main(['diff', edition, named('decided.json')])).toBe(1);
    expect(heard.printed).toContain('Killed: 2 became 3');
  });

  it.each([
    [['explain', 'edition.json', '9.killed'], 'there is no one incident'],
    [['explain', 'edition.json', '1.kiled'], 'there is no attribute'],
    [['export', 'good.txt', '--format', 'gtd'], 'it is no edition'],
    [['export', 'edition.json', '--format', 'gtd', '--as-of', 'noon'], 'give a day or instant'],
    [['decide', 'accept', 'edition.json', '1.killed', '--by', 'A', '--reason', 'B'], 'accept needs claims'],
    [['decide', 'guess', 'edition.json', '1', '--by', 'A', '--reason', 'B'], 'there is no action'],
    [['read', 'good.txt', '--out', 'good.txt/edition.json'], 'is no folder'],
    [['read', 'good.txt', '--workers', '999'], 'from 0 to 64'],
  ])('wrong usage of %j', async (args, message) => {
    const known = new Set(['good.txt', 'edition.json', 'good.txt/edition.json']);
    expect(await main(args.map((arg) => (known.has(arg) ? named(arg) : arg)))).toBe(2);
    expect(heard.complained).toContain(message);
  });

  it('--as-of replays what was known', async () => {
    expect(await readHere(named('good.txt'), '--as-of', '2024-05-01')).toBe(0);
    expect(JSON.parse(heard.printed).claims).toEqual([]);
    heard.printed = '';
    expect(await readHere(named('good.txt'), '--as-of', '2024-05-14')).toBe(0);
    expect(JSON.parse(heard.printed).claims.length).toBeGreaterThan(0);
    expect(JSON.parse(heard.printed).config.asOf).toBe('2024-05-14');
  });

  it('a full disk is told as what it is', async () => {
    if (!existsSync('/dev/full')) return expect(existsSync('/dev/full')).toBe(false);
    expect(await readHere(named('good.txt'), '--out', '/dev/full')).toBe(74);
    expect(heard.complained).toContain('not written');
  });

  it('help shows an example of each command', async () => {
    expect(await main(['--help'])).toBe(0);
    for (const name of ['read', 'clean', 'export', 'explain', 'diff', 'decide', 'policies'])
      expect(heard.printed).toMatch(new RegExp(`^      .*variorum ${name}`, 'm'));
    heard.printed = '';
    expect(await main(['read', '--help'])).toBe(0);
    expect(heard.printed).toContain('--policy');
    expect(heard.printed).not.toContain('\u001b[');
  });

  it('no command, or one that is not there, is wrong usage', async () => {
    expect(await main([])).toBe(2);
    expect(await main(['guess'])).toBe(2);
    expect(heard.complained).toContain('unknown command guess');
    expect(await main(['toString'])).toBe(2);
  });
});
