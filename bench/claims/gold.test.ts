import { describe, expect, it } from 'vitest';
import { splitsSurrogatePair } from '../../src/model/span.ts';
import { sharedMissing } from '../../test/kits/shared.ts';
import { checkOf, partOf, parts, readGold, readNegatives, sources } from './gold.ts';
import { readCases, textOf } from './sources.ts';

const all = sources.flatMap((source) =>
  parts.flatMap((part) => readGold(source, part).map((gold) => ({ source, part, gold }))),
);

describe('the claim gold', () => {
  it.for(sources)('points at the words it means: %s', (source, context) => {
    for (const part of parts) {
      const cases = readCases(source, part);
      if (cases === undefined) return context.skip(sharedMissing);
      for (const { gold, report } of cases) {
        const text = textOf(report);
        for (const { start, end, quote, check, speaker } of gold.claims) {
          const words = text.slice(start, end);
          expect({ id: gold.id, start, words: quote ?? check }).toEqual({
            id: gold.id,
            start,
            words: quote === undefined ? checkOf(words) : words,
          });
          const ends = [start, end, ...(speaker === undefined ? [] : [speaker.start, speaker.end])];
          expect(ends.every((at) => at <= text.length && !splitsSurrogatePair(text, at))).toBe(true);
          expect(words.trim()).toBe(words);
        }
      }
    }
  });

  it('divides reports by their ids, each in one part once', () => {
    expect(all.filter(({ gold, part }) => partOf(gold.id) !== part)).toEqual([]);
    const ids = all.map(({ gold }) => gold.id);
    expect(new Set(ids).size).toBe(ids.length);
    const negatives = parts.flatMap((part) => readNegatives(part).map(({ id }) => ({ id, part })));
    expect(negatives.filter(({ id, part }) => partOf(id) !== part)).toEqual([]);
    expect(new Set(negatives.map(({ id }) => id)).size).toBe(negatives.length);
  });

  it('keeps no text of other people', () => {
    const borrowed = all.filter(({ source }) => source !== 'invented').map(({ gold }) => gold);
    expect(borrowed.filter((gold) => gold.title !== undefined || gold.text !== undefined)).toEqual([]);
    expect(borrowed.flatMap(({ claims }) => claims).filter(({ quote }) => quote !== undefined)).toEqual([]);
  });

  it('is as large as it says', () => {
    const reports = (source: string) => all.filter((one) => one.source === source);
    expect(reports('invented').length).toBeGreaterThanOrEqual(20);
    expect(reports('gva').length).toBeGreaterThanOrEqual(60);
    expect(reports('meantime').length).toBeGreaterThanOrEqual(10);
    const asked = all.flatMap(({ gold }) => gold.claims).filter(({ optional }) => optional !== true);
    expect(asked.length).toBeGreaterThanOrEqual(400);
    expect(parts.flatMap((part) => readNegatives(part)).length).toBeGreaterThanOrEqual(150);
  });

  it('gives every count bounds in order and every day or term its value', () => {
    for (const { gold } of all) {
      for (const { attribute, min, max, term } of gold.claims) {
        const counted = min !== undefined && max !== undefined && (max === null || min <= max);
        const valued = ['date', 'type', 'weapon', 'target'].includes(attribute) === (term !== undefined);
        expect({ id: gold.id, attribute, fine: counted || (min === undefined && valued) }).toEqual({
          id: gold.id,
          attribute,
          fine: true,
        });
      }
    }
  });
});
