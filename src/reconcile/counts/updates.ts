import { compareText, countTable, groupBy, isCountAttribute, sortBy } from '../../model/index.ts';
import { isBefore } from '../evidence/times.ts';
import type { Archive } from '../evidence/witnesses.ts';
import { orderCitations } from './citations.ts';
import { type Figure, isImplied, setRole } from './figures.ts';
import { cacheGroup, type JudgementCache } from './judgement-cache.ts';
import { allows, isRoundingOf, numberOf, sayCount, shiftCount } from './numbers.ts';
import { joinSpeakers } from './speakers.ts';

/**
 * Settle tolls one speaker gives at different times: they are updates, not conflicts. "12", and a day later "14", is 14.
 *
 * New cases are added to the last toll of the same line; a figure is superseded by a later one of the same speaker, or
 * of the same outlet where not both quote different speakers. A later lower figure of the same line takes the first back.
 * A copy that keeps a lower figure than its origin now gives is stale.
 */
export function settleUpdates(
  figures: readonly Figure[],
  archive: Archive,
  { freshDays, cache }: { readonly freshDays: number; readonly cache: JudgementCache },
): readonly Figure[] {
  const voiced = [...groupBy(figures, ({ claim }) => claim.article)].flatMap(([article, told]) =>
    cacheGroup(cache, `voices of ${told[0]?.claim.attribute} ${article}`, told, adoptSpeakers),
  );
  const settled = dropStale(
    dropStaleCopies(settleRevisions(supersede(addNewCases(joinSpeakers(orderCitations(voiced))))), archive),
    freshDays,
  );
  return followTwins(settled);
}

/** Set aside what words take back: "revised down from 19 to 17" takes every 19 given before, by any speaker, out of the range. */
function settleRevisions(figures: readonly Figure[]): readonly Figure[] {
  const revisions = figures.filter(
    ({ claim, role }) => (role === 'standing' || role === 'later') && claim.revisedFrom?.anchor !== undefined,
  );
  if (revisions.length === 0) return figures;
  return figures.map((figure) => {
    if (figure.role !== 'standing' || figure.claim.revisedFrom !== undefined) return figure;
    const by = revisions.find(
      (revision) =>
        numberOf(figure.counts) === revision.claim.revisedFrom?.anchor && !isBefore(revision.time, figure.time),
    );
    return by === undefined ? figure : setRole(figure, 'revised', `It was revised to ${sayCount(by.counts)}.`);
  });
}

/** A report that prints a figure in its own voice and attributes the same one elsewhere has it from that speaker. */
function adoptSpeakers(figures: readonly Figure[]): readonly Figure[] {
  const named = figures.filter((figure) => figure.speaker !== undefined);
  if (named.length === 0) return figures;
  return figures.map((figure) => {
    if (figure.speaker !== undefined || figure.claim.block === 'caption') return figure;
    const same = named.filter((other) => sizeOf(other) === sizeOf(figure));
    const speakers = new Set(same.map(({ speaker }) => speaker));
    const speaker = same[0]?.speaker;
    return speakers.size === 1 && speaker !== undefined ? { ...figure, speaker } : figure;
  });
}

/** Set a rounded form of a superseded figure aside with it: "more than 50" of the speaker whose 52 gave way to 60. */
function followTwins(figures: readonly Figure[]): readonly Figure[] {
  const gone = figures.filter(({ role, speaker }) => speaker !== undefined && (role === 'later' || role === 'revised'));
  if (gone.length === 0) return figures;
  return figures.map((figure) => {
    const number = numberOf(figure.counts);
    if (figure.role !== 'standing' || figure.speaker === undefined || number === undefined) return figure;
    const loose = figure.counts.min !== figure.counts.max;
    if (!loose || (figure.time !== undefined && figure.time.open !== true)) return figure;
    const twin = gone.find(
      ({ speaker, counts }) =>
        speaker === figure.speaker &&
        allows(figure.counts, sizeOfCount(counts)) &&
        isRoundingOf(number, sizeOfCount(counts)),
    );
    return twin === undefined
      ? figure
      : setRole(figure, twin.role, `It rounds ${sayCount(twin.value)}. ${twin.note ?? ''}`.trim());
  });
}

/** Tell whether people are counted as they are at the moment, so that the number falls as well as rises. */
function isMomentary({ claim: { attribute } }: Figure): boolean {
  return isCountAttribute(attribute) && countTable[attribute].momentary === true;
}

/** How many days a named speaker's figure stands beside a higher one by a speaker no worse placed. */
const standingDays = 2;

/**
 * Take figures out of the range once the news has moved on.
 *
 * One in a report's own voice, more than `freshDays` before another report that gives more. One a named speaker gave, more
 * than two days before a speaker no worse placed gives more: not where that only takes a higher figure back, which comes nearer to the lower.
 * Of those missing or held, any more than `freshDays` before a newer one.
 */
function dropStale(figures: readonly Figure[], freshDays: number): readonly Figure[] {
  const standing = newestFirst(
    figures.filter((figure) => figure.role === 'standing' && figure.time !== undefined && !figure.partisan),
  );
  const takenDown = standing.filter(({ claim, counts }) => (claim.revisedFrom?.anchor ?? 0) > sizeOfCount(counts));
  const takesBack = (other: Figure): boolean =>
    takenDown.some(
      ({ claim, counts }) => claim.article === other.claim.article && sizeOfCount(counts) === sizeOf(other),
    );
  return figures.map((figure) => {
    const { time, role, speaker } = figure;
    if (role !== 'standing' || time === undefined || time.open === true) return figure;
    const isState = isMomentary(figure);
    const days = speaker === undefined || isState ? freshDays : standingDays;
    const rival = standing.find((other) => {
      if ((other.time?.day ?? 0) <= time.day + days || sizeOf(other) === sizeOf(figure)) return false;
      if (isState) return other.tier < 2;
      if (sizeOf(other) < sizeOf(figure)) return false;
      return speaker === undefined || (other.tier <= figure.tier && !takesBack(other));
    });
    return rival === undefined ? figure : setRole(figure, 'later', `Later reports give ${sayCount(rival.counts)}.`);
  });
}

function addNewCases(figures: readonly Figure[]): readonly Figure[] {
  if (!figures.some(({ role }) => role === 'partial')) return figures;
  const tolls = figures.filter((figure) => figure.role === 'standing');
  return figures.map((figure) => {
    if (figure.role !== 'partial') return figure;
    const earlier = tolls.filter((toll) => sameLine(toll, figure) && isBefore(toll.time, figure.time));
    const last = newestFirst(earlier)[0];
    if (last !== undefined) {
      const counts = shiftCount(last.counts, figure.counts, 1);
      const note = `Added to the earlier ${sayCount(last.value)}, it comes to ${sayCount(counts)}.`;
      return { ...figure, role: 'standing', counts, note };
    }
    if (tolls.length > 0)
      return setRole(figure, 'subset', 'It counts new cases beside an earlier toll that is not told.');
    return { ...figure, role: 'standing' };
  });
}

function sameLine(a: Figure, b: Figure): boolean {
  if (a.speaker !== undefined && a.speaker === b.speaker) return true;
  return a.outlet === b.outlet && (a.speaker === undefined || b.speaker === undefined);
}

function supersede(figures: readonly Figure[]): readonly Figure[] {
  const able = newestFirst(
    figures.filter(
      (figure) => figure.role === 'standing' && figure.claim.block !== 'caption' && figure.time !== undefined,
    ),
  );
  const byOutlet = groupBy(able, (figure) => figure.outlet);
  const bySpeaker = groupBy(able, (figure) => figure.speaker ?? '');
  return figures.map((figure) => {
    if (figure.role !== 'standing' || figure.time === undefined) return figure;
    const lines = [
      byOutlet.get(figure.outlet),
      figure.speaker === undefined ? undefined : bySpeaker.get(figure.speaker),
    ];
    const found = lines.map((line) => line?.find((rival) => overtakes(rival, figure)));
    const rival = newestFirst(found.filter((one) => one !== undefined))[0];
    if (rival === undefined) return figure;
    const back = sizeOf(rival) < sizeOf(figure);
    const who = rival.speaker !== undefined && rival.speaker === figure.speaker ? 'speaker' : 'outlet';
    return back
      ? setRole(figure, 'revised', `The same ${who} later took it back to ${sayCount(rival.counts)}.`)
      : setRole(figure, 'later', `The same ${who} later gave ${sayCount(rival.counts)}.`);
  });
}

function newestFirst(figures: readonly Figure[]): Figure[] {
  return [...figures].sort((a, b) => {
    const days = (b.time?.day ?? 0) - (a.time?.day ?? 0);
    const instants = days === 0 ? (b.time?.instant ?? 0) - (a.time?.instant ?? 0) : days;
    return instants === 0 ? compareText(a.claim.id, b.claim.id) : instants;
  });
}

const sizeOfCount = (counts: Figure['counts']): number => numberOf(counts) ?? counts.min;
const sizeOf = (figure: Figure): number => sizeOfCount(figure.counts);

/** Of two figures one speaker gave on one day, at hours not known, the higher is the later: tolls rise. */
function rises(figure: Figure, rival: Figure): boolean {
  if (figure.speaker === undefined || figure.speaker !== rival.speaker || isMomentary(figure)) return false;
  const [own, other] = [figure.time, rival.time];
  const open = own === undefined || other === undefined || own.open === true || other.open === true;
  if (open || own.day !== other.day || (own.instant !== undefined && other.instant !== undefined)) return false;
  return figure.claim.article !== rival.claim.article && sizeOf(rival) > sizeOf(figure);
}

function overtakes(rival: Figure, figure: Figure): boolean {
  if (!sameLine(rival, figure) || !(isBefore(figure.time, rival.time) || rises(figure, rival))) return false;
  // A vague word adds nothing to a printed number that came before it.
  if (numberOf(rival.counts) === undefined && numberOf(figure.counts) !== undefined) return false;
  if (isImplied(rival) && !isImplied(figure)) return false;
  // A follow-up that describes fewer single persons than before takes nobody back.
  if (isImplied(rival) && sizeOf(rival) < sizeOf(figure)) return false;
  // An outlet that later quotes a party to the violence has not taken back its own figure.
  if (rival.partisan && !figure.partisan) return false;
  return sizeOf(rival) !== sizeOf(figure);
}

function dropStaleCopies(figures: readonly Figure[], archive: Archive): readonly Figure[] {
  if (!figures.some(({ claim }) => archive.origins.has(claim.article))) return figures;
  const byArticle = groupBy(
    figures.filter((figure) => figure.role === 'standing'),
    ({ claim }) => claim.article,
  );
  return figures.map((figure) => {
    if (figure.role !== 'standing') return figure;
    const origins = (archive.origins.get(figure.claim.article) ?? []).flatMap((id) => byArticle.get(id) ?? []);
    const newer = origins.filter((one) => sizeOf(one) > sizeOf(figure) && !isBefore(one.time, figure.time));
    const origin = sortBy(newer, (one) => [-sizeOf(one), one.claim.id])[0];
    if (origin === undefined) return figure;
    return setRole(figure, 'copied', `It is copied from a report that now gives ${sayCount(origin.counts)}.`);
  });
}
