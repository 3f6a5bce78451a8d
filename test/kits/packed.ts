import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Install the packed archive of the library into a new folder, without the network, and give the folder.
 *
 * The archive is that of `npm pack`, unpacked as npm would; beside it stand links to its dependencies and to nothing else, so that it can
 * import no more than it asks for. What it asks for optionally is left out.
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

/** Let a folder of modules have a module of this checkout. */
export function link(name: string, modules: string): void {
  mkdirSync(dirname(join(modules, name)), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), join(modules, name), 'dir');
}
