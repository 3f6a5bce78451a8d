import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { generateArticles } from '../bench/run/generate.ts';
import { linkShards, mapShards, reconcileShards, runRead } from '../src/pipeline/index.ts';
import { publishJson } from '../src/publish/index.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const python = process.env.VARIORUM_SPARK_PYTHON;

/** Say what is missing for Spark to run here; undefined where nothing is. */
function findMissing(): string | undefined {
  if (python === undefined) return 'VARIORUM_SPARK_PYTHON names no Python with PySpark';
  if (spawnSync('java', ['-version']).status !== 0) return 'there is no Java';
  return spawnSync(python, ['-c', 'import pyspark']).status === 0 ? undefined : `${python} has no PySpark`;
}

const missing = findMissing();

it.skipIf(missing !== undefined)(
  `makes on Spark the shards that map makes, and their edition${missing === undefined ? '' : ` (skipped: ${missing})`}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'variorum-spark-'));
    try {
      const [reports, here, there] = [join(folder, 'reports.jsonl'), join(folder, 'here'), join(folder, 'there')];
      const lines = generateArticles(60).map((article) => JSON.stringify(article));
      writeFileSync(reports, `${lines.join('\n')}\n`);
      const inputs = [at('examples'), reports];
      for await (const _ of mapShards(inputs, here, { reader: 'fast', shards: 3 }));
      const command = [process.execPath, '--import', at('node_modules/tsx/dist/loader.mjs'), at('src/cli/main.ts')];
      const asked = ['--out', there, '--shards', '3', '--command', command.join(' '), '--options', '--reader fast'];
      const master = { PYSPARK_SUBMIT_ARGS: '--master local[2] pyspark-shell', SPARK_LOCAL_IP: '127.0.0.1' };
      const env = { ...process.env, ...master, PYSPARK_PYTHON: python };
      const parquet = ['--parquet', join(folder, 'readings')];
      execFileSync(python ?? '', [at('spark/variorum_spark.py'), ...inputs, ...asked, ...parquet], {
        env,
        stdio: 'pipe',
      });
      const files = (place: string) =>
        readdirSync(place)
          .filter((name) => name.startsWith('shard-'))
          .map((name) => [name, readFileSync(join(place, name)).toString('base64')]);
      expect(files(there)).toEqual(files(here));
      await linkShards(there);
      const wanted = publishJson((await runRead(inputs, { reader: 'fast' })).edition);
      expect(publishJson((await reconcileShards(there)).edition)).toBe(wanted);
      expect(readdirSync(join(folder, 'readings'))).toContain('_SUCCESS');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  300_000,
);
