import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

// These stages are being rebuilt, and their READMEs rewritten with them.
const rebuilt = /^src\/(?:extract|annotate)\//;

const pages = ['src', 'test', 'data'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === 'README.md')
    .map(({ parentPath, name }) => relative(root, join(parentPath, name))),
);
const told = [...pages.filter((path) => !rebuilt.test(path)), 'README.md', 'CONTRIBUTING.md', 'docs/design.md'];

/**
 * List the files and folders that a page names in code spans (`dates.ts`, `rules/`, `src/link/options.ts`), but not those in
 * code blocks or the new files of recipes.
 */
function listNamed(page: string): readonly string[] {
  const spans = page.replace(/^```.*?^```$|^New file.*$/gms, '').matchAll(/`([\w@./-]+)`/g);
  return [...new Set([...spans].map(([, name = '']) => name))].filter((name) => /^[\w@./-]+(?:\.tsx?|\/)$/.test(name));
}

/** Tell whether a name on a page exists: beside the page, in a folder beside it, or from the root or `src/`. */
function isThere(page: string, name: string): boolean {
  const here = join(root, dirname(page));
  const rooms = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [root, join(root, 'src'), here, ...rooms.map((room) => join(here, room.name))].some((folder) =>
    existsSync(join(folder, name)),
  );
}

describe('what READMEs name is there', () => {
  it.each(told)('%s', (path) => {
    const named = listNamed(readFileSync(join(root, path), 'utf8'));
    expect(named.filter((name) => !isThere(path, name))).toEqual([]);
  });
});
