import { describe, expect, it } from 'vitest';
import type { MucRole, MucTemplate } from './record.ts';
import { addReports, foldMention, overall, rates, scoreReport } from './score.ts';

function template(type: string, fillers: Partial<Record<MucRole, string[][]>> = {}): MucTemplate {
  return { type, fillers: { PerpInd: [], PerpOrg: [], Target: [], Victim: [], Weapon: [], ...fillers } };
}

describe('foldMention', () => {
  it.each([
    ['The "Northern Front"', 'northern front'],
    ["a governor's   car", 'governors car'],
    ['anthem', 'anthem'],
  ])('folds %s', (mention, folded) => expect(foldMention(mention)).toBe(folded));
});

describe('scoreReport', () => {
  const gold = template('bombing', {
    PerpOrg: [['northern front', 'nf']],
    Target: [['town hall'], ['mill', 'old mill']],
  });

  it('takes any mention of an entity', () => {
    const tallies = scoreReport(
      [template('bombing', { PerpOrg: [['NF']], Target: [['the mill'], ['bridge']] })],
      [gold],
    );
    expect(tallies.PerpOrg).toEqual({ right: 1, answered: 1, found: 1, wanted: 1 });
    expect(tallies.Target).toEqual({ right: 1, answered: 2, found: 1, wanted: 2 });
    // Of 4 answered 3 are right, and of 4 wanted 3 are found.
    expect(rates(overall(tallies))).toEqual({ p: 0.75, r: 0.75, f: 0.75 });
  });

  it('refuses an entity with a mention that is not of the wanted one', () => {
    const tallies = scoreReport([template('bombing', { Target: [['mill', 'town hall']] })], [gold]);
    expect(tallies.Target).toEqual({ right: 0, answered: 1, found: 0, wanted: 2 });
  });

  it('pairs only templates of one type', () => {
    const tallies = scoreReport([template('attack', { Target: [['mill']] })], [gold]);
    expect(tallies.type).toEqual({ right: 0, answered: 1, found: 0, wanted: 1 });
    expect(tallies.Target).toEqual({ right: 0, answered: 1, found: 0, wanted: 2 });
  });

  it('meets a gold template of two types by either', () => {
    expect(scoreReport([template('attack')], [template('bombing / attack')]).type.right).toBe(1);
  });

  it('pairs so that most is right', () => {
    const first = template('attack', { Victim: [['ana ruel']] });
    const second = template('attack', { Victim: [['tomas vey']], Weapon: [['rifle']] });
    const tallies = scoreReport([second, first], [first, second]);
    expect(rates(overall(tallies)).f).toBe(1);
    const one = scoreReport([second], [first, second]);
    expect(overall(one)).toEqual({ right: 3, answered: 3, found: 3, wanted: 5 });
  });

  it('counts the same gold template once, and nothing where nothing is', () => {
    expect(scoreReport([], [gold, gold]).Target.wanted).toBe(2);
    expect(overall(scoreReport([], []))).toEqual({ right: 0, answered: 0, found: 0, wanted: 0 });
  });

  it('adds reports', () => {
    const total = addReports([scoreReport([gold], [gold]), scoreReport([gold], [])]);
    expect(total.Target).toEqual({ right: 2, answered: 4, found: 2, wanted: 2 });
  });
});
