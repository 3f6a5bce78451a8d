import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeText } from '../model/index.ts';
import { cutTokens } from './tokens.ts';

function cut(value: string) {
  const text = makeText(value);
  return cutTokens({ text, blocks: [{ kind: 'body', start: 0, end: value.length }] });
}

describe('cutTokens', () => {
  it('keeps titles and abbreviations inside one sentence', () => {
    const { sentences } = cut('Gen. Orvell spoke at 8 p.m. in the U.S. embassy. Nobody was hurt.');
    expect(sentences.items).toHaveLength(2);
  });

  it('parts sentences that a scraper glued together', () => {
    const { tokens } = cut('The group was formed in 2015.The militia denied it.');
    expect(tokens.items.map((token) => token.form)).toContain('2015');
  });

  it('never lets a sentence cross a block', () => {
    const value = 'Four dead in Harrowgate\n\npolice say they were shot';
    const text = makeText(value);
    const { sentences } = cutTokens({
      text,
      blocks: [
        { kind: 'headline', start: 0, end: 23 },
        { kind: 'body', start: 25, end: value.length },
      ],
    });
    expect(sentences.items.map((sentence) => sentence.block)).toEqual([0, 1]);
  });

  it('leaves boilerplate uncut', () => {
    const value = 'Share this story';
    const { tokens } = cutTokens({ text: makeText(value), blocks: [{ kind: 'boilerplate', start: 0, end: 16 }] });
    expect(tokens.items).toEqual([]);
  });

  it('cuts a text alike whatever was read before', () => {
    const value = "The “people’s” council and the \"people's\", people's and (people's) army met at St. Orla's.";
    const before = cut(value).tokens.items.map(({ form }) => form);
    for (const other of ["people's", '"people\'s"', "(people's)", "people's,", '“people’s”', "Orla's."]) cut(other);
    expect(cut(value).tokens.items.map(({ form }) => form)).toEqual(before);
    expect(before).not.toContain("people's");
  });

  it.each([
    ['A 21-year-old man was hurt.', 'He left the house.21-year-old twins followed.', '21-year-old'],
    ['The 3-day search ended.', 'They left the quay.3-day searches are rare.', '3-day'],
  ])('cuts %j alike whatever words another text has glued together', (value, glued, word) => {
    const formsOf = (text: string) => cut(text).tokens.items.map(({ form }) => form);
    const before = formsOf(value);
    expect(formsOf(glued)).toContain(word);
    expect(formsOf(value)).toEqual(before);
  });

  it('forgets what it has read when it has met more words than the library has room for', () => {
    const value = 'A 21-year-old man of Norwick was hurt, police said.';
    const before = cut(value);
    for (let at = 0; at < 60; at += 1) cut(Array.from({ length: 5000 }, (_, word) => `w${at}x${word}q`).join(' '));
    expect(cut(value)).toEqual(before);
  }, 60_000);

  it('is lossless: forms are slices, and only white space lies between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (value) => {
        const { tokens } = cut(value);
        let rest = value;
        for (const token of [...tokens.items].reverse()) {
          expect(value.slice(token.start, token.end)).toBe(token.form);
          rest = rest.slice(0, token.start) + rest.slice(token.end);
        }
        expect(rest.replaceAll(/[\s\p{C}\p{Z}]/gu, '')).toBe('');
      }),
    );
  });
});
