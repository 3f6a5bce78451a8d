import { describe, expect, it } from 'vitest';
import { readDeepSentences, tellFates } from '../../../test/kits/deep-sentences.ts';

const read = (text: string) => tellFates({ title: 'Notes from Brenmark', text, published: '2031-05-13' });

describe('the fate head', () => {
  it.each([
    ['Kidnappers have freed 14 nurses they had seized from a clinic near Tamber.', 'rescued 14'],
    ['Some 40 miners are still trapped underground.', 'missing 40'],
    ['Officials evacuated 700 villagers from the valley.', 'displaced 700'],
    ['The navy rescued 90 passengers from the Orla on Monday.', 'rescued 90'],
  ])('hears %s', async (text, told) => {
    expect(await read(text)).toContain(told);
  });

  it.each([
    'The train carried 300 passengers and stopped at nine stations.',
    'About 2,000 fans saw the home side bury its rivals.',
    'Some 700 villagers met 30 teachers in the hall on Monday.',
    'The union has 90 members, and 14 nurses sit on its board.',
    'She was sentenced to 12 years in prison.',
  ])('hears nothing in %s', async (text) => {
    expect(await read(text)).toEqual([]);
  });

  it('asserts nothing that the sentence denies', async () => {
    const moods = async (text: string) => {
      const sentences = await readDeepSentences({ title: 'Notes from Brenmark', text, published: '2031-05-13' });
      return sentences.flatMap(({ findings }) => findings.map(({ fate, modality }) => `${fate} ${modality}`));
    };
    expect(await moods('The gunmen did not release nine of the captives.')).not.toContain('rescued asserted');
    expect(await moods('Two guards were not hurt in the fire at the depot.')).not.toContain('injured asserted');
  });

  it('counts people by a number after "of", and takes no age for them', async () => {
    expect(await read('The ministry announced the detention of 310 "vandals".')).toEqual(['arrested 310']);
    expect(await read('A man of 61 was shot dead at the depot.')).toEqual(['killed 1']);
  });

  it('leaves those whose number the sentence tells before', async () => {
    const sentences = await readDeepSentences({
      title: 'Notes from Brenmark',
      text: 'A van with eight people aboard fell into a gorge; all of them died.',
      published: '2031-05-13',
    });
    expect(sentences.flatMap(({ findings }) => findings.map(({ fate }) => fate))).toContain('killed');
  });

  it('leaves what rules read from the sentence before', async () => {
    const told = await read('Seventeen people died that night and one six weeks later, an official said.');
    expect(told).toEqual(['killed 17', 'killed 1']);
  });

  it('keeps what it sets aside among what the rules found, for the day told with it', async () => {
    const sentences = await readDeepSentences({
      title: 'Trial opens in Brenmark',
      text: 'A man went on trial over the attack on a market.\nProsecutor Ada Lund told the court that the last of the victims, a baker aged 43, died of her wounds on 19 April.',
      published: '2031-05-14',
    });
    for (const { findings, ruled } of sentences) {
      const added = findings.filter(({ rule }) => rule.startsWith('head/') || rule.startsWith('attackers/'));
      expect(findings.length - added.length).toBeLessThanOrEqual(ruled.length);
    }
    expect(sentences.at(-1)?.ruled.map(({ fate }) => fate)).toContain('killed');
  });
});
