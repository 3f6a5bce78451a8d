import { describe, expect, it } from 'vitest';
import { countTripped, scoreAnswers } from '../bench/claims/evaluate.ts';
import { type Part, parts, type Source } from '../bench/claims/gold.ts';
import { answer, gatherCases, gatherNegatives, ourselves } from '../bench/claims/read.ts';
import { sharesOf } from '../bench/claims/tally.ts';
import floors from '../bench/quality.json' with { type: 'json' };
import { findShared, sharedMissing } from './kits/shared.ts';

interface Floor {
  readonly precision: number;
  readonly f1: number;
}

/** Read some sources and list every score that is below its floor. */
async function findFallen(
  sources: readonly Source[],
  wanted: Readonly<Record<Part, Floor>>,
): Promise<readonly string[]> {
  const answers = (await answer(ourselves, gatherCases(sources))) ?? [];
  return parts.flatMap((part) => {
    const shares = sharesOf(scoreAnswers(answers.filter((one) => one.part === part)).claims);
    return (['precision', 'f1'] as const)
      .filter((name) => shares[name] < wanted[part][name])
      .map((name) => `${part}: ${name} ${shares[name]} is below ${wanted[part][name]}`);
  });
}

describe('quality of claims does not fall', () => {
  it('on invented reports', async () => {
    expect(await findFallen(['invented'], floors.claims.invented)).toEqual([]);
  }, 120_000);

  it('on shared reports', async (context) => {
    if (findShared('corpora/gva/dev.jsonl.gz') === undefined) return context.skip(sharedMissing);
    expect(await findFallen(['gva', 'meantime'], floors.claims.shared)).toEqual([]);
  }, 180_000);

  it('on sentences that state no casualty', async () => {
    const tripped = await Promise.all(
      parts.map(async (part) => countTripped((await ourselves.read(gatherNegatives(part))) ?? [])),
    );
    const most = parts.map((part) => floors.claims.tripped[part]);
    expect(tripped.map((count, at) => count <= (most[at] ?? 0))).toEqual([true, true]);
  }, 120_000);
});
