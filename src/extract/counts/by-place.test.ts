import { describe, expect, it } from 'vitest';
import { readDraftSentences } from '../../../test/kits/report-texts.ts';
import { findHazard } from '../scenes/hazard.ts';
import { tallyScene } from './index.ts';

const opening = 'Typhoon Orla was a storm that struck Japan and Taiwan. The storm turned north. Roads were shut. ';

/** Give the total of the dead of a storm, with the rule that made it. */
function tellTotal(text: string): string | undefined {
  const sentences = readDraftSentences({ text: opening + text });
  const hazard = findHazard(
    sentences.map(({ view }) => view),
    undefined,
  );
  const total = tallyScene(sentences, hazard).statements.find(
    ({ attribute, scope }) => attribute === 'killed' && scope === 'total',
  );
  return total === undefined ? undefined : `${total.value.anchor ?? total.value.min} ${total.rule}`;
}

const lull = 'Trains stood still. Schools were shut. Ports were shut. ';

describe('a toll told place by place', () => {
  it.each([
    [
      'is added up over countries',
      `${lull}In Japan, 40 people died. In Taiwan, three people died.`,
      '43 tally/by-place',
    ],
    ['counts a part of a place once', `${lull}In Japan, 40 people died. In Tokyo, six people died.`, '40 deaths/die'],
    [
      'counts the same number once',
      `${lull}In Japan, 40 people died. In Taiwan, officials said 40 people died in Japan.`,
      '40 deaths/die',
    ],
    [
      'gives way to what is added up by the report',
      `${lull}In Japan, 40 people died. In Taiwan, three people died. In all, 45 people died.`,
      '45 deaths/die',
    ],
    [
      'gives way to what is said of the storm by its name',
      `${lull}In Japan, 40 people died. In Taiwan, three people died. Orla killed 44 people.`,
      '44 verb/active',
    ],
    ['is one where one place is told of', `${lull}In Japan, 40 people died.`, '40 deaths/die'],
  ])('%s', (_, text, expected) => {
    expect(tellTotal(text)).toBe(expected);
  });
});
