import { describe, expect, it } from 'vitest';
import { prepareDeep } from '../../test/kits/deep-sentences.ts';
import { prepare } from '../../test/kits/report-texts.ts';
import { defaults, explainMentions } from './index.ts';

const context = { now: '2031-06-01T00:00:00Z', seed: 1 };
const text = `A ferry sank off Brenmark on Monday and 12 passengers drowned, the coast guard said.
Divers may yet find 40 people alive, an official said.
The captain, 53, spoke to nobody.`;

const draft = { title: 'Ferry sinks off Brenmark', text, published: '2031-05-13' };

const explain = async (deep: boolean) =>
  explainMentions(deep ? await prepareDeep(draft) : prepare(draft), defaults, context);

describe('why a mention made no claim', () => {
  it('names the claim of a number and of its predicate', async () => {
    const [, drowned] = await explain(true);
    const twelve = drowned?.mentions.find(({ quote }) => quote === '12');
    expect(twelve?.claims.map(({ attribute }) => attribute)).toEqual(['killed']);
    expect(twelve?.whyNot).toBe('');
    expect(drowned?.mentions.find(({ quote }) => quote === 'drowned')?.claims).toHaveLength(1);
  });

  it('gives a reason wherever there is no claim', async () => {
    const mentions = (await explain(true)).flatMap((sentence) => sentence.mentions);
    for (const { claims, whyNot } of mentions) expect(claims.length > 0).toBe(whyNot === '');
    expect(mentions.some(({ whyNot }) => whyNot.includes('the fate head says'))).toBe(true);
  });

  it('says so where the trained reader did not read the sentence', async () => {
    const mentions = (await explain(false)).flatMap((sentence) => sentence.mentions);
    const official = mentions.find(({ quote }) => quote === 'official');
    expect(official?.whyNot).toContain('the trained reader did not read its sentence');
  });
});
