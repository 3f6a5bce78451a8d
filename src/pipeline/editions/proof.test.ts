import { expect, it } from 'vitest';
import { marketEdition } from '../../../test/kits/edition.ts';
import { defined, type ProofStandard } from '../../model/index.ts';
import { decide } from './decide.ts';
import { publish } from './publish.ts';
import { revise } from './revise.ts';

const say = (proof: ProofStandard, at: string, target = '1') =>
  decide(marketEdition, {
    action: 'set-proof',
    target,
    by: 'A. Recorder',
    at,
    reason: 'Two witnesses were heard.',
    proof,
  });

const decisions = [
  say('reasonable-suspicion', '2025-09-21'),
  say('reasonable-grounds-to-believe', '2025-09-22'),
  say('not-met', '2025-09-22', '1.perpetrator'),
];

it('nothing but a decision sets a standard of proof, and a later one overrules an earlier', () => {
  expect(marketEdition.incidents.every(({ proof }) => proof === undefined)).toBe(true);
  const { value } = revise(marketEdition, { decisions });
  expect(value.decisions?.map(({ status }) => status)).toEqual(['overruled', 'applied', 'applied']);
  const told = value.incidents.flatMap(({ proof = [] }) => proof);
  expect(told.map(({ standard, attribute }) => ({ standard, ...defined({ attribute }) }))).toEqual([
    { standard: 'reasonable-grounds-to-believe' },
    { standard: 'not-met', attribute: 'perpetrator' },
  ]);
  expect(revise(value, { policy: 'ucdp' }).value.incidents.flatMap(({ proof = [] }) => proof)).toEqual(told);
});

it.each(['html', 'md', 'acled', 'ftm'] as const)('is shown as %s, with who says so', async (format) => {
  const { content } = await publish(revise(marketEdition, { decisions }).value, format);
  expect(String(content)).toContain(
    'Standard of proof: reasonable grounds to believe (A. Recorder, 22 September 2025): Two witnesses were heard.',
  );
});

it('has a column in the crosswalk', async () => {
  const { content } = await publish(revise(marketEdition, { decisions }).value, 'crosswalk');
  expect(String(content)).toContain(',reasonable-grounds-to-believe,');
});
