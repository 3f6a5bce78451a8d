import { beforeAll, describe, expect, it } from 'vitest';
import fixture from '../../../models/reader-en/fixture.json' with { type: 'json' };
import { openReader } from '../../../test/kits/trained.ts';
import { encodeSentence } from './batches.ts';
import { type SentenceReading, vectorWidth } from './decode.ts';
import { readSentences, type TrainedReader } from './index.ts';
import { joinLinks, linkMentions, scoreNew, scorePair } from './links.ts';
import { makeNumbering, type NotedMention, noteMentions } from './noted.ts';
import { describeNew, describePair, pairTables } from './pairs.ts';

/** The fixture was read with the network in float; the shipped int8 network may differ from it by this much in a pair's score. */
const tolerance = 1.5;

const words = fixture.sentences.map((sentence) => sentence.words);
let reader: TrainedReader;
let readings: readonly SentenceReading[];
let mentions: readonly NotedMention[];

beforeAll(async () => {
  reader = await openReader();
  readings = await readSentences(words, reader);
  const numberOf = makeNumbering();
  mentions = readings.flatMap((reading, at) => noteMentions(words[at] ?? [], reading, at, vectorWidth, numberOf));
});

describe('pieces', () => {
  it.each(fixture.tokens)('cuts $word', ({ word, ids, shape }) => {
    expect(reader.cut(word)).toEqual({ ids, shape });
  });

  it.each(fixture.sentences)('encodes $words', ({ words, ids, shapes, starts }) => {
    expect(encodeSentence(words, reader.cut, reader.pieceLimit)).toEqual({ ids, shapes, starts });
  });
});

describe('readings', () => {
  it.each(fixture.sentences.map(({ words, reading }, index) => ({ text: words.join(' '), reading, index })))(
    'reads $text',
    ({ reading, index }) => {
      const found = readings[index];
      expect(found?.upos).toEqual(reading.upos);
      expect(found?.xpos).toEqual(reading.xpos);
      expect(found?.lemmas).toEqual(reading.lemmas);
      const types = reader.decoder.labels.types;
      expect(found?.mentions.map(({ first, last, type, head }) => [first, last, types[type], head])).toEqual(
        [...reading.mentions].sort((a, b) => Number(a[0]) - Number(b[0]) || Number(b[1]) - Number(a[1])),
      );
      expect(found?.names.map(({ first, last, kind }) => [first, last, kind])).toEqual(reading.names);
    },
  );
});

describe('trees', () => {
  it('agrees on 95 heads and relations of 100 at least, the rest being near ties that int8 decides otherwise', () => {
    const same = fixture.sentences.flatMap(({ reading }, index) =>
      reading.heads.map((head, word) => {
        const found = readings[index];
        return found?.heads[word] === head && found.relations[word] === reading.relations[word];
      }),
    );
    expect(same.filter(Boolean).length / same.length).toBeGreaterThan(0.95);
  });
});

describe('links', () => {
  it('finds the same mentions and entities', () => {
    expect(mentions.map(({ sentence, first, last, head }) => [sentence, first, last, head])).toEqual(fixture.mentions);
    expect(joinLinks(linkMentions(mentions, reader.scorer))).toEqual(fixture.clusters);
  });

  it('describes every pair as training does', () => {
    const { types, buckets } = reader.scorer;
    expect(mentions.map((mention) => describeNew(mention, types))).toEqual(fixture.features.new);
    const out = new Int32Array(pairTables.length);
    for (const [at, table] of pairTables.entries()) {
      const found = mentions.map((anaphor, i) =>
        mentions.slice(0, i).map((antecedent, j) => {
          describePair(out, anaphor, antecedent, i - j - 1, types, buckets);
          return out[at];
        }),
      );
      expect(found, table).toEqual(fixture.features[table]);
    }
  });

  it('weighs every pair alike, to the tolerance of int8', () => {
    const far = fixture.pairScores.flatMap((row, i) =>
      row.map((expected, column) => {
        const mention = mentions[i];
        const antecedent = mentions[column - 1];
        if (mention === undefined) return Number.POSITIVE_INFINITY;
        const found =
          antecedent === undefined
            ? scoreNew(mention, reader.scorer)
            : scorePair(mention, antecedent, i - column, reader.scorer);
        return Math.abs(found - expected);
      }),
    );
    expect(Math.max(...far)).toBeLessThan(tolerance);
  });
});
