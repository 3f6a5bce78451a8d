import type { AttributeReading, Claim, ClaimValue, Status, TermRecord } from '../model/index.ts';
import { listWitnesses } from './counts.ts';
import { type Echoes, valueKey } from './echoes.ts';
import { placeSpeaker } from './figures.ts';
import { sayCount } from './numbers.ts';
import { groupBy, sortBy } from './order.ts';
import { joinWords, sayReports } from './sentences.ts';
import { type Archive, countIndependent, countReports } from './witnesses.ts';

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

/** What is said of one attribute, and how: `say` gives the reader's sentence for one value. */
export interface TermSaying {
  readonly archive: Archive;
  readonly policy: string;
  readonly say?: (variant: TermVariant) => string;
}

/**
 * Reconcile a category, actor or statement: the value most independent witnesses give, best-placed speakers first.
 *
 * Values that the same reports tell side by side (two weapons) do not dispute each other; rule `terms-majority`.
 */
export function reconcileTerms(echoes: Echoes, saying: TermSaying): TermRecord {
  const { archive } = saying;
  const variants = groupTerms(echoes.own, archive);
  const best = variants.find((variant) => variant.asserted);
  const rest = variants.filter((variant) => variant !== best);
  const say = saying.say ?? ((variant: TermVariant) => sayVariant(variant, archive));
  return {
    value: best === undefined ? null : sayValue(best.value),
    status: readTermStatus(best, rest, archive),
    policy: saying.policy,
    rule: 'terms-majority',
    why: explainTerms(best, rest, say),
    readings: variants.map((variant) => writeTerm(variant, best, echoes)),
  };
}

function explainTerms(best: TermVariant | undefined, rest: readonly TermVariant[], say: TermSaying['say']): string {
  if (say === undefined || best === undefined) return 'It is only denied or supposed.';
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

function readTermStatus(best: TermVariant | undefined, rest: readonly TermVariant[], archive: Archive): Status {
  if (best === undefined) return 'unknown';
  const all = [best, ...rest].flatMap((variant) => variant.claims);
  if (countIndependent(all, archive) === 1) return 'single-source';
  if (rest.length === 0) return 'agreed';
  return rest.every((variant) => variant.asserted && meets(variant, best)) ? 'compatible' : 'disputed';
}

/** Tell whether a report gives both values, or their dates can be one. */
function meets(variant: TermVariant, best: TermVariant): boolean {
  const reports = new Set(best.claims.map((claim) => claim.article));
  if (variant.claims.some((claim) => reports.has(claim.article))) return true;
  if (variant.value.kind !== 'date' || best.value.kind !== 'date') return false;
  return variant.value.earliest <= best.value.latest && best.value.earliest <= variant.value.latest;
}

function writeTerm(variant: TermVariant, best: TermVariant | undefined, echoes: Echoes): AttributeReading {
  const reading = {
    value: variant.value,
    claims: listWitnesses(variant.claims, echoes),
    independentSources: variant.independent,
  };
  if (variant === best) return { ...reading, used: true };
  return { ...reading, ...explainTerm(variant, best), used: variant.asserted };
}

function explainTerm(
  variant: TermVariant,
  best: TermVariant | undefined,
): Pick<AttributeReading, 'difference' | 'note'> {
  if (!variant.asserted) return { difference: 'speaker', note: 'Its speakers deny or only suppose it.' };
  if (best !== undefined && meets(variant, best)) {
    return variant.value.kind === 'date'
      ? { difference: 'rounding', note: 'It is a looser or closer form of the same date.' }
      : { difference: 'scope', note: 'The same reports tell it beside the accepted value.' };
  }
  const speakers = variant.claims.flatMap((claim) => claim.attribution?.speaker ?? []);
  const theirs = new Set((best?.claims ?? []).flatMap((claim) => claim.attribution?.speaker ?? []));
  if (speakers.length > 0 && speakers.every((speaker) => !theirs.has(speaker))) {
    return { difference: 'speaker', note: 'Other speakers say so.' };
  }
  return { difference: 'unexplained', note: 'No reason is seen.' };
}
