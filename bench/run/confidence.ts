/** Fit the table of confidences to the part of the gold that rules were made from: `npx tsx bench/run/confidence.ts`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evidenceOf, familyOf, type Grounds } from '../../src/extract/confidence.ts';
import { compareCounts, isFigure } from '../claims/match.ts';
import type { Prediction } from '../claims/predict.ts';
import { answer, gatherCases, ourselves } from '../claims/read.ts';

const table = fileURLToPath(new URL('../../data/confidence.json', import.meta.url));
const kinds = ['unsure', 'derived', 'vague', 'person', 'figure'] as const;

/**
 * Prior for each kind of claim: as if 40 claims had been judged beforehand and 87 % of them were right. Rules were made while
 * looking at this gold, which flatters them; 87 % is the share that was right before they were.
 */
const kindPrior = { weight: 40, share: 0.87 };
/** Prior for a family of rules: as if 15 of its claims had been judged, with the share right of their kind. */
const familyWeight = 15;

interface Judged {
  readonly grounds: Grounds;
  readonly right: boolean;
}

function judge(prediction: Prediction, right: boolean): readonly Judged[] {
  const { value, rule = '', modality = 'asserted', derived = false, single = false } = prediction;
  if (value.kind !== 'count' || !isFigure(prediction)) return [];
  return [{ grounds: { rule, modality, value, derived, person: single }, right }];
}

function shareOf(judged: readonly Judged[], weight: number, share: number): number {
  const right = judged.filter((one) => one.right).length;
  return (right + weight * share) / (judged.length + weight);
}

/** Make shares rise from the least firm kind to the firmest: neighbours in the wrong order are pooled (pool adjacent violators). */
function poolFalling(blocks: readonly { readonly share: number; readonly size: number }[]): readonly number[] {
  const pools: { share: number; size: number; members: number }[] = [];
  for (const block of blocks) {
    pools.push({ ...block, members: 1 });
    for (let last = pools.at(-1), before = pools.at(-2); last && before && before.share > last.share; ) {
      const size = before.size + last.size;
      const share = (before.share * before.size + last.share * last.size) / size;
      pools.splice(-2, 2, { share, size, members: before.members + last.members });
      [before, last] = [pools.at(-2), pools.at(-1)];
    }
  }
  return pools.flatMap(({ share, members }) => Array.from({ length: members }, () => share));
}

const round = (share: number) => Math.round(share * 1000) / 1000;

const cases = gatherCases().filter(({ part }) => part === 'rules');
const answers = (await answer(ourselves, cases)) ?? [];
const judged = answers.flatMap(({ gold, predictions }) => {
  const { hits, tolerated, spurious } = compareCounts(gold.claims, predictions);
  return [
    ...[...hits.map(({ prediction }) => prediction), ...tolerated].flatMap((one) => judge(one, true)),
    ...spurious.flatMap((one) => judge(one, false)),
  ];
});
const blocks = kinds.map((kind) => {
  const own = judged.filter(({ grounds }) => evidenceOf(grounds) === kind);
  return { share: shareOf(own, kindPrior.weight, kindPrior.share), size: own.length + kindPrior.weight };
});
const shares = poolFalling(blocks);
const byKind = new Map(kinds.map((kind, at) => [kind, shares[at] ?? kindPrior.share]));
const families = [...new Set(judged.map(({ grounds }) => familyOf(grounds)))].sort();
const made = {
  made: 'npx tsx bench/run/confidence.ts, on the rules half of test/gold/claims',
  judged: judged.length,
  kinds: Object.fromEntries([...byKind].map(([kind, share]) => [kind, round(share)])),
  families: Object.fromEntries(
    families.map((family) => {
      const own = judged.filter(({ grounds }) => familyOf(grounds) === family);
      const kind = own.map(({ grounds }) => evidenceOf(grounds))[0] ?? 'figure';
      return [family, round(shareOf(own, familyWeight, byKind.get(kind) ?? kindPrior.share))];
    }),
  ),
};
writeFileSync(table, `${JSON.stringify(made, undefined, 2)}\n`);
