import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StageContext } from '../../src/pipeline/intake/document.ts';
import { changeKinds, type Mutation, mutate } from './mutate.ts';
import { foundFolder } from './run.ts';
import { seeds } from './seeds.ts';
import { makeInput, openFastReader, readHostile } from './target.ts';

let stageContext: StageContext;
beforeAll(async () => {
  stageContext = await openFastReader();
}, 60_000);

const part = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const change: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...changeKinds),
  at: part,
  span: part,
  pick: part,
});

describe('every reader', () => {
  it.each(Object.keys(seeds))('reads its seeds: %s', async (reader) => {
    for (const { bytes, wrap } of seeds[reader] ?? []) {
      const { pages } = await readHostile(wrap === undefined ? bytes : wrap(bytes), stageContext, true);
      // A sitemap or outline only points to pages and may contain none itself.
      expect(pages).toBeGreaterThanOrEqual(reader === 'sitemap' || reader === 'outline' ? 0 : 1);
    }
  });

  it.each(Object.keys(seeds))(
    'stands any changes of bytes: %s',
    async (reader) => {
      const own = seeds[reader] ?? [];
      await fc.assert(
        fc.asyncProperty(
          fc.nat(own.length - 1),
          fc.array(change, { minLength: 1, maxLength: 6 }),
          async (at, changes) => {
            const seed = own[at];
            if (seed === undefined) return;
            const changed = mutate(seed.bytes, changes, own[0]?.bytes ?? seed.bytes);
            const input = seed.wrap === undefined ? changed : seed.wrap(changed);
            expect(await readHostile(input, stageContext, false)).toMatchObject({ claims: 0 });
          },
        ),
        { numRuns: 15, seed: 4, endOnFailure: true },
      );
    },
    60_000,
  );

  it('makes the same input of the same number', () => {
    expect(makeInput('html', 41, 1)).toEqual(makeInput('html', 41, 1));
    expect(makeInput('html', 41, 1)).not.toEqual(makeInput('html', 42, 1));
  });

  it('reads again what once brought a reader down', async () => {
    const names = existsSync(foundFolder) ? readdirSync(foundFolder).sort() : [];
    for (const name of names) {
      const began = performance.now();
      const fate = await readHostile(new Uint8Array(readFileSync(new URL(name, foundFolder))), stageContext, true);
      expect(fate.pages, name).toBeGreaterThanOrEqual(0);
      expect(performance.now() - began, name).toBeLessThan(20_000);
    }
    expect(names.every((name) => name.endsWith('.bin'))).toBe(true);
  }, 120_000);
});
