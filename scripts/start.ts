/** Read the invented example stories with the built program; writes the page to out/edition.html and the summary to the screen. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, ['dist/cli/main.js', 'read', 'examples/*/[0-9]*', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

run('--format', 'summary');
run('--format', 'html', '--out', 'out/edition.html');
process.stdout.write('\nThe same as a page: open out/edition.html in a browser.\n');
