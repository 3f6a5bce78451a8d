/** Serve the API of an archive in a process of its own, and print where: `child.ts PLACE`; ends with its input. */
import { usualLimits } from '../../src/http/limits.ts';
import { serveApi } from '../../test/kits/api.ts';
import { openBenchArchive } from '../archive/fill.ts';

const archive = await openBenchArchive(process.argv[2] ?? '');
// Each of the programs may ask as much as all of them do.
const served = await serveApi(archive, { ...usualLimits, burst: 1e6, perSecond: 1e6 });
process.stdout.write(`${JSON.stringify({ origin: served.origin, ids: [...served.room.board.keys()] })}\n`);
process.stdin.resume();
process.stdin.once('end', async () => {
  process.stderr.write(served.complaints.join('\n'));
  await served.close();
  await archive.close();
});
