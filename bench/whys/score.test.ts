import { expect, it } from 'vitest';
import { readMarkers } from './markers.ts';
import { pairStatements, scoreStatements } from './score.ts';
import type { Statement } from './statements.ts';

const say = (kind: string, start: number, incident = 'fire'): Statement => ({
  kind,
  report: 0,
  ranges: [{ start, end: start + 20 }],
  incident,
});

it('pairs statements by their words, and counts kinds and incidents of those found', () => {
  const gold = [say('claimed', 0), say('inferred', 50), say('inferred', 90)];
  const ours = [say('claimed', 5, 'i-1'), say('claimed', 55, 'i-2'), say('claimed', 300, 'i-1')];
  const score = scoreStatements(pairStatements(gold, ours, new Map([['fire', 'i-1']])));
  expect(score).toMatchObject({ kinds: [1, 2], gold: 3, found: 3 });
  expect([score.precision, score.recall, score.placed].map((share) => share.toFixed(2))).toEqual([
    '0.67',
    '0.67',
    '0.33',
  ]);
});

it('takes words that are read twice for neither right nor wrong', () => {
  const pairings = pairStatements([say('accuses', 0)], [say('accuses', 0), say('suspects', 2)], new Map());
  expect(scoreStatements(pairings)).toMatchObject({ precision: 1, recall: 1, kinds: [1, 1] });
});

it('reads marker words as a reader without any grammar would', () => {
  const whole = 'The mill burned because of a spark. The owner denied that he was responsible.';
  expect(readMarkers('reasons', whole, 0).map(({ ranges: [range] }) => whole.slice(range?.start, range?.end))).toEqual([
    ' a spark.',
  ]);
  expect(readMarkers('responsibility', whole, 0).map(({ kind }) => kind)).toEqual(['denies']);
});
