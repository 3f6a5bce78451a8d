import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Install the packed library into a new folder without the network, and return the folder.
 *
 * The archive is that of `npm pack`, unpacked as npm would unpack it. Only its required dependencies are linked beside it, not
 * the optional ones, so an import of anything it does not declare fails.
 */
export function installPacked(): string {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-packed-'));
  const modules = join(folder, 'node_modules');
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  execFileSync('npm', pack, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error('npm pack left no archive');
  mkdirSync(join(modules, 'variorum'), { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, archive), '-C', join(modules, 'variorum'), '--strip-components', '1']);
  for (const name of Object.keys(packageJson.dependencies)) link(name, modules);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  return folder;
}

/** Link a module of this checkout into a folder of modules. */
export function link(name: string, modules: string): void {
  mkdirSync(dirname(join(modules, name)), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), join(modules, name), 'dir');
}
