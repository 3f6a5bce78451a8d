/** Kill runs (SIGKILL) and resume them: `npx tsx bench/run/resume.ts [--files 2000] [--kills 20] [--seed 1] [--reader fast|deep]`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killAndResume } from '../resume/kill.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    reader: { type: 'string', default: 'fast' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'variorum-resume-'));
try {
  const [files, kills] = [Number(values.files), Number(values.kills)];
  const reader = values.reader === 'deep' ? 'deep' : 'fast';
  const plan = { folder, files, kills, seed: Number(values.seed), reader, workers: Number(values.workers) } as const;
  const { killed, kept, keptTwice, begunAgain, sameBytes, sameManifest, articles, seconds } = await killAndResume(plan);
  const count = killed.starting + killed.reading + killed.ending;
  process.stdout.write(
    `${files} files, reader ${reader}, ${plan.workers} workers, seed ${plan.seed}\n` +
      `killed ${count} times: ${killed.starting} before it kept anything new, ${killed.reading} while reading, ${killed.ending} while linking or writing\n` +
      `results kept ${kept}, kept twice ${keptTwice}; under way when killed and begun again: at most ${begunAgain}\n` +
      `edition of ${articles} articles: ${sameBytes ? 'the same bytes' : 'OTHER BYTES'} as uninterrupted; manifest: ${sameManifest ? 'the same bytes' : 'OTHER BYTES'}\n` +
      `${seconds.whole.toFixed(1)} s uninterrupted, ${seconds.killed.toFixed(1)} s in ${count + 1} runs\n`,
  );
  process.exitCode = sameBytes && sameManifest && keptTwice === 0 && kept >= files ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
