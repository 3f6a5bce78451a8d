import type { Grade, Status } from '../../model/index.ts';
import type { PolicyQuestion } from '../counts/choice.ts';
import type { Variant } from '../counts/readings.ts';

/**
 * Grade an attribute by who vouches for its best figure.
 *
 * `confirmed`: two or more independent witnesses, one of them an authority or the responsible party; `corroborated`:
 * two or more; `contested`: the status is disputed; `withdrawn`: every figure was taken back or denied.
 */
export function gradeFigure(
  status: Status,
  best: number | null,
  variants: readonly Variant[],
  independent: PolicyQuestion['independent'],
): Grade {
  const standing = variants.flatMap((variant) => variant.standing);
  const takenBack = variants.some(({ figures }) => figures.some(({ role }) => role === 'revised' || role === 'denied'));
  if (standing.length === 0 && takenBack) return 'withdrawn';
  if (status === 'disputed') return 'contested';
  const vouching = variants.filter((variant) => variant.number === best).flatMap((variant) => variant.standing);
  if (best === null || independent(vouching) < 2) return 'single';
  return vouching.some((figure) => figure.tier === 0 || figure.partisan) ? 'confirmed' : 'corroborated';
}
