import { describe, expect, it } from 'vitest';
import { readDraftSentences } from '../../test/kits/report-texts.ts';

/** Tell the modality of every finding of an invented sentence. */
function tell(text: string, title?: string): readonly string[] {
  const sentences = readDraftSentences({ text, ...(title === undefined ? {} : { title }) });
  return sentences
    .filter(({ view }) => title === undefined || view.block === 'headline')
    .flatMap(({ findings }) => findings.map(({ modality }) => modality));
}

describe('judgeModality', () => {
  it.each([
    ['hypothetical', 'The bomb in Harrowgate could have killed hundreds on Monday.'],
    ['hypothetical', 'The man in Harrowgate threatened to kill two neighbours on Monday.'],
    ['hypothetical', 'He had planned to shoot three guards in Harrowgate on Monday.'],
    ['hypothetical', 'If two people died in Harrowgate, the law must change.'],
    ['hypothetical', 'She asked the man in Harrowgate whether he was shot on Monday.'],
    ['hypothetical', 'Charges follow in Harrowgate if the boy dies this week.'],
    ['hypothetical', 'He did not deserve to die, she said in Harrowgate.'],
    ['asserted', 'Voss is the third miner of Harrowgate to be killed, and the third to die of a fall.'],
    ['feared', 'Forty people are feared dead in Harrowgate on Monday.'],
    ['negated', 'Two guards were not injured in Harrowgate on Monday.'],
    ['denied', 'He denied killing two guards in Harrowgate on Monday.'],
    ['alleged', 'Two guards were reportedly killed in Harrowgate on Monday.'],
    ['asserted', 'He was charged with killing two guards in Harrowgate on Monday.'],
    ['asserted', 'Two guards were killed in Harrowgate on Monday.'],
    ['asserted', 'He used a rifle to kill two guards in Harrowgate on Monday.'],
  ])('is %s: %s', (modality, text) => expect(tell(text)).toEqual([modality]));

  const body = 'The council of Harrowgate met on Monday to talk about the market. It will meet again on Friday.';

  it('leaves a headline that asks open', () => {
    expect(tell(body, 'Were two guards killed in Harrowgate?')).toEqual(['hypothetical']);
  });

  it('takes a headline that tells at its word', () => {
    expect(tell(body, 'Two guards killed in Harrowgate')).toEqual(['asserted']);
  });
});
