import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { read } from '../src/index.ts';
import { publishJson } from '../src/publish/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const story = 'examples/ferry-collision/[0-9]*';

function run(...args: readonly string[]): string {
  return execFileSync(process.execPath, ['dist/cli/main.js', ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
}

// `npm test` builds the package first.
describe('the built package', () => {
  it('has every file its exports name', () => {
    const targets = Object.values(packageJson.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((target) => !existsSync(`${root}${target}`))).toEqual([]);
  });

  it('prints what the source prints, with workers of its own', async () => {
    const printed = run('read', story, '--format', 'json', '--workers', '2');
    expect(printed).toBe(publishJson(await read([story])));
  }, 60_000);

  it('prints a page that holds its style and script', () => {
    const page = run('read', story, '--format', 'html');
    const style = readFileSync(`${root}web/dist/page.css`, 'utf8');
    expect(page).toContain(style.slice(0, 200));
    expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="https?:/);
  }, 60_000);

  it('lets each stage be imported by itself', async () => {
    const code = `import { clean } from 'variorum/clean'; import { read } from 'variorum'; console.log(typeof clean, typeof read);`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(printed.trim()).toBe('function function');
  });
});
