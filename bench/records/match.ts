import { overlaps } from '../../src/model/index.ts';
import type { GoldIncident, GoldReading, RecordGroup } from './gold.ts';
import type { GroupOutcome, RecordFigure } from './read.ts';

/** Words for a number no policy can print; the gold gives their floor. */
const vague = /\b(?:dozens|scores|several|hundreds|thousands|tens|few|number|many)\b/u;

/** Tell whether the words of a gold reading print no number. */
export function isVague({ q }: Pick<GoldReading, 'q'>): boolean {
  return q !== undefined && vague.test(q);
}

/** A gold reading with the figures of ours that read its words, or in its other reports its number. */
export interface AnsweredReading {
  readonly incident: string;
  readonly attribute: string;
  readonly gold: GoldReading;
  readonly figures: readonly RecordFigure[];
}

function printsSame(gold: GoldReading, { printed }: RecordFigure): boolean {
  if (isVague(gold)) return printed === null;
  return printed !== null && (printed === gold.min || (printed === gold.max && gold.min === 0));
}

/** Find our figures for every reading of a group's gold. */
export function answerReadings({ incidents }: RecordGroup, { figures }: GroupOutcome): readonly AnsweredReading[] {
  return Object.entries(incidents).flatMap(([incident, { readings }]) =>
    Object.entries(readings).flatMap(([attribute, all]) =>
      all.map((gold) => ({ incident, attribute, gold, figures: findFigures(attribute, gold, figures) })),
    ),
  );
}

/**
 * Leave each figure to the incident whose accepted figure it is: the toll of one site stands as a part under the whole day's attack
 * too, and a figure of another incident under the one it was wrongly given to.
 */
export function keepOwn(answered: readonly AnsweredReading[]): readonly AnsweredReading[] {
  const accepted = new Set(
    answered.filter(({ gold }) => gold.difference === undefined).flatMap(({ figures }) => figures),
  );
  return answered.flatMap((one) => {
    if (one.gold.difference === undefined || one.figures.length === 0) return [one];
    const figures = one.figures.filter((figure) => !accepted.has(figure));
    return figures.length === 0 ? [] : [{ ...one, figures }];
  });
}

function findFigures(attribute: string, gold: GoldReading, figures: readonly RecordFigure[]): readonly RecordFigure[] {
  const alike = figures.filter((figure) => figure.claim.attribute === attribute && printsSame(gold, figure));
  const [first, ...others] = gold.reports;
  const own = alike.filter(({ report, ranges }) => report === first && ranges.some((range) => overlaps(range, gold)));
  return [...own, ...(isVague(gold) ? [] : alike.filter(({ report }) => others.includes(report)))];
}

/** Which of our incidents stands for each incident of the gold: the one that holds most of its figures, each of ours once. */
export function pairIncidents(answered: readonly AnsweredReading[]): ReadonlyMap<string, string> {
  const votes = new Map<string, { gold: string; ours: string; count: number }>();
  for (const { incident: gold, figures } of answered) {
    for (const { claim, report } of figures) {
      if (claim.conflict !== undefined) continue;
      const key = `${gold}\u001f${claim.incident}`;
      const known = votes.get(key) ?? { gold, ours: claim.incident, count: 0 };
      votes.set(key, { ...known, count: known.count + 1 / (1 + report / 1000) });
    }
  }
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  for (const { gold, ours } of [...votes.values()].sort((a, b) => b.count - a.count || (a.gold < b.gold ? -1 : 1))) {
    if (pairs.has(gold) || taken.has(ours)) continue;
    pairs.set(gold, ours);
    taken.add(ours);
  }
  return pairs;
}

/** A statement of ours that the gold knows, with the incident each puts it to. */
export interface PlacedFigure {
  readonly truth: string;
  readonly found: string;
  readonly report: number;
  /** True where the report tells the incident as its news. */
  readonly isNews: boolean;
}

/** List where each answered figure belongs and where it stands; one that two gold incidents claim is left out. */
export function placeFigures(group: RecordGroup, answered: readonly AnsweredReading[]): readonly PlacedFigure[] {
  const owners = new Map<RecordFigure, Set<string>>();
  for (const { incident, figures } of answered)
    for (const figure of figures) owners.set(figure, (owners.get(figure) ?? new Set()).add(incident));
  return [...owners].flatMap(([{ claim, report }, incidents]) => {
    const [incident] = incidents;
    if (incident === undefined || incidents.size > 1) return [];
    const told: GoldIncident | undefined = group.incidents[incident];
    return [
      {
        truth: `${group.group} ${incident}`,
        found: `${group.group} ${claim.conflict ?? claim.incident}`,
        report,
        isNews: told?.reports.includes(report) === true,
      },
    ];
  });
}
