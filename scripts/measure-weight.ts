/**
 * Measure how large an installation is: `npm run weight`.
 *
 * It packs the built package, installs it with npm into an empty folder, reads a report there with the trained reader, and
 * prints megabytes by package; `-- --native` installs the native runtime too. Needs the npm registry.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import packageJson from '../package.json' with { type: 'json' };
import { weigh } from './weigh.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Largest size allowed for the library with all its dependencies, without the native runtime. */
const maxMegabytes = 130;
const shown = 12;

const { native } = parseArgs({ options: { native: { type: 'boolean', default: false } } }).values;
const report =
  'Fire in Norwick\n\n14 May 2024\n\nTwo people were killed when a fire broke out at a mill in Norwick on Monday, police said.\n';

const folder = mkdtempSync(join(tmpdir(), 'variorum-weight-'));
try {
  npm(root, 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
  const archive = join(folder, `variorum-${packageJson.version}.tgz`);
  const app = join(folder, 'node_modules');
  // The settings of this checkout must not apply: the installation is to be that of any user.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(folder, 'install', archive, '--no-audit', '--no-fund', '--silent');
  if (native) {
    const { 'onnxruntime-node': version } = packageJson.peerDependencies;
    npm(folder, 'install', `onnxruntime-node@${version}`, '--ignore-scripts', '--no-audit', '--no-fund', '--silent');
  }
  const packages = listPackages(app).map((name) => ({ name, megabytes: weigh(join(app, name)) / 1e6 }));
  const total = packages.reduce((sum, { megabytes }) => sum + megabytes, 0);
  packages.sort((a, b) => b.megabytes - a.megabytes);
  const lines = packages
    .slice(0, shown)
    .map(({ name, megabytes }) => `${megabytes.toFixed(1).padStart(8)} MB  ${name}`);
  process.stdout.write(`${lines.join('\n')}\n${total.toFixed(1).padStart(8)} MB  all ${packages.length} packages\n`);
  process.stdout.write(`${(statSync(archive).size / 1e6).toFixed(1).padStart(8)} MB  the packed archive\n`);
  process.stdout.write(`${tryReading(folder)}\n`);
  if (!native && total > maxMegabytes) {
    process.stderr.write(`An installation is to weigh at most ${maxMegabytes} MB.\n`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}

function npm(cwd: string, ...args: readonly string[]): void {
  execFileSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

function listPackages(modules: string): readonly string[] {
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
    );
}

function tryReading(app: string): string {
  const path = join(app, 'report.txt');
  writeFileSync(path, report);
  const command = join(app, 'node_modules/.bin/variorum');
  const out = join(app, 'edition.json');
  const started = performance.now();
  execFileSync(command, ['read', path, '--workers', '0', '--out', out], { cwd: app, stdio: 'inherit' });
  const { config, claims } = JSON.parse(readFileSync(out, 'utf8'));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return `A report read there in ${seconds} s: reader ${config.reader}, ${claims.length} claims.`;
}
