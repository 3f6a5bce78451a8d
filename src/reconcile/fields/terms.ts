import {
  type AttributeReading,
  type Claim,
  type ClaimValue,
  groupBy,
  type Status,
  sortBy,
  type TermRecord,
} from '../../model/index.ts';
import { listWitnesses } from '../counts/counts.ts';
import { placeSpeaker } from '../counts/figures.ts';
import { sayCount } from '../counts/numbers.ts';
import { type DuplicateClaims, valueKey } from '../evidence/duplicate-claims.ts';
import { type Archive, countIndependent, countReports } from '../evidence/witnesses.ts';
import { joinWords, sayReports } from '../explain/sentences.ts';

/** One value of a category, actor or statement with the claims that give it. */
export interface TermVariant {
  readonly key: string;
  readonly value: ClaimValue;
  readonly claims: readonly Claim[];
  readonly independent: number;
  /** Best place of a speaker; 0 is best. */
  readonly tier: number;
  /** False where every claim of it is a denial or a supposition. */
  readonly asserted: boolean;
}

const unsaid: ReadonlySet<string> = new Set(['denied', 'hypothetical', 'feared', 'negated']);

/** Group the claims of one attribute by value, most independent witnesses first. */
export function groupTerms(claims: readonly Claim[], archive: Archive): TermVariant[] {
  const variants = [...groupBy(claims, (claim) => valueKey(claim.value))].flatMap(([key, members]) => {
    const first = members[0];
    if (first === undefined) return [];
    return [
      {
        key,
        value: first.value,
        claims: members,
        independent: countIndependent(members, archive),
        tier: Math.min(...members.map(placeSpeaker)),
        asserted: members.some((claim) => !unsaid.has(claim.modality)),
      },
    ];
  });
  return sortBy(variants, (one) => [one.asserted ? 0 : 1, -one.independent, one.tier, one.key]);
}

/** How the values of one attribute are judged, and in what words they are given. */
export interface TermWording {
  readonly archive: Archive;
  readonly policy: string;
  /** Give the sentence for one value; "Two reports give it." by default. */
  readonly say?: (variant: TermVariant) => string;
  /** One more sentence under every record. */
  readonly remark?: string;
  /** True where several values hold at once (weapons, targets), so that another one disputes nothing. */
  readonly several?: boolean;
}

/**
 * Reconcile a category, actor or statement: the value most independent witnesses give, best-placed speakers first.
 *
 * Values that one report gives side by side do not dispute each other; rule `terms-majority`.
 */
export function reconcileTerms(duplicates: DuplicateClaims, saying: TermWording): TermRecord {
  const { archive } = saying;
  const variants = groupTerms(duplicates.own, archive);
  const best = variants.find((variant) => variant.asserted);
  const rest = variants.filter((variant) => variant !== best);
  const say = saying.say ?? ((variant: TermVariant) => sayVariant(variant, archive));
  return {
    value: best === undefined ? null : sayValue(best.value),
    status: readTermStatus(best, rest, saying),
    policy: saying.policy,
    rule: 'terms-majority',
    why: [explainTerms(best, rest, say), saying.remark ?? ''].join(' ').trim(),
    readings: variants.map((variant) => writeTerm(variant, best, duplicates, saying.several === true)),
  };
}

function explainTerms(
  best: TermVariant | undefined,
  rest: readonly TermVariant[],
  say: NonNullable<TermWording['say']>,
): string {
  if (best === undefined) return 'It is only denied or supposed.';
  const others = rest.filter((variant) => variant.asserted).map((variant) => sayValue(variant.value));
  const tail =
    others.length === 0 ? '' : `; ${joinWords(others.slice(0, 5))} ${others.length > 1 ? 'are' : 'is'} told too`;
  return `${say(best)}${tail}.`;
}

function sayVariant(variant: TermVariant, archive: Archive): string {
  return `${sayReports(countReports(variant.claims, archive), variant.independent, 'give')} ${sayValue(variant.value)}`;
}

/** Print a value as a reader would say it. */
export function sayValue(value: ClaimValue): string {
  switch (value.kind) {
    case 'count':
      return sayCount(value);
    case 'date':
      return value.edtf;
    case 'category':
      return value.term;
    case 'statement':
      return value.text;
    case 'place':
    case 'actor':
      return value.name;
  }
}

function readTermStatus(best: TermVariant | undefined, rest: readonly TermVariant[], saying: TermWording): Status {
  if (best === undefined) return 'unknown';
  const all = [best, ...rest].flatMap((variant) => variant.claims);
  if (countIndependent(all, saying.archive) === 1) return 'single-source';
  if (rest.length === 0) return 'agreed';
  const joins = (variant: TermVariant): boolean => saying.several === true || meets(variant, best);
  return rest.every((variant) => variant.asserted && joins(variant)) ? 'compatible' : 'disputed';
}

/** Tell whether a report gives both values, or their dates can be one. */
function meets(variant: TermVariant, best: TermVariant): boolean {
  const reports = new Set(best.claims.map((claim) => claim.article));
  if (variant.claims.some((claim) => reports.has(claim.article))) return true;
  if (variant.value.kind !== 'date' || best.value.kind !== 'date') return false;
  return variant.value.earliest <= best.value.latest && best.value.earliest <= variant.value.latest;
}

function writeTerm(
  variant: TermVariant,
  best: TermVariant | undefined,
  duplicates: DuplicateClaims,
  several: boolean,
): AttributeReading {
  const reading = {
    value: variant.value,
    claims: listWitnesses(variant.claims, duplicates),
    independentSources: variant.independent,
  };
  if (variant === best) return { ...reading, used: true };
  return { ...reading, ...explainTerm(variant, best, several), used: variant.asserted };
}

function explainTerm(
  variant: TermVariant,
  best: TermVariant | undefined,
  several: boolean,
): Pick<AttributeReading, 'difference' | 'note'> {
  if (!variant.asserted) return { difference: 'speaker', note: 'Its speakers deny or only suppose it.' };
  if (best !== undefined && meets(variant, best)) {
    return variant.value.kind === 'date'
      ? { difference: 'rounding', note: 'It is a looser or closer form of the same date.' }
      : { difference: 'scope', note: 'The same reports tell it beside the accepted value.' };
  }
  if (several) return { difference: 'scope', note: 'It is told beside the accepted value; there can be several.' };
  const speakers = variant.claims.flatMap((claim) => claim.attribution?.speaker ?? []);
  const theirs = new Set((best?.claims ?? []).flatMap((claim) => claim.attribution?.speaker ?? []));
  if (speakers.length > 0 && speakers.every((speaker) => !theirs.has(speaker))) {
    return { difference: 'speaker', note: 'Other speakers say so.' };
  }
  return { difference: 'unexplained', note: 'No reason is seen.' };
}
