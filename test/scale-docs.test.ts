import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const page = readFileSync(at('docs/scale.md'), 'utf8');
const commands = [...page.matchAll(/^```sh\n(.*?)\n```$/gms)].flatMap(([, block = '']) => block.split('\n'));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-scale-docs-'));
  cpSync(at('examples/river-flood'), join(folder, 'reports'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Run a command as it is written; some inputs may be set aside. */
async function run(command: string): Promise<void> {
  const program = `node --import ${at('node_modules/tsx/dist/loader.mjs')} ${at('src/cli/main.ts')}`;
  const written = command.replace(/^variorum/, program);
  await promisify(execFile)('sh', ['-c', `${written}\ncode=$?; test $code = 0 -o $code = 3`], { cwd: folder });
}

it('has commands that run as they are written, and come to what read prints', async () => {
  expect(commands.length).toBeGreaterThan(4);
  for (const command of commands) await run(command);
  await run('variorum read reports/ --out read.json');
  expect(readFileSync(join(folder, 'edition.json'))).toEqual(readFileSync(join(folder, 'read.json')));
}, 240_000);
