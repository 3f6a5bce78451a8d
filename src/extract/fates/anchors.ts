import type { CountValue } from '../../model/index.ts';
import type { Fate, Finding } from '../finding.ts';
import type { PeoplePhrase } from '../people/index.ts';
import type { SentenceView } from '../view.ts';

/** A word that stands for people: the number that counts them, the noun or name of a single one, or the word that says there are none. */
export interface Anchor {
  /** Its token. */
  readonly at: number;
  readonly kind: 'number' | 'person' | 'none' | 'mention';
  readonly value?: CountValue;
  /** The phrase it stands for, where one was read. */
  readonly group?: PeoplePhrase;
  /** What the rules say became of them. */
  readonly fate?: Fate;
  readonly rule?: string;
}

const counting: ReadonlySet<string> = new Set(['cardinal', 'vague', 'article', 'fraction']);
const negators: ReadonlySet<string> = new Set(['no', 'none', 'nobody', 'neither', 'zero', 'nil']);

/** Find the token of a group that a fate is judged at. */
export function anchorOfGroup(view: SentenceView, group: PeoplePhrase): number {
  for (let at = group.first; at < group.last; at++) {
    const quantity = view.quantityOver[at];
    if (group.counted && quantity !== undefined && counting.has(quantity.quantity)) return quantity.last - 1;
    if (group.none && negators.has(view.tokens[at]?.lower ?? '')) return at;
  }
  return group.head;
}

/** Find the anchors of a finding that speaks of no phrase: the number it counts ("the toll rose to 19"), else what stands among its words. */
function anchorsOfCount({ count, first, last }: Finding, anchors: ReadonlyMap<number, Anchor>): readonly number[] {
  const all = [...anchors.values()];
  const numbers = all.filter(
    ({ kind, value }) => kind === 'number' && value !== undefined && isSameCount(value, count),
  );
  if (numbers.length > 0) return numbers.map(({ at }) => at);
  return all.flatMap(({ at, group }) => (at >= first - 1 && at <= last && group === undefined ? [at] : []));
}

function isSameCount(a: CountValue, b: CountValue | undefined): boolean {
  return b !== undefined && a.anchor === b.anchor && a.min === b.min && a.vague === b.vague;
}

/** Find every word of a sentence that may stand for people whose fate is told. */
export function findAnchors(
  view: SentenceView,
  groups: readonly PeoplePhrase[],
  findings: readonly Finding[],
): readonly Anchor[] {
  const anchors = new Map<number, Anchor>();
  for (const group of groups) {
    const at = anchorOfGroup(view, group);
    const kind = group.none ? 'none' : group.counted ? 'number' : 'person';
    if (!anchors.has(at))
      anchors.set(at, { at, kind, group, ...(group.count === undefined ? {} : { value: group.count }) });
  }
  for (const { last, quantity, value } of view.quantities) {
    if (counting.has(quantity) && !anchors.has(last - 1))
      anchors.set(last - 1, { at: last - 1, kind: 'number', value });
  }
  view.tokens.forEach(({ lower, pos }, at) => {
    if (negators.has(lower) && !anchors.has(at)) anchors.set(at, { at, kind: 'none' });
    const people = view.parse?.people.has(at) === true && (pos === 'NOUN' || pos === 'PROPN');
    const inGroup = groups.some(({ first, last }) => first <= at && at < last);
    if (people && !inGroup && view.quantityOver[at] === undefined && !anchors.has(at)) {
      anchors.set(at, { at, kind: 'mention' });
    }
  });
  for (const finding of findings) {
    const { fate, rule, groups: own } = finding;
    const marks = own.length > 0 ? own.map((group) => anchorOfGroup(view, group)) : anchorsOfCount(finding, anchors);
    for (const at of marks) {
      const anchor = anchors.get(at);
      if (anchor !== undefined && anchor.fate === undefined) anchors.set(at, { ...anchor, fate, rule });
    }
  }
  return [...anchors.values()].sort((a, b) => a.at - b.at);
}
