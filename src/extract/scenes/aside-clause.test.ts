import { describe, expect, it } from 'vitest';
import { readDraftSentences } from '../../../test/kits/report-texts.ts';
import { isAsideClause } from './aside-clause.ts';

function aside(text: string): readonly boolean[] {
  return readDraftSentences({ text, published: '2031-05-13' }).flatMap(({ findings }) => findings.map(isAsideClause));
}

describe('clauses that recall something earlier', () => {
  it.each([
    'He admired the gunman of Norwick, where four people were killed the week before.',
    'The family came from Tamber, where nine people were killed three years earlier.',
    'It was the first storm since the one in which 12 people were killed two decades earlier.',
  ])('are set apart: %s', (text) => {
    expect(aside(text)).toContain(true);
  });

  it.each([
    'Crews went to Norwick, where four people were killed on Tuesday.',
    'Four people were killed the week before the vote.',
    'The street where four people were killed was closed, as it was a year earlier.',
  ])('are not: %s', (text) => {
    const all = aside(text);
    expect(all.length).toBeGreaterThan(0);
    expect(all).not.toContain(true);
  });
});
