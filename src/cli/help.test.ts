import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from './run.ts';

let printed = '';
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((...args: readonly unknown[]) => {
    printed += String(args[0]);
    const done = args.at(-1);
    if (typeof done === 'function') done();
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const commands = [
  ...['read', 'clean', 'watch', 'export', 'explain', 'diff', 'decide', 'policies', 'add', 'edition', 'decisions'],
  ...[
    'map',
    'link',
    'reconcile',
    'queue',
    'worker',
    'gather',
    'undo',
    'search',
    'ask',
    'mcp',
    'versions',
    'remove',
    'verify',
    'backup',
    'restore',
  ],
];
/** Commands without options. */
const bare = ['link', 'backup', 'restore'];
const lines = () => printed.split('\n');

/** List the options that help mentions, each as often as it is mentioned. */
const toldOptions = (): readonly string[] => lines().flatMap((line) => /^ {2}(--[a-z-]+)/.exec(line)?.[1] ?? []);

describe('help', () => {
  it.each(commands)('of %s reads at 80 columns: grouped options, examples that use them', async (command) => {
    expect(await main([command, '--help'])).toBe(0);
    expect(lines().filter((line) => line.length > 80)).toEqual([]);
    expect(lines()[0]).toMatch(new RegExp(`^variorum ${command}`));
    const told = toldOptions();
    expect(told.length > 0).toBe(!bare.includes(command));
    expect(new Set(told).size).toBe(told.length);
    const examples = printed.slice(printed.indexOf('\nExamples\n'));
    expect(examples).toContain(`variorum ${command}`);
    for (const [option] of examples.matchAll(/--[a-z-]+/g)) expect(told).toContain(option);
  });

  it('tells every option a command takes, and no other', async () => {
    await main(['read', '--help']);
    const told = toldOptions();
    expect([...told].sort()).toEqual(
      [
        ...[
          '--allow-private',
          '--archive',
          '--as-of',
          '--cache',
          '--columns',
          '--config',
          '--decisions',
          '--fetch',
          '--format',
          '--issues',
        ],
        ...['--names', '--out', '--policy', '--reader', '--with', '--work', '--workers'],
      ].sort(),
    );
  });

  it('of the whole names each command, what it is for and an example, at 80 columns', async () => {
    expect(await main(['--help'])).toBe(0);
    expect(lines().filter((line) => line.length > 80)).toEqual([]);
    for (const command of commands) expect(printed).toMatch(new RegExp(`^ {6}variorum ${command}`, 'm'));
    expect(printed).toContain(
      "variorum decide override edition.json 1.killed --value 12 \\\n          --by 'A. Recorder'",
    );
  });
});
