import { describe, expect, it } from 'vitest';
import { scoreKind, tryCopies } from '../bench/linking/copies.ts';
import { readPairs, scoreHardPairs, sumPairs } from '../bench/linking/pairs.ts';
import { scorePool } from '../bench/linking/run.ts';
import floors from '../bench/quality.json' with { type: 'json' };
import { findShared, sharedMissing } from './kits/shared.ts';

const { pairs, copies, pool } = floors.linking;

describe('linking does not fall', () => {
  it('on hard pairs', async () => {
    const { precision, recall } = sumPairs(await scoreHardPairs(readPairs()));
    expect(precision).toBeGreaterThanOrEqual(pairs.precision);
    expect(recall).toBeGreaterThanOrEqual(pairs.recall);
  }, 300_000);

  it('on generated copies', async () => {
    const trials = await tryCopies(1);
    expect(scoreKind(trials, 'same').f1).toBeGreaterThanOrEqual(copies.same);
    expect(scoreKind(trials, 'derived').f1).toBeGreaterThanOrEqual(copies.derived);
  }, 300_000);

  it('on a pool of shared records', async (context) => {
    const path = findShared('corpora/gva/dev.jsonl.gz');
    if (path === undefined) return context.skip(sharedMissing);
    const { precision, f1 } = await scorePool(path, pool.sample);
    expect(precision).toBeGreaterThanOrEqual(pool.precision);
    expect(f1).toBeGreaterThanOrEqual(pool.f1);
  }, 300_000);
});
