import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absolute, type CountSpec, makeReading, town } from '../../../test/kits/link-documents.ts';
import { type ArticleReading, type CountedPeriod, dayValue, type Linked } from '../../model/index.ts';
import { defaults, link } from '../index.ts';

const context = { now: '2032-01-01T00:00:00Z', seed: 0 };
const norrby = town('Norrby');
const since = (day: string): CountedPeriod => ({ since: dayValue(day), kind: 'war', noun: 'war', places: [norrby] });
const unsaid: CountedPeriod = { kind: 'war', noun: 'war', places: [norrby] };

function run(readings: readonly ArticleReading[]): Linked {
  return link(readings, defaults, context).value;
}

/** A report of a strike that killed five, with what it counts of the war. */
function report(published: string, outlet: string, toll: CountSpec, where = norrby): ArticleReading {
  const strike = `A strike on a house in ${where.name} killed five people on ${published}, medics said.`;
  return makeReading({
    headline: `Strike kills five in ${where.name}`,
    outlet,
    published,
    paragraphs: [strike, `${toll.words}, officials say.`],
    mentions: [
      {
        words: strike,
        main: true,
        type: 'airstrike',
        when: [absolute(published, published)],
        where: [where],
        counts: [{ attribute: 'killed', words: 'killed five people', count: 5 }, toll],
      },
    ],
  });
}

function killed(count: number, period?: CountedPeriod): CountSpec {
  const words = `In all ${count} have been killed`;
  return { attribute: 'killed', words, count, ...(period === undefined ? {} : { period }) };
}

const first = report('2031-05-02', 'Velmora Courier', killed(3120, since('2031-03-01')));
const second = report('2031-05-09', 'The Marren Post', killed(3400, since('2031-03-01')));
const third = report('2031-05-20', 'Harrow Herald', killed(4010, since('2031-03-02')));

describe('linkConflicts', () => {
  it('keeps the figures told since one day as one series, whatever incident they stand beside', () => {
    const { conflicts = [], claims } = run([first, second, third]);
    expect(conflicts.map(({ name }) => name)).toEqual(['War in Norrby, since 1 March 2031']);
    expect(conflicts[0]?.tolls.map(({ value, asOf }) => [value.anchor, asOf])).toEqual([
      [3120, '2031-05-02'],
      [3400, '2031-05-09'],
      [4010, '2031-05-20'],
    ]);
    expect(claims.filter(({ conflict }) => conflict !== undefined)).toHaveLength(3);
  });

  it('lets the incidents of its place and time belong to it', () => {
    const { conflicts = [], incidents } = run([first, second, third]);
    expect(conflicts[0]?.incidents).toEqual(incidents.map(({ id }) => id));
  });

  it('takes in a figure told without its start that fits the series, and one whose words say nothing of a war', () => {
    const undated = report('2031-05-10', 'Ostrel Times', killed(3410, unsaid));
    const plain = report('2031-05-11', 'Vale Sentinel', killed(3450));
    const { conflicts = [] } = run([first, second, third, undated, plain]);
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]?.tolls.map(({ value }) => value.anchor)).toEqual([3120, 3400, 3410, 3450, 4010]);
  });

  it('takes in a figure that counts back from its report, however small', () => {
    const weeks = { ...since('2031-04-20'), rolling: true };
    const { conflicts = [] } = run([first, second, third, report('2031-05-10', 'Ostrel Times', killed(240, weeks))]);
    expect(conflicts.map(({ name }) => name)).toEqual(['War in Norrby, since 1 March 2031']);
    expect(conflicts[0]?.tolls.map(({ value }) => value.anchor)).toEqual([3120, 3400, 240, 4010]);
  });

  it('takes in no figure of another country, another size, or a single day', () => {
    const elsewhere = report('2031-05-10', 'Ostrel Times', killed(3410), town('Brenmark', 'XB'));
    const smaller = report('2031-05-11', 'Vale Sentinel', killed(900));
    const { conflicts = [], claims } = run([first, second, third, elsewhere, smaller]);
    expect(conflicts.flatMap(({ tolls }) => tolls).map(({ value }) => value.anchor)).toEqual([3120, 3400, 4010]);
    expect(claims.find(({ value }) => value.kind === 'count' && value.anchor === 5)?.conflict).toBeUndefined();
  });

  it('keeps two wars of one country apart by when they began', () => {
    const old = ['Velmora Courier', 'The Marren Post', 'Harrow Herald'].map((outlet, at) =>
      report(`2028-0${at + 2}-10`, outlet, killed(200 + at, since('2028-01-05'))),
    );
    const { conflicts = [] } = run([first, second, third, ...old]);
    expect(conflicts.map(({ name }) => name).sort()).toEqual([
      'War in Norrby, since 1 March 2031',
      'War in Norrby, since 5 January 2028',
    ]);
  });

  it('makes one of two that come to the same name and start', () => {
    const beside = (name: string) => ({ ...unsaid, places: [norrby, town(name, 'XB')] });
    const { conflicts = [] } = run([
      report('2031-05-02', 'Velmora Courier', killed(3120, unsaid)),
      report('2031-06-09', 'The Marren Post', killed(90, beside('Brenmark'))),
      report('2031-06-10', 'Harrow Herald', killed(95, beside('Ostrel'))),
    ]);
    expect(conflicts.map(({ id }) => id)).toEqual([...new Set(conflicts.map(({ id }) => id))]);
    expect(conflicts.map(({ name }) => name)).toEqual(['War in Norrby']);
    expect(conflicts[0]?.tolls).toHaveLength(3);
  });

  it('makes none of what is told of a single day', () => {
    expect(run([report('2031-05-02', 'Velmora Courier', killed(12))]).conflicts).toBeUndefined();
  });

  it('does not depend on the order of the reports', () => {
    const all = [first, second, third, report('2031-05-10', 'Ostrel Times', killed(3410, unsaid))];
    const told = JSON.stringify(run(all).conflicts);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (some) => {
        expect(JSON.stringify(run(some).conflicts)).toBe(told);
      }),
      { numRuns: 10 },
    );
  });
});
