import { describe, expect, it } from 'vitest';
import { readDraftSentences } from '../../../test/kits/report-texts.ts';
import { findHazard, recallsAnother } from './hazard.ts';

const read = (text: string) => readDraftSentences({ text, published: '2031-05-20' }).map(({ view }) => view);
const storm = 'Typhoon Orla struck Norrby in May 2031. The storm killed 12 people.';

describe('findHazard', () => {
  it.each([
    ['a storm with its name and year', storm, true],
    ['a flood told twice', 'Floods struck Velm. The flooding killed four people.', true],
    ['a bomb in a town that was flooded', 'A bombing in Velm killed 12 people. The floods came a week before.', false],
    ['one word in passing', 'A bus fell into a ravine in Velm. Four people were killed in the storm.', false],
  ])('%s', (_, text, expected) => {
    expect(findHazard(read(text), undefined) !== undefined).toBe(expected);
  });

  it('knows what is told from a distance by its having no days of the week', () => {
    expect(findHazard(read(storm), undefined)?.isChronicle).toBe(true);
    expect(findHazard(read(`${storm} On Monday roads were closed.`), undefined)?.isChronicle).toBe(false);
  });
});

describe('recallsAnother', () => {
  it.each([
    ['another year', 'In 2019 floods killed 90 people in Velm.', true],
    ['another name', 'Typhoon Velm had killed 40 people there.', true],
    ['its own name', 'Typhoon Orla killed 40 people there.', false],
    ['its own year', 'In May 2031 the storm killed 40 people there.', false],
    ['no name, no year', 'The storm killed 40 people there.', false],
  ])('%s', (_, text, expected) => {
    const hazard = findHazard(read(storm), undefined);
    const [view] = read(text);
    expect(hazard && view && recallsAnother(view, hazard)).toBe(expected);
  });
});
