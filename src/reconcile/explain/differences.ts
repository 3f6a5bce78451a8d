import type { Difference } from '../../model/index.ts';
import { type Figure, type FigureRole, isImplied } from '../counts/figures.ts';
import { allows, isRoundingOf, sayCount } from '../counts/numbers.ts';
import type { Variant } from '../counts/readings.ts';
import { isBefore } from '../evidence/times.ts';
import type { PolicyAnswer } from '../policies/policy.ts';

/** Why a variant is not the accepted one: one type, one sentence. */
export interface DifferenceReason {
  readonly difference: Difference;
  readonly note: string;
}

/** What the variants of one attribute are judged against. */
export interface AcceptedFigure {
  readonly answer: PolicyAnswer;
  /** Dead or hurt attackers, where the incident's record has them. */
  readonly attackers: number | undefined;
}

const roleDifferences: Readonly<Record<FigureRole, Difference>> = {
  standing: 'unexplained',
  partial: 'subset',
  subset: 'subset',
  scope: 'scope',
  excess: 'unexplained',
  later: 'later',
  revised: 'revised',
  copied: 'copied',
  feared: 'scope',
  denied: 'speaker',
  rejected: 'rejected',
};

/** Give the one reason why a variant differs; undefined for the accepted one. The first that holds is taken. */
export function explainDifference(variant: Variant, accepted: AcceptedFigure): DifferenceReason | undefined {
  const best = accepted.answer.accepted;
  if (best !== undefined && variant.key === best.key) return undefined;
  if (variant.standing.length === 0) return explainApart(variant, best) ?? explainRole(variant);
  const aside = accepted.answer.aside.get(variant.key);
  if (aside === 'partisan') return { difference: aside, note: 'It comes from a party to the violence.' };
  if (best === undefined) return { difference: 'unexplained', note: 'No figure is accepted to compare it with.' };
  return (
    explainAttackers(variant, best, accepted.attackers) ??
    explainTime(variant, best) ??
    explainRounding(variant, best) ??
    explainOvertaken(variant, best) ??
    (aside === undefined ? explainSpeaker(variant, best) : undefined) ?? {
      difference: 'unexplained',
      note: aside === undefined ? 'No reason is seen.' : 'A lone figure far from all others; no reason is seen.',
    }
  );
}

/** Fewer people than the toll, told apart from it in the same incident, are some of them: a named soldier beside 12 dead. */
function explainApart({ figures, counts, number }: Variant, best: Variant | undefined): DifferenceReason | undefined {
  const toll = best?.number;
  const isApart = figures.every(({ role, claim }) => role === 'scope' && claim.accumulation !== 'period');
  if (best === undefined || toll === undefined || !isApart || (number ?? counts.min) >= toll || toll === 0)
    return undefined;
  return { difference: 'subset', note: `It tells of some of ${sayCount(best.value)}.` };
}

function explainRole(variant: Variant): DifferenceReason {
  const deciding = variant.figures.find((figure) => figure.role === 'later') ?? variant.figures[0];
  return {
    difference: deciding === undefined ? 'unexplained' : roleDifferences[deciding.role],
    note: deciding?.note ?? 'It was set aside.',
  };
}

function explainAttackers(
  variant: Variant,
  best: Variant,
  attackers: number | undefined,
): DifferenceReason | undefined {
  const counted = variant.figures.some((figure) => figure.attackersOut) && variant.number === best.number;
  const differs =
    attackers !== undefined &&
    attackers > 0 &&
    variant.number !== undefined &&
    best.number !== undefined &&
    variant.number === best.number + attackers;
  if (!counted && !differs) return undefined;
  return { difference: 'perpetrators-included', note: 'It counts the attackers too.' };
}

function explainTime(variant: Variant, best: Variant): DifferenceReason | undefined {
  if (!isBefore(variant.newest, best.newest)) return undefined;
  return { difference: 'later', note: `It is earlier; the newer figure is ${sayCount(best.value)}.` };
}

function explainRounding(variant: Variant, best: Variant): DifferenceReason | undefined {
  const vague = variant.number === undefined;
  if (vague && (best.number ?? best.counts.min) >= variant.counts.min) {
    return { difference: 'rounding', note: `It is a vague word for a number such as ${sayCount(best.value)}.` };
  }
  if (variant.number === undefined || best.number === undefined) return undefined;
  const rounds = allows(variant.counts, best.number) && isRoundingOf(variant.number, best.number);
  const rounded = allows(best.counts, variant.number) && isRoundingOf(best.number, variant.number);
  if (!rounds && !rounded && variant.number !== best.number) return undefined;
  return { difference: 'rounding', note: `It is a looser or closer form of ${sayCount(best.value)}.` };
}

/** A running "at least" that the accepted number passed, where no date puts the two in order. */
function explainOvertaken(variant: Variant, best: Variant): DifferenceReason | undefined {
  const count = best.number;
  if (count === undefined || variant.number === undefined || variant.counts.max !== null) return undefined;
  if (count <= variant.number || !allows(variant.counts, count)) return undefined;
  return { difference: 'later', note: `It is a lower bound that ${sayCount(best.value)} overtakes.` };
}

function explainSpeaker(variant: Variant, best: Variant): DifferenceReason | undefined {
  const own = namedSpeakers(variant.standing);
  const theirs = namedSpeakers(best.standing);
  if ([...own].some((speaker) => theirs.has(speaker))) return undefined;
  if (own.size + theirs.size === 0) return explainOutlet(variant, best);
  return { difference: 'speaker', note: `${sayOrigin(variant.standing)}; the accepted figure does not.` };
}

/** Reports of different outlets, each in its own voice, are different originals too. */
function explainOutlet(variant: Variant, best: Variant): DifferenceReason | undefined {
  const theirs = new Set(best.standing.map(({ outlet }) => outlet));
  if (!variant.number || variant.standing.every(isImplied)) return undefined;
  if (variant.standing.some(({ outlet }) => theirs.has(outlet))) return undefined;
  return { difference: 'speaker', note: 'Another outlet tells it in its own voice.' };
}

function namedSpeakers(figures: readonly Figure[]): ReadonlySet<string> {
  return new Set(figures.map((figure) => figure.speaker).filter((speaker) => speaker !== undefined));
}

/** Private persons are named by their kind only. */
function sayOrigin(figures: readonly Figure[]): string {
  const spoken = figures.find((figure) => figure.speaker !== undefined)?.claim.attribution;
  if (spoken === undefined) return 'It is told in the report’s own voice';
  const isPrivate = ['witness', 'relative', 'person'].includes(spoken.kind);
  return `It comes from ${isPrivate ? `a ${spoken.kind}` : spoken.speaker}`;
}
