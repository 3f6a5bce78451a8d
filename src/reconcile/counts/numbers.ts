import { type CountValue, defined } from '../../model/index.ts';

/**
 * Give the number a policy may take from a figure: the printed one, else the lower end; none for vague words.
 *
 * Source: intervals are what the words say, anchors are the printed number, policies turn them into codes.
 */
export function numberOf(value: CountValue): number | undefined {
  if (value.anchor !== undefined && value.qualifier !== 'fewer-than') return value.anchor;
  if (value.qualifier === 'fewer-than') return value.max ?? undefined;
  return value.vague === undefined ? value.min : undefined;
}

/** Give the least count a figure vouches for; a loose printed number ("about 40") vouches for itself. */
export function lowerBound(value: CountValue): number {
  if (value.qualifier === 'up-to' || value.qualifier === 'fewer-than' || value.qualifier === 'between')
    return value.min;
  return value.anchor ?? value.min;
}

/** Give the largest printed count of a figure; vague words print none. */
export function upperBound(value: CountValue): number | undefined {
  if (value.vague !== undefined && value.anchor === undefined) return undefined;
  if (value.qualifier === 'fewer-than') return value.max ?? undefined;
  return value.anchor ?? value.max ?? value.min;
}

/** Tell whether a figure's words allow a count; the number it prints always is one. */
export function allows(value: CountValue, count: number): boolean {
  if (value.anchor === count && value.qualifier !== 'fewer-than') return true;
  return value.min <= count && count <= (value.max ?? Number.POSITIVE_INFINITY);
}

/** Tell whether one number is the other cut or rounded at its own trailing zeros: 130 of 133, 3,200 of 3,187. */
export function isRoundingOf(round: number, exact: number): boolean {
  if (round === exact) return true;
  if (round === 0 || round % 10 !== 0) return false;
  let unit = 10;
  while (round % (unit * 10) === 0) unit *= 10;
  return (
    Math.abs(exact - round) < unit &&
    [Math.floor, Math.round, Math.ceil].some((cut) => cut(exact / unit) * unit === round)
  );
}

/** Add a count to a figure, keeping what is known of its interval. */
export function shiftCount(value: CountValue, by: CountValue, sign: 1 | -1): CountValue {
  const number = numberOf(by) ?? by.min;
  const upper = sign === 1 ? by.max : by.min;
  const max =
    value.max === null || upper === null ? null : Math.max(0, value.max + sign * (sign === 1 ? upper : number));
  const min = Math.max(0, value.min + sign * (sign === 1 ? by.min : number));
  return {
    kind: 'count',
    min: max === null ? min : Math.min(min, max),
    max,
    ...(value.anchor === undefined ? {} : { anchor: Math.max(0, value.anchor + sign * number) }),
    ...defined({ vague: value.vague }),
    qualifier: 'sum',
  };
}

/** Print a figure as a reader would say it. */
export function sayCount(value: CountValue): string {
  if (value.anchor === undefined) {
    if (value.vague !== undefined) return value.vague;
    return value.max === value.min ? `${value.min}` : `${value.min} to ${value.max ?? 'more'}`;
  }
  const words: Partial<Record<NonNullable<CountValue['qualifier']>, string>> = {
    'at-least': 'at least ',
    'more-than': 'more than ',
    'up-to': 'up to ',
    nearly: 'nearly ',
    about: 'about ',
    'fewer-than': 'fewer than ',
  };
  return `${value.qualifier === undefined ? '' : (words[value.qualifier] ?? '')}${value.anchor}`;
}
