import { type Claim, groupBy } from '../../model/index.ts';
import { originalSpeaker } from '../evidence/witnesses.ts';
import { type Figure, isImplied, isPartisan, isTally, placeSpeaker, setRole } from './figures.ts';
import { cacheGroup, cacheOne, type JudgementCache } from './judgement-cache.ts';
import { allows, numberOf, sayCount, shiftCount } from './numbers.ts';

/** Figures twice, in the same order: settled within each report alone, and settled against the other reports as well. */
export interface ScopedFigures {
  readonly alone: readonly Figure[];
  readonly together: readonly Figure[];
}

/**
 * Set aside what does not count the whole of this incident and settle each report's own total.
 *
 * A part of a figure of another attribute ("six were shot, one fatally") is a whole in its own: only parts of the same
 * attribute are subsets. A report's total is its headline's or an explicit total, never the sum of its mentions.
 */
export function settleScope(
  figures: readonly Figure[],
  claims: ReadonlyMap<string, Claim>,
  cache: JudgementCache,
): ScopedFigures {
  const marked = addCompanions(
    figures.map((figure) => cacheOne(cache.marked, figure, (one) => markScope(one, claims))),
    claims,
  );
  const reports = groupBy(marked, (figure) => figure.claim.article);
  const settled = [...reports].flatMap(([article, told]) =>
    cacheGroup(cache, `${told[0]?.claim.attribute} ${article}`, told, settleArticle),
  );
  return { alone: settled, together: settleFeared(settleKnownParts(settleClasses(settleImplied(settled)))) };
}

function markScope(figure: Figure, claims: ReadonlyMap<string, Claim>): Figure {
  const { claim } = figure;
  if (figure.role !== 'standing') return figure;
  if (claim.modality === 'feared' || claim.modality === 'hypothetical') {
    return setRole(figure, 'feared', 'It counts what was feared or supposed, not what had happened.');
  }
  if (claim.modality === 'denied') return setRole(figure, 'denied', 'It is a figure that its speaker denies.');
  if (claim.accumulation === 'period' || claim.elsewhere === true) {
    return setRole(figure, 'scope', 'It counts a longer time or a wider area than this incident.');
  }
  // A figure may be told as a part of one that linking has put to another incident: here it is a whole.
  const named = claim.of === undefined ? undefined : claims.get(claim.of);
  if (named !== undefined && named.incident !== claim.incident) return figure;
  const whole = named;
  const sameCount = whole !== undefined && whole.attribute === claim.attribute;
  if (isPart(claim) && !isRival(claim, whole)) {
    // A figure the report prints is not a part of the sum we make of the persons it describes.
    const spoken = !isImplied(figure) && (claim.victims ?? []).length === 0;
    if (sameCount && spoken && isTally(whole, claims)) return figure;
    if (sameCount && isLooser(figure, whole)) return figure;
    if (sameCount) return setRole(figure, 'subset', `It counts a part of ${sayWhole(whole)}.`);
    if (whole === undefined) return setRole(figure, 'partial', 'It counts a part of the whole.');
  }
  if (claim.scope === 'additional') {
    if (sameCount) return setRole(figure, 'subset', `It is counted beside ${sayWhole(whole)}, not a total.`);
    if (whole === undefined) return setRole(figure, 'partial', 'It is counted beside others, not a total.');
  }
  if (claim.accumulation === 'new') return setRole(figure, 'partial', 'It counts new cases only.');
  return figure;
}

/** Let what is feared stand where nobody says what came of it: "45 fighters were believed killed" is all that is known. */
function settleFeared(figures: readonly Figure[]): readonly Figure[] {
  const isFeared = ({ role, claim }: Figure): boolean => role === 'feared' && claim.modality === 'feared';
  if (figures.some(({ role }) => role === 'standing') || !figures.some(isFeared)) return figures;
  return figures.map((figure) => (isFeared(figure) ? { ...figure, role: 'standing' } : figure));
}

/** Tell whether a figure only says a larger one more loosely: "dozens" or "more than 30" beside 31, of nobody in particular. */
function isLooser({ claim, counts }: Figure, whole: Claim): boolean {
  if (claim.scope === 'subset' || (claim.victims ?? []).length > 0 || whole.value.kind !== 'count') return false;
  return counts.max !== counts.min && allows(counts, numberOf(whole.value) ?? whole.value.min);
}

/**
 * Tell whether a smaller figure beside a larger one is another speaker's own toll and not a part of it: police say 12, the hospital 14;
 * or a party to the violence says 40 and somebody else 12.
 *
 * Only where the words themselves do not say that one is a part of the other.
 */
function isRival(claim: Claim, whole: Claim | undefined): boolean {
  if (whole === undefined || claim.scope !== 'unstated' || (claim.victims ?? []).length > 0) return false;
  if (isPartisan(whole) && !isPartisan(claim)) return true;
  const [own, other] = [originalSpeaker(claim), originalSpeaker(whole)];
  const apart = own !== undefined && other !== undefined && claim.attribution?.kind !== whole.attribution?.kind;
  return apart && placeSpeaker(claim) <= placeSpeaker(whole) && (whole.parts?.length ?? 0) === 0;
}

/** Tell whether a claim counts a part of a larger figure, one that a report prints or one that we summed. */
export function isPart({ scope, of }: Claim): boolean {
  return scope === 'subset' || (scope === 'unstated' && of !== undefined);
}

function sayWhole(claim: Claim): string {
  return claim.value.kind === 'count' ? sayCount(claim.value) : 'another figure';
}

/** Add to a total what the same report counts beside it, unless the total is already the sum of the two. */
function addCompanions(figures: readonly Figure[], claims: ReadonlyMap<string, Claim>): readonly Figure[] {
  const beside = groupBy(
    figures.filter(({ claim }) => claim.scope === 'additional' && claim.of !== undefined),
    ({ claim }) => claim.of ?? '',
  );
  if (beside.size === 0) return figures;
  return figures.map((figure) => {
    const companions = (beside.get(figure.claim.id) ?? []).filter(
      ({ claim, role }) => role === 'subset' && claims.get(claim.of ?? '')?.attribute === claim.attribute,
    );
    const added = companions.filter(({ claim }) => figure.claim.parts?.includes(claim.id) !== true);
    if (added.length === 0 || figure.role !== 'standing') return figure;
    const counts = added.reduce((sum, { counts: more }) => shiftCount(sum, more, 1), figure.counts);
    const words = added.map(({ value }) => sayCount(value)).join(' and ');
    return { ...figure, counts, note: `With ${words} counted beside it, it comes to ${sayCount(counts)}.` };
  });
}

/** Settle the figures of one report: its total stands, its parts and captions are set aside. */
function settleArticle(told: readonly Figure[]): Figure[] {
  const figures = settleNobodyElse(told);
  const open = figures.filter((figure) => figure.role === 'standing');
  const totals = findTotals(open);
  const top = totals.reduce<Figure | undefined>(
    (best, figure) => (best === undefined || rankOf(figure) > rankOf(best) ? figure : best),
    undefined,
  );
  if (top === undefined) return figures.map((figure) => settleLone(figure, open.length > 0));
  return figures.map((figure) => settleAgainst(figure, top, totals));
}

/** Set "no one else was hurt" aside where the same report counts somebody hurt: the 0 is of others and denies nobody. */
function settleNobodyElse(figures: readonly Figure[]): readonly Figure[] {
  const some = figures.some((figure) => figure.role === 'standing' && rankOf(figure) > 0);
  if (!some) return figures;
  return figures.map((figure) =>
    figure.role === 'standing' && figure.counts.max === 0
      ? setRole(figure, 'subset', 'The report tells of somebody; it says that there was nobody else.')
      : figure,
  );
}

const rankOf = (figure: Figure): number => numberOf(figure.counts) ?? figure.counts.min;
const isSum = (figure: Figure): boolean => (figure.claim.parts?.length ?? 0) > 0;
const isCaption = (figure: Figure): boolean => figure.claim.block === 'caption';

/** Find the figures that can be a report's total: explicit totals, else plain figures, else sums. Never captions, single persons, or a party's where others count. */
function findTotals(open: readonly Figure[]): readonly Figure[] {
  const told = open.filter((figure) => !isCaption(figure) && !isImplied(figure));
  const neutral = told.filter((figure) => !figure.partisan);
  const spoken = neutral.length > 0 ? neutral : told;
  const plain = spoken.filter((figure) => !isSum(figure));
  const most = Math.max(0, ...plain.filter((figure) => !ofClass(figure)).map(rankOf));
  const explicit = plain.filter((figure) => isExplicit(figure.claim) && !(ofClass(figure) && rankOf(figure) < most));
  if (explicit.length > 0) return explicit;
  return plain.length > 0 ? plain : spoken;
}

const ofClass = ({ claim }: Figure): boolean => (claim.victims ?? []).length > 0;

const isExplicit = ({ scope, block }: Claim): boolean => scope === 'total' || block === 'headline';

function settleLone(figure: Figure, hasOthers: boolean): Figure {
  if (figure.role !== 'partial') return figure;
  if (hasOthers) return setRole(figure, 'subset', 'It counts a part; the report has other figures.');
  // Without a total in the report its parts are all it counts and stand; new cases wait for an earlier toll to add to.
  return figure.claim.accumulation === 'new' ? figure : { ...figure, role: 'standing' };
}

function settleAgainst(figure: Figure, top: Figure, totals: readonly Figure[]): Figure {
  if (figure === top || (figure.role !== 'standing' && figure.role !== 'partial')) return figure;
  const role = findRole(figure, top, totals);
  return role === undefined ? figure : setRole(figure, role, settledNotes[role](sayCount(top.value)));
}

const settledNotes = {
  subset: (total: string) => `It is told within a report whose own total is ${total}.`,
  later: (total: string) => `A caption is older than its report, which gives ${total}.`,
  excess: (total: string) => `It comes to more than the report's own total of ${total}.`,
} as const;

/** Tell what a figure is beside its report's total `top`: a subset, say; undefined where it stands as a toll of its own. */
function findRole(figure: Figure, top: Figure, totals: readonly Figure[]): keyof typeof settledNotes | undefined {
  if (figure.role === 'partial') return 'subset';
  if (figure.partisan && !top.partisan) return undefined;
  const size = rankOf(figure);
  const whole = rankOf(top);
  if (isCaption(figure)) return totals.some((other) => rankOf(other) === size) ? undefined : 'later';
  if (isImplied(figure) && size < whole) return 'subset';
  if (isSum(figure) && !totals.includes(figure) && size !== whole) return size < whole ? 'subset' : 'excess';
  if (isImplied(figure)) return undefined;
  if (size > whole && exceedsHeadline(figure, top, totals)) return 'excess';
  if (size >= whole) return undefined;
  if (isClassOf(figure, top)) return 'subset';
  if (isRival(figure.claim, figure.claim.of === top.claim.id ? top.claim : undefined)) return undefined;
  if (totals.includes(figure) && figure.claim.scope === 'total') return undefined;
  return allows(figure.counts, whole) || speakApart(figure, top, totals) ? undefined : 'subset';
}

/** Tell whether a figure is larger than the headline's total: it then counts more than the incident, unless another speaker gives it. */
function exceedsHeadline(figure: Figure, top: Figure, totals: readonly Figure[]): boolean {
  if (totals.includes(figure) || figure.partisan || top.claim.block !== 'headline') return false;
  if (allows(top.counts, rankOf(figure))) return false;
  return figure.speaker === undefined || figure.speaker === top.speaker || top.speaker === undefined;
}

/** Tell whether the figure is of a class of victims ("nine miners") and the total of none or another ("12 people"). */
function isClassOf(figure: Figure, top: Figure): boolean {
  const classes = figure.claim.victims ?? [];
  const all = new Set(top.claim.victims ?? []);
  return classes.length > 0 && !classes.every((victims) => all.has(victims));
}

/** Two named speakers who differ are two tolls, not a whole and its part. */
function speakApart(figure: Figure, top: Figure, totals: readonly Figure[]): boolean {
  return (
    totals.includes(figure) &&
    figure.speaker !== undefined &&
    top.speaker !== undefined &&
    figure.speaker !== top.speaker
  );
}

/** Set a person described alone ("a man was killed") aside where any report states a toll of more. */
function settleImplied(figures: readonly Figure[]): readonly Figure[] {
  if (!figures.some(({ role, value }) => role === 'standing' && value.qualifier === 'implicit')) return figures;
  const stated = figures.filter((figure) => figure.role === 'standing' && !isImplied(figure) && !figure.partisan);
  const top = Math.max(0, ...stated.map(rankOf));
  return figures.map((figure) =>
    figure.role === 'standing' && figure.value.qualifier === 'implicit' && rankOf(figure) < top
      ? setRole(figure, 'subset', 'It tells of single persons where others state a toll.')
      : figure,
  );
}

/** Set a figure of a class aside where another report counts more without one: "two police officers" beside "20 people". */
function settleClasses(figures: readonly Figure[]): readonly Figure[] {
  const told = figures.filter((figure) => figure.role === 'standing' && !figure.partisan && !isImplied(figure));
  const most = Math.max(0, ...told.filter((figure) => !ofClass(figure) && !isCaption(figure)).map(rankOf));
  if (most === 0 || !told.some(isOfSomeOnly)) return figures;
  return figures.map((figure) =>
    figure.role === 'standing' && isOfSomeOnly(figure) && rankOf(figure) * classShare <= most
      ? setRole(figure, 'subset', 'It counts a class of people where others count all.')
      : figure,
  );
}

/** How many times as large the toll of all must be: a little more is as likely another's count of the same people. */
const classShare = 1.5;

const isOfSomeOnly = ({ claim }: Figure): boolean =>
  (claim.victims ?? []).some((name) => name !== 'perpetrators' && name !== 'civilians');

/** Set a figure of a class aside where another report gives the same as a part: "nine miners" beside "12 dead, nine of them miners". */
function settleKnownParts(figures: readonly Figure[]): readonly Figure[] {
  const told = figures.filter(({ role, claim }) => role === 'subset' && claim.victims !== undefined);
  if (told.length === 0) return figures;
  const parts = groupBy(told, (figure) => `${rankOf(figure)}`);
  const stated = figures.filter((figure) => figure.role === 'standing' && !figure.partisan).map(rankOf);
  const top = Math.max(0, ...stated);
  return figures.map((figure) => {
    if (figure.role !== 'standing' || rankOf(figure) >= top) return figure;
    const twin = parts.get(`${rankOf(figure)}`)?.find((part) => sharesClass(part.claim, figure.claim));
    return twin === undefined ? figure : setRole(figure, 'subset', 'Another report tells it as a part of its total.');
  });
}

/** Tell whether both name the same class of victims; a figure without one may be a total that happens to equal the part. */
function sharesClass(part: Claim, figure: Claim): boolean {
  return (
    part.article !== figure.article && (figure.victims ?? []).some((name) => part.victims?.includes(name) === true)
  );
}
