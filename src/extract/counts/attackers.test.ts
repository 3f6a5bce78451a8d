import { describe, expect, it } from 'vitest';
import { readDraftSentences } from '../../../test/kits/report-texts.ts';
import { tallyScene } from './index.ts';

/** Tell whether the attackers of an invented report are parts of a figure of its victims. */
function held(text: string): readonly boolean[] {
  return tallyScene(readDraftSentences({ text }))
    .statements.filter(({ attribute, person }) => attribute === 'perpetratorsKilled' && person !== undefined)
    .map(({ of }) => of?.attribute === 'killed');
}

describe('settleAttackers', () => {
  it.each([
    [
      'victims and attacker that make up the dead',
      'Three people are dead in Harrowgate. Mara Voss and Daniel Orme were killed on Monday. The gunman died at the scene.',
    ],
    [
      'the dead of a murder-suicide',
      'Four people were found dead in a home in Harrowgate on Monday. The gunman died in the home too.',
    ],
  ])('holds %s', (_name, text) => {
    const parts = held(text);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.every((part) => part)).toBe(true);
  });

  it.each([
    ['whom somebody killed', 'A gunman killed three people in Harrowgate on Monday, then himself.'],
    ['told beside the figure', 'Three people are dead and the gunman was killed in Harrowgate on Monday.'],
  ])('holds no attacker among those %s', (_name, text) => {
    expect(held(text)).not.toContain(true);
  });
});
