import { describe, expect, it } from 'vitest';
import { makeReading } from '../../../test/kits/link-documents.ts';
import { areOtherHours, readHours } from './hours.ts';

function hoursOf(words: string) {
  const reading = makeReading({ paragraphs: [words], mentions: [{ words, main: true }] });
  return reading.mentions.flatMap((mention) => readHours(reading, mention));
}

describe('areOtherHours', () => {
  it.each([
    ['A bomb went off on Tuesday morning.', 'Two guards were shot on Tuesday evening.'],
    ['A man was shot at 7:30 p.m. in Norwick.', 'A man was shot at 11 a.m. in Norwick.'],
    ['Shots were fired at dawn.', 'Shots were fired in the afternoon.'],
  ])('keeps apart: %s %s', (a, b) => {
    expect(areOtherHours(hoursOf(a), hoursOf(b))).toBe(true);
    expect(areOtherHours(hoursOf(b), hoursOf(a))).toBe(true);
  });

  it.each([
    ['He was shot late on Friday night.', 'He was shot at about 1 a.m.'],
    ['A fire broke out in the evening.', 'A fire broke out at 8 p.m. and was put out in the morning.'],
    ['A bomb went off on Tuesday morning.', 'A bomb went off on Tuesday.'],
    ['Two men were shot in the morning.', 'Two men were shot around noon.'],
  ])('says nothing against: %s %s', (a, b) => {
    expect(areOtherHours(hoursOf(a), hoursOf(b))).toBe(false);
  });
});
