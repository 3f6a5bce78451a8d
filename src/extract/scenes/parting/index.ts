import { groupBy } from '../../../model/index.ts';
import { type Finding, isCustody } from '../../finding.ts';
import { recallsAnother, tellsViolence } from '../hazard.ts';
import type { Hazard, Scene, SceneSentence } from '../scene.ts';
import { clusterPairs } from './cluster.ts';
import { scorePair, threshold } from './model.ts';
import { type ReportSigns, readPairSigns, readReport } from './pair-signs.ts';
import { joinTwins } from './twins.ts';
import { readUnits, type Unit } from './unit.ts';

/** Number of the happening each finding of a report is told of; 0 is the one told first. */
export type Happenings = ReadonlyMap<Finding, number>;

/** Number of the scene that words and times alone put a finding into. */
export type Walk = (finding: Finding | undefined) => number;

/**
 * Tell apart the happenings that the findings of a report are told of, however many: strikes of one night, earlier attacks recalled.
 *
 * Pairs of findings are weighed by trees trained on annotated reports (`training/scenes_en`), then grouped; two that words and times put apart
 * stay apart. `day` is the report's own, days since 1970-01-01.
 */
export function findHappenings(sentences: readonly SceneSentence[], { day, hazard }: Report, walk: Walk): Happenings {
  const units = readUnits(sentences);
  const report = readReport(units, sentences.length, day);
  const byWalk = groupBy(units.keys(), (at) => walk(units[at]?.finding));
  const parted = joinTwins(
    [...byWalk].flatMap(([, own]) => partScene(own, report)),
    units,
  );
  const groups = hazard?.isChronicle === true ? foldHazard(parted, units, hazard) : parted;
  const sorted = groups.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  const homes = numberGroups(sorted, units, day);
  return new Map(sorted.flatMap((group, at) => group.flatMap((unit) => pair(units[unit], homes[at] ?? 0))));
}

/** What parting must know of a report. */
export interface Report {
  /** The report's own day, days since 1970-01-01. */
  readonly day: number | undefined;
  readonly hazard: Hazard | undefined;
}

/** Put together what a chronicle of one storm, flood or quake tells of it from place to place; what it recalls of others stays apart. */
function foldHazard(
  groups: readonly (readonly number[])[],
  units: readonly Unit[],
  hazard: Hazard,
): readonly (readonly number[])[] {
  const isOfHazard = (at: number): boolean => {
    const unit = units[at];
    return unit !== undefined && !tellsViolence(unit.signs.item) && !recallsAnother(unit.signs.view, hazard);
  };
  const own = groups.flatMap((group) => group.filter(isOfHazard));
  const rest = groups.map((group) => group.filter((at) => !isOfHazard(at))).filter((group) => group.length > 0);
  return own.length === 0 ? rest : [own.toSorted((a, b) => a - b), ...rest];
}

/** Part what words and times left together, the main scene as well as a background one: earlier attacks are often recalled in one breath. */
function partScene(own: readonly number[], report: ReportSigns): readonly (readonly number[])[] {
  const score = (a: number, b: number): number => {
    const [x, y] = [own[a] ?? 0, own[b] ?? 0];
    return weighPair(x, y, report);
  };
  return clusterPairs(own.length, score, threshold).map((group) => group.flatMap((at) => own[at] ?? []));
}

/** Likelihood that two units are of one happening where the later one takes up the word for it ("the siege"); 146 of 168 such pairs of the gold are. */
const takenUp = 0.85;

function weighPair(x: number, y: number, report: ReportSigns): number {
  const [a, b] = [report.units[x], report.units[y]];
  if (isOnePredicate(a, b)) return 1;
  const score = scorePair(readPairSigns(x, y, report));
  return refersBack(a, b) ? Math.max(score, takenUp) : score;
}

/** "Men held 900 people in a siege. Troops ended the siege, killing 30": the next sentence takes up the word and names no day or place of its own. */
function refersBack(a: Unit | undefined, b: Unit | undefined): boolean {
  if (a === undefined || b === undefined || b.signs.view.index - a.signs.view.index !== 1) return false;
  const { days, places, saysAnother, item } = b.signs;
  const types = new Set(a.signs.item.triggers.map(({ type }) => type));
  const takesUp = item.triggers.some(({ definite, noun, type }) => definite && noun && types.has(type));
  return takesUp && days.length === 0 && places.length === 0 && !saysAnother;
}

/** "14 people dead, including nine foreigners": a figure and the parts named beside it hang on one predicate and are of one happening. */
function isOnePredicate(a: Unit | undefined, b: Unit | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [x, y] = [a.finding, b.finding];
  return x.view === y.view && x.fate === y.fate && x.first === y.first && x.last === y.last;
}

/** Days before its report from which on a dated happening is recalled, not news. */
const recalledDays = 14;

/** Tell whether all the days told with a group lie long before the report: "the war, which began on 7 October, when 1,100 were killed". */
function isRecalled(group: readonly number[], units: readonly Unit[], day: number | undefined): boolean {
  const days = group.flatMap((unit) => units[unit]?.signs.days ?? []);
  return day !== undefined && days.length > 0 && days.every(({ last }) => day - last > recalledDays);
}

/** Sentences at the top of a report, headline counted, that say what it is about, be it long past. */
const leadSentences = 4;

/** Find the group that is a report's own news; -1 where all it tells of harm is recalled below its lead. */
function findNews(
  groups: readonly (readonly number[])[],
  isHarm: readonly boolean[],
  units: readonly Unit[],
  day: number | undefined,
): number {
  const news = groups.findIndex((group, at) => isHarm[at] === true && !isRecalled(group, units, day));
  if (news >= 0) return news;
  const first = isHarm.indexOf(true);
  const [opening = 0] = groups[first] ?? [];
  return first < 0 || (units[opening]?.signs.view.index ?? 0) < leadSentences ? Math.max(0, first) : -1;
}

/**
 * Give each group its happening, the report's own being the one told first, what is only recalled after the rest; arrests alone are none, and
 * go with what was told last before them, else with the first.
 */
function numberGroups(
  groups: readonly (readonly number[])[],
  units: readonly Unit[],
  day: number | undefined,
): readonly number[] {
  const isHarm = groups.map((group) => group.some((unit) => !isCustody(units[unit]?.finding.fate ?? 'arrested')));
  const main = findNews(groups, isHarm, units, day);
  const numberOf = (group: number): number => (group === main ? 0 : main < 0 || group < main ? group + 1 : group);
  const owner = (unit: number): number => groups.findIndex((group) => group.includes(unit));
  return groups.map(([first = 0], at) => {
    if (isHarm[at] === true) return numberOf(at);
    for (let before = first - 1; before >= 0; before -= 1)
      if (isHarm[owner(before)] === true) return numberOf(owner(before));
    return 0;
  });
}

function pair(unit: Unit | undefined, at: number): readonly (readonly [Finding, number])[] {
  return unit === undefined ? [] : [[unit.finding, at]];
}

/** Find the nearest happening told before a sentence or else after it, as far as `reaches` goes. */
function findNear(
  at: number,
  own: readonly (readonly number[])[],
  reaches: (other: number) => boolean,
): number | undefined {
  for (let before = at - 1; before >= 0 && reaches(before); before -= 1) {
    const last = own[before]?.at(-1);
    if (last !== undefined) return last;
  }
  for (let after = at + 1; after < own.length && reaches(after); after += 1) {
    const [first] = own[after] ?? [];
    if (first !== undefined) return first;
  }
  return undefined;
}

/** Cut a sentence to what it says of one happening; what no finding owns stays with the first. */
function cutSentence(item: SceneSentence, happening: number, happenings: Happenings, isFirst: boolean): SceneSentence {
  const kept = item.sentence.findings.filter((finding) => {
    const own = happenings.get(finding);
    return own === happening || (isFirst && own === undefined);
  });
  return { ...item, sentence: { ...item.sentence, findings: kept, ruled: isFirst ? item.sentence.ruled : [] } };
}

/**
 * Part sentences into scenes by the happenings of their findings.
 *
 * A sentence that tells of two stands in both, cut to what it says of each. One that tells of none goes with its paragraph; where `asideOf` puts it
 * into a background scene by its words and times, it goes with what is told there, and into a scene of its own if that is nothing.
 */
export function partByHappening(
  sentences: readonly SceneSentence[],
  happenings: Happenings,
  asideOf: (item: SceneSentence) => number | undefined,
): readonly Scene[] {
  const own = sentences.map(({ sentence }) => [
    ...new Set(sentence.findings.flatMap((finding) => happenings.get(finding) ?? [])),
  ]);
  const asideAt = sentences.map(asideOf);
  const paragraphAt = sentences.map(({ sentence }) => sentence.view.paragraph);
  const scenes = new Map<number, SceneSentence[]>([[0, []]]);
  const asides: SceneSentence[] = [];
  for (const [at, item] of sentences.entries()) {
    const told = own[at] ?? [];
    const aside = asideAt[at];
    const isNear = (other: number): boolean =>
      asideAt[other] === aside && (aside !== undefined || paragraphAt[other] === paragraphAt[at]);
    const all = told.length > 0 ? told : [findNear(at, own, isNear) ?? (aside === undefined ? 0 : -1)];
    if (all[0] === -1) asides.push(item);
    else
      for (const [place, happening] of all.entries())
        put(scenes, happening, cutSentence(item, happening, happenings, place === 0));
  }
  return [...scenes]
    .sort(([a], [b]) => a - b)
    .map(([happening, told]): Scene => {
      const beside = happening > 0 && told.some((item) => asideOf(item) === undefined);
      return { main: happening === 0, sentences: told, ...(beside && { beside }) };
    })
    .concat(asides.map((item) => ({ main: false, sentences: [item] })));
}

function put(scenes: Map<number, SceneSentence[]>, happening: number, item: SceneSentence): void {
  const scene = scenes.get(happening) ?? [];
  scene.push(item);
  scenes.set(happening, scene);
}
