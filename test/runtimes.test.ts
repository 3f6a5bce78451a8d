import { beforeAll, describe, expect, it } from 'vitest';
import { encodeSentence, padBatch } from '../src/annotate/reader/batches.ts';
import { readSentences, type TrainedReader } from '../src/annotate/reader/index.ts';
import { type Runtime, runtimes } from '../src/model/index.ts';
import { openReader } from './kits/trained.ts';

/**
 * Largest difference of a score between the runtimes: where one rounds up and the other down, it moves by one step of int8.
 * Decisions must be the same.
 */
const tolerance = 0.5;

const sentences = [
  'Three nurses were wounded when a grenade went off outside the clinic in Tarvel on Sunday night .',
  'Governor Ilse Varn blamed the Northern Column , which denied it .',
  '" We heard two shots and then nothing , " said Tomas Reck , a baker .',
  'Rescue teams pulled 11 people from the rubble , including four children aged 3 to 9 .',
  'He died .',
  'The army said it had killed six fighters near Osk , but the group put its losses at two .',
  'A 19 - year - old man was arrested .',
].map((sentence) => sentence.split(' '));

const readers = new Map<Runtime, TrainedReader>();
const readerOf = (runtime: Runtime): TrainedReader => readers.get(runtime) as TrainedReader;

beforeAll(async () => {
  for (const runtime of runtimes) readers.set(runtime, await openReader(runtime));
}, 60_000);

describe('both runtimes', () => {
  it('give the same readings', async () => {
    const strip = async (runtime: Runtime) =>
      (await readSentences(sentences, readerOf(runtime))).map(({ vectors: _, spots: __, ...reading }) => reading);
    expect(await strip('wasm')).toEqual(await strip('native'));
  });

  it('give the fate head the same to read, to a tolerance', async () => {
    const read = async (runtime: Runtime) =>
      (await readSentences(sentences, readerOf(runtime))).map(({ spots }) => spots);
    const [native, wasm] = [await read('native'), await read('wasm')];
    const far = native.flatMap((values, row) =>
      Array.from(values ?? [], (value, at) => Math.abs(value - (wasm[row]?.[at] ?? Number.POSITIVE_INFINITY))),
    );
    expect(far.length).toBeGreaterThan(0);
    expect(Math.max(...far)).toBeLessThan(tolerance);
  });

  it('give the same scores, to a tolerance', async () => {
    const reader = readerOf('native');
    const batch = padBatch(
      sentences.map((words) => encodeSentence(words, reader.cut, reader.pieceLimit)),
      true,
    );
    const native = await reader.network.run(batch);
    const wasm = await readerOf('wasm').network.run(batch);
    const real = sentences.flatMap((words, row) => words.map((_, word) => row * batch.words + word));
    for (const name of ['upos', 'types', 'names', 'coreference'] as const) {
      const width = native[name].length / (batch.sentences * batch.words);
      const far = real.flatMap((row) =>
        Array.from({ length: width }, (_, column) => {
          const at = row * width + column;
          return Math.abs((native[name][at] ?? 0) - (wasm[name][at] ?? 1));
        }),
      );
      expect(Math.max(...far), name).toBeLessThan(tolerance);
    }
  });
});

describe('calls at the same time', () => {
  it.each(runtimes)('are answered by %s as if they came one after the other', async (runtime) => {
    const reader = readerOf(runtime);
    const wanted = await readSentences(sentences, reader);
    // Start the documents some steps apart, so that calls interrupt each other at different points.
    const readings = [0, 1, 2, 5, 9].map(async (steps) => {
      for (let step = 0; step < steps; step += 1) await undefined;
      return readSentences(sentences, reader);
    });
    for (const reading of await Promise.all(readings)) expect(reading).toEqual(wanted);
  });
});

describe('a reading', () => {
  it.each([1, 60, 200, 4000])('is the same in batches of %i pieces', async (pieces) => {
    const reader = readerOf('native');
    const decisions = (readings: Awaited<ReturnType<typeof readSentences>>) =>
      readings.map(({ vectors: _, ...reading }) => reading);
    expect(decisions(await readSentences(sentences, reader, pieces))).toEqual(
      decisions(await readSentences(sentences, reader)),
    );
  });

  it('does not depend on the order of sentences, nor on being the first or the second', async () => {
    const reader = readerOf('native');
    const forth = await readSentences(sentences, reader);
    expect(await readSentences(sentences, reader)).toEqual(forth);
    const back = await readSentences(sentences.toReversed(), reader);
    expect(back.toReversed().map(({ heads, mentions, names }) => ({ heads, mentions, names }))).toEqual(
      forth.map(({ heads, mentions, names }) => ({ heads, mentions, names })),
    );
  });

  it('ends where a sentence passes the piece limit', async () => {
    const [reading] = await readSentences([new Array<string>(600).fill('fire')], readerOf('native'));
    expect(reading?.upos).toHaveLength(510);
  });
});
