/**
 * Measure the reading room: `npm run bench -- room [--incidents 10000] [--people 30] [--seconds 20] [--archive PLACE]`.
 *
 * Incidents are invented, their readings prepared. In a real Chromium: first paint of each view, how soon an action is acknowledged, whether scrolling the
 * table shows gaps. Beside it, people who all look, filter and decide at once; the same while an edition is released. An archive that is named is kept and used again.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { releaseEdition } from '../../src/service/index.ts';
import { serveArchiveRoom } from '../../test/kits/room.ts';
import { openBenchArchive } from '../archive/fill.ts';
import { lookAtRoom } from '../room/browse.ts';
import { crowdRoom } from '../room/crowd.ts';
import { fillIncidents } from '../room/fill.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: { incidents: text, people: text, seconds: text, archive: text },
  allowPositionals: true,
});
const { incidents = '10000', people = '30', seconds = '20', archive: kept } = values;
const write = (line: string): void => void process.stdout.write(`${line}\n`);
const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'variorum-bench-')) : undefined;
const place = kept ?? join(folder ?? '', 'archive');

const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const from = performance.now();
  const value = await work();
  write(`${what}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return value;
};

const isFilled = existsSync(place);
const archive = await openBenchArchive(place);
if (!isFilled) await timed(`${incidents} incidents kept`, () => fillIncidents(archive, Number(incidents)));
const served = await timed('opened, linking where it was not linked', () => serveArchiveRoom(archive));
try {
  write(`${served.room.board.size} incidents on the table`);
  for (const line of await lookAtRoom(served)) write(line);
  write(await crowdRoom(served, Number(people), Number(seconds)));
  const released = timed('an edition released meanwhile', () =>
    releaseEdition(served.room, 'An Editor', { name: `bench ${Date.now()}` }),
  );
  write(await crowdRoom(served, Number(people), Number(seconds)));
  await released;
} finally {
  await served.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
