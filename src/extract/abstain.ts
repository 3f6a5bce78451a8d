import type { Claim } from '../model/index.ts';

/**
 * Hold back the counts that are less sure than a level, 0..1, and what points at them.
 *
 * A part whose whole is held back stands alone; a sum keeps the parts that are told. Claims that are no counts stay.
 */
export function abstain(claims: readonly Claim[], minConfidence: number): readonly Claim[] {
  const kept = claims.filter(({ value, confidence }) => value.kind !== 'count' || confidence >= minConfidence);
  if (kept.length === claims.length) return claims;
  const ids = new Set(kept.map(({ id }) => id));
  return kept.map(({ of, parts, ...claim }) => {
    const told = parts?.filter((id) => ids.has(id)) ?? [];
    return {
      ...claim,
      ...(of !== undefined && ids.has(of) ? { of } : {}),
      ...(told.length > 0 ? { parts: told } : {}),
    };
  });
}
