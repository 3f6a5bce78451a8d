import { type Attribute, isCountAttribute, overlaps } from '../../src/model/index.ts';
import type { GoldClaim } from './gold.ts';
import type { Prediction } from './predict.ts';
import type { Tally } from './tally.ts';

/**
 * Tally an attribute that is not a count. The gold marks each value once for each incident, so the distinct values of an
 * article are compared.
 *
 * Days and terms must be equal; places and statements must overlap, or repeat the words.
 */
export function tallyValues(
  attribute: Attribute,
  gold: readonly GoldClaim[],
  predictions: readonly Prediction[],
  text: string,
): Tally {
  const wanted = gold.filter((claim) => claim.attribute === attribute);
  const given = predictions.filter((prediction) => prediction.attribute === attribute);
  const found = wanted.filter((claim) => given.some((prediction) => isSame(claim, prediction, text)));
  const wrong = given.filter((prediction) => !wanted.some((claim) => isSame(claim, prediction, text)));
  const distinct = new Set(wrong.map((prediction) => keyOf(prediction, text)));
  return { right: found.length, spurious: distinct.size, missed: wanted.length - found.length };
}

/** List the attributes of some claims that are not counts, in order. */
export function valueAttributes(gold: readonly GoldClaim[]): readonly Attribute[] {
  return [...new Set(gold.map(({ attribute }) => attribute).filter((name) => !isCountAttribute(name)))].sort();
}

function isSame(claim: GoldClaim, prediction: Prediction, text: string): boolean {
  const { value, ranges } = prediction;
  if (value.kind === 'date') return value.edtf === claim.term;
  if (value.kind === 'category') return value.term === claim.term;
  const words = text.slice(claim.start, claim.end).toLowerCase();
  const repeats = (range: { start: number; end: number }) => text.slice(range.start, range.end).toLowerCase() === words;
  return ranges.some((range) => overlaps(range, claim) || repeats(range));
}

function keyOf({ value, ranges }: Prediction, text: string): string {
  if (value.kind === 'date') return value.edtf;
  if (value.kind === 'category') return value.term;
  return ranges.map(({ start, end }) => text.slice(start, end).toLowerCase()).join(' … ');
}
