import { expect, it } from 'vitest';
import { readDeepSentences } from '../../../test/kits/deep-sentences.ts';

async function countMembers(text: string): Promise<readonly (readonly number[])[]> {
  const sentences = await readDeepSentences({ title: 'Notes from Brenmark', text, published: '2031-05-13' });
  return sentences.flatMap(({ findings }) =>
    findings.map(({ groups }) => groups.map(({ count }) => count?.anchor ?? count?.min ?? 0)),
  );
}

it.each([
  ['Rockets killed 33 Karvelians and one Sorrinite in the valley on Monday.', [33, 1]],
  ['The driver of the van and four passengers were killed in Tamber on Monday.', [1, 4]],
])('puts what is told in one breath into one finding: %s', async (text, members) => {
  expect(await countMembers(text)).toContainEqual(members);
});

it.each([
  ['The flood killed nine people in Tamber. In Orla it killed two.', [9, 2]],
  ['Six were killed in Tamber, and 40 firefighters came from Orla.', [6, 40]],
])('leaves apart what is told of apart: %s', async (text, members) => {
  expect(await countMembers(text)).not.toContainEqual(members);
});
