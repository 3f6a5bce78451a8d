import codes from '../../../data/acled-vague.json' with { type: 'json' };
import { type Claim, type CountValue, exactly } from '../../model/index.ts';
import { foldName } from '../../text/fold.ts';
import { type ReportTime, timeOfClaim } from '../evidence/times.ts';
import { type Archive, originalSpeaker } from '../evidence/witnesses.ts';
import { shiftCount } from './numbers.ts';

/**
 * What a figure can be used for: `standing` enters the range; the others are set aside, each for one reason.
 *
 * `partial` is undecided: a part or an addition whose whole is not named; it is settled against its article's total.
 */
export type FigureRole =
  | 'standing'
  | 'partial'
  | 'subset'
  | 'scope'
  | 'excess'
  | 'later'
  | 'revised'
  | 'copied'
  | 'feared'
  | 'denied'
  | 'rejected';

/** One counted claim made ready for judging. */
export interface Figure {
  readonly claim: Claim;
  /** What the words say: "at least 12" is 12 and up. */
  readonly value: CountValue;
  /** What is judged: `value` with additions counted in, attackers counted out, a negation ("no one was hurt") turned to 0. */
  readonly counts: CountValue;
  readonly role: FigureRole;
  readonly time: ReportTime | undefined;
  /** Folded name of the speaker; undefined where the report speaks for itself. */
  readonly speaker: string | undefined;
  readonly outlet: string;
  /** How well placed the speaker is to know; 0 is best. */
  readonly tier: number;
  readonly partisan: boolean;
  /** True for a sum of persons described one by one: "a driver, 40, and a cyclist died" is 2. */
  readonly tallied: boolean;
  /** True where attackers are among the counted and could be told apart. */
  readonly attackersOut: boolean;
  /** True for a vague word of a scene that holds fewer than ten people: "several in one car". */
  readonly smallScene: boolean;
  /** One sentence on why it was set aside or changed. */
  readonly note?: string;
}

const tiers: Readonly<Record<string, number>> = {
  official: 0,
  police: 0,
  military: 0,
  medical: 0,
  organisation: 1,
  media: 1,
  outlet: 1,
  expert: 2,
  person: 2,
  witness: 2,
  relative: 2,
  partisan: 3,
  perpetrator: 3,
};

/**
 * Rank a speaker: 0 authorities and hospitals, 1 organisations and the report's own voice, 2 individuals, 3 parties to the violence.
 *
 * A caption is no better than a bystander: it dates from the photograph, not from the report.
 */
export function placeSpeaker(claim: Claim): number {
  if (isPartisan(claim)) return 3;
  const tier = tiers[claim.attribution?.kind ?? 'outlet'] ?? 1;
  return claim.block === 'caption' ? Math.max(2, tier) : tier;
}

/** Tell whether the speaker is a party to the violence. */
export function isPartisan(claim: Claim): boolean {
  const kind = claim.attribution?.kind;
  return claim.partisan === true || kind === 'partisan' || kind === 'perpetrator';
}

/** Tell whether the figure is only implied by persons described one by one, or says there was none. */
export function isImplied(figure: Figure): boolean {
  return figure.value.qualifier === 'implicit' || figure.tallied || figure.counts.max === 0;
}

/** Tell whether a claim only adds up persons described one by one; `claims` are all of the run, by id. */
export function isTally(claim: Claim, claims: ReadonlyMap<string, Claim>): boolean {
  if (claim.producer.rule === 'tally/by-place') return false;
  const parts = (claim.parts ?? []).map((id) => claims.get(id)).filter((part) => part !== undefined);
  return (
    parts.length > 0 &&
    parts.every(
      ({ value, person }) => person !== undefined || (value.kind === 'count' && value.qualifier === 'implicit'),
    )
  );
}

/** Make a figure of a counted claim; `attackers` is the number of attackers known to be among the counted. */
export function openFigure(
  claim: Claim,
  value: CountValue,
  attackers: CountValue | undefined,
  known: { readonly archive: Archive; readonly claims: ReadonlyMap<string, Claim> },
): Figure {
  const { archive } = known;
  const stated = claim.modality === 'negated' ? exactly(0) : value;
  const article = archive.articles.get(claim.article);
  return {
    claim,
    value,
    counts: attackers === undefined ? stated : shiftCount(stated, attackers, -1),
    role: 'standing',
    time: timeOfClaim(claim, archive),
    speaker: originalSpeaker(claim),
    outlet: article?.outlet === undefined ? `article:${claim.article}` : foldName(article.outlet),
    tier: placeSpeaker(claim),
    partisan: isPartisan(claim),
    tallied: isTally(claim, known.claims),
    attackersOut: attackers !== undefined,
    smallScene: value.vague !== undefined && isSmallScene(claim, article?.words ?? ''),
  };
}

const smallScenes = new RegExp(
  `\\b(?:on|in|inside|aboard)\\s+(?:an?|one|the|their|his|her)\\s+(?:${codes.smallScenes.join('|')})\\b(?![- ](?:bomb|blast))`,
  'i',
);

/** Tell whether the sentence of a claim puts its people on one motorcycle, in one car, in one hut. */
function isSmallScene(claim: Claim, words: string): boolean {
  const at = claim.evidence[0]?.start ?? 0;
  const start = Math.max(0, words.lastIndexOf('.', at) + 1);
  const end = words.indexOf('.', at);
  return smallScenes.test(words.slice(start, end === -1 ? undefined : end));
}

/** Give a figure another role and the sentence that says why. */
export function setRole(figure: Figure, role: FigureRole, note: string): Figure {
  return { ...figure, role, note };
}
