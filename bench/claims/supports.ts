import { type Attribute, type Claim, overlaps } from '../../src/model/index.ts';
import type { GoldClaim } from './gold.ts';
import type { Prediction } from './predict.ts';

/** How close a value must be: equal bounds, or bounds with a count in common ("at least 12" and 14). */
export type Likeness = 'bounds' | 'meeting';

/** Tell whether a statement of the gold says the same as a prediction: the attribute, the words, the value, and that it happened. */
export function supports(claim: GoldClaim, prediction: Prediction, likeness: Likeness): boolean {
  return (
    meets(claim, prediction) &&
    attributesOf(claim).includes(prediction.attribute) &&
    isAlike(claim, prediction, likeness) &&
    agreesItHappened(claim, prediction)
  );
}

/** Tell whether a prediction is true according to the gold, although the gold does not ask for it. */
export function bearsOut(claims: readonly GoldClaim[], prediction: Prediction): boolean {
  return claims.some((claim) => isWeaker(claim, prediction) || isPart(claim, prediction)) || addsUp(claims, prediction);
}

/** Tell whether a prediction is one of several persons that a statement lists. */
export function isPart(claim: GoldClaim, prediction: Prediction): boolean {
  const count = countOf(prediction);
  return (
    claim.list === true &&
    meets(claim, prediction) &&
    attributesOf(claim).includes(prediction.attribute) &&
    count !== undefined &&
    count < (claim.min ?? 0)
  );
}

/** Give the exact count of a prediction that is not itself a sum or difference. */
export function countOf({ value, derived }: Prediction): number | undefined {
  return value.kind === 'count' && value.min === value.max && derived !== true ? value.min : undefined;
}

function meets(claim: GoldClaim, { ranges }: Prediction): boolean {
  return ranges.some((range) => overlaps(range, claim));
}

/**
 * List the attributes that are right for a claim. "Shot", of a person whose death is stated elsewhere, may be read as killed or
 * injured; the guide leaves that open.
 */
function attributesOf(claim: GoldClaim): readonly Attribute[] {
  const open: readonly Attribute[] =
    claim.optional === true && claim.attribute === 'casualties' ? ['killed', 'injured'] : [];
  return [claim.attribute, ...(claim.accept ?? []), ...open];
}

function isAlike({ min, max }: GoldClaim, { value }: Prediction, likeness: Likeness): boolean {
  if (value.kind !== 'count' || min === undefined || max === undefined) return false;
  if (likeness === 'bounds') return value.min === min && value.max === max;
  return value.min <= (max ?? Number.POSITIVE_INFINITY) && min <= (value.max ?? Number.POSITIVE_INFINITY);
}

const unreal: ReadonlySet<Claim['modality']> = new Set(['hypothetical', 'denied']);

/**
 * Tell whether both sides agree that it happened. What the gold marks as not having happened, or as a toll of a period, must
 * not be given as a fact; peers do not state a modality.
 */
function agreesItHappened(claim: GoldClaim, { modality, accumulation }: Prediction): boolean {
  if (claim.accumulation === 'period') return accumulation === 'period' || accumulation === undefined;
  if (claim.optional !== true || !unreal.has(claim.modality ?? 'asserted')) return true;
  return modality !== 'asserted';
}

/** Tell whether a prediction is true but vaguer: the gold's killed or injured read as casualties. */
function isWeaker(claim: GoldClaim, prediction: Prediction): boolean {
  const harmed = claim.attribute === 'killed' || claim.attribute === 'injured';
  return (
    harmed && prediction.attribute === 'casualties' && meets(claim, prediction) && isAlike(claim, prediction, 'bounds')
  );
}

/** Tell whether a derived figure is right: the gold's figures in its words add up to it, or it is the casualties less the dead. */
function addsUp(claims: readonly GoldClaim[], prediction: Prediction): boolean {
  const { value, attribute, derived } = prediction;
  if (derived !== true || value.kind !== 'count') return false;
  const under = claims.filter((claim) => meets(claim, prediction));
  const alike = under.filter((claim) => attributesOf(claim).includes(attribute));
  const persons = new Map(alike.map((claim, at) => [claim.same ?? `${at}`, claim.min ?? 0]));
  if ([...persons.values()].reduce((sum, count) => sum + count, 0) === value.min) return true;
  const all = under.find((claim) => claim.attribute === 'casualties');
  const dead = under.filter((claim) => claim.attribute === 'killed');
  return (
    attribute === 'injured' &&
    all !== undefined &&
    dead.some((claim) => (all.min ?? 0) - (claim.min ?? 0) === value.min)
  );
}
