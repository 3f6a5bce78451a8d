import { describe, expect, it } from 'vitest';
import { absolute, makeReading, type TimeSpec, weekday } from '../../../test/kits/link-documents.ts';
import { defined } from '../../model/index.ts';
import { makeDocument } from '../documents/document.ts';
import { defaults } from '../options.ts';
import { findFullDates } from './absolute.ts';
import { anchorStory } from './index.ts';

const friday = weekday('Friday', 5);

function report(outlet: string, published: string | undefined, extra: readonly TimeSpec[] = [], more = '') {
  const words = `Shots were fired in the arcade on Friday. ${more}`;
  return makeReading({
    outlet,
    ...defined({ published }),
    paragraphs: [words],
    mentions: [{ words: 'Shots were fired in the arcade on Friday.', main: true, when: [friday, ...extra] }],
  });
}

function anchor(readings: readonly ReturnType<typeof report>[]) {
  return anchorStory(readings.map(makeDocument), defaults.anchors);
}

describe('anchorStory', () => {
  it('overrules a page dated two months late when two others agree', () => {
    const late = report('Quill', '2031-05-16');
    const { reportDays, issues, readings } = anchor([
      report('Courier', '2031-03-22'),
      report('Post', '2031-03-24'),
      late,
    ]);
    expect(reportDays[late.article.id]?.how).toBe('story');
    expect(issues.map(({ code }) => code)).toEqual(['time/anchor-disputed']);
    expect(readings[2]?.mentions[0]?.when[0]?.value?.edtf).toBe('2031-03-21');
  });

  it('leaves two pages alone that only contradict each other', () => {
    const { reportDays, issues } = anchor([report('Courier', '2031-03-22'), report('Quill', '2031-05-16')]);
    expect(issues).toEqual([]);
    expect(Object.values(reportDays).map(({ how }) => how)).toEqual(['published', 'published']);
  });

  it('trusts a later page that tells the day rightly and has a Friday of its own', () => {
    const trial = report(
      'Quill',
      '2031-05-16',
      [absolute('March 21, 2031', '2031-03-21')],
      'It began on March 21, 2031.',
    );
    const { issues } = anchor([report('Courier', '2031-03-22'), report('Post', '2031-03-24'), trial]);
    expect(issues).toEqual([]);
  });

  it('does not hold a "today" against another date', () => {
    const words = 'Two were charged over the arcade shots today.';
    const today = { words: 'today', reference: { kind: 'offset', unit: 'day', amount: 0 } } as const;
    const hearing = makeReading({
      published: '2031-05-16',
      paragraphs: [words],
      mentions: [{ words, main: true, when: [today] }],
    });
    const { issues } = anchor([report('Courier', '2031-03-22'), report('Post', '2031-03-24'), hearing]);
    expect(issues).toEqual([]);
  });

  it('gives an undated report the day of its fellows, and nothing where there are none', () => {
    const undated = report('Quill', undefined);
    const { reportDays, readings } = anchor([report('Courier', '2031-03-22'), undated]);
    expect(reportDays[undated.article.id]).toEqual({ day: '2031-03-22', how: 'story' });
    expect(readings[1]?.mentions[0]?.when[0]?.value?.edtf).toBe('2031-03-21');
    expect(anchor([undated]).reportDays).toEqual({});
  });

  it('dates an undated report by a full date in its text that fits its Friday, and not by one that does not', () => {
    const fits = report('Quill', undefined, [], 'A plaque reads 21.03.2031.');
    expect(anchor([fits]).reportDays[fits.article.id]).toEqual({ day: '2031-03-22', how: 'story' });
    const old = report('Quill', undefined, [], 'The arcade opened on June 2, 1987.');
    expect(anchor([old]).reportDays).toEqual({});
  });
});

describe('findFullDates', () => {
  it.each([
    ['on March 24, 2031', ['2031-03-24']],
    ['on 24 March 2031', ['2031-03-24']],
    ['24.03.2031', ['2031-03-24']],
    ['3/24/2031', ['2031-03-24']],
    ['2031-03-24', ['2031-03-24']],
    ['3/4/2031', []],
    ['on March 24', []],
    ['31.02.2031', []],
    ['version 12.13.2031', []],
  ])('reads "%s" as %j', (words, days) => {
    const { article } = makeReading({ paragraphs: [words] });
    expect(findFullDates(article).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))).toEqual(days);
  });

  it('leaves out the stated date of the page', () => {
    expect(findFullDates(makeReading({ paragraphs: ['May 16, 2031'], published: '2031-05-16' }).article)).toEqual([]);
  });
});
