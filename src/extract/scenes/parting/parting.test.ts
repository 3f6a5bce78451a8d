import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDraftSentences } from '../../../../test/kits/report-texts.ts';
import { toDayNumber } from '../../../model/index.ts';
import { isCustody } from '../../finding.ts';
import { findHazard } from '../hazard.ts';
import { readTriggers } from '../triggers.ts';
import { clusterPairs } from './cluster.ts';
import { findHappenings, partByHappening } from './index.ts';

describe('clusterPairs', () => {
  const near = (pairs: readonly string[]) => (a: number, b: number) => (pairs.includes(`${a}${b}`) ? 0.9 : 0.1);

  it('joins what is likely one and keeps the rest apart', () => {
    expect(clusterPairs(4, near(['01', '23']), 0.5)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('asks the mean of all pairs: one likely pair does not chain two groups', () => {
    expect(clusterPairs(4, near(['01', '23', '12']), 0.5)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('gives nothing for nothing, and each by itself where nothing is likely', () => {
    expect(clusterPairs(0, () => 1, 0.5)).toEqual([]);
    expect(clusterPairs(3, () => 0.4, 0.5)).toEqual([[0], [1], [2]]);
  });

  it('parts every set: each member once, groups by their first', () => {
    const square = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }), {
      minLength: 9,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), square, (size, table) => {
        const groups = clusterPairs(size, (a, b) => table[a]?.[b] ?? 0, 0.5);
        expect(groups.flat().toSorted((a, b) => a - b)).toEqual([...Array(size).keys()]);
        const firsts = groups.map(([first = -1]) => first);
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }),
    );
  });
});

/** Sentences of an invented report with their incident words. */
function read(text: string) {
  return readDraftSentences({ text, published: '2031-05-20' }).map((sentence) => ({
    sentence,
    triggers: readTriggers(sentence.view),
  }));
}

const strike = 'A strike on a house in Norrby killed five people on Monday.';
const market = 'A blast at a market in Velm killed nine people on Sunday.';

describe('findHappenings', () => {
  const numbers = (text: string, walk: Parameters<typeof findHappenings>[2]) => [
    ...findHappenings(read(text), { day: undefined, hazard: undefined }, walk).values(),
  ];

  it('keeps what words and times put into one background scene together, and apart from the rest', () => {
    const walk: Parameters<typeof findHappenings>[2] = (finding) => (finding?.view.index === 0 ? 0 : 1);
    expect(numbers(`${strike} ${market} ${market}`, walk)).toEqual([0, 1, 1]);
  });

  it('keeps a figure and the parts named beside it together, and what takes up the word for it', () => {
    const [whole, part] = numbers('A strike on a house in Norrby killed 14 people, including nine guests.', () => 0);
    expect(part).toBe(whole);
    const siege =
      'Men held 900 people in a siege of a theatre in Velm in 2009. Troops ended the siege, killing 30 people.';
    expect(new Set(numbers(siege, () => 1)).size).toBe(1);
  });

  it('puts together what a chronicle of a storm tells place by place, and leaves apart what it recalls of another', () => {
    const text =
      'Typhoon Orla was a storm of 2031. In Japan the storm killed 12 people. In Taiwan it killed three people. Roads were shut. Typhoon Velm killed 90 people in 2019.';
    const items = read(text);
    const hazard = findHazard(
      items.map(({ sentence }) => sentence.view),
      undefined,
    );
    const told = [...findHappenings(items, { day: undefined, hazard }, (finding) => finding?.view.index ?? 0)];
    expect(told.map(([{ view }, happening]) => [view.index, happening])).toEqual([
      [1, 0],
      [2, 0],
      [4, 1],
    ]);
  });

  it('takes for the news what is told first and not only recalled', () => {
    const text = `The war began on 7 October 2030, when raids killed 900 people in Marren. ${strike}`;
    const items = read(text);
    const day = toDayNumber('2031-05-20');
    const told = [...findHappenings(items, { day, hazard: undefined }, (finding) => finding?.view.index ?? 0)];
    expect(told.map(([{ view }, happening]) => [view.index, happening])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('takes nothing for the news where all harm is recalled below the lead', () => {
    const calm = 'Shops in Marren opened on Monday. Trams ran again. The mayor spoke. Schools stay shut. ';
    const recalled = 'The war began on 7 October 2030, when raids killed 900 people in Marren.';
    const report = { day: toDayNumber('2031-05-20'), hazard: undefined };
    const number = (text: string) => [...findHappenings(read(text), report, () => 0).values()];
    expect(number(`${calm}${recalled}`)).toEqual([1]);
    expect(number(recalled)).toEqual([0]);
  });

  it('puts arrests with what was told last before them, and with the first where nothing was', () => {
    const arrest = 'Police arrested two men.';
    const walk: Parameters<typeof findHappenings>[2] = (finding) =>
      finding !== undefined && isCustody(finding.fate) ? 2 : (finding?.view.index ?? 0) > 1 ? 1 : 0;
    expect(numbers(`${strike} Six streets were closed. ${market} ${arrest}`, walk)).toEqual([0, 1, 1]);
    expect(numbers(`${arrest} ${strike}`, walk)).toEqual([0, 0]);
  });
});

describe('partByHappening', () => {
  const place = (text: string, aside: readonly number[] = []) => {
    const items = read(text);
    const found = items.flatMap(({ sentence }) => sentence.findings);
    const happenings = new Map(found.map((finding, at) => [finding, at]));
    const scenes = partByHappening(items, happenings, ({ sentence: { view } }) =>
      aside.includes(view.index) ? 7 : undefined,
    );
    return scenes.map(({ main, sentences }) => [main, ...sentences.map(({ sentence }) => sentence.view.index)]);
  };

  it('makes a scene of each happening, the first being the main one', () => {
    expect(place(`${strike} ${market}`)).toEqual([
      [true, 0],
      [false, 1],
    ]);
  });

  it('lets a sentence that tells of none go with its paragraph, else with the main scene', () => {
    expect(place(`${strike}\n\n${market} The market is the oldest there.\n\nRain fell.`)).toEqual([
      [true, 0, 3],
      [false, 1, 2],
    ]);
  });

  it('keeps such a sentence aside where its words and times turn to something else', () => {
    expect(place(`${strike} Norrby was founded in 1203.`, [1])).toEqual([
      [true, 0],
      [false, 1],
    ]);
  });
});
