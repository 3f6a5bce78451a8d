import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type InventedReport,
  inventEdition,
  inventOne,
  sayRange,
  sayReasons,
} from '../../test/kits/invented-reports.ts';
import { type CountRecord, type Edition, exactly, type Incident, isCountRecord } from '../model/index.ts';
import { type DecisionDraft, policies, revise, writeDecision } from './index.ts';

const context = { now: '2031-05-10T00:00:00Z', seed: 1 };

const reports: readonly InventedReport[] = [
  inventOne('a', '8', {}, { published: '2031-05-02T08:00:00Z' }),
  inventOne('b', '11', { by: 'police' }, { published: '2031-05-02T19:00:00Z' }),
  inventOne('c', '12', { by: 'medical:Marl hospital' }, { published: '2031-05-03T09:00:00Z' }),
  inventOne('d', '11'),
];
const edition = inventEdition(reports);
const look = (value: Edition): Incident => value.incidents[0] ?? expect.fail('an incident');
const killed = (value: Edition): CountRecord => {
  const record = look(value).attributes.killed;
  return record !== undefined && isCountRecord(record) ? record : expect.fail('a record of the killed');
};

describe('revise', () => {
  it('gives the edition back under its own policy', () => {
    expect(revise(edition, {}, context).value).toEqual(edition);
    fc.assert(
      fc.property(fc.constantFrom(...policies.map(({ name }) => name)), fc.boolean(), (policy, copied) => {
        const copies = copied ? ([['a', 'd']] as const) : [];
        const made = inventEdition(reports, { policy, copies });
        expect(revise(made, {}, context).value).toEqual(made);
        expect(revise(edition, { policy }, context).value.incidents).toEqual(
          inventEdition(reports, { policy }).incidents,
        );
      }),
      { numRuns: 20 },
    );
  });

  it('replays what was known, to the hour, and leaves undated reports out', () => {
    const noon = revise(edition, { asOf: '2031-05-02T12:00Z' }, context);
    expect(sayRange(killed(noon.value))).toEqual([8, 8, 8]);
    expect(noon.issues).toMatchObject([{ code: 'reconcile/as-of' }]);
    expect(noon.issues[0]?.message).toContain('3 claims are left out');
    expect(noon.value.articles.map(({ id }) => id)).toEqual(['a']);
    expect(sayRange(killed(revise(edition, { asOf: '2031-05-02' }, context).value))).toEqual([8, 11, 11]);
    expect(revise(edition, { asOf: 'soon' }, context).issues).toMatchObject([{ code: 'reconcile/bad-time' }]);
  });

  it('tells how the toll moved', () => {
    expect(killed(edition).history?.map(({ at, best, articles }) => [at, best, articles])).toEqual([
      ['2031-05-02T08:00:00.000Z', 8, ['a']],
      ['2031-05-02T19:00:00.000Z', 11, ['b']],
      ['2031-05-03T09:00:00.000Z', 12, ['c']],
    ]);
  });
});

const deciding = (more: Partial<DecisionDraft>): DecisionDraft => ({
  action: 'note',
  incident: 'incident-1',
  by: 'R. Ecorder',
  at: '2031-05-09T10:00:00Z',
  reason: 'the hospital counted again',
  ...more,
});
const decide = (given: Edition, ...all: readonly Partial<DecisionDraft>[]) =>
  revise(given, { decisions: all.map((one) => writeDecision(edition, deciding(one))) }, context);

describe('decisions', () => {
  it('accept a claim, and say who did', () => {
    const { value } = decide(edition, { action: 'accept', attribute: 'killed', claims: ['b.0'] });
    expect(killed(value)).toMatchObject({ best: 11, rule: 'decision' });
    expect(killed(value).why).toMatch(/^Accepted by R\. Ecorder: the hospital counted again\./);
    expect(value.decisions).toMatchObject([{ status: 'applied', incident: 'incident-1' }]);
    expect(killed(value).decisions).toEqual([value.decisions?.[0]?.id]);
  });

  it('override a figure, reject a claim, set a date and a policy, note', () => {
    const date = {
      kind: 'date',
      edtf: '2031-05-01',
      earliest: '2031-05-01',
      latest: '2031-05-01',
      precision: 'day',
    } as const;
    const { value } = decide(
      edition,
      { action: 'override', attribute: 'killed', value: exactly(13) },
      { action: 'reject', attribute: 'killed', claims: ['a.0'] },
      { action: 're-date', date },
      { action: 'set-policy', policy: 'gtd' },
      { action: 'note' },
    );
    expect(sayRange(killed(value))).toEqual([13, 13, 13]);
    expect(killed(value).policy).toBe('gtd');
    expect(sayReasons(killed(value))[8]).toBe('rejected');
    expect(look(value).date.value).toBe('2031-05-01');
    expect(look(value).notes).toMatchObject([{ by: 'R. Ecorder' }]);
    expect(look(value).decisions).toHaveLength(5);
  });

  it('split a claim out and merge it back', () => {
    const split = decide(edition, { action: 'split', claims: ['a.0'] }).value;
    expect(split.incidents).toHaveLength(2);
    expect(sayRange(killed(split))).toEqual([11, 12, 12]);
    const other = split.claims.find(({ id }) => id === 'a.0')?.incident ?? '';
    const merge = writeDecision(split, deciding({ action: 'merge', other, at: '2031-05-09T11:00:00Z' }));
    const merged = revise(split, { decisions: [merge] }, context).value;
    expect(merged.incidents).toHaveLength(1);
    expect(killed(merged).readings.flatMap(({ claims }) => claims)).toHaveLength(4);
    // The same from the edition as it was before, where nothing was split yet, and once more from what that gives.
    const again = revise(edition, { decisions: [...(split.decisions ?? []), merge] }, context).value;
    expect(again.incidents).toEqual(merged.incidents);
    expect(revise(again, {}, context).value).toEqual(again);
  });

  it('on what was split off stay on it', () => {
    const first = decide(edition, { action: 'split', claims: ['a.0'] }).value;
    const incident = first.claims.find(({ id }) => id === 'a.0')?.incident ?? '';
    const own = { action: 'override', attribute: 'killed', value: exactly(3) } as const;
    const later = writeDecision(first, deciding({ ...own, incident, at: '2031-05-09T11:00:00Z' }));
    const { value } = revise(edition, { decisions: [...(first.decisions ?? []), later] }, context);
    expect(value.decisions?.map((one) => one.incident)).toEqual(['incident-1', incident]);
    expect(sayRange(killed(value))).toEqual([11, 12, 12]);
  });

  it('survive a second run unchanged', () => {
    const once = decide(
      edition,
      { action: 'split', claims: ['a.0'] },
      { action: 'override', attribute: 'killed', value: exactly(13) },
    );
    expect(revise(once.value, {}, context).value).toEqual(once.value);
  });

  it('are found again in a changed text, and abstain where the words stand twice', () => {
    const change = (id: string, text: (old: string) => string): Edition => ({
      ...edition,
      articles: edition.articles.map((one) => (one.id === id ? { ...one, id: `${id}2`, text: text(one.text) } : one)),
      claims: edition.claims.map((claim) => {
        if (claim.article !== id) return claim;
        const fresh = text(edition.articles.find((one) => one.id === id)?.text ?? '');
        const evidence = claim.evidence.map(({ quote }) => {
          const start = fresh.indexOf(quote);
          return { start, end: start + quote.length, quote };
        });
        return { ...claim, article: `${id}2`, evidence };
      }),
    });
    const accept = { action: 'accept', attribute: 'killed', claims: ['b.0'] } as const;
    const moved = decide(
      change('b', (old) => `An added line.\n${old}`),
      accept,
    );
    expect(moved.value.decisions).toMatchObject([{ status: 'applied' }]);
    expect(killed(moved.value).best).toBe(11);
    const doubled = decide(
      change('b', (old) => `${old}\n\n${old}`),
      accept,
    );
    expect(doubled.value.decisions).toMatchObject([{ status: 'ambiguous' }]);
    expect(doubled.issues.map(({ code }) => code)).toContain('reconcile/decision-ambiguous');
    expect(killed(doubled.value).best).toBe(12);
    const gone = decide(
      change('b', () => 'Line 0 of the report was withdrawn.'),
      accept,
    );
    expect(gone.value.decisions).toMatchObject([{ status: 'lost' }]);
  });

  it('of one time are taken in the order of the log', () => {
    const values = [13, 14, 15, 16, 17, 18];
    for (const last of values) {
      const others = values.filter((value) => value !== last);
      const requests = [...others, last].map((value) => ({
        action: 'override' as const,
        attribute: 'killed' as const,
        value: exactly(value),
      }));
      expect(killed(decide(edition, ...requests).value).best).toBe(last);
    }
  });

  it('show conflicts, the later one winning', () => {
    const { value, issues } = decide(
      edition,
      { action: 'override', attribute: 'killed', value: exactly(13) },
      { action: 'override', attribute: 'killed', value: exactly(14), at: '2031-05-09T12:00:00Z', by: 'S. Econd' },
    );
    expect(killed(value).best).toBe(14);
    expect(value.decisions?.map(({ status, conflicts }) => [status, conflicts?.length])).toEqual([
      ['overruled', 1],
      ['applied', 1],
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['reconcile/decision-conflict']);
  });
});

describe('a speaker under two names, and undated reports', () => {
  it('an early figure of "police" gives way to a later one of "Marl police"', () => {
    const record = killed(
      inventEdition([
        inventOne('a', '3', { by: 'police' }, { published: '2031-05-02' }),
        inventOne('b', '9', { by: 'police:Marl police' }, { published: '2031-05-03' }),
      ]),
    );
    expect(sayRange(record)).toEqual([9, 9, 9]);
    expect(sayReasons(record)).toEqual({ 9: 'accepted', 3: 'later' });
  });

  it('not where two forces could be meant', () => {
    const record = killed(
      inventEdition([
        inventOne('a', '3', { by: 'police' }, { published: '2031-05-02' }),
        inventOne('b', '9', { by: 'police:Marl police' }, { published: '2031-05-03' }),
        inventOne('c', '8', { by: 'police:Tarn police' }, { published: '2031-05-03' }),
      ]),
    );
    expect(record.low).toBe(3);
  });

  it('an undated report is no older than the last day it tells of', () => {
    const day = {
      kind: 'date',
      edtf: '2031-05-04',
      earliest: '2031-05-04',
      latest: '2031-05-04',
      precision: 'day',
    } as const;
    const told = { attribute: 'date', says: day, resolution: { value: day, anchor: 'absolute' } } as const;
    const early = inventOne('a', '3', { by: 'police' }, { published: '2031-05-02' });
    const late = { id: 'b', outlet: 'Outlet b', claims: [{ says: '9', by: 'police' }, told] };
    expect(sayRange(killed(inventEdition([early, late])))).toEqual([9, 9, 9]);
    const undated = killed(inventEdition([early, { ...late, claims: [{ says: '9', by: 'police' }] }]));
    expect([undated.low, undated.high]).toEqual([3, 9]);
  });
});
