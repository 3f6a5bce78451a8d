/** Import the invented example stories into an archive under out/, and open its reading room. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const place = 'out/examples-archive';

function run(...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, ['dist/cli/main.js', ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

run('add', place, 'examples/*/[0-9]*');
run('serve', place, ...process.argv.slice(2));
