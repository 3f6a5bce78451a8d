import { describe, expect, it } from 'vitest';
import { scoreBodies } from '../bench/body/index.ts';
import { scoreDates } from '../bench/dates/index.ts';
import { checkExamples, shareByFamily } from '../bench/examples/run.ts';
import { readRecords } from '../bench/gva/record.ts';
import { sampleRecords, scoreRecords } from '../bench/gva/run.ts';
import floors from '../bench/quality.json' with { type: 'json' };
import { scoreSample } from '../bench/reader/sample.ts';
import { checkSeeds } from '../bench/seeds/checks.ts';
import { read } from '../src/index.ts';
import { findShared, sharedMissing } from './kits/shared.ts';
import { openReader } from './kits/trained.ts';

// Floors are raised with every gain. A change that lowers a score has to lower its floor in bench/quality.json, where a review
// sees it.
describe('quality does not fall', () => {
  it('on the invented examples', async () => {
    const shares = shareByFamily(await checkExamples());
    expect(Object.keys(shares).sort()).toEqual(Object.keys(floors.examples).sort());
    const fallen = Object.entries(floors.examples).filter(([family, floor]) => (shares[family] ?? 0) < floor);
    expect(fallen.map(([family, floor]) => `${family}: ${shares[family]} is below ${floor}`)).toEqual([]);
  }, 120_000);

  it('on the seed articles', async (context) => {
    const path = findShared('seeds');
    if (path === undefined) return context.skip(sharedMissing);
    const checks = checkSeeds(await read([path]), await read([path], { policy: 'ucdp' }));
    const failed = checks.filter(({ passed }) => !passed).map(({ name }) => name);
    const known: readonly string[] = floors.seeds.knownFailures;
    expect(failed.filter((name) => !known.includes(name))).toEqual([]);
  }, 120_000);

  it('on the pages of news sites', async (context) => {
    const path = findShared('corpora/scrapinghub');
    if (path === undefined) return context.skip(sharedMissing);
    const { exact, pages } = scoreDates(path);
    const scores = { ...scoreBodies(path), exact: exact / pages };
    const wanted = { ...floors.body, ...floors.dates };
    const fallen = (['precision', 'recall', 'f1', 'exact'] as const).filter((name) => scores[name] < wanted[name]);
    expect(fallen.map((name) => `${name}: ${scores[name]} is below ${wanted[name]}`)).toEqual([]);
  }, 120_000);

  it('on a sample of shared records', async (context) => {
    const path = findShared('corpora/gva/dev.jsonl.gz');
    if (path === undefined) return context.skip(sharedMissing);
    const { sample, ...wanted } = floors.gva;
    const scores = await scoreRecords(sampleRecords(readRecords(path), sample));
    const names = ['both', 'date', 'city'] as const;
    const fallen = names.filter((name) => scores[name] < wanted[name]);
    expect(fallen.map((name) => `${name}: ${scores[name]} is below ${wanted[name]}`)).toEqual([]);
  }, 180_000);

  it('on a sample of what the trained reader never saw', async (context) => {
    const path = findShared('corpora/ud/gum-test.conllu.gz') && findShared('corpora');
    if (path === undefined) return context.skip(sharedMissing);
    const scores = await scoreSample(path, await openReader());
    const fallen = Object.entries(floors.reader).flatMap(([part, wanted]) =>
      Object.entries(wanted).flatMap(([measure, floor]) => {
        const found = scores[part]?.[measure] ?? 0;
        return found < floor ? [`${part}, ${measure}: ${found} is below ${floor}`] : [];
      }),
    );
    expect(fallen).toEqual([]);
  }, 180_000);
});
