import { type Claim, type ClaimValue, groupBy, sortBy } from '../../model/index.ts';
import type { Archive } from './witnesses.ts';

/** Spell out a value so that equal values have equal keys: 12 is `count:12:12:12:`. A qualifier that changes neither interval nor number is left out. */
export function valueKey(value: ClaimValue): string {
  switch (value.kind) {
    case 'count':
      return `count:${value.min}:${value.max ?? 'more'}:${value.anchor ?? ''}:${value.vague ?? ''}`;
    case 'date':
      return `date:${value.earliest}:${value.latest}`;
    case 'place':
      return `place:${value.id ?? value.name.toLowerCase()}`;
    case 'category':
      return `category:${value.term}`;
    case 'actor':
      return `actor:${value.actor ?? value.name.toLowerCase()}`;
    case 'statement':
      return `statement:${value.text.toLowerCase().replace(/\s+/g, ' ').trim()}`;
  }
}

/** Sort claims by where they stand. */
export function sortClaims(claims: readonly Claim[]): Claim[] {
  return sortBy(claims, (claim) => [claim.article, claim.evidence[0]?.start ?? 0, claim.id]);
}

/** Claims split into own ones and repetitions: claims of a copy that its origin makes as well. */
export interface DuplicateClaims {
  /** In reading order. */
  readonly own: readonly Claim[];
  /** Repetitions, by id of the claim they repeat. */
  readonly repeats: ReadonlyMap<string, readonly Claim[]>;
}

/**
 * Collapse copies: a claim of a copy that its origin makes as well is listed under the origin's claim and judged no second time.
 *
 * What a copy says and its origin does not stays the copy's own: an old text with a new toll, 14 in place of 12.
 */
export function collapseCopies(claims: readonly Claim[], archive: Archive): DuplicateClaims {
  const byArticle = groupBy(sortClaims(claims), (claim) => claim.article);
  const originOf = new Map<string, string>();
  for (const [article, copied] of byArticle) {
    for (const origin of archive.origins.get(article) ?? []) {
      matchClaims(copied, byArticle.get(origin) ?? [], originOf);
    }
  }
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = originOf.get(root); next !== undefined; next = originOf.get(root)) root = next;
    return root;
  };
  const sorted = [...byArticle.values()].flat();
  const own = sorted.filter((claim) => !originOf.has(claim.id));
  const repeats = groupBy(
    sorted.filter((claim) => originOf.has(claim.id)),
    (claim) => rootOf(claim.id),
  );
  return { own: sortClaims(own), repeats: new Map([...repeats].map(([id, list]) => [id, sortClaims(list)])) };
}

function matchClaims(copied: readonly Claim[], origin: readonly Claim[], originOf: Map<string, string>): void {
  const exact = groupBy(origin, exactKey);
  const loose = groupBy(origin, looseKey);
  const seen = new Map<string, number>();
  for (const claim of copied) {
    const key = exactKey(claim);
    const turn = seen.get(key) ?? 0;
    seen.set(key, turn + 1);
    if (originOf.has(claim.id)) continue;
    const twins = exact.get(key) ?? loose.get(looseKey(claim)) ?? [];
    const twin = twins[Math.min(turn, twins.length - 1)];
    if (twin !== undefined) originOf.set(claim.id, twin.id);
  }
}

function looseKey(claim: Claim): string {
  return [claim.attribute, valueKey(claim.value), claim.modality].join('|');
}

function exactKey(claim: Claim): string {
  const victims = [...(claim.victims ?? [])].sort().join(',');
  return [looseKey(claim), claim.scope, claim.accumulation, claim.block ?? '', victims].join('|');
}
