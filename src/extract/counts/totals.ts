import type { CountAttribute, CountValue } from '../../model/index.ts';
import { type Individual, stateOf } from '../coreference/individual.ts';
import { findBeside } from './beside.ts';
import { type Area, choosePlaced } from './by-place.ts';
import { disjointClasses, enumerations, enumerationsAside } from './enumeration.ts';
import { leaveHeadAside } from './head-alone.ts';
import { type FigureStatement, isPeriod, mayCount, printed } from './statement.ts';
import { belong, isFigure, sumOf } from './sums.ts';
import { comesAlso, keepTogether, markElsewhere } from './together.ts';

/** Sentences from the top of a report whose figures speak for the whole of it. */
const leadSentences = 6;

/** "Two of them died": of those shot they are a part, of the dead they are all, where no other figure is told. */
function isPartOfOthers(statement: FigureStatement): boolean {
  return statement.of === undefined && isFigure({ ...statement, scope: 'unstated' });
}

/** "Four hurt" of a headline says how many; "at least four" leaves it to the text. */
function isHeadline({ finding, value }: FigureStatement): boolean {
  return finding.view.block === 'headline' && value.max !== null;
}

const largestFirst = (a: FigureStatement, b: FigureStatement): number =>
  printed(b.value) - printed(a.value) || a.order - b.order;

/**
 * Find the figure a report gives for the whole: the largest of its lead, else the largest anywhere. Its headline's stands
 * against a larger one, unless the text gives that more often.
 */
function choosePrimary(figures: readonly FigureStatement[]): FigureStatement | undefined {
  const printedFirst = figures.filter(
    (figure) => figure.value.anchor !== undefined && figure.finding.view.block !== 'caption',
  );
  const pool = printedFirst.length > 0 ? printedFirst : figures;
  const lead = pool.filter((figure) => figure.finding.view.index < leadSentences).toSorted(largestFirst);
  const headline = lead.find(isHeadline);
  const largest = lead[0] ?? pool.toSorted(largestFirst)[0];
  if (headline === undefined || largest === undefined) return largest;
  const timesOf = (figure: FigureStatement): number =>
    pool.filter((other) => printed(other.value) === printed(figure.value)).length;
  return timesOf(largest) > timesOf(headline) ? largest : headline;
}

/** One statement a person, the first of each: told twice is counted once. */
function firstOfEach(
  statements: readonly FigureStatement[],
  fits: (person: Individual) => boolean,
): readonly FigureStatement[] {
  const seen = new Set<Individual>();
  return statements.filter((statement) => {
    const { person } = statement;
    if (
      person === undefined ||
      seen.has(person) ||
      !fits(person) ||
      !['asserted', 'alleged', 'claimed'].includes(statement.modality)
    )
      return false;
    seen.add(person);
    return true;
  });
}

/** "13 soldiers were also killed" beside "175 civilians": counted on top of the figure before. */
function sumAlso(attribute: CountAttribute, figures: readonly FigureStatement[]): readonly FigureStatement[] {
  return figures.flatMap((figure, index) => {
    const before = figures[index - 1];
    const { view } = figure.finding;
    if (!comesAlso(figure) || before === undefined || view.index - before.finding.view.index > 1) return [];
    const differ =
      figure.victims.some((name) => disjointClasses.has(name)) &&
      !before.victims.some((name) => figure.victims.includes(name));
    if (!differ) return [];
    const sum = sumOf(attribute, [before, figure], 'tally/also');
    if (sum === undefined) return [];
    figure.scope = 'additional';
    figure.of = before;
    return [sum];
  });
}

/** "1 killed, 2 wounded": a headline that counts to one means one, however often the text tells of the person. */
function isCountedInHeadline(statement: FigureStatement): boolean {
  const { finding, group } = statement;
  return finding.view.block === 'headline' && group?.counted === true && mayCount(statement) && !statement.additional;
}

/** Set aside a vague word of a late sentence in a report that tells of persons: "so many get hurt" is no count of them. */
function setVagueAside(figure: FigureStatement): boolean {
  if (figure.value.anchor !== undefined || figure.finding.view.index < leadSentences || figure.parts !== undefined)
    return false;
  figure.elsewhere = true;
  return true;
}

/** What a scene says in all of one attribute. */
export interface AttributeTally {
  readonly total?: FigureStatement;
  /** Totals made from parts; they are claims of their own. */
  readonly derived: readonly FigureStatement[];
  /** How many persons it tells of one by one. */
  readonly persons?: number;
}

/** "Two are dead and two others hurt": the others are other than the dead of the same sentence. */
function standsBesideFigure({ finding, order }: FigureStatement, all: readonly FigureStatement[]): boolean {
  return all.some(
    (other) => other.finding.view === finding.view && other.order < order && other.finding !== finding && !other.person,
  );
}

function addOthers(
  attribute: CountAttribute,
  figures: readonly FigureStatement[],
  persons: readonly FigureStatement[],
  all: readonly FigureStatement[],
): FigureStatement | undefined {
  const others = figures.filter((figure) => figure.additional && !standsBesideFigure(figure, all));
  const first = others[0];
  if (first === undefined) return undefined;
  const before = persons.filter((person) => person.order < first.order && person.finding !== first.finding);
  return before.length === 0 ? undefined : sumOf(attribute, [...before, ...others.slice(0, 1)], 'tally/others');
}

/**
 * Say what a scene counts in all of one attribute, and which of its statements are parts of that.
 *
 * `area` is told of a storm, a flood, a quake, whose tolls are told place by place.
 * An explicit figure of the report's own is the total; persons told one by one are its parts, or are summed where the
 * report gives no figure or fewer. Smaller figures of the same voice are parts; captions keep a total of their own.
 */
export function tallyAttribute(
  attribute: CountAttribute,
  statements: readonly FigureStatement[],
  fits: (person: Individual) => boolean,
  area?: Area,
): AttributeTally {
  const told = statements.filter((statement) => statement.attribute === attribute);
  const own = leaveHeadAside(told, statements);
  markElsewhere(statements, attribute);
  const all = own.filter(isFigure);
  const aside = enumerationsAside(attribute, told);
  const derived = [...enumerations(attribute, own)];
  const figures = [...all.filter((figure) => figure.of === undefined), ...derived];
  derived.push(...sumAlso(attribute, figures));
  derived.push(...findBeside(figures).flatMap((parts) => sumOf(attribute, parts, 'tally/places') ?? []));
  const persons = keepTogether(attribute, firstOfEach(own, fits));
  const others = addOthers(attribute, figures, persons, statements);
  const plain = figures.filter(
    (figure) => !(others?.parts?.includes(figure) ?? false) && figure.scope !== 'additional',
  );
  const candidates = [...plain, ...derived.filter((sum) => !plain.includes(sum))].filter(
    (figure) => persons.length === 0 || !setVagueAside(figure),
  );
  const placed = area === undefined ? undefined : choosePlaced(attribute, own, area);
  if (placed !== undefined) return tallyPlaced(placed, own, [...derived, ...aside]);
  const primary = choosePrimary(candidates) ?? choosePrimary(own.filter(isPartOfOthers));
  // Persons hit are counted as dead or injured; only a figure says how many were hit in all.
  const summed =
    others ??
    (persons.length > 0 && attribute !== 'casualties' ? sumOf(attribute, persons, 'tally/persons') : undefined);
  const larger =
    summed !== undefined &&
    !(others === undefined && own.some(isCountedInHeadline)) &&
    (primary === undefined || (printed(summed.value) > printed(primary.value) && primary.value.vague === undefined));
  const total = larger ? summed : (primary ?? own.find(isCountedInHeadline));
  if (total === undefined) return { derived: [...derived, ...aside] };
  total.scope = 'total';
  settleParts(total, own);
  if (!larger || total.parts?.length === 1)
    return {
      total: total.parts?.length === 1 && larger ? promote(total) : total,
      derived: [...derived, ...aside],
      persons: persons.length,
    };
  return { total, derived: [...derived, ...aside, total], persons: persons.length };
}

/** Settle what a storm or a flood did in all, told place by place or for all places at once. */
function tallyPlaced(
  total: FigureStatement,
  own: readonly FigureStatement[],
  derived: readonly FigureStatement[],
): AttributeTally {
  total.scope = 'total';
  delete total.of;
  // More than the whole is a count of something else.
  for (const statement of own)
    if (statement.person === undefined && printed(statement.value) > printed(total.value)) statement.elsewhere = true;
  settleParts(total, own);
  return { total, derived: total.parts === undefined || derived.includes(total) ? derived : [...derived, total] };
}

/** A sum of one is that statement itself. */
function promote(sum: FigureStatement): FigureStatement {
  const only = sum.parts?.[0];
  if (only === undefined) return sum;
  only.scope = 'total';
  delete only.of;
  return only;
}

function settleParts(total: FigureStatement, own: readonly FigureStatement[]): void {
  for (const statement of own) {
    if (statement === total || statement.scope === 'additional') continue;
    const caption = statement.finding.view.block === 'caption' || total.finding.view.block === 'caption';
    if (isPeriod(statement) || (statement.person === undefined && caption)) {
      if (caption && statement.scope !== 'subset') statement.scope = 'total';
      continue;
    }
    const whole = statement.person === undefined && statement.of === undefined && statement.scope !== 'subset';
    const more = printed(statement.value) - printed(total.value);
    // What the text counts beyond the headline is left for reconciling to judge.
    const counts = statement.value.qualifier !== 'implicit' && statement.finding.view.block !== 'headline';
    if (whole && more > 0 && counts && isHeadline(total)) continue;
    const same = whole && (more >= 0 || isWithin(statement.value, total.value));
    if (same || statement.group?.none === true) {
      if (statement.scope === 'unstated') statement.scope = 'total';
      continue;
    }
    belong(total, [statement]);
  }
}

/** "38" beside "nearly 40": a number that an inexact one allows is that one told better, no part of it. */
function isWithin({ anchor, min, max }: CountValue, { min: low, max: high, qualifier }: CountValue): boolean {
  if (anchor === undefined || high === null || max === null) return false;
  return (qualifier === 'nearly' || qualifier === 'about') && min >= low && max <= high;
}

/** Tell whether a person is dead, hurt, or hit in whatever way, for each attribute that counts persons. */
export function personFits(attribute: CountAttribute): (person: Individual) => boolean {
  if (attribute === 'killed' || attribute === 'perpetratorsKilled') return (person) => stateOf(person) === 'killed';
  if (attribute === 'injured' || attribute === 'perpetratorsInjured')
    return (person) => stateOf(person) === 'struck' || stateOf(person) === 'injured';
  return () => true;
}
