import type { PlaceValue } from '../../model/index.ts';
import { depth } from './place-roles.ts';

/** Tell whether a place lies within another one that is wider. */
export function isWithin(inner: PlaceValue, outer: PlaceValue): boolean {
  if (depth[inner.level] <= depth[outer.level] || inner.country !== outer.country || outer.country === undefined)
    return false;
  if (outer.level === 'country') return true;
  if (outer.level === 'state') return inner.state === outer.state;
  return outer.level === 'district' && inner.state === outer.state && inner.district === outer.district;
}
