import { describe, expect, it } from 'vitest';
import type { GoldIncident, RecordGroup } from './gold.ts';
import { answerReadings, keepOwn, pairIncidents, placeFigures } from './match.ts';
import type { GroupOutcome, RecordFigure } from './read.ts';
import { scoreCopies, scorePairs } from './score.ts';

const range = (start: number) => ({ start, end: start + 10, check: '00000000' });

function told(...readings: GoldIncident['readings'][string]): GoldIncident {
  return {
    kind: 'bombing',
    day: null,
    within: [],
    reports: [0],
    mentioned: [],
    record: {},
    readings: { killed: readings },
  };
}

const whole = told(
  { min: 20, max: null, q: 'more than', reports: [0], ...range(0) },
  { min: 12, max: 12, reports: [0], difference: 'subset', ...range(20) },
);
const site = told({ min: 12, max: 12, reports: [0], ...range(20) });
const group: RecordGroup = {
  group: 'invented/g000',
  reports: [{ corpus: 'invented', id: '1', sha: '' }],
  incidents: { whole, site },
  conflicts: [],
  copies: [],
  notCopies: [],
  reasons: [],
  responsibility: [],
};

/** A figure of ours: how many dead, where its words begin, and in which incident. */
function figure(printed: number | null, start: number, incident: string): RecordFigure {
  const claim = {
    id: `${printed} ${start}`,
    article: 'a',
    incident,
    attribute: 'killed',
  } as RecordFigure['claim'];
  return { claim, report: 0, ranges: [{ start, end: start + 10 }], printed };
}

function outcome(...figures: readonly RecordFigure[]): GroupOutcome {
  return { figures, incidents: [], linked: {} as GroupOutcome['linked'] };
}

describe('answerReadings', () => {
  it('asks for the number and for words in common', () => {
    const found = answerReadings(group, outcome(figure(20, 3, 'x'), figure(12, 40, 'x'), figure(13, 20, 'x')));
    expect(found.map(({ figures }) => figures.length)).toEqual([1, 0, 0]);
  });

  it('takes a vague word for one', () => {
    const vague = {
      ...group,
      incidents: { some: told({ min: 24, max: null, q: 'dozens', reports: [0], ...range(0) }) },
    };
    expect(answerReadings(vague, outcome(figure(null, 0, 'x')))[0]?.figures).toHaveLength(1);
    expect(answerReadings(vague, outcome(figure(24, 0, 'x')))[0]?.figures).toHaveLength(0);
  });
});

describe('pairIncidents', () => {
  const apart = outcome(figure(20, 0, 'x'), figure(12, 20, 'y'));

  it('leaves the toll of a site to the site, though it stands as a part under the whole', () => {
    const own = keepOwn(answerReadings(group, apart));
    expect(own.map(({ incident, gold }) => [incident, gold.min])).toEqual([
      ['whole', 20],
      ['site', 12],
    ]);
    expect([...pairIncidents(own)].sort()).toEqual([
      ['site', 'y'],
      ['whole', 'x'],
    ]);
  });

  it('gives each incident of ours to one of the gold', () => {
    const merged = outcome(figure(20, 0, 'x'), figure(12, 20, 'x'));
    expect(pairIncidents(keepOwn(answerReadings(group, merged))).size).toBe(1);
  });
});

describe('scorePairs', () => {
  it('counts incidents kept apart', () => {
    const score = (outcomeOf: GroupOutcome) =>
      scorePairs(placeFigures(group, keepOwn(answerReadings(group, outcomeOf))));
    expect(score(outcome(figure(20, 0, 'x'), figure(12, 20, 'y'))).apart).toEqual([1, 1]);
    expect(score(outcome(figure(20, 0, 'x'), figure(12, 20, 'x'))).apart).toEqual([0, 1]);
  });
});

describe('scoreCopies', () => {
  it('asks which reports repeat one another, not which came first', () => {
    const gold = { copies: [{ from: 0, to: 1, kind: 'derived' }] };
    const found = (...pairs: readonly [string, string][]) => ({
      copies: pairs.map(([from, to]) => ({ from, to, kind: 'derived' as const, score: 1, passages: [] })),
    });
    const score = (...pairs: readonly [string, string][]) => scoreCopies(gold, found(...pairs), ['a', 'b', 'c']);
    expect(score(['b', 'a'])).toEqual({ right: 1, found: 1, gold: 1 });
    expect(score(['a', 'c'])).toEqual({ right: 0, found: 1, gold: 1 });
  });
});
