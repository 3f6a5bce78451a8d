import type { PlaceMention, PlaceValue, Range } from '../model/index.ts';
import { locateRelation } from './place-points.ts';
import { type NamedRange, readRelation } from './place-relations.ts';

/** A name with the place it is taken for. */
export interface NamedPlace extends NamedRange {
  readonly value?: PlaceValue;
}

/** Say how what happened lies to a place named, with the point that makes where it can be had; undefined where it is simply there. */
export function relatePlace(
  text: string,
  name: NamedPlace,
  names: readonly NamedPlace[],
): Required<Pick<PlaceMention, 'value' | 'told'>> | undefined {
  const { value } = name;
  if (value === undefined || value.level === 'venue') return undefined;
  const found = readRelation(text, name, names, value.level === 'water');
  if (found === undefined) return undefined;
  const { relation } = found;
  const anchors = relation.anchors.map((anchor) => names.find((one) => one.name === anchor)?.value);
  const point = locateRelation(relation, anchors[0] === undefined ? [value, ...anchors.slice(1)] : anchors);
  const told: Range = found.range;
  return { value: { ...value, relation: { ...relation, ...point } }, told };
}
