import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderRunners } from './kits/folder-examples.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const mostLines = 30;

// Examples that are not run here: a command line, a network of 20 MB, a trainer in Python, and the tests themselves. Other
// tests try each.
const shownOnly: readonly string[] = ['src/annotate/reader', 'src/cli', 'test', 'training'];

const folders = [
  ...readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === 'README.md')
    .map(({ parentPath }) => relative(root, parentPath)),
  'bench',
  'test',
  'training',
].sort();

interface Example {
  readonly in: never;
  readonly out: unknown;
}

const readmeOf = (folder: string): string => readFileSync(join(root, folder, 'README.md'), 'utf8');

/** Read the example that must open a README: the title, an empty line, then a block of YAML with `in` and `out` only. */
function readExample(readme: string): Example | undefined {
  const block = /^# [^\n]+\n\n```text\n(in:.*?)\n```\n/s.exec(readme)?.[1];
  const example: unknown = block === undefined ? undefined : parse(block);
  const isWhole = typeof example === 'object' && Object.keys(example ?? {}).join() === 'in,out';
  return isWhole ? (example as Example) : undefined;
}

describe.each(folders)('the README of %s', (folder) => {
  const readme = readmeOf(folder);

  it('opens with a worked example, and is short', () => {
    expect(readExample(readme)).toBeDefined();
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(mostLines);
  });

  it.skipIf(shownOnly.includes(folder))('prints what the code gives', async () => {
    const example = readExample(readme);
    const run = folderRunners[folder];
    if (example === undefined || run === undefined) throw new Error(`${folder} has nothing to run`);
    expect(JSON.parse(JSON.stringify(await run(example.in)))).toEqual(example.out);
  });
});

it('shows an example without running it only where it is told', () => {
  expect(folders.filter((folder) => folderRunners[folder] === undefined)).toEqual(shownOnly);
});

it.each([
  ['no block', '# text: cutting strings\n\nIn: an article.\n'],
  ['another block', '# text\n\n```ts\nconst one = 1;\n```\n'],
  ['no value on the way out', '# text\n\n```text\nin: Two died.\n```\n'],
])('is not content with %s', (_, readme) => {
  expect(readExample(readme)).toBeUndefined();
});
