import { describe, expect, it } from 'vitest';
import type { NewsFigure } from '../news/predict.ts';
import { scoreHeads } from './score.ts';
import { caseOfRams, caseOfWikievents } from './sets.ts';

const text = 'A bomb killed two guards and hurt a nurse of Orla.';
const rangeOf = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  text: words,
});
const claim = (attribute: NewsFigure['attribute'], words: string, more?: Partial<NewsFigure>): NewsFigure => ({
  attribute,
  ranges: [rangeOf(words)],
  printed: 1,
  incident: '',
  main: true,
  rule: 'made up',
  ...more,
});

const article = caseOfWikievents({
  id: '1',
  text,
  annotations: {
    entities: { a: rangeOf('guards'), b: rangeOf('nurse of Orla'), c: rangeOf('A bomb') },
    events: [
      { type: 'Life.Die.Unspecified', trigger: rangeOf('killed'), arguments: [{ role: 'Victim', entity: 'a' }] },
      {
        type: 'Life.Injure.Unspecified',
        trigger: rangeOf('hurt'),
        arguments: [
          { role: 'Victim', entity: 'b' },
          { role: 'Injurer', entity: 'c' },
        ],
      },
      { type: 'Life.Injure.Illness', trigger: rangeOf('hurt'), arguments: [] },
    ],
  },
});

describe('victims by head word', () => {
  it('are taken from deaths and injuries', () => {
    expect(article.victims.map(({ harm, head }) => [harm, text.slice(head.start, head.end)])).toEqual([
      ['killed', 'guards'],
      ['injured', 'nurse'],
    ]);
  });

  it('are found where a claim of their harm has them in its words', () => {
    const claims = [claim('killed', 'killed two guards'), claim('killed', 'hurt a nurse')];
    expect(scoreHeads(article, claims, 'killed')).toEqual({ right: 1, answered: 2, found: 1, wanted: 1 });
    expect(scoreHeads(article, claims, 'injured')).toEqual({ right: 0, answered: 0, found: 0, wanted: 1 });
    expect(scoreHeads(article, [claim('killed', 'killed two guards', { modality: 'hypothetical' })], 'killed')).toEqual(
      {
        right: 0,
        answered: 0,
        found: 0,
        wanted: 1,
      },
    );
  });

  it('of one event leave claims of others unjudged', () => {
    const passage = caseOfRams({
      id: '2',
      text,
      annotations: {
        event_type: 'life.injure.n/a',
        trigger: rangeOf('hurt'),
        arguments: [{ role: 'victim', ...rangeOf('a nurse of Orla') }],
      },
    });
    const claims = [claim('killed', 'killed two guards'), claim('injured', 'hurt a nurse')];
    expect(scoreHeads(passage, claims, 'killed').answered).toBe(0);
    expect(scoreHeads(passage, claims, 'injured')).toEqual({ right: 1, answered: 1, found: 1, wanted: 1 });
  });
});
